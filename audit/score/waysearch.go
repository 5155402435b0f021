package score

import (
	"cmp"
	"math/big"
	"slices"
	"sort"

	"forewarn/questions"
)

// found is the cheapest way by its numbers.
type found struct {
	cost   int
	raised []raise
	always map[string]bool // of the questions raised, whether each is in every cheapest way
}

// raise brings one question to a level.
type raise struct {
	entry *entry
	to    int
}

// option is a level that a question can be brought to, or be left at.
type option struct {
	level, cost, gain int // the gain is in rungs times the question's weight
}

// part is a section with what can be done in it: the knapsack is filled section by
// section, so that only the points of a front of each have to be put together.
type part struct {
	unit    wide // what a rung of weight 1 is worth
	least   int  // gain without which the section would hold the grade
	ranks   []int
	options [][]option
}

// point is a cost, and the most that it can buy.
type point struct {
	cost int
	gain wide
}

// problem is what a way has to bring, in units of one denominator.
type problem struct {
	entries []*entry // by id
	scale   *big.Int // of the units
	need    wide     // above what there is
	floor   bool     // whether a section under 25 would hold the grade
}

// cheapest returns the cheapest way into a band by any of the floors: of several the
// one with the fewest questions, then the highest score, then the first ids. It is nil
// when the numbers are too large.
func (s *sheet) cheapest(b Band, ways []floors) *found {
	p, ok := s.problem(b)
	if !ok {
		return nil
	}
	cost, tables := -1, []*table(nil)
	for _, f := range ways {
		t := p.table(s, f)
		switch c := t.cost(p.need); {
		case cost < 0 || c < cost:
			cost, tables = c, []*table{t}
		case c == cost:
			tables = append(tables, t)
		}
	}
	var best *pick
	for _, t := range tables {
		if found := t.best(cost, p.need); best == nil || found.before(best) {
			best = found
		}
	}
	out := &found{cost: cost, always: map[string]bool{}}
	for rank, to := range best.levels {
		if to == kept {
			continue
		}
		e := p.entries[rank]
		out.raised = append(out.raised, raise{e, int(to)})
		avoidable := func(t *table) bool { return t.avoidable(rank, int(to), cost, p.need) }
		out.always[e.ID] = !slices.ContainsFunc(tables, avoidable)
	}
	return out
}

// problem puts the band in units of which every rung of every question brings a whole
// number; ok is false when there would be too many of them.
func (s *sheet) problem(b Band) (p *problem, ok bool) {
	p = &problem{entries: slices.Clone(s.scored), scale: big.NewInt(questions.MaxLevel * 25), floor: b.Grade < sectionCap}
	slices.SortFunc(p.entries, func(x, y *entry) int { return cmp.Compare(x.ID, y.ID) })
	for i := range s.sections {
		if w := s.sections[i].weight; w > 0 {
			weight := big.NewInt(w)
			common := new(big.Int).GCD(nil, nil, p.scale, weight)
			p.scale.Mul(p.scale, weight.Div(weight, common))
		}
	}
	// 100 points are all of the weight, at the highest level.
	all := new(big.Int).Mul(p.scale, big.NewInt(s.weight*questions.MaxLevel))
	if all.BitLen() >= wideBits {
		return nil, false
	}
	lacks := new(big.Rat).Sub(big.NewRat(b.From, 100), new(big.Rat).Quo(s.score(atLow), big.NewRat(100, 1)))
	if lacks.Sign() > 0 {
		lacks.Mul(lacks, new(big.Rat).SetInt(all))
		p.need = widened(lacks.Num()) // the scale makes it whole
	}
	return p, true
}

// table holds the parts with what can be bought in them, alone and together.
type table struct {
	parts []*part
	front [][]point // of each part
	after [][]point // of all parts from each on
	apart [][]point // of all parts but each, once it was asked for
}

// table fills the knapsack of every section with floors under its questions.
func (p *problem) table(s *sheet, f floors) *table {
	t := &table{}
	for i := range s.sections {
		if sec := &s.sections[i]; sec.weight > 0 {
			t.parts = append(t.parts, p.part(sec, f))
		}
	}
	t.after = make([][]point, len(t.parts)+1)
	t.after[len(t.parts)] = []point{{}}
	t.front, t.apart = make([][]point, len(t.parts)), make([][]point, len(t.parts))
	for i := len(t.parts) - 1; i >= 0; i-- {
		t.front[i] = t.parts[i].front(t.parts[i].most(-1))
		t.after[i] = merge(t.front[i], t.after[i+1])
	}
	return t
}

// part lists what can be done in a section.
func (p *problem) part(sec *section, f floors) *part {
	out := &part{}
	unit := new(big.Int).Mul(p.scale, big.NewInt(int64(sec.Weight)))
	out.unit = widened(unit.Div(unit, big.NewInt(sec.weight)))
	if p.floor {
		out.least = max(0, int(sec.weight*sectionFloor/25-sec.rungs(atLow)))
	}
	for rank, e := range p.entries {
		if e.section == sec {
			out.ranks = append(out.ranks, rank)
			out.options = append(out.options, e.options(f[e]))
		}
	}
	return out
}

// options lists the levels that a question can be brought to: of those at the same
// cost only the highest, and to none under the floor.
func (e *entry) options(floor int) []option {
	low := e.level[atLow]
	var out []option
	for level := max(low, floor); level <= questions.MaxLevel; level++ {
		o := option{level: level, gain: e.Weight * (level - low)}
		if level > low {
			m := e.reach(level)
			o.cost = m.effort()
		}
		if n := len(out); n > 0 && out[n-1].cost == o.cost {
			out = out[:n-1]
		}
		out = append(out, o)
	}
	return out
}

// most returns the greatest gain at each cost exactly, or -1, without one of the
// questions unless that is -1.
func (p *part) most(without int) []int {
	best := []int{0}
	for i, options := range p.options {
		if i == without {
			continue
		}
		more := slices.Repeat([]int{-1}, len(best)+options[len(options)-1].cost)
		for cost, gain := range best {
			if gain < 0 {
				continue
			}
			for _, o := range options {
				more[cost+o.cost] = max(more[cost+o.cost], gain+o.gain)
			}
		}
		best = more
	}
	return best
}

// front returns the gains that no lower cost brings, as far as they are enough for the
// section.
func (p *part) front(most []int) []point {
	var out []point
	last := p.least - 1
	for cost, gain := range most {
		if gain > last {
			out = append(out, point{cost, p.unit.times(gain)})
			last = gain
		}
	}
	return out
}

// merge returns the front of two fronts. None is ever empty: there is always the highest
// level of all.
func merge(a, b []point) []point {
	best := make([]wide, a[len(a)-1].cost+b[len(b)-1].cost+1)
	has := make([]bool, len(best))
	for _, x := range a {
		for _, y := range b {
			if cost, gain := x.cost+y.cost, x.gain.plus(y.gain); !has[cost] || best[cost].less(gain) {
				best[cost], has[cost] = gain, true
			}
		}
	}
	var out []point
	for cost, gain := range best {
		if has[cost] && (len(out) == 0 || out[len(out)-1].gain.less(gain)) {
			out = append(out, point{cost, gain})
		}
	}
	return out
}

// buys reports whether a front brings so much, on top of what there is, within a cost.
func buys(front []point, cost int, has, need wide) bool {
	i := sort.Search(len(front), func(i int) bool { return front[i].cost > cost })
	return i > 0 && !has.plus(front[i-1].gain).less(need)
}

// cost is the least that brings what is needed. There is always one: at the highest
// level of all, nothing is lacking.
func (t *table) cost(need wide) int {
	all := t.after[0]
	return all[sort.Search(len(all), func(i int) bool { return !all[i].gain.less(need) })].cost
}

// others returns the front of all parts but one.
func (t *table) others(but int) []point {
	if t.apart[but] == nil {
		front := t.after[but+1]
		for i := but - 1; i >= 0; i-- {
			front = merge(t.front[i], front)
		}
		t.apart[but] = front
	}
	return t.apart[but]
}

// avoidable reports whether what is needed can be had at this cost also with the
// question of a rank at another level.
func (t *table) avoidable(rank, level, cost int, need wide) bool {
	at := slices.IndexFunc(t.parts, func(p *part) bool { return slices.Contains(p.ranks, rank) })
	p, others := t.parts[at], t.others(at)
	i := slices.Index(p.ranks, rank)
	most := p.most(i)
	for _, o := range p.options[i] {
		if o.level == level {
			continue
		}
		for c, gain := range most {
			if gain >= 0 && gain+o.gain >= p.least && buys(others, cost-c-o.cost, p.unit.times(gain+o.gain), need) {
				return true
			}
		}
	}
	return false
}
