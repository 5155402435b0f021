//go:build linux || darwin

package main

import (
	"path/filepath"
	"strings"
	"testing"
)

const toReview = `forewarn: 1
bank: {id: core, version: 2.0.0}
initiative: {name: Neighbour help desk, owner: Dana Ruiz, launch: 2027-02-01} # agreed in October
objectives:
  - {id: answers, statement: Owners find a working answer within a day, goal: Service cost per tool down 15%, goal_owner: Priya Nair}
metrics:
  - id: first-answer
    name: Median time to a first answer
    objective: answers
    better: lower
    unit: hours
    baseline: {value: 26, on: 2026-11-01}
    success: 4 # the line for success ...
    stop: 24   # ... and the line at which we stop

    owner: Dana Ruiz
    review_days: 14
  - id: in-their-words
    name: What callers say
    objective: answers
    how: qualitative
    success: eight of ten say that one answer was enough
    stop: most call twice
    review_days: 30
  - {id: unlined, name: Visits} # for curiosity
`

// A review in a terminal, from what is due to the decision in the plan.
func TestReviewInATerminal(t *testing.T) {
	for _, size := range []struct {
		name       string
		cols, rows int
	}{{"80x24", 80, 24}, {"40x20", 40, 20}} {
		t.Run(size.name, func(t *testing.T) {
			dir := writePlan(t, toReview)
			term := start(t, dir, size.cols, size.rows, "review", "--as-of", "2027-03-05")
			term.wait("enter go on")
			term.send("\r")
			term.wait("reading 1 of 2")
			term.send("25 hours\r")
			term.wait("reading 2 of 2")
			term.send("\x1b[A\x1b[A\r") // adjust
			term.wait("What should a reader know")
			term.send("most still call twice\r")
			term.wait("2 were read.")
			term.send("\r")
			term.wait("What was decided")
			term.send("\x1b[A\x1b[A\r") // adjust
			term.wait("What did you learn?")
			term.send("Night questions wait\r")
			term.wait("Is that about what you do")
			term.send("\x1b[A\r") // tactical
			if code := term.exit(); code != exitDone {
				t.Errorf("exit code %d", code)
			}
			if out := term.text(); !strings.Contains(out, "Decided on 5 March 2027: adjust.") || !strings.Contains(out, "Learned: Night questions wait.") {
				t.Errorf("it does not end with the outcome:\n%s", out)
			}
			want := strings.Replace(toReview, "review_days: 14\n", "review_days: 14\n    readings:\n      - {on: 2027-03-05, value: 25}\n", 1)
			want = strings.Replace(want, "review_days: 30\n", "review_days: 30\n    readings:\n      - {on: 2027-03-05, verdict: adjust, note: most still call twice}\n", 1)
			want += "reviews:\n  - {on: 2027-03-05, decision: adjust, lesson: Night questions wait, level: tactical}\n"
			if got := readFile(t, filepath.Join(dir, defaultPlan)); got != want {
				t.Errorf("the plan is\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// Whatever was given before Ctrl-C is in the plan, and what was only typed is named.
func TestReviewStopped(t *testing.T) {
	dir := writePlan(t, toReview)
	term := start(t, dir, 80, 24, "review", "--as-of", "2027-03-05", "--all")
	term.wait("enter go on")
	term.send("\r")
	term.wait("reading 1 of 2")
	term.send("19\r")
	term.wait("reading 2 of 2")
	term.send("\x1b[A\r")
	term.wait("What should a reader know")
	term.send("half a thought")
	term.wait("half a thought")
	term.send("\x03")
	if code := term.exit(); code != 130 {
		t.Errorf("exit code %d", code)
	}
	for _, text := range []string{"What you gave is saved in plan.yaml, but for this:", "“half a thought”", "Go on with: forewarn review plan.yaml"} {
		if !strings.Contains(term.text(), text) {
			t.Errorf("no %q in\n%s", text, term.text())
		}
	}
	got := readFile(t, filepath.Join(dir, defaultPlan))
	for _, text := range []string{"{on: 2027-03-05, value: 19}", "{on: 2027-03-05, verdict: stop}"} {
		if !strings.Contains(got, text) {
			t.Errorf("no %q in\n%s", text, got)
		}
	}
}

// Somebody edits the plan in another place meanwhile: both changes stay.
func TestReviewChangedMeanwhile(t *testing.T) {
	dir := writePlan(t, toReview)
	path := filepath.Join(dir, defaultPlan)
	term := start(t, dir, 80, 24, "review", "--as-of", "2027-03-05")
	term.wait("enter go on")
	term.send("\r")
	term.wait("reading 1 of 2")
	writeFile(t, path, strings.Replace(toReview, "metrics:\n", "metrics:\n  - {id: reach, name: Reach} # by hand\n", 1))
	term.send("19\r")
	term.wait("reading 2 of 2")
	term.send("\x03")
	term.exit()
	got := readFile(t, path)
	if !strings.Contains(got, "# by hand") || !strings.Contains(got, "review_days: 14\n    readings:\n      - {on: 2027-03-05, value: 19}\n") {
		t.Errorf("the plan is\n%s", got)
	}

	// The measure itself is taken out: that is said, and nothing is written.
	term = start(t, dir, 80, 24, "review", "--as-of", "2027-03-20")
	term.wait("enter go on")
	term.send("\r")
	term.wait("reading 1 of 2")
	writeFile(t, path, got[:strings.Index(got, "  - id: first-answer")]+got[strings.Index(got, "  - id: in-their-words"):])
	term.send("18\r")
	term.wait("taken out of the file")
	term.send("\r")
	term.wait("Kept as it is in the file.")
	term.send("\x03")
	term.exit()
	if after := readFile(t, path); strings.Contains(after, "18") {
		t.Errorf("the plan is\n%s", after)
	}
}
