package score

import "fmt"

// What a sum of half working days is rounded to.
const (
	day   = 2
	week  = 5 * day
	month = 21 * day
	year  = 12 * month
)

// halfDays returns how many half working days a piece of work takes, by its effort.
func halfDays(effort int) int {
	return [...]int{1: 1, 2: 3, 3: 10, 4: 42, 5: 126}[min(max(effort, 1), 5)]
}

// Duration says how long pieces of work take, one after the other, each given by
// its effort from 1 (an afternoon) to 5 (a quarter of a year). It is empty where
// there is nothing to do.
func Duration(pieces []int) string {
	sum := 0
	for _, p := range pieces {
		sum += halfDays(p)
	}
	switch sum {
	case 0:
		return ""
	case halfDays(1):
		return "an afternoon"
	case halfDays(2):
		return "a day or two"
	case halfDays(3):
		return "a week"
	case halfDays(4):
		return "a month"
	case halfDays(5):
		return "a quarter of a year"
	}
	return "about " + rounded(sum)
}

// rounded gives half days in the unit that suits them.
func rounded(sum int) string {
	switch {
	case nearest(sum, day) < 5:
		return several(nearest(sum, day), "a day", "days")
	case nearest(sum, week) < 4:
		return several(nearest(sum, week), "a week", "weeks")
	case nearest(sum, month) < 12:
		return several(max(nearest(sum, month), 1), "a month", "months")
	case sum < year+year/4:
		return "a year"
	case sum < year+3*year/4:
		return "a year and a half"
	}
	return several(nearest(sum, year), "a year", "years")
}

// nearest divides, and rounds halves up.
func nearest(n, by int) int { return (2*n + by) / (2 * by) }

func several(n int, one, many string) string {
	if n == 1 {
		return one
	}
	if words := [...]string{2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten", 11: "eleven"}; n < len(words) {
		return words[n] + " " + many
	}
	return fmt.Sprintf("%d %s", n, many)
}
