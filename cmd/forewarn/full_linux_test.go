package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// Whatever is asked for, what cannot be written is an error with its own code and
// the next step.
func TestFullOutput(t *testing.T) {
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	dir := writePlan(t, fresh)
	for _, args := range []string{
		"", "--help", "help", "help check", "check --help", "--version", "version", "explain", "explain stovepipe", "explain --all -o markdown",
		"schema", "completion bash", "man", "new -", "report", "check", "report -o json", "check -o github", "report -o html",
	} {
		full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		var says strings.Builder
		cmd := exec.Command(path, strings.Fields(args)...)
		cmd.Dir, cmd.Stdout, cmd.Stderr = dir, full, &says
		_ = cmd.Run()
		full.Close()
		const want = "forewarn: writing to standard output: no space left on device; make room where it goes, or send it elsewhere\n"
		if got := cmd.ProcessState.ExitCode(); got != exitInput || says.String() != want {
			t.Errorf("%q ends with %d and says %q", args, got, says.String())
		}
	}
}
