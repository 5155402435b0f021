package interview

import (
	"cmp"
	"fmt"
	"slices"

	"forewarn/audit/planfile"
)

// conflictPage shows an entry as somebody else has left it in the file meanwhile, beside
// what was given here, and asks which of the two stays. p is the page on which value was
// given. Until one is chosen, value is named among what is in no file, and the page asks
// again.
func (f *flow) conflictPage(p *page, value string, conflict *planfile.ConflictError) *page {
	const theirs, mine = "theirs", "mine"
	now := f.entryInWords(conflict.Path)
	if conflict.Gone {
		now = "nothing: it was taken out of the file"
		if p.gone != nil {
			p.gone()
		}
	}
	p.disputed = conflict
	f.kept.unsaved[p.ask] = p.labelOf(value)
	out := &page{
		where: "Changed meanwhile",
		about: p.ask,
		ask:   "Somebody else has changed this in the file meanwhile. Which of the two stays?",
		choices: []choice{
			{value: theirs, label: "What is in the file now: " + now},
			{value: mine, label: "What you have just given: " + p.labelOf(value)},
		},
		step: p.step,
	}
	out.back = func() { f.show(p) }
	out.leave = out.back
	out.accept = func(which string) error {
		p.disputed = nil
		if which == mine {
			f.show(p)
			return f.settle(p, value, p.accept(value))
		}
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

// entryInWords is what the plan says at a path.
func (f *flow) entryInWords(path []string) string {
	plan := f.store.Plan()
	if len(path) == 3 && path[0] == "answers" {
		a := plan.Answer(path[1], path[2])
		if _, q := f.opts.Bank.Question(path[2]); q != nil && a.Level != nil {
			return q.Numbered(*a.Level)
		}
		return a.InShort()
	}
	return cmp.Or(text(plan.Value(path...)), "something else")
}

// labelOf is a value of the page as it was shown.
func (p *page) labelOf(value string) string {
	i := slices.IndexFunc(p.choices, func(c choice) bool { return c.value == value })
	switch {
	case i < 0:
		return fmt.Sprintf("“%s”", value)
	case p.rungs && p.choices[i].key >= "0" && p.choices[i].key <= "4":
		return p.choices[i].key + " – " + p.choices[i].label
	}
	return p.choices[i].label
}
