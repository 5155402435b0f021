package workshop

import (
	"maps"
	"math/big"
	"slices"

	"forewarn/audit/planfile"
	"forewarn/questions"
)

// Alpha is Krippendorff's alpha for ordinal data: 1 where all who answered a question chose
// one rung, 0 where they agree as often as by chance, below 0 where less often
// (Krippendorff, Content Analysis, 2019). It is told once, for all questions together: of a
// single one it says nothing. ok is false where no two answered the same question, or
// everybody chose the same rung everywhere.
func Alpha(units []planfile.Tally) (alpha *big.Rat, ok bool) {
	const rungs = questions.MaxLevel + 1
	var pairs [rungs][rungs]*big.Rat // coincidences
	for i := range pairs {
		for j := range pairs[i] {
			pairs[i][j] = new(big.Rat)
		}
	}
	var n [rungs]*big.Rat // answers at each rung that can be paired
	for i := range n {
		n[i] = new(big.Rat)
	}
	total := new(big.Rat)
	for _, u := range units {
		m := u.Known()
		if m < 2 {
			continue
		}
		for i, a := range u.Counts {
			n[i].Add(n[i], whole(a))
			total.Add(total, whole(a))
			for j, b := range u.Counts {
				if i == j {
					b--
				}
				pairs[i][j].Add(pairs[i][j], big.NewRat(int64(a*b), int64(m-1)))
			}
		}
	}
	observed, expected := new(big.Rat), new(big.Rat)
	for i := range rungs {
		for j := range rungs {
			d := distance(n[:], i, j)
			observed.Add(observed, new(big.Rat).Mul(pairs[i][j], d))
			expected.Add(expected, new(big.Rat).Mul(new(big.Rat).Mul(n[i], n[j]), d))
		}
	}
	if expected.Sign() == 0 {
		return nil, false
	}
	alpha = observed.Mul(observed, total.Sub(total, whole(1)))
	alpha.Quo(alpha, expected)
	return alpha.Sub(whole(1), alpha), true
}

// distance is how far two rungs are apart, squared, in the ordinal metric: by how many
// answers lie between them, with half of those at the two.
func distance(n []*big.Rat, a, b int) *big.Rat {
	if a > b {
		a, b = b, a
	}
	if a == b {
		return new(big.Rat)
	}
	sum := new(big.Rat).Add(n[a], n[b])
	sum.Mul(sum, big.NewRat(1, 2))
	for _, between := range n[a+1 : b] {
		sum.Add(sum, between)
	}
	return sum.Mul(sum, sum)
}

func whole(n int) *big.Rat { return big.NewRat(int64(n), 1) }

func sorted[T any](m map[string]T) []string { return slices.Sorted(maps.Keys(m)) }
