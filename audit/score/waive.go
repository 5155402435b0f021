package score

import (
	"fmt"
	"time"

	"forewarn/audit/planfile"
)

// The rules about waivers themselves. No waiver can set these aside: they say
// when a waiver is to be looked at again.
const (
	waiverExpired = "waiver-expired"
	waiverUnused  = "waiver-unused"
)

// waive marks the findings that somebody lives with, and takes their weight
// off the grade. The score stays: a waiver mends nothing.
func (d *Decision) waive(r *Result) {
	waivers := r.Records.Waivers
	waived := map[string]bool{}
	noted := map[string]bool{}
	for i := range d.Findings {
		f := &d.Findings[i]
		w := lastWaiver(waivers, f.ID)
		switch {
		case w == nil:
		case inForce(w, r.AsOf):
			f.Waiver = w
			waived[f.ID] = true
		case !noted[f.ID]:
			noted[f.ID] = true
			d.Notes = append(d.Notes, fmt.Sprintf("the waiver of %s ended on %s, so it counts again", f.ID, w.Until.Format(time.DateOnly)))
		}
	}
	if r.Gradable {
		d.Grade, d.Lifted = r.Low.without(waived)
	}
}

// lastWaiver returns the waiver of this rule that runs the longest, or nil.
func lastWaiver(waivers []planfile.Waiver, id string) *planfile.Waiver {
	if id == waiverExpired || id == waiverUnused {
		return nil
	}
	var last *planfile.Waiver
	for i := range waivers {
		w := &waivers[i]
		if (w.Warning == id || w.Finding == id) && (last == nil || w.Until.After(last.Until)) {
			last = w
		}
	}
	return last
}

// inForce reports whether a waiver still counts. Its last day does.
func inForce(w *planfile.Waiver, asOf time.Time) bool { return !asOf.After(w.Until) }

// without returns the grade that e has when these warnings do not hold it
// down, and which of them do.
func (e *End) without(waived map[string]bool) (grade string, lifted []string) {
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
