package interview

import (
	"slices"
	"strconv"

	"forewarn/audit/planfile"
	"forewarn/audit/score"
)

// raisePage offers to raise an answer to what the plan's own records bear out; nil when
// there is none, or when each was declined. It is looked for whenever the plan has
// changed.
func (f *flow) raisePage() *page {
	plan := f.store.Plan()
	if f.opts.Audit == nil || f.judged == plan {
		return nil
	}
	f.judged = plan
	result, err := f.opts.Audit(plan)
	if err != nil {
		return nil // the report will say it
	}
	for i := range f.steps {
		if q := f.steps[i].Question; q != nil && !f.declined[q.ID] {
			if it := itemOf(result, q.ID); it.State == planfile.AtLevel && it.Level < it.Borne {
				return f.raiseTo(f.steps[i], it.Level, it.Borne)
			}
		}
	}
	return nil
}

// itemOf is what a result says of a question; nothing when that is out of its scope.
func itemOf(result *score.Result, question string) score.Item {
	for i := range result.Questionnaires {
		items := result.Questionnaires[i].Items
		if j := slices.IndexFunc(items, func(it score.Item) bool { return it.ID == question }); j >= 0 {
			return items[j]
		}
	}
	return score.Item{}
}

// raiseTo asks whether an answer is to be raised. Enter raises it.
func (f *flow) raiseTo(step Step, from, to int) *page {
	q := step.Question
	p := f.followUp(step, "raise", &page{
		ask:  "The records in your plan say more than this answer. Is every word of the higher line true today?",
		hint: "The answer stays as it is when you decline, and in this run you are not asked again.",
		choices: []choice{
			{value: yes, label: "Yes, choose " + q.Numbered(to)},
			{value: no, label: "No, it stays at " + q.Numbered(from)},
		},
	})
	p.id, p.typed = "", false
	decline := func() {
		f.declined[q.ID] = true
		f.judged = nil
		f.next()
	}
	p.back, p.leave = decline, decline
	p.skip = func() error {
		decline()
		return nil
	}
	p.accept = func(value string) error {
		if value == no {
			decline()
			return nil
		}
		level := to
		old := f.answer(step)
		if err := f.save(step, planfile.Answer{Level: &level, Note: old.Note, Dissent: old.Dissent}); err != nil {
			return err
		}
		f.next()
		f.notice = "Raised to " + strconv.Itoa(to) + "."
		return nil
	}
	return p
}
