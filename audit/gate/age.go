package gate

import (
	"fmt"
	"time"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
)

// stale finds the answers in scope whose date, or whose evidence's, is further
// back than allowed, or still to come. One without a date counts as older than
// any: leaving it out must not help. A question that is blank has nothing to
// grow old.
func (t Terms) stale(plan *planfile.Plan, r *score.Result) []rules.Finding {
	if t.MaxAge <= 0 {
		return nil
	}
	a := ages{plan: plan, asOf: r.AsOf, days: t.MaxAge}
	for _, section := range r.Questionnaires {
		for i := range section.Items {
			if it := &section.Items[i]; it.State != planfile.Blank {
				a.answer(section.ID, it)
				a.evidence(section.ID, it)
			}
		}
	}
	return a.found
}

// ages gathers what is too old.
type ages struct {
	plan  *planfile.Plan
	asOf  time.Time
	days  int // that are allowed
	found []rules.Finding
}

// The messages name the day and not the age, so that they are the same
// tomorrow.

func (a *ages) answer(section string, it *score.Item) {
	path := []string{"answers", section, it.ID, "on"}
	switch on := it.Answer.On; {
	case on.IsZero():
		a.add(fmt.Sprintf("the answer to %q has no date, and none may be older than %d days", it.ID, a.days), "check whether it still holds, then add on with the date of that day", path[:3])
	case on.After(a.asOf):
		a.add(fmt.Sprintf("the answer to %q is of %s, which lies after this audit", it.ID, on.Format(time.DateOnly)), score.CorrectDate, path)
	case a.old(on):
		a.add(fmt.Sprintf("the answer to %q is of %s, more than %d days ago", it.ID, on.Format(time.DateOnly), a.days), "check whether it still holds, then write the date of that day", path)
	}
}

func (a *ages) evidence(section string, it *score.Item) {
	path := []string{"answers", section, it.ID, "evidence", "on"}
	switch ev := it.Answer.Evidence; {
	case ev == nil:
	case ev.On.After(a.asOf):
		a.add(fmt.Sprintf("the evidence for %q is of %s, which lies after this audit", it.ID, ev.On.Format(time.DateOnly)), score.CorrectDate, path)
	case a.old(ev.On):
		a.add(fmt.Sprintf("the evidence for %q is of %s, more than %d days ago", it.ID, ev.On.Format(time.DateOnly), a.days), "check whether it still holds, or name something newer", path)
	}
}

func (a *ages) old(on time.Time) bool { return on.Before(a.asOf.AddDate(0, 0, -a.days)) }

func (a *ages) add(says, hint string, path []string) {
	a.found = append(a.found, a.plan.Place(rules.Finding{Severity: rules.Minor, ID: rules.AnswerStale, Message: says, Hint: hint}, path...))
}
