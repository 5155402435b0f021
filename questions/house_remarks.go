package questions

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strconv"
)

// remarks lists what is no fault of the bank and that its author should know: rules
// that decide nothing, and rules that are quiet unless somebody asks for more.
func (h *house) remarks() []Fault {
	var out []Fault
	b := h.bank
	for i := range b.Warnings {
		w := &b.Warnings[i]
		path := h.written(warningsFile, []string{"warnings", strconv.Itoa(i)})
		say := func(path []string, format string, args ...any) {
			out = append(out, Fault{h.name, h.doc.At(path...), w.ID + ": " + fmt.Sprintf(format, args...)})
		}
		if i >= len(h.core.Warnings) {
			idle := b.idle(w)
			for _, j := range slices.Sorted(maps.Keys(idle)) {
				say(append(slices.Clone(path), "when", strconv.Itoa(j)), "condition %d never decides: wherever it holds, condition %d does", j+1, idle[j]+1)
			}
			if deep := b.onlyIn(w); len(deep) > 0 {
				say(path, "it can be raised only in plans that ask the deeper questions of %s", listed(deep))
			}
		}
		if band := b.without(w); w.Cap != "" && band >= w.Cap {
			say(append(slices.Clone(path), "cap"), "its cap of %s never lowers a grade: while it stands, the score alone earns %s at the most", w.Cap, band)
		}
	}
	return out
}

// idle finds the conditions of a warning that never decide, each with the one that
// holds wherever it does.
func (b *Bank) idle(w *Warning) map[int]int {
	out := map[int]int{}
	for j := range w.When {
		for k := range w.When {
			// Of two that are alike, the first one counts.
			if j == k || !w.When[j].implies(&w.When[k]) || w.When[k].implies(&w.When[j]) && j < k {
				continue
			}
			out[j] = k
			break
		}
	}
	return out
}

// implies reports whether other holds wherever c does.
func (c *Condition) implies(other *Condition) bool {
	for id, level := range other.AtMost {
		if mine, tested := c.AtMost[id]; !tested || mine > level {
			return false
		}
	}
	for fact, value := range other.Facts {
		if c.Facts[fact] != value {
			return false
		}
	}
	return true
}

// onlyIn lists the deeper questionnaires without which none of the conditions can hold.
func (b *Bank) onlyIn(w *Warning) []string {
	var needed []string
	for i, c := range w.When {
		var here []string
		for id := range c.AtMost {
			if qn, _ := b.Question(id); qn.Deep && !slices.Contains(here, qn.ID) {
				here = append(here, qn.ID)
			}
		}
		if i == 0 {
			needed = here
		}
		needed = slices.DeleteFunc(needed, func(id string) bool { return !slices.Contains(here, id) })
	}
	slices.Sort(needed)
	return needed
}

// without is the best grade that the score alone can have while a warning stands: with
// all else at its best, and every questionnaire asked, which is when a single question
// weighs least.
func (b *Bank) without(w *Warning) string {
	best := new(big.Rat)
	for _, c := range w.When {
		score := big.NewRat(100, 1)
		for _, id := range slices.Sorted(maps.Keys(c.AtMost)) {
			lost := big.NewRat(int64(MaxLevel-c.AtMost[id]), MaxLevel)
			score.Sub(score, lost.Mul(lost, b.worth(id)))
		}
		if score.Cmp(best) > 0 {
			best = score
		}
	}
	for _, band := range []struct {
		grade string
		from  int64
	}{{"A", 85}, {"B", 70}, {"C", 55}, {"D", 40}} {
		if best.Cmp(big.NewRat(band.from, 1)) >= 0 {
			return band.grade
		}
	}
	return "F"
}

// worth is what a question can bring where every questionnaire is asked, from 0 to 100.
func (b *Bank) worth(id string) *big.Rat {
	in, q := b.Question(id)
	all, inside := 0, 0
	for _, qn := range b.Questionnaires {
		all += qn.Weight
	}
	for i := range in.Questions {
		inside += in.Questions[i].Weight
	}
	return big.NewRat(int64(100*in.Weight*q.Weight), int64(all*inside))
}

// listed is a list in words.
func listed(names []string) string {
	out := ""
	for i, name := range names {
		switch {
		case i == 0:
		case i == len(names)-1:
			out += " and "
		default:
			out += ", "
		}
		out += name
	}
	return out
}
