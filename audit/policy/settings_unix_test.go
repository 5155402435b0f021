//go:build linux || darwin

package policy_test

import (
	"syscall"
	"testing"

	"forewarn/audit/policy"
)

// A pipe would make the program wait for somebody to write into it.
func TestPipeOfThatName(t *testing.T) {
	tree(t, nil)
	if err := syscall.Mkfifo(".forewarn.yaml", 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := noFlags().For("plan.yaml")
	if want := `reading ".forewarn.yaml": it is a pipe or a device; rename it, as settings are kept in a file of this name`; message(err) != want {
		t.Errorf("it says %q, want %q", message(err), want)
	}
}

// A pipe cannot be held against: it is no file, and so a name for git.
func TestAgainstAPipe(t *testing.T) {
	tree(t, nil)
	if err := syscall.Mkfifo("before", 0o644); err != nil {
		t.Fatal(err)
	}
	if p := judgedBy(t, flags(policy.Typed{FailOn: "none", Show: "minor", Against: "before"}), "plan.yaml"); p.File != "" || p.Against != "before" {
		t.Errorf("it is held against %q or the file %q", p.Against, p.File)
	}
}
