package workshop

import (
	"cmp"
	"math/big"
	"slices"

	"forewarn/audit/planfile"
)

// From what a disagreement or a gap is worth telling (SCORING 8).
const (
	farOff      = 2 // rungs from the median, at which a voice stands alone
	gapRungs    = 1 // between the medians of two roles
	fewInARole  = UsualMinimum
	manyInARole = 8
)

func splitFrom() *big.Rat { return big.NewRat(5, 6) }

// gapFrom is how far apart two roles must be by Cliff's delta, when the smaller one has so
// many answers: with few, a gap is likely by chance.
func gapFrom(answers int) *big.Rat {
	if answers < manyInARole {
		return big.NewRat(3, 4)
	}
	return big.NewRat(3, 5)
}

// Deviation is the mean distance of the levels from their lower median, in rungs; 0 where no
// level was given. It tells how far people are apart.
func Deviation(t planfile.Tally) *big.Rat {
	median, ok := t.Median()
	if !ok {
		return new(big.Rat)
	}
	sum := 0
	for level, n := range t.Counts {
		sum += n * abs(level-median)
	}
	return big.NewRat(int64(sum), int64(t.Known()))
}

// IsSplit reports whether people are so far apart that the median stands for few of them.
func IsSplit(t planfile.Tally) bool { return Deviation(t).Cmp(splitFrom()) > 0 }

// LoneVoices is how many stand two rungs or more from the median: each may be the only one
// who knows. Where the room is split, nobody stands alone.
func LoneVoices(t planfile.Tally) int {
	median, ok := t.Median()
	if !ok || IsSplit(t) {
		return 0
	}
	alone := 0
	for level, n := range t.Counts {
		if abs(level-median) >= farOff {
			alone += n
		}
	}
	return alone
}

// Delta is Cliff's delta of two groups: how much likelier it is that somebody of a stands
// above somebody of b than below, from -1 to 1 (Cliff, Dominance statistics, Psychological
// Bulletin 114, 1993). It is 0 where a group has given no level.
func Delta(a, b planfile.Tally) *big.Rat {
	if a.Known() == 0 || b.Known() == 0 {
		return new(big.Rat)
	}
	above := 0
	for x, n := range a.Counts {
		for y, m := range b.Counts {
			above += n * m * cmp.Compare(x, y)
		}
	}
	return big.NewRat(int64(above), int64(a.Known()*b.Known()))
}

// Gap is two roles that see a question otherwise, the lower one first.
type Gap struct {
	Low, High           string // the names of the roles
	LowLevel, HighLevel int    // their lower medians
}

// Gaps lists the roles that see a question otherwise, by name.
func Gaps(roles map[string]planfile.Tally) []Gap {
	var out []Gap
	names := sorted(roles)
	for i, a := range names {
		for _, b := range names[i+1:] {
			if g, ok := gap(a, b, roles[a], roles[b]); ok {
				out = append(out, g)
			}
		}
	}
	return out
}

func gap(a, b string, x, y planfile.Tally) (Gap, bool) {
	if fewer := min(x.Known(), y.Known()); fewer < fewInARole || new(big.Rat).Abs(Delta(x, y)).Cmp(gapFrom(fewer)) < 0 {
		return Gap{}, false
	}
	low, _ := x.Median()
	high, _ := y.Median()
	if low > high {
		a, b, low, high = b, a, high, low
	}
	return Gap{a, b, low, high}, high-low >= gapRungs
}

// Positions are the two rungs that a discussion is about: the one that most of those at or
// below the median chose, and the one that most of those above it did. Of rungs that as many
// chose, the two farthest apart are taken. ok is false where all chose the same rung.
func Positions(t planfile.Tally) (low, high int, ok bool) {
	median, _ := t.Median()
	low, high = -1, -1
	for level, n := range t.Counts {
		switch {
		case n == 0:
		case level <= median && (low < 0 || n > t.Counts[low]):
			low = level
		case level > median && (high < 0 || n >= t.Counts[high]):
			high = level
		}
	}
	if high < 0 { // nobody is above: the others are below
		return below(t, median)
	}
	return low, high, low >= 0
}

// below are the positions where the median is the highest rung that anybody chose.
func below(t planfile.Tally, median int) (low, high int, ok bool) {
	low = -1
	for level, n := range t.Counts[:median] {
		if n > 0 && (low < 0 || n > t.Counts[low]) {
			low = level
		}
	}
	return low, median, low >= 0
}

// Topic is a question that the room should talk about.
type Topic struct {
	Question  string
	Weight    *big.Rat // what the disagreement is worth: deviation times worth
	Low, High int      // the two positions
}

// Topics orders the questions by how far apart people are times what the question is worth,
// in points; questions on which all agree are left out. Of the same weight, the order given
// stands.
func Topics(order []string, heard map[string]planfile.Heard, worth map[string]*big.Rat) []Topic {
	var out []Topic
	for _, id := range order {
		h, ok := heard[id]
		points := worth[id]
		if !ok || points == nil {
			continue
		}
		low, high, apart := Positions(h.All())
		weight := new(big.Rat).Mul(Deviation(h.All()), points)
		if apart && weight.Sign() > 0 {
			out = append(out, Topic{id, weight, low, high})
		}
	}
	slices.SortStableFunc(out, func(a, b Topic) int { return b.Weight.Cmp(a.Weight) })
	return out
}

func abs(n int) int { return max(n, -n) }
