//go:build linux || darwin

package main

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"forewarn/audit"
	"forewarn/audit/planfile"
)

// fresh is a plan whose facts and lists are known, so that the questions come first.
const fresh = factsKnown + `objectives: []
stakeholders: []
metrics: []
scenarios: []
programmes: []
answers:
  alignment:
`

// factsKnown is a plan whose facts are known, so that the lists come first.
const factsKnown = `# a comment that stays
forewarn: 1
bank: {id: core, version: 2.0.0}
initiative:
  name: Help desk   # and this one
  client: Acme
  owner: Dana
  intent: People get help.
  launch: 2027-02-01
  tool_committed: true
  live: false
`

// startAsking starts an interview and turns its first page.
func startAsking(t *testing.T, dir string, args ...string) *terminal {
	t.Helper()
	term := start(t, dir, 80, 24, append([]string{"ask"}, args...)...)
	term.wait("enter go on")
	term.send("\r")
	return term
}

func writePlan(t *testing.T, content string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, defaultPlan), []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func readAnswers(t *testing.T, dir string) (*planfile.Plan, string) {
	t.Helper()
	bank, err := audit.Bank()
	if err != nil {
		t.Fatal(err)
	}
	src, err := os.ReadFile(filepath.Join(dir, defaultPlan))
	if err != nil {
		t.Fatal(err)
	}
	plan, findings := planfile.Parse(src, bank)
	if len(findings) > 0 {
		t.Fatalf("the plan is broken: %v\n%s", findings, src)
	}
	return plan, string(src)
}

// Every way of ending an interview keeps what was answered, gives the terminal
// back, says how to go on, and has its own exit code.
func TestEndings(t *testing.T) {
	for _, tc := range []struct {
		name string
		end  func(*terminal)
		code int
	}{
		{"ctrl-c", func(term *terminal) { term.send("\x03") }, 130},
		{"SIGTERM", func(term *terminal) { term.cmd.Process.Signal(syscall.SIGTERM) }, 143},
		{"SIGHUP", func(term *terminal) { term.cmd.Process.Signal(syscall.SIGHUP) }, 129},
	} {
		t.Run(tc.name, func(t *testing.T) {
			dir := writePlan(t, fresh)
			term := startAsking(t, dir)
			term.wait("1 of 27")
			term.send("\x1b[B\x1b[B\r") // two rungs down
			term.wait("2 of 27")
			tc.end(term)
			if code := term.exit(); code != tc.code {
				t.Errorf("exit code %d, want %d", code, tc.code)
			}
			if out := term.output(); !strings.Contains(out, "\x1b[?1049l") || !strings.Contains(out, "\x1b[?25h") {
				t.Error("the screen or the cursor was not given back")
			}
			if !strings.Contains(term.text(), "Everything you gave is saved in plan.yaml.") || !strings.Contains(term.text(), "Go on with: forewarn") {
				t.Errorf("the last line does not say how to go on:\n%s", term.text())
			}
			plan, src := readAnswers(t, dir)
			if a := plan.Answer("alignment", "business-goal"); a.Level == nil || *a.Level != 2 {
				t.Errorf("the answer was not kept:\n%s", src)
			}
			if len(plan.Answers["alignment"]) != 1 {
				t.Errorf("a question that was only shown has an answer:\n%s", src)
			}
			if !strings.HasPrefix(src, fresh[:strings.Index(fresh, "answers:")]) {
				t.Errorf("what a person wrote was changed:\n%s", src)
			}
		})
	}
}

// TestChangedMeanwhile edits the plan in another place while the interview is open: each
// change stays, and only where both changed the same it is asked which one does.
func TestChangedMeanwhile(t *testing.T) {
	dir := writePlan(t, fresh)
	path := filepath.Join(dir, defaultPlan)
	term := startAsking(t, dir)
	term.wait("1 of 27")
	writeFile(t, path, strings.Replace(readFile(t, path), "  alignment:\n", "  alignment:\n    real-problem: {level: 1, on: 2026-11-20} # by hand\n", 1))
	term.send("2\r")
	term.wait("2 of 27")
	plan, src := readAnswers(t, dir)
	if *plan.Answer("alignment", "business-goal").Level != 2 || *plan.Answer("alignment", "real-problem").Level != 1 || !strings.Contains(src, "# by hand") {
		t.Fatalf("not both are there:\n%s", src)
	}
	writeFile(t, path, strings.Replace(src, "real-problem: {level: 1", "real-problem: {level: 2", 1))
	term.send("0\r")
	term.wait("Somebody else has changed this in the file meanwhile")
	term.wait("What is in the file now: 2 – ")
	term.send("\x1b[B\r")
	term.wait("3 of 27")
	if plan, src = readAnswers(t, dir); *plan.Answer("alignment", "real-problem").Level != 0 || !strings.Contains(src, "# by hand") {
		t.Errorf("what was chosen does not stand there:\n%s", src)
	}
	term.send("\x03")
	term.exit()
}

// TestNothingAnswered leaves a folder as it was.
func TestNothingAnswered(t *testing.T) {
	dir := t.TempDir()
	term := startAsking(t, dir)
	term.wait("What is it called?")
	term.send("Desk")
	term.wait("> Desk")
	term.send("\x03")
	if code := term.exit(); code != 130 {
		t.Errorf("exit code %d", code)
	}
	for _, want := range []string{"Nothing was answered, so no plan.yaml was made.", "Not kept: “Desk”, typed at “What is it called?”."} {
		if !strings.Contains(term.text(), want) {
			t.Errorf("%q is not said:\n%s", want, term.text())
		}
	}
	if _, err := os.Stat(filepath.Join(dir, defaultPlan)); err == nil {
		t.Error("there is a plan")
	}
}

// throughInterview answers every question with its third line and skips every list of
// records, to the end.
func throughInterview(t *testing.T, term *terminal) {
	t.Helper()
	const question, list, first = "Choose the last line", "Leave this open for now", "You may stop at any time"
	for range 100 {
		term.wait(question, list, first, "The end")
		before, keys := term.settled(), "\t"
		switch {
		case strings.Contains(before, "The end"):
			term.send("\r")
			return
		case strings.Contains(before, first):
			keys = "\r"
		case strings.Contains(before, question):
			keys = "\x1b[B\x1b[B\r"
		}
		term.send(keys)
		// A frame between two keys is not yet the next page.
		same := func(after string) bool { return after == before || keys != "\t" && topLine(after) == topLine(before) }
		for deadline := time.Now().Add(20 * time.Second); same(term.text()); time.Sleep(time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("the screen stays at\n%s", before)
			}
		}
	}
	t.Fatal("the interview has no end")
}

// topLine is the line that says where one is.
func topLine(screen string) string {
	line, _, _ := strings.Cut(strings.TrimLeft(screen, "\n "), "\n")
	return line
}

// An interview answered to its end ends with the summary, and check takes the
// plan that it wrote. The deeper questionnaires count once they are answered whole.
func TestWholeInterview(t *testing.T) {
	for _, tc := range []struct {
		name    string
		args    []string
		answers int
		shows   []string
		scope   []string
	}{
		{"quick", []string{"ask", "--quick"}, 15, []string{"Not graded", "have to be known before there can be a grade"}, nil},
		{"deep", []string{"ask", "--deep"}, 49, []string{"Grade ", "Ways out", "Planning in seven parts"},
			[]string{"alignment", "stakeholders", "metrics", "silos", "exits", "principles", "planning"}},
		{"one of the deeper", []string{"ask", "--only", "exits"}, 6, []string{"Not graded", "Ways out"},
			[]string{"alignment", "stakeholders", "metrics", "silos", "exits"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			dir := writePlan(t, fresh)
			term := start(t, dir, 80, 24, tc.args...)
			throughInterview(t, term)
			if code := term.exit(); code != exitDone {
				t.Errorf("exit code %d", code)
			}
			for _, want := range append(tc.shows, "What to do next", "The whole report: forewarn report plan.yaml") {
				if !strings.Contains(term.output(), want) {
					t.Errorf("the end does not show %q:\n%s", want, term.output())
				}
			}
			plan, src := readAnswers(t, dir)
			answered := 0
			for _, answers := range plan.Answers {
				for id, a := range answers {
					if answered++; *a.Level != 2 || a.On.IsZero() {
						t.Errorf("%s has %+v, want level 2 with a date", id, a)
					}
				}
			}
			if answered != tc.answers || !slices.Equal(plan.Questionnaires, tc.scope) {
				t.Errorf("%d answers and the scope %q, want %d and %q:\n%s", answered, plan.Questionnaires, tc.answers, tc.scope, src)
			}
			path, _ := binary()
			if out, err := exec.Command(path, "check", "--min-grade", "none", "--fail-on", "none", filepath.Join(dir, defaultPlan)).CombinedOutput(); err != nil {
				t.Errorf("check does not take the plan: %v\n%s", err, out)
			}
		})
	}
}

// An answer is acknowledged when the next question shows. The program is
// killed at random moments while somebody answers; each time the plan must
// load and hold every acknowledged answer.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("200 runs")
	}
	const kills = 200
	dir := writePlan(t, fresh)
	bank, err := audit.Bank()
	if err != nil {
		t.Fatal(err)
	}
	order := bank.QuestionIDs()
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	acknowledged, midway := 0, 0
	for range kills {
		if acknowledged >= 5 { // the records of a questionnaire come next: start afresh
			dir, acknowledged = writePlan(t, fresh), 0
		}
		acknowledged = answerUntilKilled(t, dir, acknowledged, time.Duration(random.Int64N(int64(60*time.Millisecond))))
		if acknowledged < 5 {
			midway++
		}
		plan, src := readAnswers(t, dir)
		for _, id := range order[:acknowledged] {
			if plan.Answer("alignment", id).State() != planfile.AtLevel {
				t.Fatalf("the acknowledged answer to %q is lost:\n%s", id, src)
			}
		}
		acknowledged = len(plan.Answers["alignment"]) // one may be saved and not yet acknowledged
	}
	t.Logf("%d of %d kills came between answers", midway, kills)
	if midway < kills/4 {
		t.Errorf("only %d of %d kills came between answers: the test shows too little", midway, kills)
	}
}

// answerUntilKilled resumes with some questions answered, answers until a
// timer kills the program, and returns how many answers were acknowledged.
func answerUntilKilled(t *testing.T, dir string, answered int, after time.Duration) int {
	t.Helper()
	term := startAsking(t, dir)
	term.wait(progress(answered + 1))
	kill := time.AfterFunc(after, func() { term.cmd.Process.Kill() })
	defer kill.Stop()
	for answered < 6 {
		if _, err := term.pty.WriteString("\x1b[B\r"); err != nil {
			break
		}
		if answered == 5 || !term.showsUntilClosed(progress(answered+2)) {
			break
		}
		answered++
	}
	term.cmd.Process.Kill()
	term.exit()
	return answered
}

// TestKilledInARecord kills the program at random moments while somebody enters a
// record. A field is acknowledged when the next one shows; the plan must hold each.
func TestKilledInARecord(t *testing.T) {
	if testing.Short() {
		t.Skip("100 runs")
	}
	const kills = 100
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	midway := 0
	for range kills {
		dir := writePlan(t, factsKnown)
		fields := enterUntilKilled(t, dir, time.Duration(random.Int64N(int64(60*time.Millisecond))))
		plan, src := readAnswers(t, dir)
		if fields > 0 && fields < 3 {
			midway++
		}
		switch o := append(plan.Objectives, planfile.Objective{})[0]; {
		case fields > 0 && o.Statement != "An answer", fields > 1 && o.Goal != "Costs down", fields > 2 && o.Due.Format(time.DateOnly) != "2027-06-30":
			t.Fatalf("one of %d acknowledged fields is lost:\n%s", fields, src)
		}
	}
	t.Logf("%d of %d kills came inside the record", midway, kills)
	if midway < kills/8 {
		t.Errorf("only %d of %d kills came inside the record: the test shows too little", midway, kills)
	}
}

// enterUntilKilled enters an objective until a timer kills the program, and returns how
// many of its fields were acknowledged.
func enterUntilKilled(t *testing.T, dir string, after time.Duration) (fields int) {
	t.Helper()
	term := startAsking(t, dir)
	term.wait("List your objectives")
	kill := time.AfterFunc(after, func() { term.cmd.Process.Kill() })
	defer kill.Stop()
	for i, turn := range [][2]string{
		{"\r", "What should be true?"},
		{"An answer\r", "Which goal of the organisation"},
		{"Costs down\r", "By which day?"},
		{"2027-06-30\r", "More about"},
	} {
		if _, err := term.pty.WriteString(turn[0]); err != nil || !term.showsUntilClosed(turn[1]) {
			break
		}
		fields = i
	}
	term.cmd.Process.Kill()
	term.exit()
	return fields
}

func progress(n int) string { return " " + string(rune('0'+n)) + " of 27" }

// What is wrong with a plan is told in whole words, however narrow the screen.
func TestErrorsOnANarrowScreen(t *testing.T) {
	dir := writePlan(t, "forewarn: 1\nbank: {id: core, version: 2.0.0}\ninitiative: {nmae: x}\n")
	term := start(t, dir, 40, 20)
	if code := term.exit(); code != exitInput {
		t.Errorf("exit code %d, want %d", code, exitInput)
	}
	var words []string
	for _, line := range strings.Split(term.text(), "\n") {
		words = append(words, strings.Fields(line)...)
	}
	want := `plan.yaml:3:14: error unknown-key: the key "nmae" is not known here (did you mean "name"?) ` +
		"forewarn: plan.yaml: not read, because of the error above forewarn explain ID says more about each of them."
	if got := strings.Join(words, " "); got != want {
		t.Errorf("the screen says\n%s\nwant\n%s", got, want)
	}
}
