package yamldoc

import (
	"fmt"
	"strings"
)

// Suggest returns the word of known that is nearest to word, or "" when none
// is near: at most two slips away, and at most one for every three letters of
// word. A slip is a letter too many, too few or wrong, or two neighbours
// swapped. Of words equally near, the first is returned. Case does not count.
func Suggest(word string, known []string) string {
	limit := min(2, (len([]rune(word))+2)/3)
	best := ""
	for _, k := range known {
		if d := distance(word, k, limit); d <= limit {
			best, limit = k, d-1
		}
	}
	return best
}

// DidYouMean asks for the nearest of the known words, as Suggest finds it: did
// you mean "name"? It is "" when none is near.
func DidYouMean(word string, known []string) string {
	if near := Suggest(word, known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return ""
}

// distance counts the slips between two words (optimal string alignment). When
// there are more than limit, it may return any number above limit.
func distance(a, b string, limit int) int {
	x, y := []rune(strings.ToLower(a)), []rune(strings.ToLower(b))
	if len(x)-len(y) > limit || len(y)-len(x) > limit {
		return limit + 1
	}
	before, above, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		before, above, row = above, row, before
		row[0] = i + 1
		for j := range y {
			slip := 1
			if x[i] == y[j] {
				slip = 0
			}
			row[j+1] = min(above[j+1]+1, row[j]+1, above[j]+slip)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(y)]
}
