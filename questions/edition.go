package questions

import (
	"cmp"
	"strconv"
	"strings"
)

// IsEdition reports whether a text has the form of a bank's version:
// major.minor.patch, in plain numbers.
func IsEdition(text string) bool {
	_, ok := numbers(text)
	return ok
}

// Major returns the first part of an edition: with another one, some answers mean
// something else.
func Major(edition string) string {
	major, _, _ := strings.Cut(edition, ".")
	return major
}

// CompareEditions compares two editions by their numbers. What is no edition, as
// the empty text, comes before all of them.
func CompareEditions(a, b string) int {
	x, _ := numbers(a)
	y, _ := numbers(b)
	for i := range x {
		if c := cmp.Compare(x[i], y[i]); c != 0 {
			return c
		}
	}
	return 0
}

func numbers(edition string) (out [3]int, ok bool) {
	parts := strings.Split(edition, ".")
	if len(parts) != len(out) {
		return [3]int{}, false
	}
	for i, part := range parts {
		n, err := strconv.Atoi(part)
		if err != nil || strconv.Itoa(n) != part || n < 0 {
			return [3]int{}, false
		}
		out[i] = n
	}
	return out, true
}
