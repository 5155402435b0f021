package score

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
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

// enough is how much of the worth has to be known for a grade.
func enough() *big.Rat { return big.NewRat(4, 5) }

// missing says why the plan cannot be graded yet, a phrase each; nothing when
// it can be.
func (s *sheet) missing(coverage *big.Rat) []rules.Wording {
	var blankCore []*entry
	known, answered, changed := 0, 0, 0
	low := coverage.Cmp(enough()) < 0
	blocked := low
	for _, e := range s.scored {
		switch {
		case e.state == planfile.AtLevel:
			known++
			answered++
		case e.state == planfile.DontKnow:
			answered++
		case s.plan.IsBefore(e.Since):
			changed++
			blocked = blocked || e.Core
		case e.Core:
			blankCore = append(blankCore, e)
		}
	}
	var out []rules.Wording
	all := len(s.scored)
	switch {
	case answered == 0 && changed < all:
		out = append(out, rules.Alike(fmt.Sprintf("none of the %d questions is answered", all)))
	case changed > 0 && blocked:
		says := fmt.Sprintf("%s changed in edition %s", counted(changed, "question"), s.bank.Version)
		out = append(out, rules.Wording{Working: says + "; run forewarn ask", Client: says})
	case low:
		out = append(out, rules.Alike(fmt.Sprintf("only %d of %d answers are known", known, all)))
	}
	if len(blankCore) > 0 {
		out = append(out, unanswered(blankCore))
	}
	return out
}

// unanswered says which core questions are. In words they are too long for a list.
func unanswered(core []*entry) rules.Wording {
	first := rules.Quoted(core[0].Ask)
	if len(core) == 1 {
		return rules.Wording{Working: "a core question is blank: " + core[0].ID, Client: "a core question is not answered yet: " + first}
	}
	ids := make([]string, len(core))
	for i, e := range core {
		ids[i] = e.ID
	}
	return rules.Wording{
		Working: fmt.Sprintf("%d core questions are blank: %s", len(core), strings.Join(ids, ", ")),
		Client:  fmt.Sprintf("%d core questions are not answered yet, the first of them %s", len(core), first),
	}
}
