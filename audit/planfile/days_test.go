package planfile

import (
	"testing"
	"time"
)

// A day has come with its first minute in the first zone, and is over after its
// last in the last one, whatever the clock of this machine says.
func TestDays(t *testing.T) {
	for _, c := range []struct {
		now        string
		come, over string // the latest days of each
	}{
		{"2026-11-21T09:59:59Z", "2026-11-21", "2026-11-19"},
		{"2026-11-21T10:00:00Z", "2026-11-22", "2026-11-19"},
		{"2026-11-21T11:59:59Z", "2026-11-22", "2026-11-19"},
		{"2026-11-21T12:00:00Z", "2026-11-22", "2026-11-20"},
		{"2026-11-22T01:00:00+13:00", "2026-11-22", "2026-11-20"},
		{"2026-12-31T23:00:00-10:00", "2027-01-01", "2026-12-30"},
	} {
		now, err := time.Parse(time.RFC3339, c.now)
		if err != nil {
			t.Fatal(err)
		}
		a := Now(now)
		for _, check := range []struct {
			what string
			got  func(time.Time) bool
			last string
		}{{"come", a.HasCome, c.come}, {"over", a.IsOver, c.over}} {
			last := day(check.last)
			if !check.got(last) || check.got(last.AddDate(0, 0, 1)) {
				t.Errorf("at %s, %s is not the last day that has %s: %+v", c.now, check.last, check.what, a)
			}
		}
		if y, m, d := now.Date(); a.Day != time.Date(y, m, d, 0, 0, 0, 0, time.UTC) {
			t.Errorf("at %s, the audit is dated %s", c.now, a.Day)
		}
	}
	a := OnDay(day("2026-11-21"))
	if !a.HasCome(day("2026-11-21")) || a.HasCome(day("2026-11-22")) || a.IsOver(day("2026-11-21")) || !a.IsOver(day("2026-11-20")) {
		t.Errorf("a day by itself is %+v", a)
	}
	if a.IsOlder(day("2026-11-14"), 7) || !a.IsOlder(day("2026-11-13"), 7) {
		t.Error("a week is not seven days")
	}
}
