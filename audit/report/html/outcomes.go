package html

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"forewarn/audit/planfile"
	"forewarn/audit/report/document"
)

// strip is one measure on a line from worse to better: where it began, its lines, and
// what it showed last.
type strip struct {
	ID     string
	Course *document.Course
	Marks  []mark
	Says   string // the picture in words
}

// mark is a value on the line. X is a percentage of its width.
type mark struct {
	X, Look, Shape string
	says           string
	value          *big.Rat
}

// chartsOf draws the measures that were read.
func chartsOf(c chapter, s *document.Standing) []strip {
	var out []strip
	for i := range s.Measures {
		st := strip{ID: fmt.Sprintf("%s-outcome-%d", c.ID, i+1), Course: &s.Measures[i]}
		st.draw()
		out = append(out, st)
	}
	return out
}

// The shapes differ, so that the picture does not rest on its colours.
const (
	ring    = "M-5,0 a5,5 0 1,0 10,0 a5,5 0 1,0 -10,0 Z"
	diamond = "M-7,0 L0,-7 L7,0 L0,7 Z"
	upright = "M-1.5,-16 H1.5 V16 H-1.5 Z"
	dashed  = "M-1.5,-16 H1.5 V-6 H-1.5 Z M-1.5,-4 H1.5 V4 H-1.5 Z M-1.5,6 H1.5 V16 H-1.5 Z"
)

// draw places the values. Without a line, or with nothing that was read in numbers,
// there is no picture.
func (s *strip) draw() {
	m := s.Course.Measure
	last := m.Latest()
	if last == nil || last.Value.Number == nil || m.Better == "" || m.Success.Number == nil && m.Stop.Number == nil {
		return
	}
	add := func(a planfile.Amount, look, shape, says string) {
		if a.Number != nil {
			s.Marks = append(s.Marks, mark{Look: look, Shape: shape, value: a.Number, says: says + " " + document.WithUnit(m.Metric, a)})
		}
	}
	add(m.Stop, "stop", dashed, "stop line")
	add(m.Success, "success", upright, "success line")
	if m.Baseline != nil {
		add(m.Baseline.Value, "baseline", ring, "at the start")
	}
	add(last.Value, "reading", diamond, "now")
	s.place(m.Better == "lower")
}

// place puts the worst value on the left.
func (s *strip) place(mirrored bool) {
	order := func(a, b mark) int { return a.value.Cmp(b.value) }
	lowest, highest := slices.MinFunc(s.Marks, order).value, slices.MaxFunc(s.Marks, order).value
	var says []string
	for i := range s.Marks {
		at := part(lowest, s.Marks[i].value, highest, 94)
		if mirrored {
			at = 94 - at
		}
		s.Marks[i].X = percentage(int64(3 + at))
		says = append(says, s.Marks[i].says)
	}
	s.Says = strings.Join(says, ", ")
}
