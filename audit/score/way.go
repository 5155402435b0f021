package score

import (
	"cmp"
	"fmt"
	"maps"
	"math/big"
	"slices"

	"forewarn/audit/planfile"
	"forewarn/questions"
)

// Goal is what a way is to lead to: a grade, or one of these.
type Goal string

// The goals beside the grades themselves.
const (
	NoGoal    Goal = ""     // no way is worked out
	NextGrade Goal = "next" // the grade above the plan's own
)

// Goals lists the grades that a way can lead to, the best first.
func Goals() []string {
	var out []string
	for _, b := range Bands() {
		if b.From > 0 {
			out = append(out, b.Grade)
		}
	}
	return out
}

// Way is the cheapest way to a grade: what to do, so that the score of what is
// supported is enough for it and nothing holds it back. From a plan without a grade
// it is the cheapest way to one, whichever that will be.
type Way struct {
	To    string   // the grade that was asked for; empty for the first grade of a plan without one
	Why   string   // why there is no way, a sentence; empty where there is one
	Cost  int      // the effort of all steps together
	Score *big.Rat // what it reaches, from 0 to 100; nil where the answers decide, or without a way
	Grade string   // what it reaches, which may be better than To; empty where Score is nil
	Steps []Step   // the most points for their effort first
}

// Pieces are the efforts of everything to do on the way; Duration says how long that
// takes.
func (w *Way) Pieces() []int {
	var out []int
	for i := range w.Steps {
		out = append(out, w.Steps[i].Pieces...)
	}
	return out
}

// way returns the cheapest way from r to a goal.
func (s *sheet) way(r *Result, goal Goal, alarms []alarm) *Way {
	switch {
	case goal == NoGoal:
		return nil
	case !r.Gradable:
		return s.firstGrade(alarms)
	case goal == NextGrade && r.Low.Grade == Bands()[0].Grade:
		return &Way{To: r.Low.Grade, Why: fmt.Sprintf("The grade is %s, and there is no better one.", r.Low.Grade)}
	case goal == NextGrade:
		return s.wayTo(nextBand(r.Low.Grade), alarms)
	}
	bands := Bands()
	i := slices.IndexFunc(bands, func(b Band) bool { return b.Grade == string(goal) })
	switch {
	case i < 0:
		return &Way{To: string(goal), Why: fmt.Sprintf("There is no grade %s.", goal)}
	case r.Low.Grade <= bands[i].Grade:
		return &Way{To: string(goal), Why: fmt.Sprintf("The grade is %s already.", r.Low.Grade)}
	}
	return s.wayTo(bands[i], alarms)
}

// nextBand is the one above a grade that is not the best.
func nextBand(grade string) Band {
	bands := Bands()
	return bands[slices.IndexFunc(bands, func(b Band) bool { return b.Grade == grade })-1]
}

// wayTo finds the cheapest levels with which the plan has the grade of a band.
func (s *sheet) wayTo(b Band, alarms []alarm) *Way {
	floors, why := floorsFor(alarms, b.Grade)
	if why != "" {
		return &Way{To: b.Grade, Why: why}
	}
	found := s.cheapest(b, floors)
	if found == nil {
		return &Way{To: b.Grade, Why: "The weights of these questions are too uneven for a way to be worked out."}
	}
	w := &Way{To: b.Grade, Cost: found.cost}
	moves := map[*entry]move{}
	for _, c := range found.raised {
		moves[c.entry] = c.entry.reach(c.to)
	}
	w.Steps = s.stepsOf(moves, map[*entry]move{}, alarms)
	for i := range w.Steps {
		w.Steps[i].Always = found.always[w.Steps[i].Question]
	}
	w.Score, w.Grade = s.standing(levelsAfter(moves), alarms)
	return w
}

// immovable says that a warning stands whatever is answered. What the plan says of
// itself is no step: it is true, or it is not.
func (c *condition) immovable(a *alarm) string {
	says, do := "the plan is as it is", ""
	for i, f := range c.facts {
		if i == 0 || f.Open {
			says = f.Says.Working
		}
		if f.Open {
			do = " Say it in the plan first."
		}
	}
	return fmt.Sprintf("The warning “%s” holds the grade at %s whatever is answered, because %s.%s", a.Title, a.Cap, says, do)
}

// levelsAfter returns the supported levels once these moves are made.
func levelsAfter(moves map[*entry]move) func(*entry) int {
	return func(e *entry) int {
		if m, moved := moves[e]; moved {
			return m.to
		}
		return lowLevel(e)
	}
}

// standing returns the score and the grade of a plan with these supported levels.
func (s *sheet) standing(level func(*entry) int, alarms []alarm) (*big.Rat, string) {
	points := new(big.Rat)
	grade := ""
	for i := range s.sections {
		sec := &s.sections[i]
		if sec.weight == 0 {
			continue
		}
		rungs := int64(0)
		for j := range sec.entries {
			if e := &sec.entries[j]; e.applies() {
				rungs += int64(e.Weight) * int64(level(e))
			}
		}
		points.Add(points, s.share(sec, 25*rungs))
		if 25*rungs < sectionFloor*sec.weight {
			grade = sectionCap
		}
	}
	for i := range alarms {
		if alarms[i].possible(level) {
			grade = max(grade, alarms[i].Cap)
		}
	}
	return points, max(grade, GradeOf(points))
}

// stepsOf puts moves in order, the most points for their effort first, and says of
// each warning which of them is the last that it takes to be rid of it, after those
// that are done before.
func (s *sheet) stepsOf(moves, before map[*entry]move, alarms []alarm) []Step {
	entries := make([]*entry, 0, len(moves))
	gain := map[*entry]*big.Rat{}
	for e, m := range moves {
		entries = append(entries, e)
		gain[e] = s.points(e, m.to-e.level[atLow])
	}
	rate := func(e *entry) *big.Rat {
		m := moves[e]
		return new(big.Rat).Quo(gain[e], big.NewRat(int64(m.effort()), 1))
	}
	slices.SortFunc(entries, func(a, b *entry) int {
		return cmp.Or(rate(b).Cmp(rate(a)), gain[b].Cmp(gain[a]), cmp.Compare(a.ID, b.ID))
	})
	done := maps.Clone(before)
	active := raised(alarms, levelsAfter(done))
	steps := make([]Step, len(entries))
	for i, e := range entries {
		steps[i] = s.step(e, moves[e], active)
		done[e] = moves[e]
		still := raised(alarms, levelsAfter(done))
		steps[i].Lifts = without(active, still)
		active = still
	}
	return steps
}

// raised returns the alarms that can stand with these levels.
func raised(alarms []alarm, level func(*entry) int) []alarm {
	return slices.DeleteFunc(slices.Clone(alarms), func(a alarm) bool { return !a.possible(level) })
}

// without returns the ids of the alarms that are no longer there.
func without(before, after []alarm) []string {
	var out []string
	for i := range before {
		if !slices.ContainsFunc(after, func(a alarm) bool { return a.ID == before[i].ID }) {
			out = append(out, before[i].ID)
		}
	}
	return out
}

// firstGrade is the way to a grade at all: an answer to every blank core question, and
// then as many others as bring what is known to four fifths of the worth. All cost the
// same, so that the weightiest are the fewest.
func (s *sheet) firstGrade(alarms []alarm) *Way {
	first, others := map[*entry]move{}, []*entry{}
	lacking := new(big.Rat).Sub(enough(), s.coverage())
	for _, e := range s.scored {
		switch m, _ := e.move(); {
		case !e.open():
		case e.state == planfile.Blank && e.Core:
			first[e] = m
			lacking.Sub(lacking, s.known(e))
		default:
			others = append(others, e)
		}
	}
	slices.SortFunc(others, func(a, b *entry) int {
		return cmp.Or(s.known(b).Cmp(s.known(a)), cmp.Compare(a.ID, b.ID))
	})
	more, optional := s.enoughOf(others, lacking)
	then := map[*entry]move{}
	for _, e := range more {
		then[e], _ = e.move()
	}
	w := &Way{Steps: append(s.stepsOf(first, map[*entry]move{}, alarms), s.stepsOf(then, first, alarms)...)}
	for i := range w.Steps {
		w.Cost += w.Steps[i].Effort
		w.Steps[i].Always = !slices.ContainsFunc(optional, func(e *entry) bool { return e.ID == w.Steps[i].Question })
	}
	return w
}

// enoughOf takes as few of the entries, the weightiest first, as bring what lacks, and
// says which of them others could stand in for.
func (s *sheet) enoughOf(entries []*entry, lacking *big.Rat) (taken, optional []*entry) {
	rest := new(big.Rat).Set(lacking)
	for len(taken) < len(entries) && rest.Sign() > 0 {
		e := entries[len(taken)]
		rest.Sub(rest, s.known(e))
		taken = entries[:len(taken)+1]
	}
	if len(taken) == len(entries) {
		return taken, nil
	}
	// What is brought beyond need may make up for a lighter one in its place.
	next := s.known(entries[len(taken)])
	for _, e := range taken {
		lost := new(big.Rat).Sub(s.known(e), next)
		if new(big.Rat).Add(rest, lost).Sign() <= 0 {
			optional = append(optional, e)
		}
	}
	return taken, optional
}

// known is the share of the worth that is known once the entry is answered.
func (s *sheet) known(e *entry) *big.Rat {
	return new(big.Rat).Quo(s.points(e, questions.MaxLevel), big.NewRat(100, 1))
}

// ahead puts the steps of a way in front of what else is to be done, so that no question
// has one step here and another there.
func (w *Way) ahead(next []Step) []Step {
	if w == nil {
		return next
	}
	rest := slices.DeleteFunc(slices.Clone(next), func(s Step) bool {
		return slices.ContainsFunc(w.Steps, func(f Step) bool { return f.Question == s.Question })
	})
	return append(slices.Clone(w.Steps), rest...)
}
