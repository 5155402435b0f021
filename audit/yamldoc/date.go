package yamldoc

import (
	"strings"
	"time"
)

// dateForms are the ways to write a date that mean one day to everybody: with the
// year in front, with the month in words, or with the dots by which the day comes
// first.
var dateForms = []string{
	"2006-1-2", "2006/1/2", "2006.1.2", "20060102", "2.1.2006", "2. 1. 2006",
	"2 Jan 2006", "2 January 2006", "2. January 2006", "Jan 2 2006", "January 2 2006", "Mon 2 Jan 2006", "Monday 2 January 2006",
}

// MendDate returns a day as a date is written here, such as 2026-11-02, out of
// another form; "" when it is no date, could mean two days, or is written so.
func MendDate(text string) string {
	if day := mendDate(text); day != text {
		return day
	}
	return ""
}

func mendDate(text string) string {
	text = strings.Join(strings.Fields(strings.ReplaceAll(text, ",", " ")), " ")
	if len(text) > 10 && text[4] == '-' && (text[10] == 'T' || text[10] == ' ') {
		text = text[:10] // a time of the day does not matter
	}
	for _, form := range dateForms {
		if day, err := time.Parse(form, text); err == nil {
			return day.Format(time.DateOnly)
		}
	}
	return mendParts(text)
}

// mendParts reads day and month in either order, where only one can be meant.
func mendParts(text string) string {
	text = strings.ReplaceAll(text, "-", "/")
	dayFirst, err1 := time.Parse("2/1/2006", text)
	monthFirst, err2 := time.Parse("1/2/2006", text)
	switch {
	case err1 == nil && (err2 != nil || dayFirst.Equal(monthFirst)):
		return dayFirst.Format(time.DateOnly)
	case err1 != nil && err2 == nil:
		return monthFirst.Format(time.DateOnly)
	}
	return ""
}
