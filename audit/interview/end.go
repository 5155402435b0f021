package interview

import (
	"fmt"
	"strings"

	"forewarn/audit/planfile"
	"forewarn/audit/score"
)

// endPage says what it comes to and what is left, and ends the interview.
func (f *flow) endPage() *page {
	p := &page{where: "The end", ask: "All questions are answered.", back: f.previous}
	left := f.leftOpen()
	if len(left.questions) > 0 {
		p.ask = "That was the last page. Some questions are still open."
	}
	p.body = append(p.body, f.verdict()...)
	p.body = append(p.body, left.questions...)
	p.body = append(p.body, left.facts...)
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

// verdict names the gravest warning with what to do first, and three steps.
func (f *flow) verdict() []string {
	if f.opts.Audit == nil {
		return nil
	}
	result, err := f.opts.Audit(f.store.Plan(), score.NextGrade)
	if err != nil {
		return nil // the report will say it
	}
	var lines []string
	if len(result.Warnings) > 0 {
		w := &result.Warnings[0]
		lines = append(lines, "The gravest warning: "+w.Title+".", "Do first: "+w.Do, "")
	}
	for i, step := range result.Next[:min(len(result.Next), 3)] {
		if i == 0 {
			lines = append(lines, "Three things to do next:")
		}
		lines = append(lines, fmt.Sprintf("%d. %s", i+1, f.stepInWords(step)))
	}
	if f.opts.File != "" {
		lines = append(lines, "", "The whole report: forewarn report "+f.opts.File)
	}
	return append(lines, "")
}

// stepInWords is a step that can be read alone: with its question, unless it has that
// in itself.
func (f *flow) stepInWords(step score.Step) string {
	_, q := f.opts.Bank.Question(step.Question)
	if q == nil || strings.Contains(step.Do.Client, q.Ask) {
		return fullStop(step.Do.Client)
	}
	return fmt.Sprintf("“%s” %s", q.Ask, fullStop(step.Do.Client))
}

// fullStop ends a text with a full stop when it has no end of its own.
func fullStop(text string) string {
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "?") {
		return text
	}
	return text + "."
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
			if f.store.Plan().Value(step.Record.Kind) == nil {
				l.lists = append(l.lists, step.Record.Title)
			}
		case step.Field.Required:
			if f.store.Plan().Value(fieldPath([]string{initiative}, step.Field.Key)...) == nil {
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
		if f.opts.Sheet {
			return // nobody is asked for
		}
		l.unknown = append(l.unknown, fmt.Sprintf("- %s (%s)", step.Question.Ask, whoKnows(a.Unknown)))
	}
}
