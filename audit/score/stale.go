package score

import (
	"fmt"
	"time"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
)

// answerStale is the rule for answers older than the circumstances allow. It
// is found only when they name an age.
const answerStale = "answer-stale"

// correctDate is what to do about a date that lies after the audit.
const correctDate = "correct the date, or name the day of the audit with --as-of"

// stale finds the answers in scope whose date, or whose evidence's, is further
// back than maxAge days, or still to come. One without a date counts as older than any: leaving
// it out must not help. A question that is blank has nothing to grow old.
func (s *sheet) stale(asOf time.Time, maxAge int) []rules.Finding {
	if maxAge <= 0 {
		return nil
	}
	oldest := asOf.AddDate(0, 0, -maxAge)
	var out []rules.Finding
	for i := range s.sections {
		for j := range s.sections[i].entries {
			out = append(out, s.sections[i].entries[j].stale(s.plan, oldest, asOf, maxAge)...)
		}
	}
	return out
}

func (e *entry) stale(plan *planfile.Plan, oldest, asOf time.Time, maxAge int) []rules.Finding {
	if e.state == planfile.Blank {
		return nil
	}
	var out []rules.Finding
	add := func(says, hint string, at ...string) {
		path := append([]string{"answers", e.section.ID, e.ID}, at...)
		out = append(out, rules.Finding{
			Pos: plan.At(path...), Severity: rules.Minor, ID: answerStale, Key: yamldoc.KeyPath(path...),
			Message: says, Hint: hint,
		})
	}
	// The message names the day and not the age, so that it is the same
	// tomorrow.
	switch on := e.answer.On; {
	case on.IsZero():
		add(fmt.Sprintf("the answer to %q has no date, and none may be older than %d days", e.ID, maxAge), "check whether it still holds, then add on with the date of that day")
	case on.After(asOf):
		add(fmt.Sprintf("the answer to %q is of %s, which lies after this audit", e.ID, on.Format(time.DateOnly)), correctDate, "on")
	case on.Before(oldest):
		add(fmt.Sprintf("the answer to %q is of %s, more than %d days ago", e.ID, on.Format(time.DateOnly), maxAge), "check whether it still holds, then write the date of that day", "on")
	}
	switch ev := e.answer.Evidence; {
	case ev == nil:
	case ev.On.After(asOf):
		add(fmt.Sprintf("the evidence for %q is of %s, which lies after this audit", e.ID, ev.On.Format(time.DateOnly)), correctDate, "evidence", "on")
	case ev.On.Before(oldest):
		add(fmt.Sprintf("the evidence for %q is of %s, more than %d days ago", e.ID, ev.On.Format(time.DateOnly), maxAge), "check whether it still holds, or name something newer", "evidence", "on")
	}
	return out
}
