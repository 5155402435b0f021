// Package catalogue is what the program can ask, warn of and find fault with:
// the bank and the rules together, one entry at a time or as a whole.
package catalogue

import (
	"forewarn/audit/report/document"
	"forewarn/audit/rules"
	"forewarn/questions"
)

// Catalogue explains the questions and warnings of a bank, and the program's own
// rules. Each has an id of its own.
type Catalogue struct {
	bank  *questions.Bank
	rules []rules.Rule
}

// New returns the catalogue of a bank.
func New(bank *questions.Bank) (*Catalogue, error) {
	all, err := rules.Load()
	return &Catalogue{bank: bank, rules: all}, err
}

// Title is what an id stands for, in one line.
type Title struct{ ID, Text string }

// Titles lists every id with its title: the questions as they are asked, then
// the warnings, then the rules.
func (c *Catalogue) Titles() []Title {
	var out []Title
	for _, qn := range c.bank.Questionnaires {
		for _, q := range qn.Questions {
			out = append(out, Title{q.ID, q.Ask})
		}
	}
	for _, w := range c.bank.Warnings {
		out = append(out, Title{w.ID, w.Title})
	}
	for _, r := range c.rules {
		out = append(out, Title{r.ID, r.Title})
	}
	return out
}

// IDs lists every id, in the order of Titles.
func (c *Catalogue) IDs() []string {
	var ids []string
	for _, t := range c.Titles() {
		ids = append(ids, t.ID)
	}
	return ids
}

// Contents lists every id with its title, as a document.
func (c *Catalogue) Contents() *document.Document {
	var list []document.Item
	for _, t := range c.Titles() {
		list = append(list, document.Item{Label: t.ID, Text: t.Text})
	}
	return labelled("What can be explained", list)
}

func labelled(title string, texts []document.Item) *document.Document {
	return &document.Document{Title: title, Sections: []document.Section{{Labelled: texts}}}
}
