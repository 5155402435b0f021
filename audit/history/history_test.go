//go:build linux || darwin

package history

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"forewarn/audit"
	"forewarn/audit/planfile"
	"forewarn/audit/revision"
)

const plan = `forewarn: 1
bank: {id: core, version: 2.0.0}
questionnaires: [alignment]
answers:
  alignment:
    real-problem: {level: 4, on: 2026-11-05, evidence: {shown: notes.md, on: 2026-11-05}}
`

// step is a commit: the lines of fast-import that change files.
type step struct{ day, changes string }

func file(name, text string) string {
	return fmt.Sprintf("M 100644 inline %s\ndata %d\n%s\n", name, len(text), text)
}

func stepped(t *testing.T, steps ...step) *revision.Repository {
	t.Helper()
	var in bytes.Buffer
	for _, s := range steps {
		when, err := time.Parse(time.DateTime, s.day)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&in, "commit refs/heads/main\ncommitter Dana <dana@example.org> %d -0500\ndata 1\nx\n%s\n", when.Unix(), s.changes)
	}
	return fastImported(t, &in)
}

// read tells of each row in a line: its day, its score, and what moved.
func read(t *testing.T, repo *revision.Repository, asOf string) string {
	t.Helper()
	bank, err := audit.Bank()
	if err != nil {
		t.Fatal(err)
	}
	reader := &Reader{Bank: bank}
	if asOf != "" {
		day, err := time.Parse(time.DateOnly, asOf)
		if err != nil {
			t.Fatal(err)
		}
		on := planfile.OnDay(day)
		reader.AsOf = &on
	}
	h, err := reader.Read(repo, filepath.Join(repo.Root, "plan.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for i := range h.Rows {
		cells := h.Rows[i].cells()
		out = append(out, strings.TrimRight(cells[0].Text+" | "+cells[3].Text+" | "+cells[5].Text, " |"))
	}
	return strings.Join(out, "\n")
}

func expect(t *testing.T, got string, want ...string) {
	t.Helper()
	if got != strings.Join(want, "\n") {
		t.Errorf("it is\n%s, want\n%s", got, strings.Join(want, "\n"))
	}
}

// A document counts from the commit on that has it, whatever is there now.
func TestDocuments(t *testing.T) {
	repo := stepped(t,
		step{"2026-11-06 10:00:00", file("plan.yaml", plan)},
		step{"2026-11-07 10:00:00", file("plan.yaml", plan+"# again\n") + file("notes.md", "x")},
		step{"2026-11-08 10:00:00", file("plan.yaml", plan+"# and again\n") + "D notes.md\n"})
	expect(t, read(t, repo, ""),
		"2026-11-06 | 11.2 to 96.2",
		"2026-11-07 | 15.0 to 100.0 | 1 answer, 1 finding mended",
		"2026-11-08 | 11.2 to 96.2 | 1 answer, 1 new finding")
}

// A commit is judged as of the day that it was in UTC, or all as of one.
func TestDays(t *testing.T) {
	repo := stepped(t,
		step{"2026-11-04 23:59:59", file("notes.md", "x") + file("plan.yaml", plan)},
		step{"2026-11-05 00:00:01", file("plan.yaml", plan+"# again\n")})
	expect(t, read(t, repo, ""),
		"2026-11-04 | 7.5 to 92.5",
		"2026-11-05 | 15.0 to 100.0 | 1 answer, 2 findings mended")
	expect(t, read(t, repo, "2026-11-04"),
		"2026-11-04 | 7.5 to 92.5",
		"2026-11-05 | 7.5 to 92.5 | Nothing that counts")
}

// Answers to questions that are not known here yet, a deletion and a file that is no
// plan are rows without a verdict.
func TestUnjudged(t *testing.T) {
	repo := stepped(t,
		step{"2026-11-04 10:00:00", file("plan.yaml", strings.Replace(plan, "2.0.0", "9.0.0", 1))},
		step{"2026-11-05 10:00:00", file("plan.yaml", plan)},
		step{"2026-11-06 10:00:00", "D plan.yaml\n"},
		step{"2026-11-07 10:00:00", file("plan.yaml", "answers: 3\nx: 4\n")})
	got := read(t, repo, "2026-11-07")
	for i, want := range []string{"2026-11-04 |  | Line 2:", "2026-11-05 | 11.2", "2026-11-06", "2026-11-07 |  | "} {
		if line := strings.Split(got, "\n")[i]; !strings.HasPrefix(line, want) {
			t.Errorf("row %d is %q, want %q", i, line, want)
		}
	}
}
