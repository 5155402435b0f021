package html

import (
	"fmt"
	"math/big"

	"forewarn/audit/report"
	"forewarn/audit/report/document"
	"forewarn/audit/score"
)

// scale is the picture of a grade: the bands of the score with the range drawn
// on it. Lengths are percentages of its width, so that its text keeps its size
// on a narrow screen.
type scale struct {
	Bands           []band
	Low, High, Wide string // the range
	Label           string
	LabelX, Anchor  string
	Grades          string // the outcome in words
}

// band is a part of the scale.
type band struct {
	Grade, Reads   string
	From           int64
	X, Wide, Along string // Along is its middle
	Look           string // grade, range or empty
}

// scaleOf draws the grade of the chapter's plan.
func scaleOf(c chapter) scale {
	r := c.Result
	s := scale{
		Bands: bands(r), Low: along(r.Low.Score), High: along(r.High.Score),
		Wide: along(new(big.Rat).Sub(r.High.Score, r.Low.Score)), Label: document.ScoreRange(r), Grades: document.GradeRange(r),
	}
	middle := new(big.Rat).Add(r.Low.Score, r.High.Score)
	middle.Quo(middle, big.NewRat(2, 1))
	edge := int64(8) // how near to an end the label would be cut on a telephone
	if r.Low.Score.Cmp(r.High.Score) != 0 {
		edge = 22
	}
	switch {
	case middle.Cmp(big.NewRat(edge, 1)) < 0:
		s.LabelX, s.Anchor = s.Low, "start"
	case middle.Cmp(big.NewRat(100-edge, 1)) > 0:
		s.LabelX, s.Anchor = s.High, "end"
	default:
		s.LabelX, s.Anchor = along(middle), "middle"
	}
	return s
}

// bands marks the grade, and the better ones that open answers could bring.
func bands(r *score.Result) []band {
	var out []band
	to := int64(100)
	for _, part := range score.Bands() {
		b := band{
			Grade: part.Grade, Reads: report.Reads(part.Grade), From: part.From, X: percentage(part.From), Wide: percentage(to - part.From),
			Along: along(big.NewRat(part.From+to, 2)),
		}
		if r.High.Grade <= b.Grade && b.Grade <= r.Low.Grade {
			b.Look = "range"
		}
		if r.Grade() == b.Grade {
			b.Look = "grade"
		}
		out, to = append(out, b), part.From
	}
	return out
}

// bar is the picture of a questionnaire, from 0 to 100.
type bar struct {
	score.Section
	Share          string // its weight as a part of 100
	Supported      string
	Claimed, Only  string // where the part that is only claimed begins, and how long it is
	Open, Possible string // where the part begins that open answers could bring, and how long it is
}

// barsOf draws the questionnaires.
func barsOf(c chapter) []bar {
	var out []bar
	for _, q := range c.Result.Questionnaires {
		b := bar{Section: q}
		if q.Low != nil {
			b.Share = document.Share(c.Result, &q)
			claimed := greater(q.Low, q.Claimed)
			open := new(big.Rat).Sub(q.High, q.Low)
			if rest := new(big.Rat).Sub(big.NewRat(100, 1), claimed); rest.Cmp(open) < 0 {
				open = rest
			}
			b.Supported, b.Claimed, b.Open = along(q.Low), along(q.Low), along(claimed)
			b.Only, b.Possible = along(new(big.Rat).Sub(claimed, q.Low)), along(open)
		}
		out = append(out, b)
	}
	return out
}

// Says gives the bar in words.
func (b bar) Says() string {
	return fmt.Sprintf("supported %s, with open answers up to %s, claimed %s", score.Shown(b.Low), score.Shown(b.High), score.Shown(b.Section.Claimed))
}

func greater(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return b
	}
	return a
}

// along writes points of 100 as a length of a picture.
func along(points *big.Rat) string { return points.FloatString(2) + "%" }
