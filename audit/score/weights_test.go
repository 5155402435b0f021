package score_test

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"forewarn/audit/planfile"
	"forewarn/audit/score"
	"forewarn/audit/score/scoretest"
)

func TestWeights(t *testing.T) {
	for _, c := range []struct {
		name, answers, warning string
		within, says           string
	}{
		{"no grade", "1: 1=-", "", "", "There is no grade yet that other weights could change."},
		{"far from every line", "1: 1=4s 1=4s", "", "1", "No change of the weights changes this grade."},
		{"nothing at all", "1: 1=0 1=0", "", "1", "No change of the weights changes this grade."},
		{"every level on the line", "1: 1=2 1=2", "D: a1<=2", "1", "No change of the weights changes this grade: something else holds it."},
		{"on the line", "1: 7=4s 3=0s", "", "0", "The smallest change of the weights can change this grade."},
		{"just under a line", "1: 69=4s 31=0s", "", "5/212", "No change of the weights within 2 % changes this grade."},
		{"held", "1: 69=4s 31=0s", "C: a2<=1", "140/481", "No change of the weights within 29 % changes this grade."},
		{"to meet the line is to cross it", "1: 5=2 12=3s", "", "1/4", "No change of the weights within 24 % changes this grade."},
		{"less than a hundredth", "1: 699=4s 301=0s", "", "5/2102", "A change of the weights by 1 % can change this grade."},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := scoretest.Parse(t, c.answers)
			if c.warning != "" {
				w.Warn(t, c.warning)
			}
			r := w.Score(t)
			within := ""
			if r.Weights.Within != nil {
				within = r.Weights.Within.RatString()
			}
			if within != c.within || r.Weights.Says != c.says {
				t.Errorf("%s: within %q: %s\nwant %q: %s", scoretest.Verdict(r), within, r.Weights.Says, c.within, c.says)
			}
		})
	}
}

func TestWeightsOfWorkedExample(t *testing.T) {
	r := workedExample(t).Score(t)
	if got, want := r.Weights.Within.RatString()+" "+r.Weights.Says, "7/29 No change of the weights within 24 % changes this grade."; got != want {
		t.Errorf("%s, want %s: 7/29 down to 40, and 11/27 up to 55", got, want)
	}
}

// P16: the range of scores holds the score, is nothing but it at 0 and widens; its ends
// are at corners of the weights; and the grade changes just beyond what is said.
func TestP16WeightsWithin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := scoretest.DrawSmall(t)
		w.Bank.Warnings = nil
		r := w.Score(t)
		worths, levels := worthsOf(r)
		first := big.NewRat(rapid.Int64Range(0, 98).Draw(t, "share"), 100)
		second := new(big.Rat).Add(first, big.NewRat(1, 100))
		low, high := between(worths, levels, first)
		lower, higher := between(worths, levels, second)
		rising(t, "a wider range around the score", lower, low, r.Low.Score, high, higher)
		if low0, high0 := between(worths, levels, new(big.Rat)); low0.Cmp(high0) != 0 {
			t.Fatalf("without room the range is from %s to %s", low0, high0)
		}
		cornerLow, cornerHigh := corners(worths, levels, first)
		if low.Cmp(cornerLow) != 0 || high.Cmp(cornerHigh) != 0 {
			t.Fatalf("the range is from %s to %s, and the corners from %s to %s", low, high, cornerLow, cornerHigh)
		}
		under := slices.ContainsFunc(r.Questionnaires, func(s score.Section) bool { return s.Low != nil && s.Low.Cmp(big.NewRat(25, 1)) < 0 })
		if r.Gradable && !under {
			changesBeyond(t, r, worths, levels)
		}
	})
}

// changesBeyond holds the share that is said against the grades of the range of scores.
func changesBeyond(t *rapid.T, r *score.Result, worths, levels []*big.Rat) {
	within, little := r.Weights.Within, big.NewRat(1, 1_000_000)
	if inside := new(big.Rat).Sub(within, little); inside.Sign() >= 0 {
		low, high := between(worths, levels, inside)
		if score.GradeOf(low) != r.Low.Grade || score.GradeOf(high) != r.Low.Grade {
			t.Fatalf("within %s the grade %s changes: from %s to %s", within, r.Low.Grade, low, high)
		}
	}
	if within.Cmp(big.NewRat(1, 1)) < 0 {
		low, high := between(worths, levels, new(big.Rat).Add(within, little))
		if score.GradeOf(low) == score.GradeOf(high) {
			t.Fatalf("beyond %s the grade %s stays: from %s to %s", within, r.Low.Grade, low, high)
		}
	}
}

// worthsOf returns what each question that is scored is worth, and its level of 100.
func worthsOf(r *score.Result) (worths, levels []*big.Rat) {
	for _, sec := range r.Questionnaires {
		for _, it := range sec.Items {
			if it.State != planfile.NotApplicable {
				worths, levels = append(worths, it.Worth), append(levels, big.NewRat(int64(25*it.Low), 1))
			}
		}
	}
	return worths, levels
}

// between is the range of the mean with every weight free within a share, by the sweep:
// with the levels in order, one side of a split is heavy and the other light.
func between(worths, levels []*big.Rat, share *big.Rat) (low, high *big.Rat) {
	order := make([]int, len(levels))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return levels[a].Cmp(levels[b]) })
	for split := range len(order) + 1 {
		for _, heavyFirst := range []bool{true, false} {
			low, high = widen(low, high, mean(worths, levels, share, func(i int) bool {
				return (slices.Index(order, i) < split) == heavyFirst
			}))
		}
	}
	return low, high
}

// corners is that range by trying every corner of the weights.
func corners(worths, levels []*big.Rat, share *big.Rat) (low, high *big.Rat) {
	for corner := range 1 << len(levels) {
		low, high = widen(low, high, mean(worths, levels, share, func(i int) bool { return corner>>i&1 == 1 }))
	}
	return low, high
}

func widen(low, high, x *big.Rat) (*big.Rat, *big.Rat) {
	if low == nil || x.Cmp(low) < 0 {
		low = x
	}
	if high == nil || x.Cmp(high) > 0 {
		high = x
	}
	return low, high
}

func mean(worths, levels []*big.Rat, share *big.Rat, heavy func(int) bool) *big.Rat {
	sum, all := new(big.Rat), new(big.Rat)
	for i := range worths {
		weight := new(big.Rat).Sub(big.NewRat(1, 1), share)
		if heavy(i) {
			weight.Add(big.NewRat(1, 1), share)
		}
		weight.Mul(weight, worths[i])
		all.Add(all, weight)
		sum.Add(sum, weight.Mul(weight, levels[i]))
	}
	return sum.Quo(sum, all)
}
