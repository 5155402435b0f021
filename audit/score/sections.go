package score

import (
	"math/big"

	"forewarn/audit/planfile"
	"forewarn/questions"
)

// share returns what parts of the section's weight are of the whole plan:
// parts = 100 · w is the worth of a question of weight w.
func (s *sheet) share(sec *section, parts int64) *big.Rat {
	return big.NewRat(int64(sec.Weight)*parts, s.weight*sec.weight)
}

// points returns what rungs of a question bring to the score.
func (s *sheet) points(e *entry, rungs int) *big.Rat {
	return s.share(e.section, 25*int64(e.Weight)*int64(rungs))
}

// score returns the score of the whole plan at one end.
func (s *sheet) score(at end) *big.Rat {
	return s.sum(func(sec *section) int64 { return 25 * sec.rungs(at) })
}

// coverage returns the share of the worth whose answers are known. To know who
// would know is not to know: a plan of don't knows is not an F, it is not known.
func (s *sheet) coverage() *big.Rat {
	return s.sum(func(sec *section) int64 {
		var covered int64
		for i := range sec.entries {
			if e := &sec.entries[i]; e.state == planfile.AtLevel {
				covered += int64(e.Weight)
			}
		}
		return covered
	})
}

// sum adds up the shares of the sections that are scored.
func (s *sheet) sum(parts func(*section) int64) *big.Rat {
	total := new(big.Rat)
	for i := range s.sections {
		if sec := &s.sections[i]; sec.weight > 0 {
			total.Add(total, s.share(sec, parts(sec)))
		}
	}
	return total
}

// rungs returns the sum of weight times level.
func (sec *section) rungs(at end) int64 {
	var n int64
	for i := range sec.entries {
		n += int64(sec.entries[i].Weight) * int64(sec.entries[i].level[at])
	}
	return n
}

// score returns the section's own score, or nil when nothing in it is scored.
func (sec *section) score(at end) *big.Rat {
	if sec.weight == 0 {
		return nil
	}
	return big.NewRat(25*sec.rungs(at), sec.weight)
}

// evidence returns the share of the answers at a level whose evidence is
// shown, and the share of those with evidence of either kind.
func (s *sheet) evidence() (shown, either *big.Rat) {
	var all, withShown, withEither int64
	for _, e := range s.scored {
		if e.state != planfile.AtLevel {
			continue
		}
		all++
		if e.ceiling >= vouchedFor {
			withEither++
		}
		if e.ceiling == shownInFull {
			withShown++
		}
	}
	all = max(all, 1) // of no answers, none are shown
	return big.NewRat(withShown, all), big.NewRat(withEither, all)
}

// outcome returns the sections as they are reported.
func (s *sheet) outcome() []Section {
	out := make([]Section, len(s.sections))
	for i := range s.sections {
		sec := &s.sections[i]
		out[i] = Section{
			ID: sec.ID, Title: sec.Title, Scale: sec.Scale, Weight: sec.Weight,
			Low: sec.score(atLow), High: sec.score(atHigh), Claimed: sec.score(asClaimed),
			Items: make([]Item, len(sec.entries)),
		}
		for j := range sec.entries {
			out[i].Items[j] = s.item(&sec.entries[j])
		}
	}
	return out
}

// item returns an entry as it is reported.
func (s *sheet) item(e *entry) Item {
	it := Item{
		ID: e.ID, Ask: e.Ask, Core: e.Core, State: e.state,
		Level: e.level[asClaimed], Low: e.level[atLow], High: e.level[atHigh],
		Borne: e.borne, Proof: e.Proof, Effort: e.Effort, Answer: e.answer, Pos: e.pos,
	}
	if !e.applies() {
		it.Worth, it.Brought = new(big.Rat), new(big.Rat)
		return it
	}
	it.Worth, it.Brought = s.points(e, questions.MaxLevel), s.points(e, it.Low)
	it.HeldBy = e.heldBy()
	if e.state == planfile.AtLevel {
		it.Rung = e.Numbered(it.Level)
	}
	if it.Low < questions.MaxLevel {
		it.NextRung, it.Climb = e.Rungs[it.Low+1], e.Next[it.Low]
	}
	return it
}

// unknowns lists the questions that somebody else could answer.
func unknowns(sections []Section) []Unknown {
	var out []Unknown
	for _, sec := range sections {
		for _, it := range sec.Items {
			if it.State == planfile.DontKnow {
				u := Unknown{Question: it.ID, Ask: it.Ask, Who: it.Answer.Unknown, Worth: it.Worth, Pos: it.Pos}
				if planfile.NamesNobody(u.Who) {
					u.Who = ""
				}
				out = append(out, u)
			}
		}
	}
	return out
}
