package questions

import "slices"

// Case is an initiative that others have told and judged in public.
type Case struct {
	ID       string   `yaml:"id,required"`
	Name     string   `yaml:"name,required"`
	Years    string   `yaml:"years,required"`
	Kind     string   `yaml:"kind,required"`    // what it was, in a few words
	Outcome  string   `yaml:"outcome,required"` // with who judged it, and when
	Facts    []string `yaml:"facts,required"`   // three to five, dated
	WentWell []Lesson `yaml:"done_well"`
	WentBad  []Lesson `yaml:"went_wrong"`
	Sources  []string `yaml:"sources,required"`
}

// Lesson is what a case has to do with a warning.
type Lesson struct {
	Warning string   `yaml:"warning,required"`
	Says    string   `yaml:"says,required"` // one sentence, which names the case and the judge
	First   bool     `yaml:"first"`         // told before the others about its warning
	Reading string   `yaml:"reading,required" one:"cause ours"`
	Sources []string `yaml:"sources,required"`
}

// The readings of a lesson.
const (
	Cause = "cause" // a source itself gives it as a reason
	Ours  = "ours"  // a source has the fact; that it has to do with the warning is our reading
)

// Told is a lesson with the case that it comes from.
type Told struct {
	*Case
	*Lesson
}

// WentWrong lists the cases in which what a warning is about went wrong: the one that
// is marked as first, then those of which a source itself says so, else in the order of
// the bank.
func (b *Bank) WentWrong(warning string) []Told {
	return b.told(warning, func(c *Case) []Lesson { return c.WentBad })
}

// DoneWell lists the cases that did it differently, in the same order.
func (b *Bank) DoneWell(warning string) []Told {
	return b.told(warning, func(c *Case) []Lesson { return c.WentWell })
}

func (b *Bank) told(warning string, of func(*Case) []Lesson) []Told {
	var first, causes, ours []Told
	for i := range b.Cases {
		lessons := of(&b.Cases[i])
		for j := range lessons {
			told := Told{&b.Cases[i], &lessons[j]}
			switch {
			case told.Warning != warning:
			case told.First:
				first = append(first, told)
			case told.Reading == Cause:
				causes = append(causes, told)
			default:
				ours = append(ours, told)
			}
		}
	}
	return slices.Concat(first, causes, ours)
}
