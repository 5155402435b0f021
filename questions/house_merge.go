package questions

import (
	"maps"
	"slices"
)

// clone copies a bank as far as a house may change it.
func (b *Bank) clone() *Bank {
	out := *b
	out.Questionnaires = slices.Clone(b.Questionnaires)
	for i := range out.Questionnaires {
		qn := &out.Questionnaires[i]
		qn.Questions = slices.Clone(qn.Questions)
	}
	out.Warnings, out.Prompts, out.Cases, out.Sources = slices.Clone(b.Warnings), slices.Clone(b.Prompts), slices.Clone(b.Cases), slices.Clone(b.Sources)
	for i := range out.Cases {
		c := &out.Cases[i]
		c.WentWell, c.WentBad = slices.Clone(c.WentWell), slices.Clone(c.WentBad)
	}
	out.Retired, out.Narrowed = maps.Clone(b.Retired), maps.Clone(b.Narrowed)
	return &out
}

// merge lays the file over the core.
func (h *house) merge(src []byte) {
	b, f := h.bank, &h.file
	b.ID, b.Version, b.Hash, b.Core = f.ID, f.Version, h.hash(src), h.core
	h.inOwnEditions()
	h.changeAll()
	for i, qn := range f.Questionnaires {
		b.Questionnaires = append(b.Questionnaires, h.questionnaire(questionnaireFile{
			name: ownFile(i), ID: qn.ID, Title: qn.Title, Weight: qn.Weight, About: qn.About, Scale: qn.Scale,
			Deep: qn.Deep, Records: qn.Records, Questions: qn.Questions,
		}))
	}
	b.Warnings = append(b.Warnings, f.Warnings...)
	b.Cases = append(b.Cases, f.Cases...)
	b.Sources = append(b.Sources, f.Sources...)
	for old, heir := range f.Retired {
		if b.Retired == nil {
			b.Retired = map[string]string{}
		}
		b.Retired[old] = heir
	}
}

// inOwnEditions words what the core says of its editions in those of the house, which
// the plans of the house name.
func (h *house) inOwnEditions() {
	for i := range h.bank.Questionnaires {
		qn := &h.bank.Questionnaires[i]
		qn.file = coreFile(qn.ID)
		for j := range qn.Questions {
			qn.Questions[j].Since = h.since(qn.Questions[j].Since)
		}
	}
	for fact, since := range h.bank.Narrowed {
		if h.bank.Narrowed[fact] = h.since(since); h.bank.Narrowed[fact] == "" {
			delete(h.bank.Narrowed, fact)
		}
	}
}

func (h *house) changeAll() {
	b, c := h.bank, &h.file.Changes
	each(h, "questionnaires", "questionnaire", c.Questionnaires, b.QuestionnaireIDs(), h.changeQuestionnaire)
	each(h, "questions", "question", c.Questions, h.core.QuestionIDs(), h.changeQuestion)
	each(h, "warnings", "warning", c.Warnings, b.WarningIDs(), h.changeWarning)
	each(h, "notes", "note", c.Notes, b.PromptIDs(), h.changeNote)
	each(h, "cases", "case", c.Cases, ids(b.Cases, func(c Case) string { return c.ID }), h.changeCase)
	each(h, "sources", "source", c.Sources, ids(b.Sources, func(s Source) string { return s.ID }), h.changeSource)
}

// each makes the changes of one kind, in the order of their ids, as far as the core has
// what they change.
func each[T any](h *house, key, what string, all map[string]T, known []string, change func(id string, c T)) {
	for _, id := range slices.Sorted(maps.Keys(all)) {
		if !slices.Contains(known, id) {
			h.at([]string{"changes", key, id}, "changes.%s: the built-in questions have no %s %q%s", key, what, id, h.meant(id, known))
			continue
		}
		change(id, all[id])
	}
}

func (h *house) changeQuestionnaire(id string, c questionnaireChange) {
	qn := h.bank.Questionnaire(id)
	put(&qn.Title, c.Title)
	put(&qn.About, c.About)
	put(&qn.Scale, c.Scale)
	if c.Weight != nil {
		qn.Weight = *c.Weight
	}
	for _, q := range c.Questions {
		qn.Questions = append(qn.Questions, h.question(qn.file, len(qn.Questions), q))
	}
}

func (h *house) changeQuestion(id string, c questionChange) {
	qn, q := h.bank.Question(id)
	i := slices.Index(qn.QuestionIDs(), id)
	put(&q.Since, c.Since)
	put(&q.Ask, c.Ask)
	put(&q.Why, c.Why)
	put(&q.Proof, c.Proof)
	if c.Weight != nil {
		q.Weight = *c.Weight
	}
	if c.Rungs != nil {
		h.exactly(qn.file, i, "rungs", c.Rungs, q.Rungs[:])
	}
	if c.Next != nil {
		h.exactly(qn.file, i, "next", c.Next, q.Next[:])
	}
	if c.Sources != nil {
		q.Sources = c.Sources
	}
}

func (h *house) changeWarning(id string, c warningChange) {
	w := h.bank.Warning(id)
	put(&w.Title, c.Title)
	put(&w.CRM, c.CRM)
	put(&w.Here, c.Here)
	put(&w.Do, c.Do)
	put(&w.Strength, c.Strength)
	put(&w.Cap, c.Cap)
	if c.Cap == noCap {
		w.Cap = ""
	}
	if c.Sources != nil {
		w.Sources = c.Sources
	}
}

// noCap makes a caution of a warning.
const noCap = "none"

func (h *house) changeNote(id string, c noteChange) {
	p := h.bank.Prompt(id)
	put(&p.Title, c.Title)
	put(&p.Why, c.Why)
	put(&p.Ask, c.Ask)
}

func (h *house) changeCase(id string, c caseChange) {
	x := h.bank.Case(id)
	put(&x.Name, c.Name)
	put(&x.Years, c.Years)
	put(&x.Kind, c.Kind)
	put(&x.Outcome, c.Outcome)
	if c.Facts != nil {
		x.Facts = c.Facts
	}
	h.changeLessons(id, "went_wrong", c.WentBad, x.WentBad)
	h.changeLessons(id, "done_well", c.WentWell, x.WentWell)
}

func (h *house) changeLessons(id, key string, says map[string]string, lessons []Lesson) {
	about := ids(lessons, func(l Lesson) string { return l.Warning })
	for _, warning := range slices.Sorted(maps.Keys(says)) {
		i := slices.Index(about, warning)
		if i < 0 {
			h.at([]string{"changes", "cases", id, key, warning}, "%s: nothing is told of the warning %q under %s%s", id, warning, key, h.meant(warning, about))
			continue
		}
		put(&lessons[i].Says, says[warning])
	}
}

func (h *house) changeSource(id string, c sourceChange) { put(&h.bank.Source(id).Cite, c.Cite) }

// put takes a text, unless it is left out.
func put(text *string, other string) {
	if other != "" {
		*text = other
	}
}
