package outcome_test

import (
	"testing"
	"time"

	"forewarn/audit/outcome"
	"forewarn/audit/planfile"
)

func day(text string) time.Time {
	t, _ := time.Parse(time.DateOnly, text)
	return t
}

func reading(on, value string) planfile.Reading {
	return planfile.Reading{On: day(on), Value: number(value)}
}

func readings(m *planfile.Metric, all ...planfile.Reading) planfile.Metric {
	out := *m
	out.Readings = all
	return out
}

func TestReadTakesTheWorstOfTheLatest(t *testing.T) {
	higher := lines("higher", "10", "5")
	on := planfile.OnDay(day("2027-03-01"))
	for _, c := range []struct {
		name    string
		metrics []planfile.Metric
		want    outcome.Verdict
		unread  int
	}{
		{"nothing was read", []planfile.Metric{*higher}, outcome.Unknown, 1},
		{"one stops, two succeed", []planfile.Metric{
			readings(higher, reading("2027-02-15", "12")), readings(higher, reading("2027-02-15", "4")), readings(higher, reading("2027-02-15", "12")),
		}, outcome.Stop, 0},
		{"the average would be a success", []planfile.Metric{readings(higher, reading("2027-02-15", "90")), readings(higher, reading("2027-02-15", "9"))}, outcome.Adjust, 0},
		{"the latest counts, wherever it stands", []planfile.Metric{readings(higher, reading("2027-02-20", "12"), reading("2027-02-15", "4"))}, outcome.Success, 0},
		{"of one day, the worst", []planfile.Metric{readings(higher, reading("2027-02-15", "4"), reading("2027-02-15", "12"))}, outcome.Stop, 0},
		{"of one day, the worst, in whatever order", []planfile.Metric{readings(higher, reading("2027-02-15", "12"), reading("2027-02-15", "4"))}, outcome.Stop, 0},
		{"a day to come has not come", []planfile.Metric{readings(higher, reading("2027-02-15", "12"), reading("2027-03-02", "4"))}, outcome.Success, 0},
		{"one is not read yet", []planfile.Metric{readings(higher, reading("2027-02-15", "12")), *higher}, outcome.Success, 1},
	} {
		o := outcome.Read(&planfile.Plan{Metrics: c.metrics}, on)
		if o.Whole != c.want || o.Unread != c.unread {
			t.Errorf("%s: %s with %d unread, want %s with %d", c.name, o.Whole, o.Unread, c.want, c.unread)
		}
	}
}

func TestDue(t *testing.T) {
	start := &planfile.Baseline{On: day("2026-11-01")}
	for _, c := range []struct {
		name   string
		launch string
		m      planfile.Metric
		want   string
	}{
		{"so many days after the launch", "2027-02-01", planfile.Metric{ReviewDays: 14, Baseline: start}, "2027-02-15"},
		{"so many days after the latest reading", "2027-02-01", planfile.Metric{ReviewDays: 14, Readings: []planfile.Reading{reading("2027-02-15", "1")}}, "2027-03-01"},
		{"after the baseline, where no launch is set", "", planfile.Metric{ReviewDays: 14, Baseline: start}, "2026-11-15"},
		{"not before the launch", "2027-02-01", planfile.Metric{ReviewDays: 14, Readings: []planfile.Reading{reading("2026-12-01", "1")}}, "2027-02-01"},
		{"nothing to count from", "", planfile.Metric{ReviewDays: 14}, ""},
		{"nobody said how often", "2027-02-01", planfile.Metric{}, ""},
	} {
		plan := &planfile.Plan{Metrics: []planfile.Metric{c.m}}
		if c.launch != "" {
			plan.Initiative.Launch = day(c.launch)
		}
		m := outcome.Read(plan, planfile.OnDay(day("2027-06-01"))).Measures[0]
		if want := day(c.want); !m.Due.Equal(want) {
			t.Errorf("%s: due on %s, want %s", c.name, m.Due.Format(time.DateOnly), c.want)
		}
		if m.IsDue(planfile.OnDay(m.Due)) == m.Due.IsZero() || !m.Due.IsZero() && m.IsDue(planfile.OnDay(m.Due.AddDate(0, 0, -1))) {
			t.Errorf("%s: it is due from its day on, and not before", c.name)
		}
	}
}

func TestPiecesAreTheWorstFirstWithWhoseTheyAre(t *testing.T) {
	fair, bad, good := readings(lines("higher", "10", "5"), reading("2027-02-15", "7")), readings(lines("higher", "10", "5"), reading("2027-02-15", "1")), readings(lines("higher", "10", "5"), reading("2027-02-15", "10"))
	fair.Name, fair.Owner = "reach", "Ana Sol"
	bad.Name, bad.Objective = "answers", "help"
	plan := &planfile.Plan{Metrics: []planfile.Metric{good, fair, bad}, Objectives: []planfile.Objective{{ID: "help", GoalOwner: "Priya Nair"}}}
	pieces := outcome.Read(plan, planfile.OnDay(day("2027-03-01"))).Pieces()
	if len(pieces) != 2 || pieces[0].Name != "answers" || pieces[1].Name != "reach" {
		t.Fatalf("the pieces are %v", pieces)
	}
	if pieces[0].Whose() != "Priya Nair" || pieces[1].Whose() != "Ana Sol" {
		t.Errorf("they are %q's and %q's", pieces[0].Whose(), pieces[1].Whose())
	}
}

func TestCrossed(t *testing.T) {
	m := readings(lines("higher", "10", "5"), reading("2027-02-15", "4"))
	asOf := planfile.OnDay(day("2027-03-10"))
	for _, c := range []struct {
		name   string
		review string
		extra  []planfile.Reading
		want   bool
	}{
		{"no review", "", nil, true},
		{"a review before the reading", "2027-02-14", nil, true},
		{"a review on the day of the reading", "2027-02-15", nil, false},
		{"a review after it", "2027-03-01", nil, false},
		{"a review that is still to come", "2027-03-11", nil, true},
		{"another reading past the line", "2027-03-01", []planfile.Reading{reading("2027-03-05", "3")}, true},
		{"a reading that is back takes nothing back", "", []planfile.Reading{reading("2027-03-05", "6")}, true},
		{"back, and decided on between", "2027-03-02", []planfile.Reading{reading("2027-03-05", "6")}, false},
	} {
		plan := &planfile.Plan{Metrics: []planfile.Metric{readings(&m, append(m.Readings[:1:1], c.extra...)...)}}
		if c.review != "" {
			plan.Reviews = []planfile.Review{{On: day(c.review), Decision: "continue"}}
		}
		if got := outcome.Crossed(plan, 0, asOf) != nil; got != c.want {
			t.Errorf("%s: it asks for a decision: %v, want %v", c.name, got, c.want)
		}
		if o := outcome.Read(plan, asOf); c.want && o.Decided {
			t.Errorf("%s: it is taken for decided", c.name)
		}
	}
}

// TestDecided holds a decision against the readings that say what the whole does: another
// measure that was read since asks for no other one.
func TestDecided(t *testing.T) {
	m := lines("higher", "10", "5")
	crossed, reached := readings(m, reading("2027-03-01", "4")), readings(m, reading("2027-04-02", "11"))
	plan := &planfile.Plan{Metrics: []planfile.Metric{crossed, reached}, Reviews: []planfile.Review{{On: day("2027-03-19"), Decision: "stop"}}}
	if o := outcome.Read(plan, planfile.OnDay(day("2027-04-02"))); !o.Decided || o.Whole != outcome.Stop {
		t.Errorf("it is decided: %t, and says %s", o.Decided, o.Whole)
	}
	plan.Reviews[0].On = day("2027-02-28")
	if o := outcome.Read(plan, planfile.OnDay(day("2027-04-02"))); o.Decided {
		t.Error("a decision before the reading answers it")
	}
}
