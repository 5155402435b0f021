package score_test

import (
	"fmt"
	"slices"
	"testing"

	"forewarn/audit/score"
)

func TestDuration(t *testing.T) {
	for _, c := range []struct {
		pieces []int
		want   string
	}{
		{nil, ""},
		{[]int{1}, "an afternoon"},
		{[]int{2}, "a day or two"},
		{[]int{3}, "a week"},
		{[]int{4}, "a month"},
		{[]int{5}, "a quarter of a year"},
		{[]int{1, 1}, "about a day"},
		{[]int{1, 1, 1}, "a day or two"},
		{[]int{1, 2}, "about two days"},
		{[]int{2, 2}, "about three days"},
		{[]int{2, 2, 1, 1}, "about four days"},
		{[]int{2, 2, 2}, "about a week"},
		{[]int{3, 1}, "about a week"},
		{[]int{3, 2, 1}, "about a week"},
		{[]int{3, 2, 2}, "about two weeks"},
		{[]int{3, 3}, "about two weeks"},
		{[]int{3, 3, 3}, "about three weeks"},
		{[]int{3, 3, 3, 3}, "about a month"},
		{[]int{4, 3}, "about a month"},
		{[]int{4, 4}, "about two months"},
		{[]int{5, 4, 4}, "about five months"},
		{slices.Repeat([]int{4}, 11), "about eleven months"},
		{slices.Repeat([]int{4}, 12), "about a year"},
		{slices.Repeat([]int{4}, 18), "about a year and a half"},
		{slices.Repeat([]int{5}, 8), "about two years"},
		{slices.Repeat([]int{5}, 49), "about 12 years"},
	} {
		t.Run(fmt.Sprint(c.pieces), func(t *testing.T) {
			if got := score.Duration(c.pieces); got != c.want {
				t.Errorf("it takes %q, want %q", got, c.want)
			}
		})
	}
}
