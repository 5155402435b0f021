package planfile

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
	"forewarn/questions"
)

// Tally is how answer sheets fell on one question, without names.
type Tally struct {
	Counts        []int `yaml:"counts,required"` // sheets a level, from 0 to questions.MaxLevel
	Unknown       int   `yaml:"unknown"`         // sheets that say don't know
	NotApplicable int   `yaml:"not_applicable"`
}

// Heard is what a workshop made of a question: how the sheets of all fell, and those of
// each role that is large enough to be shown.
type Heard struct {
	Counts        []int            `yaml:"counts,required"`
	Unknown       int              `yaml:"unknown"`
	NotApplicable int              `yaml:"not_applicable"`
	Roles         map[string]Tally `yaml:"roles"` // by the name of the role
}

// All is how the sheets of all roles fell.
func (h *Heard) All() Tally {
	return Tally{Counts: h.Counts, Unknown: h.Unknown, NotApplicable: h.NotApplicable}
}

// Known is how many sheets gave a level.
func (t Tally) Known() int {
	sum := 0
	for _, n := range t.Counts {
		sum += n
	}
	return sum
}

// Sheets is how many said anything to the question.
func (t Tally) Sheets() int { return t.Known() + t.Unknown + t.NotApplicable }

// Median is the lower median of the levels that were given (SCORING 8); ok is false when
// none was.
func (t Tally) Median() (level int, ok bool) {
	half, sum := (t.Known()+1)/2, 0
	for level, n := range t.Counts {
		if sum += n; n > 0 && sum >= half {
			return level, true
		}
	}
	return 0, false
}

// answer is what the sheets say together: don't know where half or more of those who
// said either did not know; blank where the question applies to nobody.
func (t Tally) answer(on time.Time) Answer {
	level, ok := t.Median()
	switch {
	case t.Unknown > 0 && 2*t.Unknown >= t.Known()+t.Unknown:
		return Answer{Unknown: NobodyYet, On: on}
	case ok:
		return Answer{Level: &level, On: on}
	}
	return Answer{}
}

// Hear writes how the sheets of a workshop fell, by question, in one save, and returns
// the ids of the questions whose answer it wrote. The answer is that of the sheets only
// where the plan had none, or that of the sheets before: what the room has agreed on, or
// somebody has answered, stays.
func (f *File) Hear(heard map[string]Heard, on time.Time) (answered []string, err error) {
	_, err = f.write([]string{"answers"}, func([]string) (draft, error) {
		answered = nil
		d := draft{src: f.file.Content(), plan: f.plan}
		for i := range f.bank.Questionnaires {
			qn := &f.bank.Questionnaires[i]
			for _, id := range qn.QuestionIDs() {
				h, ok := heard[id]
				if !ok {
					continue
				}
				a, is := f.plan.Answer(qn.ID, id).hearing(h, on)
				if is {
					answered = append(answered, id)
				}
				path := []string{"answers", qn.ID, id}
				var err error
				if d, err = f.edit(d, path, func(src []byte) ([]byte, error) { return yamldoc.Set(src, path, entries(a)) }); err != nil {
					return draft{}, err
				}
			}
		}
		return d, nil
	})
	return answered, err
}

// hearing is an answer with what was heard beside it. is reports whether that has become
// the answer.
func (a Answer) hearing(h Heard, on time.Time) (heard Answer, is bool) {
	given := a.State() != Blank
	if given && !a.IsHeard() {
		a.Heard = &h
		return a, false
	}
	said := h.All().answer(on)
	if given && saysTheSame(a, said) {
		a.Heard = &h
		return a, false
	}
	said.Note, said.Dissent, said.Heard = a.Note, a.Dissent, &h
	return said, said.State() != Blank
}

// IsHeard reports whether an answer is that of the sheets, and nobody has made it
// their own since.
func (a Answer) IsHeard() bool {
	return a.Heard != nil && a.Agreed.IsZero() && a.Evidence == nil && saysTheSame(a, a.Heard.All().answer(a.On))
}

// heardEntries lists what was heard, in the order in which it is written.
func heardEntries(h *Heard) yamldoc.Map {
	m := tallyEntries(h.All())
	if len(h.Roles) == 0 {
		return m
	}
	var roles yamldoc.Map
	for _, name := range slices.Sorted(maps.Keys(h.Roles)) {
		roles = append(roles, yamldoc.Entry{Key: name, Value: tallyEntries(h.Roles[name])})
	}
	return append(m, yamldoc.Entry{Key: "roles", Value: roles})
}

func tallyEntries(t Tally) yamldoc.Map {
	m := yamldoc.Map{{Key: "counts", Value: t.Counts}}
	if t.Unknown > 0 {
		m = append(m, yamldoc.Entry{Key: "unknown", Value: t.Unknown})
	}
	if t.NotApplicable > 0 {
		m = append(m, yamldoc.Entry{Key: "not_applicable", Value: t.NotApplicable})
	}
	return m
}

// mostSheets bounds what a tally can say.
const mostSheets = 1_000_000

// heard holds what was heard to sheets that can have been.
func (c *checker) heard(h *Heard, path []string) {
	all := h.All()
	if !c.tally(all, path) {
		return
	}
	sum := Tally{Counts: make([]int, questions.MaxLevel+1)}
	for _, name := range slices.Sorted(maps.Keys(h.Roles)) {
		role, at := h.Roles[name], append(slices.Clone(path), "roles", name)
		if yamldoc.IsBlank(name) {
			c.add(rules.WrongAnswer, at, "write the name of the role, or delete the entry", "a role has no name")
		}
		if !c.tally(role, at) {
			return
		}
		for i, n := range role.Counts {
			sum.Counts[i] += n
		}
		sum.Unknown += role.Unknown
		sum.NotApplicable += role.NotApplicable
	}
	for i, n := range sum.Counts {
		if n > all.Counts[i] {
			c.add(rules.WrongAnswer, append(slices.Clone(path), "roles"), "run forewarn workshop merge again", "the roles have more sheets at level %d than all together", i)
		}
	}
	if sum.Unknown > all.Unknown || sum.NotApplicable > all.NotApplicable {
		c.add(rules.WrongAnswer, append(slices.Clone(path), "roles"), "run forewarn workshop merge again", "the roles have more sheets than all together")
	}
}

func (c *checker) tally(t Tally, path []string) bool {
	at := append(slices.Clone(path), "counts")
	if len(t.Counts) != questions.MaxLevel+1 {
		c.add(rules.WrongType, at, fmt.Sprintf("write a number for each of the levels 0 to %d", questions.MaxLevel), "there are %d counts, not %d", len(t.Counts), questions.MaxLevel+1)
		return false
	}
	for _, n := range append([]int{t.Unknown, t.NotApplicable}, t.Counts...) {
		if n < 0 || n > mostSheets {
			c.add(rules.WrongType, path, "run forewarn workshop merge again", "a count of sheets is %d", n)
			return false
		}
	}
	if t.Sheets() == 0 {
		c.add(rules.WrongAnswer, path, "delete the entry", "nobody was heard")
		return false
	}
	return true
}
