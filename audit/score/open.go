package score

import (
	"math/big"
	"slices"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/questions"
)

// open says what would be found out first.
func (s *sheet) open(alarms []alarm) Open {
	var o Open
	worth := map[string]*big.Rat{}
	var most, ask *big.Rat
	for _, e := range s.scored {
		if !e.open() {
			continue
		}
		o.Answers++
		v := s.points(e, questions.MaxLevel)
		if who := e.wouldKnow(); who != "" {
			if worth[who] == nil {
				worth[who] = new(big.Rat)
			}
			if worth[who].Add(worth[who], v); ask == nil || worth[who].Cmp(ask) > 0 {
				o.Ask, ask = who, worth[who]
			}
		}
		if e.state == planfile.Blank && (most == nil || v.Cmp(most) > 0) {
			o.Begin, most = rules.Wording{Working: e.ID, Client: rules.Quoted(e.Ask)}, v
		}
	}
	o.Before = s.before()
	for i := range alarms {
		o.Facts = append(o.Facts, alarms[i].openFacts()...)
	}
	slices.Sort(o.Facts)
	o.Facts = slices.Compact(o.Facts)
	return o
}

// before counts the answers without which there is no grade: those to blank core
// questions, and then as many as bring what is known to four fifths of the worth,
// the weightiest first.
func (s *sheet) before() int {
	n, known := 0, s.coverage()
	var others []*big.Rat
	for _, e := range s.scored {
		share := new(big.Rat).Quo(s.points(e, questions.MaxLevel), big.NewRat(100, 1))
		switch {
		case !e.open():
		case e.state == planfile.Blank && e.Core:
			n++
			known.Add(known, share)
		default:
			others = append(others, share)
		}
	}
	slices.SortFunc(others, func(a, b *big.Rat) int { return b.Cmp(a) })
	for _, share := range others {
		if known.Cmp(enough()) >= 0 {
			break
		}
		n++
		known.Add(known, share)
	}
	return n
}

// openFacts lists the open facts that decide whether the warning stands.
func (a *alarm) openFacts() []string {
	var out []string
	if a.certain() {
		return nil
	}
	for _, c := range a.conditions {
		if !c.open || !c.holds(lowLevel) {
			continue
		}
		for _, f := range c.facts {
			if f.Open {
				out = append(out, f.Says.Working)
			}
		}
	}
	return out
}
