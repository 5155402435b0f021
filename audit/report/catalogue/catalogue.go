// Package catalogue is what the program can ask, warn of and find fault with:
// the bank and the rules together, one entry at a time or as a whole.
package catalogue

import (
	"iter"
	"slices"

	"forewarn/audit/report"
	"forewarn/audit/report/document"
	"forewarn/audit/rules"
	"forewarn/audit/score"
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

// Titles yields every id with its title: the questions as they are asked, then
// the warnings, then the rules.
func (c *Catalogue) Titles() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, qn := range c.bank.Questionnaires {
			for _, q := range qn.Questions {
				if !yield(q.ID, q.Ask) {
					return
				}
			}
		}
		for _, w := range c.bank.Warnings {
			if !yield(w.ID, w.Title) {
				return
			}
		}
		for _, r := range c.rules {
			if !yield(r.ID, r.Title) {
				return
			}
		}
	}
}

// IDs lists every id, in the order of Titles.
func (c *Catalogue) IDs() []string {
	var ids []string
	for id := range c.Titles() {
		ids = append(ids, id)
	}
	return ids
}

// Contents lists every id with its title, as a document.
func (c *Catalogue) Contents() *document.Document {
	var list []document.Item
	for id, title := range c.Titles() {
		list = append(list, document.Item{Label: id, Text: title})
	}
	return labelled("What can be explained", list)
}

// Entry explains a question, a warning or a rule. It is nil when there is no such
// id.
func (c *Catalogue) Entry(id string) *document.Document {
	if qn, q := c.bank.Question(id); q != nil {
		return labelled(q.Ask, c.question(qn, q))
	}
	if w := c.bank.Warning(id); w != nil {
		return labelled(w.Title, c.warning(w))
	}
	if i := slices.IndexFunc(c.rules, func(r rules.Rule) bool { return r.ID == id }); i >= 0 {
		r := &c.rules[i]
		return labelled(r.Title, append([]document.Item{{Label: "Finding", Text: r.ID}}, finding(r)...))
	}
	return nil
}

func labelled(title string, texts []document.Item) *document.Document {
	return &document.Document{Title: title, Sections: []document.Section{{Labelled: texts}}}
}

// Rules lists what a finding can name, as reports list it: the warnings, then
// the rules.
func (c *Catalogue) Rules() []report.Rule {
	var out []report.Rule
	for i := range c.bank.Warnings {
		w := &c.bank.Warnings[i]
		out = append(out, report.Rule{ID: w.ID, Title: w.Title, Severity: score.SeverityOf(w.Cap).String(), Help: help(c.warning(w)[1:])})
	}
	for i := range c.rules {
		r := &c.rules[i]
		out = append(out, report.Rule{ID: r.ID, Title: r.Title, Severity: r.Severity.String(), Help: help(finding(r))})
	}
	return out
}

func help(texts []document.Item) string {
	var list [][2]string
	for _, i := range texts {
		list = append(list, [2]string{i.Label, i.Text})
	}
	return report.Help(list)
}

// check words what the records must show for a check, as the end of a sentence
// that begins with "until".
func check(id string) string {
	checks := score.Checks()
	return checks[slices.IndexFunc(checks, func(c score.Check) bool { return c.ID == id })].Means
}
