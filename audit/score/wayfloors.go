package score

import (
	"maps"
	"slices"

	"forewarn/questions"
)

// floors are the levels that questions have to reach, beside the score.
type floors map[*entry]int

// maxFloors is how many ways to be rid of the warnings are weighed. Each warning that
// wants one of two answers doubles them.
const maxFloors = 256

// floorsFor returns the ways to be rid of every warning that holds the grade below this
// one: any of them will do, and none asks for all that another asks for. Where a warning
// stands whatever is answered, it says why there is none.
func floorsFor(alarms []alarm, grade string) (ways []floors, why string) {
	ways = []floors{{}}
	for i := range alarms {
		a := &alarms[i]
		if a.Cap <= grade {
			continue
		}
		for j := range a.conditions {
			c := &a.conditions[j]
			switch ways = c.broken(ways); {
			case len(ways) == 0:
				return nil, c.immovable(a)
			case len(ways) > maxFloors:
				return nil, "There are too many ways to be rid of the warnings for the cheapest to be worked out."
			}
		}
	}
	return ways, ""
}

// broken adds to each of the ways what it takes for the condition not to hold: that one
// of its tests fails. Facts stay as they are.
func (c *condition) broken(ways []floors) []floors {
	var out []floors
	for _, f := range ways {
		if !c.holds(f.level) {
			out = append(out, f)
			continue
		}
		for _, t := range c.tests {
			if t.atMost < questions.MaxLevel {
				more := maps.Clone(f)
				more[t.entry] = t.atMost + 1
				out = append(out, more)
			}
		}
	}
	return least(out)
}

// level is the lowest that the floors allow.
func (f floors) level(e *entry) int { return max(lowLevel(e), f[e]) }

// asksFor reports whether f asks for all that other asks for.
func (f floors) asksFor(other floors) bool {
	for e, level := range other {
		if f.level(e) < level {
			return false
		}
	}
	return true
}

// least leaves out what asks for all that another asks for.
func least(ways []floors) []floors {
	var out []floors
	for _, f := range ways {
		if slices.ContainsFunc(out, f.asksFor) {
			continue
		}
		out = slices.DeleteFunc(out, func(o floors) bool { return o.asksFor(f) })
		out = append(out, f)
	}
	return out
}
