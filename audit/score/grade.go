package score

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"forewarn/audit/planfile"
)

// sectionCap is the best grade while a questionnaire is under sectionFloor.
const (
	sectionCap   = "C"
	sectionFloor = 25
)

// Band is a part of the scale of scores, which has a grade by itself. Grades
// compare as strings: the greater one is worse.
type Band struct {
	Grade string // A, B, C, D or F
	From  int64  // the lowest score in it, out of 100
}

// Bands lists the bands, the best first. The last one begins at 0.
func Bands() []Band { return []Band{{"A", 85}, {"B", 70}, {"C", 55}, {"D", 40}, {"F", 0}} }

// GradeOf returns the grade that a score from 0 to 100 has by itself.
func GradeOf(score *big.Rat) string {
	bands := Bands()
	i := slices.IndexFunc(bands, func(b Band) bool { return score.Cmp(big.NewRat(b.From, 1)) >= 0 })
	return bands[i].Grade
}

// Shown returns a score, from 0 up, as it is printed: with one decimal, cut
// and never rounded, so that it is never printed as a better grade's.
func Shown(x *big.Rat) string {
	n := new(big.Int).Mul(x.Num(), big.NewInt(10))
	tenths := n.Div(n, x.Denom()).Int64()
	return fmt.Sprintf("%d.%d", tenths/10, tenths%10)
}

// grade returns one end of the range of r, whose warnings and sections are
// known.
func (s *sheet) grade(at end, r *Result) End {
	e := End{Score: s.score(at)}
	e.Band = GradeOf(e.Score)
	e.Grade = e.Band
	hold := func(c Cap) {
		if c.Grade > e.Band {
			e.Caps = append(e.Caps, c)
			e.Grade = max(e.Grade, c.Grade)
		}
	}
	for _, w := range r.Warnings {
		if w.Confirmed || at == atLow {
			hold(Cap{Grade: w.Cap, Warning: w.ID})
		}
	}
	for i := range s.sections {
		if sec := &s.sections[i]; 25*sec.rungs(at) < sectionFloor*sec.weight {
			hold(Cap{Grade: sectionCap, Questionnaire: sec.ID})
		}
	}
	return e
}

func few(answered, all int) string {
	if answered == 0 {
		return fmt.Sprintf("none of the %d questions is answered", all)
	}
	return fmt.Sprintf("only %d of %d questions are answered", answered, all)
}

// missing says why the plan cannot be graded yet, a phrase each; nothing when
// it can be.
func (s *sheet) missing(coverage *big.Rat) []string {
	var blankCore []string
	all, answered := 0, 0
	for _, e := range s.scored {
		all++
		if e.state != planfile.Blank {
			answered++
		} else if e.Core {
			blankCore = append(blankCore, e.ID)
		}
	}
	var out []string
	if coverage.Cmp(big.NewRat(4, 5)) < 0 {
		out = append(out, few(answered, all))
	}
	switch len(blankCore) {
	case 0:
	case 1:
		out = append(out, "a core question is blank: "+blankCore[0])
	default:
		out = append(out, fmt.Sprintf("%d core questions are blank: %s", len(blankCore), strings.Join(blankCore, ", ")))
	}
	return out
}
