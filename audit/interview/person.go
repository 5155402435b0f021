package interview

import (
	"slices"

	"forewarn/audit/planfile"
)

// somebodyElse is the choice behind which a name is typed.
const somebodyElse = "somebody else"

// naming offers the names that the plan knows in front of a page on which one is
// typed. Who begins to type is there at once, as where there are no names.
func (f *flow) naming(typed *page, names []string, more ...choice) *page {
	if len(names) == 0 {
		return typed
	}
	p := *typed
	p.id, p.typed, p.cursor = typed.id+" name", false, names[0]
	p.write = func() {
		typed.back = func() { f.show(&p) }
		typed.leave = typed.back
		f.show(typed)
	}
	for _, name := range names {
		p.choices = append(p.choices, choice{value: name, label: name})
	}
	if p.value != "" && !slices.Contains(names, p.value) && !slices.ContainsFunc(more, func(c choice) bool { return c.value == p.value }) {
		p.choices = append(p.choices, choice{value: p.value, label: p.value})
	}
	p.choices = append(append(p.choices, choice{value: somebodyElse, label: "Somebody else."}), more...)
	p.accept = func(value string) error {
		if value == somebodyElse {
			p.write()
			return nil
		}
		return typed.accept(value)
	}
	if typed.doubt != nil {
		p.doubt = func(value string) string {
			if value == somebodyElse {
				return ""
			}
			return typed.doubt(value)
		}
	}
	return &p
}

// people are the names of persons in the plan, each once, in the order of the file.
func (f *flow) people() []string { return f.store.Plan().People() }

// others are those who can vouch for an answer: all but the owner, who gives it.
func (f *flow) others() []string {
	owner := f.store.Plan().Initiative.Owner
	return slices.DeleteFunc(f.people(), func(name string) bool {
		return planfile.Nothing(planfile.Evidence{Vouched: name}, owner) != nil
	})
}
