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
		a.add(rules.Finding{
			Message: fmt.Sprintf("%s without an answer, which counts as older than any", counted(blank)), Hint: "answer them, or say who would know",
		}, "answers")
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
		a.add(rules.Finding{
			Message: fmt.Sprintf("the answer to %q has no date, and none may be older than %d days", it.ID, a.days), Hint: "check whether it still holds, then add on with the date of that day",
			Named: fmt.Sprintf("the answer to “%s” has no date, and none may be older than %d days", it.Ask, a.days), Advice: "check whether it still holds, then note the day",
		}, path[:3]...)
	case a.asOf.IsOlder(on, a.days):
		a.old("the answer to", it, on, "check whether it still holds, then write the date of that day", path)
	}
}

func (a *ages) evidence(section string, it *score.Item) {
	path := []string{"answers", section, it.ID, "evidence", "on"}
	if ev := it.Answer.Evidence; ev != nil && a.asOf.IsOlder(ev.On, a.days) {
		a.old("the evidence for", it, ev.On, "check whether it still holds, or name something newer", path)
	}
}

func counted(questions int) string {
	if questions == 1 {
		return "1 question is"
	}
	return fmt.Sprintf("%d questions are", questions)
}

func (a *ages) old(what string, it *score.Item, on time.Time, hint string, path []string) {
	says := fmt.Sprintf("is of %s, more than %d days ago", on.Format(time.DateOnly), a.days)
	a.add(rules.Finding{Message: fmt.Sprintf("%s %q %s", what, it.ID, says), Named: fmt.Sprintf("%s “%s” %s", what, it.Ask, rules.DaysOut(says)), Hint: hint}, path...)
}

func (a *ages) add(f rules.Finding, path ...string) {
	f.Severity, f.ID = rules.Minor, rules.AnswerStale
	a.found = append(a.found, a.plan.Place(f, path...))
}
