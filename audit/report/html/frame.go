package html

import (
	"math/big"
	"slices"
	"time"

	"forewarn/audit/planfile"
)

// The picture of a metric, in pixels from the top, and in percent of its width:
// the labels of the lines stand to the right of the points.
const (
	plotTop, plotBottom = 28, 116
	plotLeft, plotRight = 2, 68
)

// frame is what a picture spans.
type frame struct {
	first, last     time.Time
	lowest, highest *big.Rat
}

// newFrame spans the points, by date, and the lines. It is not ok when there are
// fewer than two values, or no point among them.
func newFrame(m *planfile.Metric, points []point) (f frame, ok bool) {
	var values []*big.Rat
	for _, pt := range points {
		values = append(values, pt.value)
	}
	for _, a := range []planfile.Amount{m.Success, m.Stop} {
		if a.Number != nil {
			values = append(values, a.Number)
		}
	}
	if len(points) == 0 || len(values) < 2 {
		return f, false
	}
	f = frame{points[0].on, points[len(points)-1].on, slices.MinFunc(values, (*big.Rat).Cmp), slices.MaxFunc(values, (*big.Rat).Cmp)}
	if m.By.After(f.last) {
		f.last = m.By
	}
	return f, true
}

func (f frame) x(on time.Time) string {
	return percentage(int64(plotLeft + part(unix(f.first), unix(on), unix(f.last), plotRight-plotLeft)))
}

func (f frame) y(value *big.Rat) int {
	return plotBottom - part(f.lowest, value, f.highest, plotBottom-plotTop)
}

// part places v between lowest and highest on a length. Numbers of any size
// divide exactly; when all are the same, it is the middle.
func part(lowest, v, highest *big.Rat, length int64) int {
	span := new(big.Rat).Sub(highest, lowest)
	if span.Sign() == 0 {
		return int(length / 2)
	}
	at := new(big.Rat).Sub(v, lowest)
	at.Mul(at.Quo(at, span), big.NewRat(length, 1))
	return int(new(big.Int).Quo(at.Num(), at.Denom()).Int64())
}

func unix(t time.Time) *big.Rat { return big.NewRat(t.Unix(), 1) }

// point is what a metric showed on a day. X is a percentage of the width.
type point struct {
	X, Label string
	Y        int
	LabelY   int
	Look     string // baseline or reading
	on       time.Time
	value    *big.Rat
}
