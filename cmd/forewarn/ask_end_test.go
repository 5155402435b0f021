//go:build linux || darwin

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"forewarn/audit/interview"
)

// TestEndingSaysWhereThingsAre says of a run what is in the plan, what is beside it, and
// what is nowhere, each of one thing.
func TestEndingSaysWhereThingsAre(t *testing.T) {
	dir := writePlan(t, fresh)
	cases := []struct {
		name     string
		outcome  interview.Outcome
		has, not string
	}{
		{"all", interview.Outcome{Saved: 1}, "Everything you gave is saved", "but"},
		{"theirs was chosen", interview.Outcome{Saved: 1, Yielded: true}, "but where you chose what somebody else had left there.", "Everything"},
		{"beside", interview.Outcome{Saved: 1, Aside: []string{"plan.yaml.unsaved-1"}}, "What could not be saved is in plan.yaml.unsaved-1.", "Not kept"},
		{"nowhere", interview.Outcome{Saved: 1, Lost: []string{"“Desk”, typed"}}, "Not kept: “Desk”, typed.", "Everything"},
	}
	for _, c := range cases {
		o := &askOptions{globalOptions: &globalOptions{}, path: dir + "/" + defaultPlan}
		if got := o.ending(c.outcome); !strings.Contains(got, c.has) || strings.Contains(got, c.not) {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

// TestAskedOfNobody asks line by line where nobody reads: no plan is left that was made
// for nothing.
func TestAskedOfNobody(t *testing.T) {
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	read.Close()
	cmd := exec.Command(path, "ask", "--accessible")
	cmd.Dir, cmd.Stdin, cmd.Stderr = t.TempDir(), strings.NewReader("Desk\n"), write
	_ = cmd.Run()
	write.Close()
	const brokenPipe = 128 + 13
	if got := cmd.ProcessState.ExitCode(); got != brokenPipe {
		t.Errorf("exit code %d, want %d", got, brokenPipe)
	}
	if left, _ := filepath.Glob(filepath.Join(cmd.Dir, "*")); len(left) > 0 {
		t.Errorf("it leaves %q", left)
	}
}
