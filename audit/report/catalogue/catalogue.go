// Package catalogue is what the program can ask, warn of and find fault with:
// the bank and the rules together, one entry at a time or as a whole.
package catalogue

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"forewarn/audit/report/document"
	"forewarn/audit/rules"
	"forewarn/questions"
)

// Catalogue explains the questions, warnings, prompts and cases of a bank, and the
// program's own rules. Each has an id of its own.
type Catalogue struct {
	bank       *questions.Bank
	rules      []rules.Rule
	situations map[string][]questions.Situation // by question
}

// New returns the catalogue of a bank.
func New(bank *questions.Bank) (*Catalogue, error) {
	all, err := rules.Load()
	if err != nil {
		return nil, err
	}
	situations, err := questions.Situations()
	// What was written for a question in other words may not fit these.
	maps.DeleteFunc(situations, func(id string, _ []questions.Situation) bool { return bank.Reworded(id) })
	return &Catalogue{bank: bank, rules: all, situations: situations}, err
}

// Title is what an id stands for, in one line.
type Title struct{ ID, Text string }

// Titles lists every id with its title: the questions as they are asked, then
// the warnings, the prompts, the cases, and the rules.
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
	for _, p := range c.bank.Prompts {
		out = append(out, Title{p.ID, p.Title})
	}
	for _, x := range c.bank.Cases {
		out = append(out, Title{x.ID, x.Name + ", " + x.Years})
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

// Contents lists every id with its title, as a document: the questions by
// questionnaire, then the warnings, the prompts, the cases, and the rules.
func (c *Catalogue) Contents() *document.Document {
	doc := &document.Document{Title: "What can be explained"}
	add := func(title string, list []Title) {
		doc.Sections = append(doc.Sections, document.Section{Title: title, Level: 1, Labelled: items(list)})
	}
	all := c.Titles()
	for _, qn := range c.bank.Questionnaires {
		add("Questions: "+qn.Title, all[:len(qn.Questions)])
		all = all[len(qn.Questions):]
	}
	for _, part := range []struct {
		title string
		n     int
	}{
		{"Warnings: how CRM projects failed", len(c.bank.Warnings)},
		{"Notes: what a plan's own words give rise to", len(c.bank.Prompts)},
		{"Cases: what happened elsewhere", len(c.bank.Cases)},
		{"Findings: what is found in a plan", len(c.rules)},
	} {
		if part.n > 0 {
			add(part.title, all[:part.n])
		}
		all = all[part.n:]
	}
	return doc
}

// Search lists the ids that have all of these words in them or in their title,
// whatever their case, in the order of Titles.
func (c *Catalogue) Search(words []string) []Title {
	var found []Title
	for _, t := range c.Titles() {
		text := strings.ToLower(t.ID + " " + t.Text)
		if !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(text, strings.ToLower(word)) }) {
			found = append(found, t)
		}
	}
	return found
}

// Found lists what a search has found, as a document.
func Found(words string, found []Title) *document.Document {
	return labelled(fmt.Sprintf("What has to do with %q", words), items(found))
}

func items(titles []Title) []document.Item {
	list := make([]document.Item, len(titles))
	for i, t := range titles {
		list[i] = document.Item{Label: t.ID, Text: t.Text}
	}
	return list
}

func labelled(title string, texts []document.Item) *document.Document {
	return &document.Document{Title: title, Sections: []document.Section{{Labelled: texts}}}
}
