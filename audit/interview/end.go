package interview

import (
	"fmt"
	"strings"

	"forewarn/audit/planfile"
)

// endPage says what is left, and ends the interview.
func (f *flow) endPage() *page {
	p := &page{where: "The end", ask: "All questions are answered.", back: f.previous}
	left := f.leftOpen()
	if len(left.questions) > 0 {
		p.ask = "That was the last page. Some questions are still open."
	}
	p.body = append(left.questions, left.facts...)
	if len(left.lists) > 0 {
		p.body = append(p.body, "Nothing is listed yet: "+strings.Join(left.lists, ", ")+".")
	}
	if len(left.unknown) > 0 {
		p.body = append(p.body, "To be found out:")
		p.body = append(p.body, left.unknown...)
	}
	p.accept = func(string) error {
		f.finished = true
		return nil
	}
	return p
}

// leftover is what an interview has left open, in words.
type leftover struct {
	questions, facts, lists, unknown []string
}

func (f *flow) leftOpen() leftover {
	var l leftover
	for _, step := range f.steps {
		switch {
		case step.Question != nil:
			f.leftOfQuestion(step, &l)
		case step.Field == nil:
			if valueAt(f.store.Plan(), step.Record.Kind) == nil {
				l.lists = append(l.lists, step.Record.Title)
			}
		case step.Field.Required:
			if valueAt(f.store.Plan(), fieldPath(initiative, step.Field.Key)...) == nil {
				l.facts = append(l.facts, "- "+step.Field.Ask)
			}
		}
	}
	return l
}

func (f *flow) leftOfQuestion(step Step, l *leftover) {
	switch a := f.answer(step); a.State() {
	case planfile.Blank:
		l.questions = append(l.questions, "- "+step.Question.Ask)
	case planfile.DontKnow:
		l.unknown = append(l.unknown, fmt.Sprintf("- %s (ask %s)", step.Question.Ask, a.Unknown))
	}
}
