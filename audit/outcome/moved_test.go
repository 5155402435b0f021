package outcome_test

import (
	"testing"

	"forewarn/audit/outcome"
	"forewarn/audit/planfile"
)

func TestMoved(t *testing.T) {
	base := func() planfile.Metric {
		m := *lines("lower", "4", "24")
		m.ID, m.Baseline = "first-answer", &planfile.Baseline{Value: number("26"), On: day("2026-11-01")}
		return m
	}
	stop := func(value string) planfile.Metric {
		m := base()
		m.Stop = number(value)
		return m
	}
	read := readings(&planfile.Metric{}, reading("2027-01-10", "25")).Readings
	late := stop("30")
	late.Readings = read
	renamed := stop("30")
	renamed.ID = "other"
	worseStart := base()
	worseStart.Baseline = &planfile.Baseline{Value: number("40"), On: day("2026-11-01")}
	for _, c := range []struct {
		name string
		now  planfile.Metric
		on   string
		want string // what was moved, and whether after a reading
	}{
		{"before the launch", stop("30"), "2027-01-31", ""},
		{"on the day of the launch", stop("30"), "2027-02-01", ""},
		{"after the launch", stop("30"), "2027-02-02", "stop line from 24 to 30"},
		{"with the first reading", late, "2027-01-10", "stop line from 24 to 30, read"},
		{"before the day of a reading", late, "2027-01-09", ""},
		{"written otherwise", stop("24.0"), "2027-02-02", ""},
		{"taken away", stop(""), "2027-02-02", "stop line from 24 to "},
		{"the baseline", worseStart, "2027-02-02", "baseline from 26 to 40"},
		{"another measure", renamed, "2027-02-02", ""},
	} {
		before := &planfile.Plan{Metrics: []planfile.Metric{base()}}
		before.Initiative.Launch = day("2027-02-01")
		after := &planfile.Plan{Metrics: []planfile.Metric{c.now}}
		after.Initiative.Launch = day("2028-01-01") // which is moved with the line, and hides nothing
		got := ""
		for _, m := range outcome.Moved([]outcome.Version{{Plan: before, On: day("2026-11-01")}, {Plan: after, On: day(c.on), Name: "abc"}}) {
			got += m.What + " from " + m.From.Text + " to " + m.To.Text
			if m.Read {
				got += ", read"
			}
			if m.Name != "abc" || !m.On.Equal(day(c.on)) {
				t.Errorf("%s: it does not say where to find it: %v", c.name, m)
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// However often a line is moved, the one that counts is the first.
func TestAsDrawn(t *testing.T) {
	move := func(what, from, to string) outcome.Move {
		return outcome.Move{Metric: "first-answer", What: what, From: number(from), To: number(to)}
	}
	m := *lines("lower", "8", "50")
	m.ID = "first-answer"
	other := *lines("lower", "1", "2")
	other.ID = "other"
	now := []planfile.Metric{other, m}
	drawn := outcome.AsDrawn(now, []outcome.Move{
		move("stop line", "24", "40"), move("success line", "4", "8"), move("stop line", "40", "50"),
		{Metric: "other", What: "stop line", To: number("2")}, // drawn late, and never before
		{Metric: "gone", What: "stop line", From: number("3"), To: number("4")},
	})
	for _, c := range []struct{ name, got, want string }{
		{"success", drawn[1].Success.Text, "4"}, {"stop", drawn[1].Stop.Text, "24"}, {"of another measure", drawn[0].Stop.Text, "2"},
		{"of the plan", now[1].Stop.Text, "50"},
	} {
		if c.got != c.want {
			t.Errorf("the line %s is %s, want %s", c.name, c.got, c.want)
		}
	}
}
