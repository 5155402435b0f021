package planfile

import (
	"reflect"
	"time"
)

// Part is a part of an answer that somebody can change without touching the others.
type Part string

// The parts of an answer. What was said to the question is one with all that belongs to
// it: the level or what stands in its place, the day, and the evidence.
const (
	PartSaid    Part = "said"
	PartNote    Part = "note"
	PartDissent Part = "dissent"
)

// meet brings an answer that was made from the one in base together with what somebody
// else has left in p: of each part, what was changed. collided is the part that both
// have changed, each to something else, or else empty; met has that of given.
func (p *Plan) meet(base *Plan, path []string, given Answer) (met Answer, collided Part) {
	before, theirs := base.remarkedOn(path), p.remarkedOn(path)
	met = theirs
	if base.isSaid(path, given) {
		met.Level, met.Unknown, met.NotApplicable, met.Evidence = given.Level, given.Unknown, given.NotApplicable, given.Evidence
		met.On, met.Agreed = later(given.On, theirs.On), later(given.Agreed, theirs.Agreed)
		if !saysTheSame(given, theirs) {
			met.On, met.Agreed = given.On, given.Agreed
			if !reflect.DeepEqual(base.at(path), p.at(path)) {
				collided = PartSaid
			}
		}
	}
	for _, text := range []struct {
		part                  Part
		given, before, theirs string
		met                   *string
	}{
		{PartNote, given.Note, before.Note, theirs.Note, &met.Note},
		{PartDissent, given.Dissent, before.Dissent, theirs.Dissent, &met.Dissent},
	} {
		if text.given == text.before {
			continue
		}
		*text.met = text.given
		if collided == "" && text.theirs != text.before && text.theirs != text.given {
			collided = text.part
		}
	}
	return met, collided
}

// isSaid reports whether an answer says something else than the plan does, or on
// another day, or whether the room has agreed on it.
func (p *Plan) isSaid(path []string, a Answer) bool {
	now := p.Answer(path[1], path[2])
	return !saysTheSame(a, now) || !a.On.Equal(now.On) || !a.Agreed.Equal(now.Agreed)
}

// saysTheSame compares what two answers say, on whatever day and whatever is noted.
func saysTheSame(a, b Answer) bool {
	return reflect.DeepEqual([]any{a.Level, a.Unknown, a.NotApplicable, a.Evidence}, []any{b.Level, b.Unknown, b.NotApplicable, b.Evidence})
}

// remarkedOn is the answer at a path, with what is noted beside the one to the question
// as it was while there is no other.
func (p *Plan) remarkedOn(path []string) Answer {
	a := p.Answer(path[1], path[2])
	if earlier := p.Earlier[path[2]]; a.State() == Blank && earlier.State() != Blank {
		a.Note, a.Dissent = earlier.Note, earlier.Dissent
	}
	return a
}

// said is what an answer says, without what is noted beside it.
func (a Answer) said() Answer {
	a.Note, a.Dissent, a.Edition, a.Heard = "", "", "", nil
	return a
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
