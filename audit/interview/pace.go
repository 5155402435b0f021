package interview

import (
	"fmt"
	"slices"
	"time"
)

// pace estimates the time left by how long the person took so far.
type pace struct {
	now   func() time.Time
	since time.Time
	took  []time.Duration
}

// fewest answers that say something about somebody's pace.
const fewest = 3

func (p *pace) start() { p.since = p.now() }

func (p *pace) stop() { p.took = append(p.took, p.now().Sub(p.since)) }

// left words the time that n more questions will take, or is empty while that
// cannot be told. The middle of the times so far counts, because a break over
// lunch says nothing about the questions.
func (p *pace) left(n int) string {
	if len(p.took) < fewest || n == 0 {
		return ""
	}
	sorted := slices.Sorted(slices.Values(p.took))
	left := sorted[len(sorted)/2] * time.Duration(n)
	return fmt.Sprintf("%d min left", max(1, int(left.Round(time.Minute).Minutes())))
}
