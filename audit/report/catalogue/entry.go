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
	for _, s := range c.shown(q.ID) {
		list = append(list, document.Item{Label: "Where would you be if", Text: fmt.Sprintf("%s That is level %d: “%s”.", s.Text, s.Level, s.Decides)})
	}
	return append(list, document.Item{Label: "Sources", Text: c.cites(q.Sources)})
}

// shown are the two situations of a question that are told: the first, and the first
// that is at another level.
func (c *Catalogue) shown(question string) []questions.Situation {
	all := c.situations[question]
	if len(all) == 0 {
		return nil
	}
	i := slices.IndexFunc(all, func(s questions.Situation) bool { return s.Level != all[0].Level })
	if i < 0 {
		return all[:1]
	}
	return []questions.Situation{all[0], all[i]}
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
	list := []document.Item{
		{Label: "Warning", Text: w.ID + ", " + effect(w)},
		{Label: "Raised when", Text: raisedWhen(w)},
		{Label: "How CRM projects failed this way", Text: w.CRM},
		{Label: "What it can look like here", Text: w.Here},
	}
	list = append(list, c.told("Where it went wrong", c.bank.WentWrong(w.ID))...)
	list = append(list, c.told("Where it was done differently", c.bank.DoneWell(w.ID))...)
	return append(list,
		document.Item{Label: "Do first", Text: w.Do},
		document.Item{Label: "Strength", Text: strength(w.Strength)},
		document.Item{Label: "Sources", Text: c.cites(w.Sources)},
	)
}

// told lists what happened elsewhere.
func (c *Catalogue) told(label string, cases []questions.Told) []document.Item {
	var list []document.Item
	for _, t := range cases {
		list = append(list, document.Item{Label: label, Text: fmt.Sprintf("%s (%s; %s)", t.Says, t.Case.ID, c.cites(t.Lesson.Sources))})
	}
	return list
}

// published tells a case.
func (c *Catalogue) published(x *questions.Case) []document.Item {
	list := []document.Item{
		{Label: "Case", Text: fmt.Sprintf("%s, %s: %s", x.ID, x.Years, x.Kind)},
		{Label: "What came of it", Text: x.Outcome},
	}
	for _, fact := range x.Facts {
		list = append(list, document.Item{Label: "Fact", Text: fact})
	}
	list = append(list, lessons("Went wrong", x.WentBad)...)
	list = append(list, lessons("Done well", x.WentWell)...)
	return append(list, document.Item{Label: "Sources", Text: c.cites(x.Sources)})
}

func lessons(label string, all []questions.Lesson) []document.Item {
	var list []document.Item
	for _, l := range all {
		list = append(list, document.Item{Label: label + ", " + l.Warning, Text: l.Says + " " + reading(l.Reading)})
	}
	return list
}

// reading says whose reading it is that a case has to do with a warning.
func reading(of string) string {
	if of == questions.Cause {
		return "(The source itself gives this as a reason.)"
	}
	return "(The fact is published; that it has to do with the warning is our reading.)"
}

// prompt says what words give rise to it, and how often it errs.
func prompt(p *questions.Prompt) []document.Item {
	h := p.Held
	return []document.Item{
		{Label: "Why it matters", Text: p.Why},
		{Label: "What to ask", Text: p.Ask},
		{Label: "Words", Text: strings.Join(p.Words, ", ")},
		{Label: "How often it errs", Text: fmt.Sprintf(
			"Of %d made-up sentences that it is meant for, it found %d. Of %d that only look like them, it quoted %d all the same. So it is a note, which touches no score, no grade and no gate.",
			h.Meant, h.Found, h.Alike, h.Quoted)},
		{Label: "To silence it", Text: fmt.Sprintf("dismissed: [{note: %s, at: objectives.answers, reason: …}] in the plan", p.ID)},
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

// now is the id of the question that an earlier one has become; empty for none.
func (c *Catalogue) now(id string) string {
	if heir := c.bank.Retired[id]; heir != "" {
		return heir
	}
	for _, qn := range c.bank.Questionnaires {
		for _, q := range qn.Questions {
			if q.Was == id && id != "" {
				return q.ID
			}
		}
	}
	return ""
}

// Entry explains a question, also by an earlier id, a warning, a prompt, a case or a
// rule. It is nil when there is no such id.
func (c *Catalogue) Entry(id string) *document.Document {
	if qn, q := c.bank.Question(id); q != nil {
		return labelled(q.Ask, c.question(qn, q))
	}
	if w := c.bank.Warning(id); w != nil {
		return labelled(w.Title, c.warning(w))
	}
	if p := c.bank.Prompt(id); p != nil {
		return labelled(p.Title, append([]document.Item{{Label: "Note", Text: p.ID}}, prompt(p)...))
	}
	if x := c.bank.Case(id); x != nil {
		return labelled(x.Name+", "+x.Years, c.published(x))
	}
	if now := c.now(id); now != "" {
		return c.Entry(now)
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
