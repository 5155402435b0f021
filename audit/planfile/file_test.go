package planfile

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"forewarn/audit/rules"
	"forewarn/questions"
)

const helpDesk = `# The plan of the help desk.
forewarn: 1
bank: {id: core, version: 1.0.0}

initiative:
  name: Help desk   # working title

questionnaires: [alignment]
answers:
  alignment:
    # agreed with Priya
    business-goal:
      level: 3 # was 2 in May
      on: 2026-11-02
      evidence: {vouched: Priya Nair, on: 2026-11-02} # by phone
      note: She owns the goal.
    first-step: {level: 2, on: 2026-11-02}
`

func testBank() *questions.Bank {
	return &questions.Bank{ID: "core", Version: "1.0.0", Questionnaires: []questions.Questionnaire{{
		ID: "alignment",
		Questions: []questions.Question{
			{ID: "business-goal", Weight: 3, Core: true},
			{ID: "first-step", Weight: 3, Core: true},
			{ID: "strategy-first", Weight: 3, Core: true},
			{ID: "listening", Weight: 2, NotApplicable: true},
		},
	}}}
}

// planFile writes a plan into a new folder and returns its path.
func planFile(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "plan.yaml")
	write(t, path, text)
	return path
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func open(t *testing.T, path string) *File {
	t.Helper()
	f, err := Open(path, testBank())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// names lists what is in the folder of path.
func names(t *testing.T, path string) string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return strings.Join(all, " ")
}

// says fails unless err has all these words, be they quoted there.
func says(t *testing.T, err error, words ...string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want one that says %q", words)
	}
	for _, w := range words {
		quoted := strings.Trim(strconv.Quote(w), `"`)
		if !strings.Contains(err.Error(), w) && !strings.Contains(err.Error(), quoted) {
			t.Errorf("error %q does not say %q", err, w)
		}
	}
}

func at(level int) *int { return &level }

func day(text string) time.Time {
	d, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return d
}

func TestOpenAndCloseLeaveNothingBehind(t *testing.T) {
	path := planFile(t, helpDesk)
	f := open(t, path)
	if got := f.Plan().Initiative.Name; got != "Help desk" {
		t.Errorf("the plan is named %q", got)
	}
	for range 2 {
		if err := f.Close(); err != nil {
			t.Errorf("closing: %v", err)
		}
	}
	if got := names(t, path); got != "plan.yaml" {
		t.Errorf("the folder holds %q", got)
	}
	if got := read(t, path); got != helpDesk {
		t.Errorf("opening changed the file to:\n%s", got)
	}
}

func TestOpenClearsWhatAKilledRunLeft(t *testing.T) {
	path := planFile(t, helpDesk)
	dir := filepath.Dir(path)
	write(t, filepath.Join(dir, ".plan.yaml.lock"), "")
	write(t, filepath.Join(dir, ".plan.yaml.tmp"), "forewarn: 1\nba")
	if err := open(t, path).Close(); err != nil {
		t.Error(err)
	}
	if got := names(t, path); got != "plan.yaml" {
		t.Errorf("the folder holds %q", got)
	}
}

func TestOpenRefusesAnInvalidPlan(t *testing.T) {
	path := planFile(t, strings.Replace(helpDesk, "level: 3", "level: 9", 1))
	_, err := Open(path, testBank())
	var invalid *rules.InvalidError
	if !errors.As(err, &invalid) {
		t.Fatalf("error %v is no *rules.InvalidError", err)
	}
	if invalid.Path != path || len(invalid.Findings) != 1 {
		t.Errorf("path %q with %d findings", invalid.Path, len(invalid.Findings))
	}
	says(t, err, path, "line 13: ")
	if got := names(t, path); got != "plan.yaml" {
		t.Errorf("the folder holds %q", got)
	}
}

func TestOpenRefusesAFileMarkedAsReadOnly(t *testing.T) {
	path := planFile(t, helpDesk)
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	_, err := Open(path, testBank())
	says(t, err, path, "read-only", "make it writable")
	if got := names(t, path); got != "plan.yaml" {
		t.Errorf("the folder holds %q", got)
	}
	if runtime.GOOS == "windows" {
		_ = os.Chmod(path, 0o644) // or it could not be removed
	}
}

func TestClosedFileTakesNoChange(t *testing.T) {
	path := planFile(t, helpDesk)
	f := open(t, path)
	_ = f.Close()
	says(t, set(f, []string{"initiative", "name"}, "Other"), "closed")
	if got := read(t, path); got != helpDesk {
		t.Errorf("the file holds:\n%s", got)
	}
}
