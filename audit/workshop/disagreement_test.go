package workshop_test

import (
	"math/big"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"forewarn/audit/planfile"
	"forewarn/audit/workshop"
)

// levels counts what was given.
func levels(given ...int) planfile.Tally {
	t := planfile.Tally{Counts: make([]int, 5)}
	for _, l := range given {
		t.Counts[l]++
	}
	return t
}

// tallies draws how up to ten sheets fell.
func tallies() *rapid.Generator[[]int] { return rapid.SliceOfN(rapid.IntRange(0, 4), 0, 10) }

// TestDeviation holds the oracles of SCORING 8.
func TestDeviation(t *testing.T) {
	for _, c := range []struct {
		given []int
		want  *big.Rat
		split bool
		alone int
	}{
		{[]int{3, 3, 3, 3, 3, 0}, big.NewRat(1, 2), false, 1},
		{[]int{0, 0, 0, 4, 4, 4}, big.NewRat(2, 1), true, 0},
		{[]int{0, 1, 2, 3, 4}, big.NewRat(6, 5), true, 0},
		{[]int{2, 2, 3, 3}, big.NewRat(1, 2), false, 0},
		{[]int{1, 1, 1, 1, 1, 1}, new(big.Rat), false, 0},
		{[]int{0, 1, 1, 2, 3, 3}, big.NewRat(1, 1), true, 0},
		{[]int{1, 1, 1, 2, 3, 3}, big.NewRat(5, 6), false, 2}, // just not split
		{nil, new(big.Rat), false, 0},
	} {
		tally := levels(c.given...)
		if got := workshop.Deviation(tally); got.Cmp(c.want) != 0 {
			t.Errorf("%v deviate by %s, want %s", c.given, got.RatString(), c.want.RatString())
		}
		if workshop.IsSplit(tally) != c.split || workshop.LoneVoices(tally) != c.alone {
			t.Errorf("%v is split: %t, with %d alone", c.given, workshop.IsSplit(tally), workshop.LoneVoices(tally))
		}
	}
}

func TestDelta(t *testing.T) {
	if got := workshop.Delta(levels(3, 3, 4, 3, 4), levels(1, 2, 1, 3, 0, 2)); got.Cmp(big.NewRat(9, 10)) != 0 {
		t.Errorf("the delta is %s", got.RatString())
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := tallies().Draw(t, "a"), tallies().Draw(t, "b")
		above := 0
		for _, x := range a {
			for _, y := range b {
				switch {
				case x > y:
					above++
				case x < y:
					above--
				}
			}
		}
		want := new(big.Rat)
		if len(a)*len(b) > 0 {
			want = big.NewRat(int64(above), int64(len(a)*len(b)))
		}
		if got := workshop.Delta(levels(a...), levels(b...)); got.Cmp(want) != 0 {
			t.Errorf("the delta is %s, want %s", got.RatString(), want.RatString())
		}
	})
}

func TestGaps(t *testing.T) {
	for _, c := range []struct {
		name  string
		roles map[string]planfile.Tally
		want  []workshop.Gap
	}{
		{"nine tenths of five and six", map[string]planfile.Tally{"exec": levels(3, 3, 4, 3, 4), "staff": levels(1, 2, 1, 3, 0, 2)}, []workshop.Gap{{"staff", "exec", 1, 3}}},
		{"one of four is too small", map[string]planfile.Tally{"exec": levels(4, 4, 4, 4), "staff": levels(0, 0, 0, 0, 0)}, nil},
		{"don't know is no answer", map[string]planfile.Tally{"exec": {Counts: []int{0, 0, 0, 0, 4}, Unknown: 3}, "staff": levels(0, 0, 0, 0, 0)}, nil},
		{"under three quarters at five", map[string]planfile.Tally{"exec": levels(3, 3, 3, 1, 1), "staff": levels(1, 1, 1, 1, 1)}, nil},
		{"three fifths at eight", map[string]planfile.Tally{"exec": levels(3, 3, 3, 3, 3, 1, 1, 1), "staff": levels(1, 1, 1, 1, 1, 1, 1, 1)}, []workshop.Gap{{"staff", "exec", 1, 3}}},
		{"the same median", map[string]planfile.Tally{"exec": levels(2, 2, 2, 2, 2), "staff": levels(2, 2, 2, 2, 2)}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.name == "three fifths at eight" { // 5/8 of delta
				if d := workshop.Delta(c.roles["exec"], c.roles["staff"]); d.Cmp(big.NewRat(5, 8)) != 0 {
					t.Fatalf("the delta is %s", d.RatString())
				}
			}
			if diff := cmp.Diff(c.want, workshop.Gaps(c.roles)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPositions(t *testing.T) {
	for _, c := range []struct {
		given     []int
		low, high int
		ok        bool
	}{
		{[]int{0, 0, 0, 4, 4, 4}, 0, 4, true},
		{[]int{3, 3, 3, 3, 3, 0}, 0, 3, true},
		{[]int{0, 1, 1, 1, 3, 3, 4}, 1, 3, true},
		{[]int{0, 1, 2, 3, 4}, 0, 4, true},
		{[]int{2, 2, 2}, 0, 2, false},
		{nil, 0, 0, false},
	} {
		low, high, ok := workshop.Positions(levels(c.given...))
		if ok != c.ok || ok && (low != c.low || high != c.high) {
			t.Errorf("the positions of %v are %d and %d, %t", c.given, low, high, ok)
		}
	}
}

func TestTopics(t *testing.T) {
	heard := func(given ...int) planfile.Heard { return planfile.Heard{Counts: levels(given...).Counts} }
	worth := map[string]*big.Rat{"a": big.NewRat(1, 1), "b": big.NewRat(4, 1), "c": big.NewRat(4, 1), "d": big.NewRat(9, 1)}
	got := workshop.Topics([]string{"a", "b", "c", "d", "e"}, map[string]planfile.Heard{
		"a": heard(0, 0, 0, 4, 4, 4), "b": heard(3, 3, 3, 3, 3, 0), "c": heard(2, 2, 3, 3), "d": heard(1, 1, 1), "e": heard(0, 4),
	}, worth)
	var order []string
	for _, topic := range got {
		order = append(order, topic.Question)
	}
	if !slices.Equal(order, []string{"a", "b", "c"}) {
		t.Errorf("the order is %q: %+v", order, got)
	}
}

// TestAlpha holds the oracles of SCORING 8. The first is Krippendorff's own, of 4 observers
// and 12 units with some answers missing, here with his values 1 to 5 as levels 0 to 4.
func TestAlpha(t *testing.T) {
	for _, c := range []struct {
		name  string
		units [][]int
		want  *big.Rat
	}{
		{"Krippendorff's", [][]int{{1, 1, 1}, {2, 2, 3, 2}, {3, 3, 3, 3}, {3, 3, 3, 3}, {2, 2, 2, 2}, {1, 2, 3, 4}, {4, 4, 4, 4}, {1, 1, 2, 1}, {2, 2, 2, 2}, {5, 5, 5}, {1, 1}, {3}},
			big.NewRat(108577, 133160)},
		{"a room's", [][]int{{4, 4, 3}, {2, 1, 2}, {5, 5, 4}, {3, 3, 3}, {1, 2, 4}, {4, 5, 5}}, big.NewRat(22571, 33264)},
	} {
		var units []planfile.Tally
		for _, u := range c.units {
			for i := range u {
				u[i]--
			}
			units = append(units, levels(u...))
		}
		if got, ok := workshop.Alpha(units); !ok || got.Cmp(c.want) != 0 {
			t.Errorf("%s alpha is %v, want %s", c.name, got, c.want.RatString())
		}
	}
	if _, ok := workshop.Alpha([]planfile.Tally{levels(3), levels(2), levels(2, 2)}); ok {
		t.Error("everybody who can be paired says the same, and there is an alpha")
	}
}

// Alpha is one less the mean distance of the pairs within a question, over that of all pairs.
func TestAlphaByItsDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		given := rapid.SliceOfN(tallies(), 1, 6).Draw(t, "units")
		var all []int
		var units []planfile.Tally
		for _, u := range given {
			units = append(units, levels(u...))
			if len(u) > 1 {
				all = append(all, u...)
			}
		}
		counts := levels(all...).Counts
		apart := func(a, b int) *big.Rat {
			sum := big.NewRat(-int64(counts[a]+counts[b]), 2)
			for l := min(a, b); l <= max(a, b); l++ {
				sum.Add(sum, big.NewRat(int64(counts[l]), 1))
			}
			if a == b {
				sum.SetInt64(0)
			}
			return sum.Mul(sum, sum)
		}
		within, across := new(big.Rat), new(big.Rat)
		for _, u := range given {
			for i, a := range u {
				for j, b := range u {
					if i != j {
						within.Add(within, new(big.Rat).Mul(apart(a, b), big.NewRat(1, int64(len(u)-1))))
					}
				}
			}
		}
		for i, a := range all {
			for j, b := range all {
				if i != j {
					across.Add(across, apart(a, b))
				}
			}
		}
		got, ok := workshop.Alpha(units)
		if ok != (across.Sign() > 0) {
			t.Fatalf("there is an alpha: %t", ok)
		}
		if !ok {
			return
		}
		within.Quo(within, big.NewRat(int64(len(all)), 1))
		across.Quo(across, big.NewRat(int64(len(all)*(len(all)-1)), 1))
		want := new(big.Rat).Sub(big.NewRat(1, 1), within.Quo(within, across))
		if got.Cmp(want) != 0 {
			t.Errorf("alpha is %s, want %s", got.RatString(), want.RatString())
		}
	})
}
