package document

import (
	"fmt"
	"math/big"
	"time"

	"forewarn/audit/report"
	"forewarn/audit/score"
)

// Chart is how a score went, point by point, from 0 to 100.
type Chart struct {
	Title  string
	Points []ChartPoint // the first in time first
}

// ChartPoint is the score on a day. Low is nil where there was none.
type ChartPoint struct {
	On        time.Time
	Low, High *big.Rat
}

// Most returns at most so many of the points, evenly apart and with the last.
func (c *Chart) Most(n int) []ChartPoint {
	all := len(c.Points)
	if all <= n {
		return c.Points
	}
	out := make([]ChartPoint, n)
	for i := range n {
		out[i] = c.Points[(i+1)*all/n-1]
	}
	return out
}

// Says is the chart in words.
func (c *Chart) Says() string {
	var first, last, lowest, highest *ChartPoint
	for i := range c.Points {
		p := &c.Points[i]
		if p.Low == nil {
			continue
		}
		if last = p; first == nil {
			first, lowest, highest = p, p, p
		}
		if p.Low.Cmp(lowest.Low) < 0 {
			lowest = p
		}
		if p.Low.Cmp(highest.Low) > 0 {
			highest = p
		}
	}
	switch {
	case first == nil:
		return "There is no score to draw."
	case first == last:
		return "One score: " + first.says() + "."
	}
	return fmt.Sprintf("From %s to %s; lowest %s, highest %s.", first.says(), last.says(), lowest.says(), highest.says())
}

func (p *ChartPoint) says() string { return score.Shown(p.Low) + " on " + report.Day(p.On) }

// Spark draws the low ends in at most so many characters, the full height for 100.
// A gap is where there was no score.
func (c *Chart) Spark(most int) string {
	const bars, gap = "▁▂▃▄▅▆▇█", '·'
	heights := []rune(bars)
	var out []rune
	for _, p := range c.Most(most) {
		if p.Low == nil {
			out = append(out, gap)
			continue
		}
		n := new(big.Int).Mul(p.Low.Num(), big.NewInt(int64(len(heights))))
		at := n.Quo(n, new(big.Int).Mul(p.Low.Denom(), big.NewInt(100))).Int64()
		out = append(out, heights[min(at, int64(len(heights)-1))])
	}
	return string(out)
}
