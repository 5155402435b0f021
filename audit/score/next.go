package score

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"forewarn/audit/planfile"
	"forewarn/audit/printable"
	"forewarn/audit/rules"
	"forewarn/questions"
)

// What it costs to support a level, in the units of a question's effort.
const (
	effortToAnswer = 1
	effortToVouch  = 1
	effortToShow   = 2 // of which a word that stands already is a part
	effortToRecord = 1 // each record check
)

// move is what a step does to one question: it brings the supported level to
// this.
type move struct {
	do     rules.Wording
	pieces []int // the effort of each thing to do
	to     int
	record bool // whether it completes records
}

// effort is that of all pieces together.
func (m *move) effort() int {
	sum := 0
	for _, p := range m.pieces {
		sum += p
	}
	return sum
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
			cost:   e.section.weight * int64(m.effort()),
		})
		steps = append(steps, s.step(e, m, active))
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

// step is a move as it is reported.
func (s *sheet) step(e *entry, m move, active []alarm) Step {
	step := Step{
		Question: e.ID, Ask: e.Ask, To: m.to, Do: m.do, Who: e.wouldKnow(), Gain: s.points(e, m.to-e.level[atLow]),
		Effort: m.effort(), Pieces: m.pieces, Lifts: lifts(active, e, m.to), Pos: e.pos,
	}
	if m.record {
		step.Who, step.By = cmp.Or(step.Who, s.named(e.failing)), s.beforehand()
	}
	return step
}

// named returns the first person whom the records at fault name.
func (s *sheet) named(failing []*fault) string {
	for _, f := range failing {
		if who := answerable(s.plan, f); !planfile.NamesNobody(who) {
			return who
		}
	}
	return ""
}

// beforehand is the launch while it is to come: until then stands what is to be written
// down beforehand.
func (s *sheet) beforehand() time.Time {
	if launch := s.plan.Initiative.Launch; !s.asOf.HasCome(launch) {
		return launch
	}
	return time.Time{}
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
	case e.open():
		return move{do: rules.Alike(e.find()), pieces: []int{effortToAnswer}, to: withoutRecords}, true
	case low < claimed && len(e.failing) > 0:
		return e.reach(min(claimed, e.ceiling)), true
	case low < claimed:
		return e.reach(claimed), true
	case low < questions.MaxLevel:
		return e.reach(low + 1), true
	}
	return move{}, false
}

// find says how an open answer comes to be known.
func (e *entry) find() string {
	switch {
	case e.state == planfile.Blank:
		return "Answer: " + e.Ask
	case e.wouldKnow() == "":
		return "Find out who knows: " + e.Ask
	}
	return "Ask " + e.answer.Unknown + ": " + e.Ask
}

// reach brings the supported level to this, with all that it needs.
func (e *entry) reach(to int) move {
	m := move{to: to}
	if e.open() {
		m.do = rules.Alike(e.find())
	}
	for level := e.level[asClaimed]; level < to; level++ {
		m.also(rules.Alike(e.Next[level]), max(e.Effort, 1))
	}
	if to > withoutRecords && len(e.failing) > 0 {
		m.complete(e)
	}
	if to > e.ceiling {
		m.prove(e, to)
	}
	m.do = rules.Wording{Working: printable.Capital(m.do.Working), Client: printable.Capital(m.do.Client)}
	return m
}

// also adds something to do.
func (m *move) also(do rules.Wording, pieces ...int) {
	m.do = rules.Wording{Working: joined(m.do.Working, do.Working), Client: joined(m.do.Client, do.Client)}
	m.pieces = append(m.pieces, pieces...)
}

// joined says what to do after something else.
func joined(first, then string) string {
	switch {
	case first == "":
		return then
	case strings.HasSuffix(first, "?"):
		return first + " Then " + inside(then)
	}
	return strings.TrimSuffix(first, ".") + "; then " + inside(then)
}

// inside is a sentence as it goes on within another: without its capital, unless that
// belongs to the word.
func inside(sentence string) string {
	first, size := utf8.DecodeRuneInString(sentence)
	if second, _ := utf8.DecodeRuneInString(sentence[size:]); !unicode.IsLower(second) {
		return sentence
	}
	return string(unicode.ToLower(first)) + sentence[size:]
}

// complete adds the records that the question's checks want.
func (m *move) complete(e *entry) {
	for _, f := range e.failing {
		m.also(rules.Alike(f.do), effortToRecord)
	}
	m.record = true
}

// prove adds the evidence that a level needs.
func (m *move) prove(e *entry, level int) {
	effort := effortToShow
	if e.ceiling >= vouchedFor {
		effort -= effortToVouch
	}
	switch {
	case level <= vouchedFor:
		m.also(rules.Alike("have somebody else vouch for this answer, with a date"), effortToVouch)
	case e.Proof == "":
		m.also(rules.Alike("show it, with a date"), effort)
	default:
		m.also(rules.Alike("show it, with a date: "+e.Proof), effort)
	}
}
