package catalogue

import (
	"fmt"
	"strings"

	"forewarn/audit/printable"
	"forewarn/audit/report/document"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/questions"
)

// The parts of the whole that are not questionnaires.
const (
	warningsID = "warnings"
	promptsID  = "notes"
	casesID    = "cases"
	findingsID = "findings"
	sourcesID  = "sources"
)

// Whole is everything at once, with its parts leading to one another.
func (c *Catalogue) Whole() *document.Document {
	sections := []document.Section{c.front()}
	for i := range c.bank.Questionnaires {
		sections = append(sections, c.questionnaire(&c.bank.Questionnaires[i])...)
	}
	sections = append(sections, document.Section{
		ID: warningsID, Title: "Warnings", Level: 1,
		Paragraphs: []string{"How projects of customer relationship management (CRM) failed, and when a plan looks like them."},
	})
	for i := range c.bank.Warnings {
		sections = append(sections, c.warningSection(&c.bank.Warnings[i]))
	}
	sections = append(sections, document.Section{
		ID: promptsID, Title: "Notes", Level: 1,
		Paragraphs: []string{"What a plan's own words give rise to. Notes err often, so they touch no score, no grade and no gate, and are shown only on demand."},
	})
	for i := range c.bank.Prompts {
		sections = append(sections, promptSection(&c.bank.Prompts[i]))
	}
	sections = append(sections, document.Section{
		ID: casesID, Title: "Cases", Level: 1,
		Paragraphs: []string{"What happened elsewhere, as others have told and judged it. Each verdict names its judge. Where a source itself gives a reason, it says so; else the tie to a warning is our reading."},
	})
	for i := range c.bank.Cases {
		sections = append(sections, c.caseSection(&c.bank.Cases[i]))
	}
	sections = append(sections, document.Section{
		ID: findingsID, Title: "Findings", Level: 1,
		Paragraphs: []string{"What is wrong with a file, or missing from its records."},
	})
	for i := range c.rules {
		sections = append(sections, findingSection(&c.rules[i]))
	}
	return &document.Document{Title: "Questions, warnings, cases and findings", Sections: append(sections, c.sources())}
}

// front says how to read the rest, and lists its parts.
func (c *Catalogue) front() document.Section {
	parts := document.Table{Head: []document.Column{{Title: "questionnaire"}, {Title: "weight", Number: true}, {Title: "questions", Number: true}}}
	for _, qn := range c.bank.Questionnaires {
		parts.Add(document.Cell{Text: qn.Title, Anchor: qn.ID}, document.Cell{Text: fmt.Sprint(qn.Weight)}, document.Cell{Text: fmt.Sprint(len(qn.Questions))})
	}
	parts.Add(document.Cell{Text: "Warnings", Anchor: warningsID}, document.Cell{}, document.Cell{})
	parts.Add(document.Cell{Text: "Notes", Anchor: promptsID}, document.Cell{}, document.Cell{})
	parts.Add(document.Cell{Text: "Cases", Anchor: casesID}, document.Cell{}, document.Cell{})
	parts.Add(document.Cell{Text: "Findings", Anchor: findingsID}, document.Cell{}, document.Cell{})
	return document.Section{
		Paragraphs: append(c.about(),
			"Of a question's five lines, choose the highest one whose every word is true today. A level counts up to 2 as it stands, up to 3 when somebody vouches for it, and up to 4 when something shows it.",
		),
		Table: parts,
	}
}

// about says which questions these are, and how to have them printed.
func (c *Catalogue) about() []string {
	if c.bank.Core == nil {
		return []string{fmt.Sprintf("What forewarn asks and says, in the version %s %s. This page is printed by forewarn explain --all -o markdown, and one entry by forewarn explain ID.", c.bank.ID, c.bank.Version)}
	}
	says := []string{fmt.Sprintf("What forewarn asks and says by the bank %s %s, on top of the built-in questions %s %s. This page is printed by forewarn bank show, and one entry by forewarn explain ID.",
		c.bank.ID, c.bank.Version, c.bank.Core.ID, c.bank.Core.Version)}
	if changed := score.Reweighed(c.bank.Reweighed()); changed.Working != "" {
		says = append(says, printable.Capital(changed.Working)+".")
	}
	return says
}

func (c *Catalogue) questionnaire(qn *questions.Questionnaire) []document.Section {
	about := fmt.Sprintf("%s Weight %d", qn.About, qn.Weight)
	if qn.Deep {
		about += "; asked only when the plan names it"
	}
	out := []document.Section{{ID: qn.ID, Title: qn.Title, Level: 1, Paragraphs: []string{about + "."}}}
	for i := range qn.Questions {
		out = append(out, c.questionSection(&qn.Questions[i]))
	}
	return out
}

func (c *Catalogue) questionSection(q *questions.Question) document.Section {
	kind := fmt.Sprintf("Weight %d of 3", q.Weight)
	if q.Core {
		kind += ", a core question"
	}
	if q.NotApplicable {
		kind += "; may be answered with not applicable"
	}
	s := document.Section{
		ID: q.ID, Title: q.ID, Level: 2, Lead: q.Ask, Paragraphs: []string{kind + ".", q.Why},
		Table: document.Table{Head: []document.Column{{Title: "level", Number: true}, {Title: "what is true"}, {Title: "how to climb"}}},
		Items: []document.Item{{Label: "What shows it", Text: q.Proof}},
	}
	for level, rung := range q.Rungs {
		climb := ""
		if level < questions.MaxLevel {
			climb = q.Next[level]
		}
		s.Table.Add(document.Cell{Text: fmt.Sprint(level)}, document.Cell{Text: rung}, document.Cell{Text: climb})
	}
	for _, id := range q.Checks {
		s.Items = append(s.Items, document.Item{Label: "Counts as level 1 at most", Text: "until " + check(id) + "."})
	}
	s.Items = append(s.Items, document.Item{Label: "Effort of a rung", Text: fmt.Sprintf("%d of 5.", q.Effort)})
	for _, at := range c.shown(q.ID) {
		s.Items = append(s.Items, document.Item{Label: "Where would you be if", Text: fmt.Sprintf("%s That is level %d: “%s”.", at.Text, at.Level, at.Decides)})
	}
	if w := c.raisedBy(q.ID); len(w) > 0 {
		s.Items = append(s.Items, document.Item{Label: "Warnings it can raise", Refs: refs(w)})
	}
	s.Items = append(s.Items, document.Item{Label: "Sources", Refs: sourceRefs(q.Sources)})
	return s
}

func (c *Catalogue) warningSection(w *questions.Warning) document.Section {
	s := document.Section{
		ID: w.ID, Title: w.ID, Level: 2, Lead: w.Title, Paragraphs: []string{effect(w) + "."},
		Items: []document.Item{
			{Label: "Raised when", Text: raisedWhen(w) + "."},
			{Label: "How CRM projects failed this way", Text: w.CRM},
			{Label: "What it can look like here", Text: w.Here},
			{Label: "Do first", Text: w.Do},
		},
	}
	if cases := append(c.bank.WentWrong(w.ID), c.bank.DoneWell(w.ID)...); len(cases) > 0 {
		var ids []string
		for _, t := range cases {
			ids = append(ids, t.Case.ID)
		}
		s.Items = append(s.Items, document.Item{Label: "Cases", Refs: refs(ids)})
	}
	s.Items = append(s.Items,
		document.Item{Label: "Strength", Text: strength(w.Strength) + "."},
		document.Item{Label: "Sources", Refs: sourceRefs(w.Sources)})
	return s
}

func promptSection(p *questions.Prompt) document.Section {
	return document.Section{ID: p.ID, Title: p.ID, Level: 2, Lead: p.Title, Items: prompt(p)}
}

func (c *Catalogue) caseSection(x *questions.Case) document.Section {
	s := document.Section{
		ID: x.ID, Title: x.ID, Level: 2, Lead: x.Name + ", " + x.Years,
		Paragraphs: append([]string{printable.Capital(x.Kind) + ". " + x.Outcome}, strings.Join(x.Facts, " ")),
	}
	s.Items = append(s.Items, lessons("Went wrong", x.WentBad)...)
	s.Items = append(s.Items, lessons("Done well", x.WentWell)...)
	s.Items = append(s.Items, document.Item{Label: "Sources", Refs: sourceRefs(x.Sources)})
	return s
}

func findingSection(r *rules.Rule) document.Section {
	return document.Section{ID: r.ID, Title: r.ID, Level: 2, Lead: r.Title, Paragraphs: []string{r.Why, "What to do: " + r.Do}}
}

// sources lists what is cited.
func (c *Catalogue) sources() document.Section {
	out := document.Section{ID: sourcesID, Title: "Sources", Level: 1}
	for _, s := range c.bank.Sources {
		out.Items = append(out.Items, document.Item{ID: sourceID(s.ID), Label: s.ID, Text: s.Cite})
	}
	return out
}

// sourceID tells a source from a question or a warning of the same id.
func sourceID(id string) string { return "source-" + id }

func sourceRefs(ids []string) []document.Ref {
	out := make([]document.Ref, len(ids))
	for i, id := range ids {
		out[i] = document.Ref{Text: id, ID: sourceID(id)}
	}
	return out
}

func refs(ids []string) []document.Ref {
	out := make([]document.Ref, len(ids))
	for i, id := range ids {
		out[i] = document.Ref{Text: id, ID: id}
	}
	return out
}
