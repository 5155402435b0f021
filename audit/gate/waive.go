package gate

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
)

// waive marks the findings that somebody lives with, and takes their weight
// off the grade. The score stays: a waiver mends nothing.
func (d *Decision) waive(waivers []planfile.Waiver, r *score.Result) {
	waived := map[string]bool{}
	noted := map[string]bool{}
	last := lastWaivers(waivers)
	for i := range d.Findings {
		f := &d.Findings[i]
		w := last[f.ID]
		switch {
		case w == nil:
		case inForce(w, r.AsOf):
			f.Waiver = w
			waived[f.ID] = true
		case !noted[f.ID]:
			noted[f.ID] = true
			d.Notes = append(d.Notes, rules.Worded("the waiver of %s ended on %s, so it counts again", f.called(), rules.Wording{Working: w.Until.Format(time.DateOnly), Client: w.Until.Format("2 January 2006")}))
		}
	}
	if r.Gradable {
		var lifted []string
		d.Grade, lifted = without(&r.Low, waived)
		d.Lifted = titled(lifted, r)
	}
}

// lastWaivers returns, by rule, the waiver that runs the longest. No waiver can set
// aside the rules about waivers: they say when one is to be looked at again.
func lastWaivers(waivers []planfile.Waiver) map[string]*planfile.Waiver {
	last := map[string]*planfile.Waiver{}
	for i := range waivers {
		w := &waivers[i]
		id := cmp.Or(w.Warning, w.Finding)
		if id == rules.WaiverExpired || id == rules.WaiverUnused {
			continue
		}
		if last[id] == nil || w.Until.After(last[id].Until) {
			last[id] = w
		}
	}
	return last
}

// inForce reports whether a waiver still counts. Its last day does.
func inForce(w *planfile.Waiver, asOf planfile.AsOf) bool { return !asOf.IsOver(w.Until) }

// without returns the grade that e has when these warnings do not hold it
// down, and which of them do.
func without(e *score.End, waived map[string]bool) (grade string, lifted []string) {
	grade = e.Band
	for _, c := range e.Caps {
		if waived[c.Warning] {
			lifted = append(lifted, c.Warning)
			continue
		}
		grade = max(grade, c.Grade)
	}
	if len(lifted) == 0 || grade == e.Grade {
		return e.Grade, nil
	}
	return grade, lifted
}

// titled adds the titles of warnings.
func titled(ids []string, r *score.Result) []rules.Wording {
	var out []rules.Wording
	for i := range r.Warnings {
		if w := &r.Warnings[i]; slices.Contains(ids, w.ID) {
			out = append(out, rules.Wording{Working: w.ID, Client: rules.Quoted(w.Title)})
		}
	}
	return out
}

// waiverFindings finds the waivers that are out of date, and those of something
// that is neither a warning nor a finding of the plan. The stale answers are not
// in r.
func (t Terms) waiverFindings(plan *planfile.Plan, r *score.Result, stale []rules.Finding) []rules.Finding {
	raised := map[string]bool{rules.AnswerStale: t.MaxAge <= 0} // where nobody asked for ages, nobody knows whether it is needed
	for i := range r.Warnings {
		raised[r.Warnings[i].ID] = true
	}
	for _, list := range [][]rules.Finding{r.Findings, stale} {
		for i := range list {
			raised[list[i].ID] = true
		}
	}
	var out []rules.Finding
	for i := range plan.Waivers {
		w := &plan.Waivers[i]
		key, id := "warning", w.Warning
		if w.Finding != "" {
			key, id = "finding", w.Finding
		}
		add := func(rule, key, says, hint string) {
			path := []string{"waivers", strconv.Itoa(i), key}
			out = append(out, plan.Place(rules.Finding{
				Severity: rules.Minor, ID: rule, Message: fmt.Sprintf("the waiver of %q %s", id, says), Hint: hint,
				Named: fmt.Sprintf("the waiver “%s” %s", w.Reason, rules.DaysOut(says)),
			}, path...))
		}
		if !inForce(w, r.AsOf) {
			add(rules.WaiverExpired, "until", "ended on "+w.Until.Format(time.DateOnly), "mend what it waives, or agree on a new date")
		}
		if !raised[id] {
			add(rules.WaiverUnused, key, "is not needed: nothing raises it", "take it out")
		}
	}
	return out
}
