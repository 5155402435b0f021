package interview

import (
	"strings"

	"forewarn/audit/planfile"
)

// A note and a dissent stand beside the answer to a question, and may come before it.

// note asks for a note on the question that the page is about.
func (f *flow) note(value string) {
	hint := "Whatever a reader should know; it stands beside the answer."
	if f.opts.Sheet {
		hint = "The room may be shown what you write here, without your name. Leave it empty to write nothing."
	}
	f.remark(value, "note", "What should be noted here?", hint,
		func(a *planfile.Answer) *string { return &a.Note })
}

// dissent asks who in the room does not agree.
func (f *flow) dissent(value string) {
	if f.opts.Sheet {
		f.notice = "This sheet is yours alone: choose the line that you see."
		return
	}
	f.remark(value, "dissent", "Who sees it otherwise, and how?",
		"For example: Ben Okafor sees a 2; the goal was changed in August. The report prints it, and it is never scored.",
		func(a *planfile.Answer) *string { return &a.Dissent })
}

// remark asks for one of the texts beside an answer, and then returns to where it was
// taken.
func (f *flow) remark(value, name, ask, hint string, of func(*planfile.Answer) *string) {
	f.notice = ""
	from := f.page
	if from.step == nil {
		f.notice = "That belongs to a question."
		return
	}
	f.kept.page(from, value)
	step := *from.step
	old := f.carried(step)
	p := f.followUp(step, name, &page{ask: ask, hint: hint, value: *of(&old)})
	p.back = func() { f.returnTo(from, step) }
	p.leave, p.skip = p.back, nil
	p.accept = func(value string) error {
		a := f.answer(step)
		carried := f.carried(step)
		a.Note, a.Dissent = carried.Note, carried.Dissent
		if text := strings.TrimSpace(value); text != *of(&a) {
			*of(&a) = text
			if err := f.store.SetAnswer(step.Questionnaire.ID, step.Question.ID, a); err != nil {
				return err
			}
			f.changes.note(step)
		}
		f.returnTo(from, step)
		return nil
	}
	f.show(p)
}

// returnTo shows a page about a question once more. That of the question itself says
// what has been noted.
func (f *flow) returnTo(from *page, step Step) {
	if from.rungs {
		again := f.questionPage(step)
		again.covered = from.covered
		if !again.covered {
			again.choices = questionChoices(step.Question, again.value, false)
		}
		from = again
	}
	f.show(from)
}
