package interview

import "testing"

func TestParseDay(t *testing.T) {
	// 21 November 2026 is today.
	for value, want := range map[string]string{
		"2024-02-29": "2024-02-29", " 2027-02-02 ": "2027-02-02", "2 Feb 2027": "2027-02-02", "2 February 2027": "2027-02-02",
		"2.2.2027": "2027-02-02", "2. 2. 2027": "2027-02-02", "Feb 2, 2027": "2027-02-02", "13/2/2027": "2027-02-13", "2/2/2027": "2027-02-02",
		"today": "2026-11-21", "Tomorrow": "2026-11-22", "yesterday": "2026-11-20",
		"in 3 weeks": "2026-12-12", "in a week": "2026-11-28", "in two months": "2027-01-21", "in 100 days": "2027-03-01", "in 1 year": "2027-11-21",
		"3 weeks ago": "2026-10-31", "nine months ago": "", "9 months ago": "2026-02-21",
		"2023-02-29": "there is no such day: February 2023 has 28 days", "30 Feb 2027": "there is no such day: February 2027 has 28 days",
		"31.4.2027": "there is no such day: April 2027 has 30 days", "2027-13-01": "there is no month 13", "2027-00-01": "there is no month 0",
		"2027-01-32": "there is no such day: January 2027 has 31 days", "2027-01-00": "there is no such day: January 2027 has 31 days",
		"30/02/2027": "there is no such day: February 2027 has 28 days", "02/30/2027": "there is no such day: February 2027 has 28 days",
		"February 30, 2027": "there is no such day: February 2027 has 28 days", "31-04-2027": "there is no such day: April 2027 has 30 days",
		"3/4/2027": `"3/4/2027" could be 3 April 2027 or 4 March 2027: write one of the two`,
		"June":     `write a day, such as 2026-11-02, 2 Nov 2026 or in 3 weeks, not "June"`, "in weeks": "", "": "write a day, such as 2026-11-02 or today",
		"in 99999 weeks": "",
	} {
		got, err := parseDay(value, today())
		switch {
		case err == nil && got.Format(dateLayout) != want:
			t.Errorf("%q is %s, want %s", value, got.Format(dateLayout), want)
		case err != nil && want != "" && err.Error() != want:
			t.Errorf("%q: %v, want %s", value, err, want)
		}
	}
}

// A month from the last day of a long one is the last day of a short one.
func TestMonthsFromTheLastDay(t *testing.T) {
	for from, want := range map[string]string{"2027-01-31": "2027-02-28", "2028-01-31": "2028-02-29", "2027-03-15": "2027-04-15", "2027-12-31": "2028-01-31"} {
		if got, err := parseDay("in a month", day(from)); err != nil || got.Format(dateLayout) != want {
			t.Errorf("a month from %s is %v (%v), want %s", from, got, err, want)
		}
	}
}
