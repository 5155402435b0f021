package score

import (
	"fmt"
	"math/big"
	"slices"

	"forewarn/questions"
)

// Weights says how much the grade hangs on what the questions weigh.
type Weights struct {
	Within *big.Rat // the share by which every weight may be more or less before the grade changes, 0 to 1; nil without a grade
	Says   string   // that in a sentence
}

// weights returns how far every weight, free by itself, may move before the low score
// crosses a line that changes the grade. Warnings do not hang on weights, and a
// questionnaire under 25 is taken as it is.
func (s *sheet) weights(r *Result, alarms []alarm) Weights {
	if !r.Gradable {
		return Weights{Says: "There is no grade yet that other weights could change."}
	}
	within, above := big.NewRat(1, 1), false
	held := s.held(r.Low.Grade, alarms)
	for i, b := range Bands() {
		if b.Grade != r.Low.Grade {
			continue
		}
		if b.From > 0 {
			within = s.slack(b.From)
		}
		if i > 0 && !held {
			if up := s.slack(Bands()[i-1].From); up.Cmp(within) < 0 {
				within, above = up, true
			}
		}
	}
	return Weights{Within: within, Says: weightsInWords(within, above, held)}
}

// held reports whether something else than the score keeps the grade from being better.
func (s *sheet) held(grade string, alarms []alarm) bool {
	for i := range alarms {
		if alarms[i].Cap >= grade && alarms[i].possible(lowLevel) {
			return true
		}
	}
	under := func(sec section) bool { return sec.rungs(atLow)*25 < sectionFloor*sec.weight }
	return sectionCap >= grade && slices.ContainsFunc(s.sections, under)
}

// slack is the share by which all weights may move before the mean of the levels,
// weighed by their worths, meets a line: what it is away from the line, of what the
// levels are away from it altogether.
func (s *sheet) slack(line int64) *big.Rat {
	sum, all := new(big.Rat), new(big.Rat)
	for _, e := range s.scored {
		away := big.NewRat(100*int64(lowLevel(e))-questions.MaxLevel*line, 1)
		away.Mul(away, s.points(e, questions.MaxLevel))
		sum.Add(sum, away)
		all.Add(all, away.Abs(away))
	}
	if all.Sign() == 0 {
		return big.NewRat(1, 1)
	}
	return sum.Abs(sum.Quo(sum, all))
}

func weightsInWords(within *big.Rat, above, held bool) string {
	hundredths := new(big.Rat).Mul(within, big.NewRat(100, 1))
	whole := new(big.Int).Quo(hundredths.Num(), hundredths.Denom()).Int64()
	if above && hundredths.IsInt() {
		whole-- // the line above is crossed as soon as it is met
	}
	switch {
	case within.IsInt() && within.Sign() > 0 && held:
		return "No change of the weights changes this grade: something else holds it."
	case within.IsInt() && within.Sign() > 0:
		return "No change of the weights changes this grade."
	case within.Sign() == 0:
		return "The smallest change of the weights can change this grade."
	case whole < 1:
		return "A change of the weights by 1 % can change this grade."
	}
	return fmt.Sprintf("No change of the weights within %d %% changes this grade.", whole)
}
