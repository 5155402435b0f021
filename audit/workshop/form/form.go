// Package form writes the questionnaire of a workshop for those who answer it: as one page
// for a browser, as plain text for a mail, and as a table for a survey tool. What comes
// back is a sheet, which package workshop reads. It knows no files.
package form

import (
	"forewarn/audit/workshop"
	"forewarn/questions"
)

// Form is what is asked, and about what. The workshop's questions are those of the bank.
type Form struct {
	Workshop   *workshop.Workshop
	Bank       *questions.Bank
	Initiative string // its name, as the plan gives it; may be empty
	Client     string // may be empty
}

// What every way to answer calls the same.
const (
	askRole       = "In which role do you answer?"
	howToChoose   = "Choose the last line in which every word is true today."
	dontKnow      = "I don't know."
	notApplicable = "This does not apply to us."
	unnamed       = "Unnamed initiative"
)

// group is a questionnaire with those of its questions that are asked.
type group struct {
	*questions.Questionnaire
	Asked []asked
}

// asked is a question with its place among all that are asked, from 1 on.
type asked struct {
	*questions.Question
	Place int
}

// name is that of the initiative.
func (f *Form) name() string {
	if f.Initiative == "" {
		return unnamed
	}
	return f.Initiative
}

// groups lists what is asked, in the order of the bank.
func (f *Form) groups() []group {
	var out []group
	for i, q := range f.Workshop.Questions(f.Bank) {
		if len(out) == 0 || out[len(out)-1].Questionnaire != q.Questionnaire {
			out = append(out, group{Questionnaire: q.Questionnaire})
		}
		last := &out[len(out)-1]
		last.Asked = append(last.Asked, asked{q.Question, i + 1})
	}
	return out
}

// count is how many questions are asked.
func (f *Form) count() int { return len(f.Workshop.Questions(f.Bank)) }

// choice is one of the answers to a question.
type choice struct {
	Value string // as a sheet writes it
	Key   string // what is typed for it
	Words string
}

// Choices are the lines of a question, and what may be said instead.
func (q asked) Choices() []choice {
	var out []choice
	for level, rung := range q.Rungs {
		said := workshop.Said(level).String()
		out = append(out, choice{said, said, rung})
	}
	out = append(out, choice{workshop.Unknown.String(), "d", dontKnow})
	if q.NotApplicable {
		out = append(out, choice{workshop.NotApplicable.String(), "n", notApplicable})
	}
	return out
}
