package score

import (
	"cmp"
	"slices"
)

// pick is a choice of levels for some of the questions.
type pick struct {
	cost, count int
	gain        wide
	levels      []uint8 // by the rank of the question's id; kept for one that stays
}

// kept stands for a question that stays as it is: nothing is ever raised to level 0.
const kept = 0

// before reports whether a is the better of two ways that cost the same: fewer questions,
// then a higher score, then the first ids.
func (a *pick) before(b *pick) bool {
	if a.count != b.count {
		return a.count < b.count
	}
	return a.over(b)
}

// over reports whether a is the better of two choices of the same cost and count.
func (a *pick) over(b *pick) bool {
	if a.gain != b.gain {
		return b.gain.less(a.gain)
	}
	level := 0
	for i := range a.levels {
		x, y := a.levels[i], b.levels[i]
		if (x == kept) != (y == kept) {
			return x != kept
		}
		level = cmp.Or(level, int(x)-int(y))
	}
	return level > 0
}

// picks holds the best choice of each cost and count.
type picks map[[2]int]*pick

func (ps picks) offer(p *pick) {
	if old := ps[p.key()]; old == nil || p.over(old) {
		ps[p.key()] = p
	}
}

func (a *pick) key() [2]int { return [2]int{a.cost, a.count} }

// beaten reports whether a choice of the same cost and count gains more.
func (ps picks) beaten(p pick) bool {
	old := ps[p.key()]
	return old != nil && p.gain.less(old.gain)
}

// best is the best way of all that cost this and bring what is needed.
func (t *table) best(cost int, need wide) *pick {
	all := picks{{}: {levels: make([]uint8, t.questions())}}
	for i, p := range t.parts {
		enough := func(x *pick) bool { return buys(t.after[i+1], cost-x.cost, x.gain, need) }
		all = all.times(p.picks(cost, t.questions()), enough)
	}
	var best *pick
	for _, p := range all {
		if best == nil || p.before(best) {
			best = p
		}
	}
	return best
}

// times puts every choice together with every other, as far as the rest can still bring
// what is needed.
func (ps picks) times(others picks, enough func(*pick) bool) picks {
	out := picks{}
	for _, a := range ps {
		for _, b := range others {
			sum := pick{cost: a.cost + b.cost, count: a.count + b.count, gain: a.gain.plus(b.gain)}
			if enough(&sum) && !out.beaten(sum) {
				sum.levels = together(a.levels, b.levels)
				out.offer(&sum)
			}
		}
	}
	return out
}

// together puts choices for different questions together.
func together(a, b []uint8) []uint8 {
	out := slices.Clone(a)
	for i, level := range b {
		out[i] += level // one of them is kept
	}
	return out
}

func (t *table) questions() int {
	n := 0
	for _, p := range t.parts {
		n += len(p.ranks)
	}
	return n
}

// picks returns the best choices within a section, for each cost and count.
func (p *part) picks(cost, questions int) picks {
	all := picks{{}: {levels: make([]uint8, questions)}}
	for i, options := range p.options {
		more := picks{}
		for _, a := range all {
			more.raise(a, p.ranks[i], options, p.unit, cost)
		}
		all = more
	}
	for at, a := range all {
		if a.gain.less(p.unit.times(p.least)) {
			delete(all, at)
		}
	}
	return all
}

// raise offers a choice with each of the options for one more question, within a cost.
func (ps picks) raise(a *pick, rank int, options []option, unit wide, cost int) {
	for _, o := range options {
		if c := a.raised(o, unit); c.cost <= cost && !ps.beaten(c) {
			ps.offer(c.at(rank, o))
		}
	}
}

// raised is the choice with one more question, but for the level of that.
func (a *pick) raised(o option, unit wide) pick {
	out := *a
	if o.cost > 0 {
		out.cost += o.cost
		out.count++
		out.gain = out.gain.plus(unit.times(o.gain))
	}
	return out
}

// at sets the level of a question that was raised.
func (a pick) at(rank int, o option) *pick {
	if o.cost > 0 {
		a.levels = slices.Clone(a.levels)
		a.levels[rank] = uint8(o.level)
	}
	return &a
}
