package interview

import (
	"fmt"
	"slices"
	"strconv"

	"forewarn/audit/planfile"
	"forewarn/questions"
)

// conflictPage shows an entry as somebody else has left it in the file meanwhile, beside
// what was given here, and asks which of the two stays. p is the page on which value was
// given. Until one is chosen, value is named among what is in no file, and the page asks
// again.
func (f *flow) conflictPage(p *page, value string, conflict *planfile.ConflictError) *page {
	const theirs, mine = "theirs", "mine"
	now, given := f.sides(p, value, conflict)
	if conflict.Gone && p.gone != nil {
		p.gone()
	}
	p.disputed = conflict
	f.kept.fail(p, value, conflict)
	out := &page{
		where: "Changed meanwhile",
		about: p.ask,
		ask:   "Somebody else has changed this in the file meanwhile. Which of the two stays?",
		choices: []choice{
			{value: theirs, label: "What is in the file now: " + now},
			{value: mine, label: "What you have just given: " + given},
		},
		step:    p.step,
		drafted: true, // the page that it is about keeps what is not saved
	}
	out.back = func() { f.show(p) }
	out.leave = out.back
	out.accept = func(which string) error {
		if which == mine {
			return f.insist(p, value, conflict)
		}
		p.disputed, f.yielded = nil, true
		f.kept.forget(p)
		f.openAnew(f.at)
		f.notice = "Kept as it is in the file."
		return nil
	}
	if conflict.Gone && p.gone == nil {
		out.choices = out.choices[:1]
	}
	return out
}

// insist puts what was given in place of theirs. What is answered further on the page
// may be a part of what was given: the rest of it is put back first.
func (f *flow) insist(p *page, value string, conflict *planfile.ConflictError) error {
	if conflict.Given != nil {
		if err := f.store.SetAnswer(conflict.Path[1], conflict.Path[2], *conflict.Given); err != nil {
			return f.settle(p, value, err)
		}
	}
	p.disputed = nil
	f.show(p)
	return f.settle(p, value, p.accept(value))
}

// sides are in words what is in the file now, and what was given here: of an answer, the
// part that both have changed.
func (f *flow) sides(p *page, value string, conflict *planfile.ConflictError) (now, given string) {
	given = p.labelOf(value)
	switch {
	case conflict.Gone:
		return "nothing: it was taken out of the file", given
	case conflict.Part == "":
		return f.entryInWords(conflict.Path), given
	}
	questionnaire, question := conflict.Path[1], conflict.Path[2]
	_, q := f.opts.Bank.Question(question)
	step := Step{Question: q, Questionnaire: f.opts.Bank.Questionnaire(questionnaire)}
	now = partInWords(q, f.carried(step), conflict.Part)
	if p.disputed == nil && conflict.Given != nil { // else something else may have been given since
		given = partInWords(q, *conflict.Given, conflict.Part)
	}
	return now, given
}

// partInWords is what a part of an answer says.
func partInWords(q *questions.Question, a planfile.Answer, part planfile.Part) string {
	switch {
	case part == planfile.PartNote:
		return quoted(a.Note)
	case part == planfile.PartDissent:
		return quoted(a.Dissent)
	case a.State() == planfile.Blank:
		return "no answer"
	case a.State() == planfile.DontKnow:
		return "not known: " + whoKnows(a.Unknown)
	case a.State() == planfile.NotApplicable:
		return "it does not apply: " + a.NotApplicable
	}
	said := q.Numbered(*a.Level)
	if a.Evidence != nil {
		said += fmt.Sprintf(" (%s, %s)", evidenceInWords(a.Evidence), a.Evidence.On.Format(dateLayout))
	}
	return said
}

// quoted is a text in quotation marks, or that there is none.
func quoted(text string) string {
	if text == "" {
		return "nothing"
	}
	return fmt.Sprintf("“%s”", text)
}

// entryInWords is what the plan says at a path: a value, or a record by its name.
func (f *flow) entryInWords(path []string) string {
	plan := f.store.Plan()
	value := plan.Value(path...)
	if said := text(value); said != "" || value == nil {
		return quoted(said)
	}
	for i := range f.opts.Forms {
		last := len(path) - 1
		if l := (list{&f.opts.Forms[i], path[:last]}); l.form.Kind == path[max(last-1, 0)] {
			if n, err := strconv.Atoi(path[last]); err == nil {
				return quoted(l.label(plan, n)) + ", with changes"
			}
		}
	}
	return "something else"
}

// labelOf is a value of the page as it was shown.
func (p *page) labelOf(value string) string {
	i := slices.IndexFunc(p.choices, func(c choice) bool { return c.value == value })
	switch {
	case i < 0:
		return quoted(value)
	case p.rungs && p.choices[i].key >= "0" && p.choices[i].key <= "4":
		return p.choices[i].key + " – " + p.choices[i].label
	}
	return p.choices[i].label
}
