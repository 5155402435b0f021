package score

import (
	"fmt"
	"strconv"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
	"forewarn/questions"
)

// prompts quotes words of the plan back to its author, and finds the dismissals that
// silence nothing. They are notes: none of them touches a score or a gate.
func (s *sheet) prompts() []rules.Finding {
	var out []rules.Finding
	silenced := map[int]bool{}
	for _, text := range s.plan.Texts() {
		for i := range s.bank.Prompts {
			p := &s.bank.Prompts[i]
			words := p.Find(text.Text)
			if words == "" {
				continue
			}
			if d := s.dismissal(p.ID, text.At); d >= 0 {
				silenced[d] = true
				continue
			}
			out = append(out, s.prompt(p, &text, words))
		}
	}
	for i, d := range s.plan.Dismissed {
		if !silenced[i] {
			out = append(out, s.plan.Place(rules.Finding{
				Severity: rules.Note, ID: rules.DismissalUnused,
				Message: fmt.Sprintf("nothing at %q raises the note %q", d.At, d.Note), Named: "a note is dismissed that nothing raises any more", Hint: "take it out",
			}, "dismissed", strconv.Itoa(i)))
		}
	}
	return out
}

// prompt asks about words at their place. Each text is asked about once a prompt, so
// that the words may change without another note.
func (s *sheet) prompt(p *questions.Prompt, text *planfile.Text, words string) rules.Finding {
	return s.plan.Place(rules.Finding{
		Severity: rules.Note, ID: p.ID,
		Message: fmt.Sprintf("%q stands in the text %s", words, where(text)),
		Named:   fmt.Sprintf("%s stands in the text %s", rules.Quoted(words), rules.Quoted(text.Text)),
		Hint:    p.Ask,
	}, text.Path...)
}

// where says which text it is.
func where(text *planfile.Text) string { return yamldoc.KeyPath(text.Path...) }

// dismissal is the index of the one that silences a prompt at a place, or -1.
func (s *sheet) dismissal(prompt, at string) int {
	for i, d := range s.plan.Dismissed {
		if d.Note == prompt && d.At == at {
			return i
		}
	}
	return -1
}
