package catalogue

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"forewarn/audit/report/document"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/questions"
)

// question says all that there is to say about a question.
func (c *Catalogue) question(qn *questions.Questionnaire, q *questions.Question) []document.Item {
	kind := ""
	if q.Core {
		kind = ", a core question"
	}
	list := []document.Item{
		{Label: "Question", Text: fmt.Sprintf("%s, in the questionnaire %s (weight %d of 3%s)", q.ID, qn.ID, q.Weight, kind)},
		{Label: "Why it matters", Text: q.Why},
	}
	for level, rung := range q.Rungs {
		list = append(list, document.Item{Label: fmt.Sprintf("Level %d", level), Text: rung})
		if level < questions.MaxLevel {
			list = append(list, document.Item{Label: "To climb", Text: q.Next[level]})
		}
	}
	list = append(list, document.Item{Label: "What shows it", Text: q.Proof})
	for _, id := range q.Checks {
		list = append(list, document.Item{Label: "Counts as level 1 at most", Text: "until " + check(id)})
	}
	if w := c.raisedBy(q.ID); len(w) > 0 {
		list = append(list, document.Item{Label: "Warnings it can raise", Text: strings.Join(w, ", ")})
	}
	return append(list, document.Item{Label: "Sources", Text: c.cites(q.Sources)})
}

// raisedBy lists the warnings that a low answer to the question can raise.
func (c *Catalogue) raisedBy(question string) []string {
	var ids []string
	for _, w := range c.bank.Warnings {
		if slices.ContainsFunc(w.When, func(c questions.Condition) bool { _, tested := c.AtMost[question]; return tested }) {
			ids = append(ids, w.ID)
		}
	}
	return ids
}

// warning says all that there is to say about a warning.
func (c *Catalogue) warning(w *questions.Warning) []document.Item {
	return []document.Item{
		{Label: "Warning", Text: w.ID + ", " + effect(w)},
		{Label: "Raised when", Text: raisedWhen(w)},
		{Label: "How CRM projects failed this way", Text: w.CRM},
		{Label: "What it can look like here", Text: w.Here},
		{Label: "Do first", Text: w.Do},
		{Label: "Strength", Text: strength(w.Strength)},
		{Label: "Sources", Text: c.cites(w.Sources)},
	}
}

// finding says what a rule means.
func finding(r *rules.Rule) []document.Item {
	return []document.Item{{Label: "Why it matters", Text: r.Why}, {Label: "What to do", Text: r.Do}}
}

// effect says what the warning does to the grade.
func effect(w *questions.Warning) string {
	if w.Cap == "" {
		return "a caution; it does not hold the grade down"
	}
	return "while it stands, the grade is at best " + w.Cap
}

// raisedWhen words the conditions.
func raisedWhen(w *questions.Warning) string {
	var any []string
	for _, c := range w.When {
		var all []string
		for _, fact := range slices.Sorted(maps.Keys(c.Facts)) {
			all = append(all, fmt.Sprintf("%s is %s", fact, c.Facts[fact]))
		}
		for _, id := range slices.Sorted(maps.Keys(c.AtMost)) {
			all = append(all, fmt.Sprintf("%s counts as level %d or lower", id, c.AtMost[id]))
		}
		any = append(any, strings.Join(all, " and "))
	}
	return strings.Join(any, ", or ")
}

func strength(letter string) string {
	switch letter {
	case "A":
		return "A, more than one independent source"
	case "B":
		return "B, one independent source"
	}
	return "C, the documents behind this audit alone"
}

// cites gives the sources as they are cited.
func (c *Catalogue) cites(ids []string) string {
	var out []string
	for _, id := range ids {
		if s := c.bank.Source(id); s != nil {
			out = append(out, s.Cite)
		}
	}
	return strings.Join(out, "; ")
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

// check words what the records must show for a check, as the end of a sentence
// that begins with "until".
func check(id string) string {
	checks := score.Checks()
	return checks[slices.IndexFunc(checks, func(c score.Check) bool { return c.ID == id })].Means
}
