package tasks_test

import (
	"bytes"
	"encoding/csv"
	"math/big"
	"strings"
	"testing"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/printable"
	"forewarn/audit/report/reporttest"
	"forewarn/audit/report/tasks"
	"forewarn/audit/rules"
	"forewarn/audit/score"
)

// rows reads what is written as a tracker does.
func rows(t *testing.T, plans ...*audit.Audit) [][]string {
	t.Helper()
	out := reporttest.Written(t, tasks.New, plans)
	all, err := csv.NewReader(bytes.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if head := strings.Join(all[0], " "); head != "title body owner due labels" {
		t.Errorf("the columns are %s", head)
	}
	return all[1:]
}

func TestTasksAreTheWay(t *testing.T) {
	a := reporttest.Toward(t, score.NextGrade, "plans/midway.yaml", reporttest.Text(t, "midway.yaml"))
	b := reporttest.Toward(t, score.NextGrade, "plans/empty.yaml", reporttest.Text(t, "empty.yaml"))
	got := rows(t, a, b)
	if want := len(a.Result.Way.Steps) + len(b.Result.Way.Steps); len(got) != want || len(b.Result.Way.Steps) == 0 {
		t.Fatalf("there are %d tasks, want %d", len(got), want)
	}
	for i, s := range a.Result.Way.Steps {
		if got[i][0] != s.Ask || !strings.HasPrefix(got[i][1], strings.TrimSuffix(s.Do.Client, ".")) || got[i][2] != s.Who || got[i][4] != "forewarn" {
			t.Errorf("the task of %s is %q", s.Question, got[i])
		}
	}
	if last := got[len(got)-1][1]; !strings.Contains(last, "Takes an afternoon. Brings ") || !strings.Contains(last, "on the way to a first grade.") {
		t.Errorf("the body is %q", last)
	}
}

func TestNoTasksWithoutAWay(t *testing.T) {
	ready := reporttest.Toward(t, score.NextGrade, "plans/ready.yaml", reporttest.Text(t, "ready.yaml"))
	plain := reporttest.Audit(t, gate.Terms{}, "plans/midway.yaml", reporttest.Text(t, "midway.yaml"))
	if got := rows(t, ready, plain, &audit.Audit{File: "gone.yaml", Broken: "it is gone"}); len(got) > 0 {
		t.Errorf("there are tasks: %q", got)
	}
}

// TestTaskBody says what it takes, what it is for and when.
func TestTaskBody(t *testing.T) {
	step := score.Step{Ask: "At which result do you stop?", Do: rules.Alike("Agree on it"), Who: "Ana Sol", By: reporttest.Day(), Gain: big.NewRat(3, 2), Pieces: []int{3, 3}, Lifts: []string{"no-lines", "gone"}}
	r := reporttest.Sample()
	r.Initiative.Name = "Help desk"
	r.Warnings = []score.Warning{{ID: "no-lines", Title: "No lines"}}
	r.Way = &score.Way{To: "B", Steps: []score.Step{step}}
	got := strings.Join(rows(t, &audit.Audit{Result: r})[0], "|")
	const want = "At which result do you stop?|Agree on it.\n\nTakes about two weeks. Brings 1.5 of 100 points on the way to grade B.\nTakes away the warning “No lines”.\n" +
		"Takes away the warning “gone”.\nFrom the readiness audit of “Help desk” on 2 November 2026.|Ana Sol|2026-11-21|forewarn"
	if got != want {
		t.Errorf("the task is %q, want %q", got, want)
	}
}

// TestTasksAreNoFormulas puts into a cell what a spreadsheet would run.
func TestTasksAreNoFormulas(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"plain", "plain"},
		{"a=b", "a=b"},
		{"=HYPERLINK(1)", "'=HYPERLINK(1)"},
		{"+1", "'+1"},
		{"-1", "'-1"},
		{"@SUM(1)", "'@SUM(1)"},
		{" =1", "' =1"},
		{"\t=1", "' =1"},
		{"\n=1", "'\n=1"},
		{"＝1", "'＝1"},
		{"\r=1", `\u000d=1`},
		{"a\u202eb", `a\u202eb`},
		{"a\"b,c\nd", "a\"b,c\nd"},
		{"", ""},
	} {
		r := reporttest.Sample()
		r.Way = &score.Way{To: "B", Steps: []score.Step{{Ask: "x", Who: c.text, Gain: new(big.Rat)}}}
		if got := rows(t, &audit.Audit{Result: r})[0][2]; got != c.want {
			t.Errorf("%q is written as %q, want %q", c.text, got, c.want)
		}
	}
}

func TestTasksOfHostilePlan(t *testing.T) {
	a := reporttest.Hostile(t, gate.Terms{})
	step := a.Result.Next[0]
	step.Ask, step.Do, step.Who = reporttest.HostileText, rules.Alike(reporttest.HostileText), "="+reporttest.HostileText
	a.Result.Way = &score.Way{To: "A", Steps: []score.Step{step}}
	for _, cell := range rows(t, a)[0] {
		if cell != printable.Text(cell) || strings.HasPrefix(cell, "=") {
			t.Errorf("a cell is %q", cell)
		}
	}
}
