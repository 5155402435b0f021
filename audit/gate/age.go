package gate

import (
	"fmt"
	"time"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
)

// stale finds the answers in scope whose date, or whose evidence's, is further
// back than allowed. One without a date counts as older than any, and so do the
// questions without an answer, together: leaving it out must not help. A date to
// come is found by others, and counts here, too.
func (t Terms) stale(plan *planfile.Plan, r *score.Result) []rules.Finding {
	if t.MaxAge <= 0 {
		return nil
	}
	a := ages{plan: plan, asOf: r.AsOf, days: t.MaxAge}
	blank := 0
	for _, section := range r.Questionnaires {
		for i := range section.Items {
			it := &section.Items[i]
			if it.State == planfile.Blank {
				blank++
				continue
			}
			a.answer(section.ID, it)
			a.evidence(section.ID, it)
		}
	}
	if blank > 0 {
		a.add(fmt.Sprintf("%s without an answer, which counts as older than any", counted(blank)), "answer them, or say who would know", []string{"answers"})
	}
	return a.found
}

// ages gathers what is too old.
type ages struct {
	plan  *planfile.Plan
	asOf  planfile.AsOf
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
	case a.asOf.IsOlder(on, a.days):
		a.add(fmt.Sprintf("the answer to %q is of %s, more than %d days ago", it.ID, on.Format(time.DateOnly), a.days), "check whether it still holds, then write the date of that day", path)
	}
}

func (a *ages) evidence(section string, it *score.Item) {
	path := []string{"answers", section, it.ID, "evidence", "on"}
	if ev := it.Answer.Evidence; ev != nil && a.asOf.IsOlder(ev.On, a.days) {
		a.add(fmt.Sprintf("the evidence for %q is of %s, more than %d days ago", it.ID, ev.On.Format(time.DateOnly), a.days), "check whether it still holds, or name something newer", path)
	}
}

func counted(questions int) string {
	if questions == 1 {
		return "1 question is"
	}
	return fmt.Sprintf("%d questions are", questions)
}

func (a *ages) add(says, hint string, path []string) {
	a.found = append(a.found, a.plan.Place(rules.Finding{Severity: rules.Minor, ID: rules.AnswerStale, Message: says, Hint: hint}, path...))
}
