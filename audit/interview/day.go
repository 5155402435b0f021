package interview

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"forewarn/audit/yamldoc"
)

// dateLayout is how the plan writes a date, and how each is shown back.
const dateLayout = time.DateOnly

const dateHint = "A day, such as 2026-11-02, 2 Nov 2026, today, or in 3 weeks."

// parseDay reads a day as people write it, seen from today. What could mean two days
// is refused, and so is a day that there is not.
func parseDay(value string, today time.Time) (time.Time, error) {
	value = strings.TrimSpace(value)
	if day, err := time.Parse(dateLayout, value); err == nil {
		return day, nil
	}
	if day, ok := fromToday(strings.ToLower(value), today); ok {
		return day, nil
	}
	if err := noSuchDay(value); err != nil {
		return time.Time{}, err
	}
	if written := yamldoc.MendDate(value); written != "" {
		return time.Parse(dateLayout, written)
	}
	return time.Time{}, twoDays(value)
}

var (
	ahead = regexp.MustCompile(`^in (\d{1,4}|an?|one|two|three|four|five|six) (day|week|month|year)s?$`)
	ago   = regexp.MustCompile(`^(\d{1,4}|an?|one|two|three|four|five|six) (day|week|month|year)s? ago$`)
)

// fromToday reads a day that is named by how far off it is.
func fromToday(value string, today time.Time) (time.Time, bool) {
	switch value {
	case "today":
		return today, true
	case "tomorrow":
		return today.AddDate(0, 0, 1), true
	case "yesterday":
		return today.AddDate(0, 0, -1), true
	}
	if m := ahead.FindStringSubmatch(value); m != nil {
		return moved(today, number(m[1]), m[2]), true
	}
	if m := ago.FindStringSubmatch(value); m != nil {
		return moved(today, -number(m[1]), m[2]), true
	}
	return time.Time{}, false
}

// number is a count in digits or as a small word.
func number(word string) int {
	if n, err := strconv.Atoi(word); err == nil {
		return n
	}
	for i, w := range []string{"one", "two", "three", "four", "five", "six"} {
		if w == word {
			return i + 1
		}
	}
	return 1 // a, an
}

// moved is a day so many units away. A month from the last of January is the last of
// February.
func moved(day time.Time, n int, unit string) time.Time {
	switch unit {
	case "day":
		return day.AddDate(0, 0, n)
	case "week":
		return day.AddDate(0, 0, 7*n)
	case "year":
		n *= 12
	}
	first := time.Date(day.Year(), day.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, 0, min(day.Day(), daysIn(first))-1)
}

func daysIn(month time.Time) int {
	return time.Date(month.Year(), month.Month()+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// The parts of a date, with the year in front, the day in front, or the month in words.
var (
	yearFirst = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$`)
	dayFirst  = regexp.MustCompile(`^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$`)
	slashed   = regexp.MustCompile(`^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$`)
	wordFirst = regexp.MustCompile(`^([A-Za-z]{3,9}) (\d{1,2}),? (\d{4})$`)
	inWords   = regexp.MustCompile(`^(\d{1,2})\.? ([A-Za-z]{3,9}) (\d{4})$`)
)

// noSuchDay is the error for a day that has the form of one and that no calendar has.
func noSuchDay(value string) error {
	year, month, day := partsOf(value)
	if month == "" {
		return nil
	}
	y, m, d := number(year), number(month), number(day)
	if m < 1 || m > 12 {
		return fmt.Errorf("there is no month %d", m)
	}
	first := time.Date(y, time.Month(m), 1, 0, 0, 0, 0, time.UTC)
	if most := daysIn(first); d < 1 || d > most {
		return fmt.Errorf("there is no such day: %s has %d days", first.Format("January 2006"), most)
	}
	return nil
}

// partsOf takes apart what has the form of a day, the month as a number; all is empty
// when it has not.
func partsOf(value string) (year, month, day string) {
	if m := yearFirst.FindStringSubmatch(value); m != nil {
		return m[1], m[2], m[3]
	}
	if m := dayFirst.FindStringSubmatch(value); m != nil {
		return m[3], m[2], m[1]
	}
	if m := slashed.FindStringSubmatch(value); m != nil {
		switch { // only one of the two can be the month
		case number(m[1]) > 12 && number(m[2]) <= 12:
			return m[3], m[2], m[1]
		case number(m[2]) > 12 && number(m[1]) <= 12:
			return m[3], m[1], m[2]
		}
	}
	if m := wordFirst.FindStringSubmatch(value); m != nil {
		return ofMonth(m[3], m[1], m[2])
	}
	if m := inWords.FindStringSubmatch(value); m != nil {
		return ofMonth(m[3], m[2], m[1])
	}
	return "", "", ""
}

// ofMonth gives a month that is named its number; all is empty when it is no month.
func ofMonth(year, name, day string) (y, month, d string) {
	for _, layout := range []string{"Jan", "January"} {
		if t, err := time.Parse(layout, name); err == nil {
			return year, strconv.Itoa(int(t.Month())), day
		}
	}
	return "", "", ""
}

// twoDays is the error for what is no day, or could be two.
func twoDays(value string) error {
	a, err1 := time.Parse("2/1/2006", value)
	b, err2 := time.Parse("1/2/2006", value)
	if err1 == nil && err2 == nil {
		return fmt.Errorf("%q could be %s or %s: write one of the two", value, a.Format("2 January 2006"), b.Format("2 January 2006"))
	}
	if value == "" {
		return errors.New("write a day, such as 2026-11-02 or today")
	}
	return fmt.Errorf("write a day, such as 2026-11-02, 2 Nov 2026 or in 3 weeks, not %q", value)
}
