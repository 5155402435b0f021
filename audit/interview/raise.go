package interview

import (
	"fmt"
	"slices"

	"forewarn/audit/planfile"
	"forewarn/audit/score"
)

// raisePage offers to raise an answer to what the plan's own records bear out: that to
// the question that is left, or behind a list the first of its questionnaire. It is nil
// when nothing was saved there, when there is no such answer, or when it was declined.
func (f *flow) raisePage() *page {
	if f.opts.Audit == nil || f.store.saved == f.savedBefore || f.at >= len(f.steps) {
		return nil
	}
	at := f.steps[f.at]
	result, err := f.opts.Audit(f.store.Plan(), score.NoGoal)
	if err != nil {
		return nil // the report will say it
	}
	for i := range f.steps {
		step := f.steps[i]
		if step.Question == nil || f.declined[step.Question.ID] || step.Questionnaire != at.Questionnaire {
			continue
		}
		if at.Question != nil && step.Question != at.Question {
			continue
		}
		if it := itemOf(result, step.Question.ID); it.State == planfile.AtLevel && it.Level < it.Borne {
			return f.raiseTo(step, it.Level, it.Borne)
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
		f.goOn()
	}
	p.back = func() { f.openAnew(f.at) }
	p.leave = p.back
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
		f.goOn()
		f.notice = fmt.Sprintf("“%s” is raised to %d.", q.Ask, to)
		return nil
	}
	return p
}
