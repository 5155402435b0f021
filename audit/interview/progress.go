package interview

import (
	"fmt"
)

// where names the part of the interview that the page belongs to, and how far
// it is.
func (f *flow) where() []string {
	var parts []string
	if f.at < len(f.steps) && f.steps[f.at].Questionnaire != nil && !f.page.apart {
		parts = append(parts, f.steps[f.at].Questionnaire.Title)
	}
	if f.page.where != "" {
		parts = append(parts, f.page.where)
	}
	return append(parts, f.progress()...)
}

// progress says how far the questions are, and how long the rest may take.
func (f *flow) progress() []string {
	if f.page.step == nil {
		return nil
	}
	number, total := f.numbers(f.page.step.Question.ID)
	parts := []string{fmt.Sprintf("%d of %d", number, total)}
	if rest := f.pace.left(f.left()); rest != "" {
		parts = append(parts, rest)
	}
	return parts
}

// left is how many questions are still to be answered in this run.
func (f *flow) left() int {
	n := 0
	for i, step := range f.steps {
		if step.Question != nil && i >= f.at && (step.Due || f.seen[i]) && !f.answered[step.Question.ID] {
			n++
		}
	}
	return n
}

// numbers gives a question its number among those of the plan's scope. Asking a part
// of them does not begin to count anew.
func (f *flow) numbers(id string) (number, total int) {
	for _, step := range f.counted() {
		if total++; step.Question.ID == id {
			number = total
		}
	}
	return number, total
}

// counted are the questions that have a number.
func (f *flow) counted() []Step {
	var out []Step
	for i := range f.opts.Bank.Questionnaires {
		qn := &f.opts.Bank.Questionnaires[i]
		if !isCounted(qn, f.store.Plan(), f.opts) {
			continue
		}
		for j := range qn.Questions {
			if q := &qn.Questions[j]; isQuestionAsked(q, f.opts) {
				out = append(out, Step{Questionnaire: qn, Question: q})
			}
		}
	}
	return out
}
