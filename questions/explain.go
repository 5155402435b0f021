package questions

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

// Explain returns what there is to say about a question, a warning or a
// finding: a title, and labels with their texts in the order to show them. The
// texts are nil when the bank has no such id.
func (b *Bank) Explain(id string) (title string, texts iter.Seq2[string, string]) {
	if qn, q := b.Question(id); q != nil {
		return q.Ask, pairs(b.explainQuestion(qn, q))
	}
	if w := b.Warning(id); w != nil {
		return w.Title, pairs(b.explainWarning(w))
	}
	if f := b.Finding(id); f != nil {
		return f.Title, pairs([][2]string{{"Finding", f.ID}, {"Why it matters", f.Why}, {"What to do", f.Do}})
	}
	return "", nil
}

// IDs lists every id that Explain answers for.
func (b *Bank) IDs() []string {
	return slices.Concat(b.QuestionIDs(), b.WarningIDs(), b.FindingIDs())
}

// Contents lists every id that Explain answers for, with its title.
func (b *Bank) Contents() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, id := range b.IDs() {
			title, _ := b.Explain(id)
			if !yield(id, title) {
				return
			}
		}
	}
}

func (b *Bank) explainQuestion(qn *Questionnaire, q *Question) [][2]string {
	kind := ""
	if q.Core {
		kind = ", a core question"
	}
	list := [][2]string{
		{"Question", fmt.Sprintf("%s, in the questionnaire %s (weight %d of 3%s)", q.ID, qn.ID, q.Weight, kind)},
		{"Why it matters", q.Why},
	}
	for level, rung := range q.Rungs {
		list = append(list, [2]string{fmt.Sprintf("Level %d", level), rung})
		if level < MaxLevel {
			list = append(list, [2]string{"To climb", q.Next[level]})
		}
	}
	list = append(list, [2]string{"What shows it", q.Proof})
	for _, c := range q.Checks {
		list = append(list, [2]string{"Counts as level 1 at most, until", c.Means()})
	}
	if w := b.raisedBy(q.ID); len(w) > 0 {
		list = append(list, [2]string{"Warnings it can raise", strings.Join(w, ", ")})
	}
	return append(list, [2]string{"Sources", b.cites(q.Sources)})
}

// raisedBy lists the warnings that a low answer to the question can raise.
func (b *Bank) raisedBy(question string) []string {
	var ids []string
	for _, w := range b.Warnings {
		if slices.ContainsFunc(w.When, func(c Condition) bool { _, tested := c.AtMost[question]; return tested }) {
			ids = append(ids, w.ID)
		}
	}
	return ids
}

func (b *Bank) explainWarning(w *Warning) [][2]string {
	return [][2]string{
		{"Warning", w.ID + ", " + w.effect()},
		{"Raised when", w.raisedWhen()},
		{"How CRM projects failed this way", w.CRM},
		{"What it can look like here", w.Here},
		{"Do first", w.Do},
		{"Strength", strengthText(w.Strength)},
		{"Sources", b.cites(w.Sources)},
	}
}

// effect says what the warning does to the grade.
func (w *Warning) effect() string {
	if w.Cap == "" {
		return "a caution; it does not hold the grade down"
	}
	return "while it stands, the grade is at best " + w.Cap
}

// raisedWhen words the conditions.
func (w *Warning) raisedWhen() string {
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

func strengthText(strength string) string {
	switch strength {
	case "A":
		return "A, more than one independent source"
	case "B":
		return "B, one independent source"
	}
	return "C, the documents behind this audit alone"
}

// cites gives the sources as they are cited.
func (b *Bank) cites(ids []string) string {
	var out []string
	for _, id := range ids {
		if s := b.Source(id); s != nil {
			out = append(out, s.Cite)
		}
	}
	return strings.Join(out, "; ")
}

func pairs(list [][2]string) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, p := range list {
			if !yield(p[0], p[1]) {
				return
			}
		}
	}
}
