package score

import (
	"cmp"
	"slices"
	"strings"

	"forewarn/audit/planfile"
	"forewarn/audit/printable"
	"forewarn/questions"
)

// What it costs to support a level, in the units of a question's effort.
const (
	effortToAnswer = 1
	effortToVouch  = 1
	effortToShow   = 2
	effortToRecord = 1 // each record check
)

// move is what a step does to one question: it brings the supported level to
// this.
type move struct {
	do     string
	effort int
	to     int
}

// next returns a step for each question that has one to take, those with the
// most points for their effort first, then the greater gain, then bank order.
func (s *sheet) next(alarms []alarm) []Step {
	active := slices.DeleteFunc(slices.Clone(alarms), func(a alarm) bool { return !a.possible(lowLevel) })
	var steps []Step
	var rates []rate
	for _, e := range s.scored {
		m, ok := e.move()
		if !ok {
			continue
		}
		rungs := m.to - e.level[atLow]
		rates = append(rates, rate{
			step:   len(steps),
			points: int64(e.section.Weight) * int64(e.Weight) * int64(rungs),
			cost:   e.section.weight * int64(m.effort),
		})
		steps = append(steps, Step{
			Question: e.ID, Do: m.do, Who: cmp.Or(e.wouldKnow(), s.plan.Initiative.Owner), Gain: s.points(e, rungs), Effort: m.effort, Lifts: lifts(active, e, m.to), Pos: e.pos,
		})
	}
	slices.SortStableFunc(rates, func(a, b rate) int {
		// At the same rate, the one that costs more gains more.
		return cmp.Or(cmp.Compare(b.points*a.cost, a.points*b.cost), cmp.Compare(steps[b.step].Effort, steps[a.step].Effort))
	})
	out := make([]Step, len(steps))
	for i, r := range rates {
		out[i] = steps[r.step]
	}
	return out
}

// rate is what a step gains for its effort, as points divided by cost, in a
// unit that is the same for every step of a sheet.
type rate struct {
	step         int
	points, cost int64
}

// lifts returns the warnings that would no longer be active with e at level to.
func lifts(active []alarm, e *entry, to int) []string {
	var out []string
	level := func(x *entry) int {
		if x == e {
			return to
		}
		return lowLevel(x)
	}
	for i := range active {
		if !active[i].possible(level) {
			out = append(out, active[i].ID)
		}
	}
	return out
}

// wouldKnow names who would know the answer; empty where that is nobody yet.
func (e *entry) wouldKnow() string {
	if planfile.NamesNobody(e.answer.Unknown) {
		return ""
	}
	return e.answer.Unknown
}

// move returns the nearest thing to do about the question; ok is false when it
// is at the top.
func (e *entry) move() (m move, ok bool) {
	low, claimed := e.level[atLow], e.level[asClaimed]
	switch {
	case e.state == planfile.Blank:
		return move{"Answer: " + e.Ask, effortToAnswer, withoutRecords}, true
	case e.state == planfile.DontKnow && e.wouldKnow() == "":
		return move{"Find out who knows: " + e.Ask, effortToAnswer, withoutRecords}, true
	case e.state == planfile.DontKnow:
		return move{"Ask " + e.answer.Unknown + ": " + e.Ask, effortToAnswer, withoutRecords}, true
	case low < claimed:
		return e.support(claimed), true
	case low < questions.MaxLevel:
		return e.climb(low), true
	}
	return move{}, false
}

// support makes good a level that was claimed: by the records when they hold
// it, else by evidence.
func (e *entry) support(claimed int) move {
	if len(e.failing) > 0 {
		do, effort := e.record()
		return move{printable.Capital(do), effort, min(claimed, e.ceiling)}
	}
	do, effort := e.prove(claimed)
	return move{printable.Capital(do), effort, claimed}
}

// climb goes up one rung, with all that the rung needs to be supported.
func (e *entry) climb(from int) move {
	to := from + 1
	m := move{do: e.Next[from], effort: max(e.Effort, 1), to: to}
	also := func(do string, effort int) {
		m.do = strings.TrimSuffix(m.do, ".") + "; then " + do
		m.effort += effort
	}
	if to > withoutRecords && len(e.failing) > 0 {
		also(e.record())
	}
	if to > e.ceiling {
		also(e.prove(to))
	}
	return m
}

// record says which records to complete for the question's checks to pass.
func (e *entry) record() (do string, effort int) {
	var says []string
	for _, f := range e.failing {
		says = append(says, f.says)
	}
	return "complete the records: " + strings.Join(says, "; "), effortToRecord * len(says)
}

// prove says what evidence a level needs.
func (e *entry) prove(level int) (do string, effort int) {
	if level <= vouchedFor {
		return "have somebody else vouch for this answer, with a date", effortToVouch
	}
	if e.Proof == "" {
		return "show it, with a date", effortToShow
	}
	return "show it, with a date: " + e.Proof, effortToShow
}
