package ics_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	ical "github.com/arran4/golang-ical"
	"github.com/google/go-cmp/cmp"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/printable"
	"forewarn/audit/report/ics"
	"forewarn/audit/report/reporttest"
)

// events reads what is written as a calendar does: the day, how it comes again, and what
// it says.
func events(t *testing.T, plans ...*audit.Audit) []string {
	t.Helper()
	out := reporttest.Written(t, ics.New, plans)
	calendar, err := ical.ParseCalendar(bytes.NewReader(out))
	if err != nil {
		t.Fatalf("%v:\n%s", err, out)
	}
	var says []string
	seen := map[string]bool{}
	for _, e := range calendar.Events() {
		value := func(p ical.ComponentProperty) string {
			if got := e.GetProperty(p); got != nil {
				return got.Value
			}
			return ""
		}
		if id := e.Id(); seen[id] || !strings.HasSuffix(id, "@forewarn") {
			t.Errorf("the id %s is of two events, or of none of ours", id)
		}
		seen[e.Id()] = true
		if got := value(ical.ComponentPropertyDtstamp); got != "20261121T000000Z" {
			t.Errorf("it is stamped %s, and the audit is of another day", got)
		}
		line := value(ical.ComponentPropertyDtStart) + " " + value(ical.ComponentPropertySummary)
		if again := value(ical.ComponentPropertyRrule); again != "" {
			line += " (" + again + ")"
		}
		says = append(says, line+" | "+value(ical.ComponentPropertyDescription))
	}
	return says
}

func planOf(t *testing.T, records string) *audit.Audit {
	t.Helper()
	const head = "forewarn: 1\nbank: {id: core, version: 2.0.0}\ninitiative: {name: Help desk, launch: 2027-02-01}\n"
	a := reporttest.Audit(t, gate.Terms{}, "plans/dates.yaml", head+records)
	if a.Result == nil {
		t.Fatalf("the plan has errors: %v", a.Errors)
	}
	return a
}

func TestDays(t *testing.T) {
	for _, c := range []struct {
		name, records string
		want          []string
	}{
		{"an objective", "objectives: [{id: o, statement: It works, goal_owner: Priya Nair, due: 2027-06-30}]",
			[]string{"20270630 Due: It works | Named in the plan: Priya Nair. Initiative: Help desk."}},
		{"one that is met", "objectives: [{id: o, statement: It works, due: 2027-06-30, met: 2026-11-01}]\nmetrics: [{id: m, name: Time, objective: o, by: 2027-06-30, review_days: 14}]", nil},
		{"one that is to be met yet", "objectives: [{id: o, statement: It works, due: 2027-06-30, met: 2026-12-01}]", []string{"20270630 Due: It works | Initiative: Help desk."}},
		{"a measure", "metrics: [{id: m, name: Time, owner: Ben, by: 2027-06-30}]", []string{"20270630 To be held against its lines: Time | Named in the plan: Ben. Initiative: Help desk."}},
		{"readings from the launch", "metrics: [{id: m, name: Time, review_days: 14}]", []string{"20270215 Reading due: Time | Initiative: Help desk."}},
		{"readings from the launch, not the baseline", "metrics: [{id: m, name: Time, review_days: 14, baseline: {value: 3, on: 2026-11-10}, how: quantitative, better: lower}]",
			[]string{"20270215 Reading due: Time | Initiative: Help desk."}},
		{"readings not before the launch, until the day of the measure",
			"metrics: [{id: m, name: Time, review_days: 14, by: 2027-04-10, baseline: {value: 3, on: 2026-11-01}, readings: [{on: 2026-11-15, value: 2}, {on: 2026-11-20, value: 2}, {on: 2026-12-30, value: 1}]}]",
			[]string{"20270201 Reading due: Time (FREQ=DAILY;INTERVAL=14;UNTIL=20270410) | Initiative: Help desk.", "20270410 To be held against its lines: Time | Initiative: Help desk."}},
		{"a waiver", "waivers: [{finding: metric-without-owner, reason: away, owner: Dana, until: 2027-01-31}]",
			[]string{"20270131 Last day of the waiver of metric-without-owner | Named in the plan: Dana. Initiative: Help desk."}},
		{"a waiver of a warning that stands", "waivers: [{warning: stovepipe, reason: away, owner: Dana, until: 2027-01-31}]",
			[]string{"20270131 Last day of the waiver of “Working apart from the rest” | Named in the plan: Dana. Initiative: Help desk."}},
		{"reviews of one day", "reviews: [{on: 2026-11-01, decision: adjust}, {on: 2026-11-01, decision: continue}]",
			[]string{"20261101 Review, decision: adjust | Initiative: Help desk.", "20261101 Review, decision: continue | Initiative: Help desk."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, events(t, planOf(t, c.records))); d != "" {
				t.Errorf("want (-), got (+):\n%s", d)
			}
		})
	}
}

// TestReadingWithoutALaunch has no day to count from.
func TestReadingWithoutALaunch(t *testing.T) {
	a := reporttest.Audit(t, gate.Terms{}, "plans/dates.yaml", "forewarn: 1\nbank: {id: core, version: 2.0.0}\nmetrics: [{id: m, name: Time, review_days: 14}]\n")
	if got := events(t, a); len(got) > 0 {
		t.Errorf("there are %q", got)
	}
}

// TestSeveralPlans go into one calendar, also those of one name; one that was not read
// is none.
func TestSeveralPlans(t *testing.T) {
	one := planOf(t, "objectives: [{id: o, statement: It works, due: 2027-06-30}]")
	if got := events(t, one, &audit.Audit{File: "gone.yaml", Broken: "it is gone"}, one); len(got) != 2 {
		t.Errorf("there are %q", got)
	}
}

// TestIdentityStays when the day of an objective moves.
func TestIdentityStays(t *testing.T) {
	id := func(due string) string {
		out := string(reporttest.Written(t, ics.New, reporttest.Of(planOf(t, "objectives: [{id: o, statement: It works, due: "+due+"}]"))))
		_, after, _ := strings.Cut(out, "UID:")
		uid, _, _ := strings.Cut(after, "\r\n")
		return uid
	}
	if a, b := id("2027-06-30"), id("2027-07-31"); a != b || a == "" {
		t.Errorf("the ids are %q and %q", a, b)
	}
}

// TestHostileCalendar holds the form of RFC 5545: lines of 75 bytes at most that end in
// CRLF and are whole characters, and texts that end no field.
func TestHostileCalendar(t *testing.T) {
	evil := strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace("\u202e;,:\\ 日本語の長い名前" + reporttest.HostileText + "\nEND:VEVENT BEGIN:VEVENT")
	a := planOf(t, strings.ReplaceAll("objectives: [{id: o, statement: EVIL, goal_owner: EVIL, due: 2027-06-30}]\nmetrics: [{id: m, name: EVIL, owner: EVIL, by: 2027-06-30}]", "EVIL", `"`+strings.ReplaceAll(evil, "\n", `\n`)+`"`))
	a.Result.Initiative.Name = reporttest.HostileText
	out := string(reporttest.Written(t, ics.New, reporttest.Of(a)))
	if again := string(reporttest.Written(t, ics.New, reporttest.Of(a))); again != out {
		t.Error("the same plan gives other bytes")
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(out, "\r\n"), "\r\n") {
		switch {
		case len(line) > 75:
			t.Errorf("a line has %d bytes: %q", len(line), line)
		case !utf8.ValidString(line), strings.ContainsAny(line, "\r\n"), line != printable.Text(line):
			t.Errorf("a line is %q", line)
		}
	}
	if n := strings.Count(out, "\r\nEND:VEVENT\r\n"); n != 2 || len(events(t, a)) != 2 {
		t.Errorf("there are %d events, want 2", n)
	}
}
