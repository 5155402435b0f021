//go:build linux || darwin

package main

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// killed runs the program and kills it at a random moment, unless it is done.
func killed(t *testing.T, dir string, args ...string) {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, args...)
	cmd.Dir = dir
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Duration(rand.IntN(30_000)) * time.Microsecond)
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
}

// However a run is killed, a new plan is whole or not there, and a report is the
// one before or the new one.
func TestKilledWhileCreating(t *testing.T) {
	kills := 80
	if testing.Short() {
		kills = 8
	}
	skeleton := runProgram(t, t.TempDir(), nil, "new", "-").stdout
	dir := t.TempDir()
	plan := filepath.Join(dir, defaultPlan)
	made := 0
	for range kills {
		os.Remove(plan)
		killed(t, dir, "new")
		switch got, err := os.ReadFile(plan); {
		case err != nil: // not there
		case string(got) == skeleton:
			made++
		default:
			t.Fatalf("a plan of %d bytes is there, want none or all of %d", len(got), len(skeleton))
		}
	}
	os.Remove(plan)
	if got := runProgram(t, dir, nil, "new"); got.code != exitDone {
		t.Errorf("after all, it ends with %+v", got)
	}
	if left := names(t, dir); left != defaultPlan {
		t.Errorf("the folder holds %q", left)
	}
	t.Logf("%d of %d plans were made", made, kills)
}

func TestKilledWhileReporting(t *testing.T) {
	kills := 60
	if testing.Short() {
		kills = 6
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, defaultPlan), []byte(readFile(t, "../../testdata/plans/ready.yaml")), 0o644); err != nil {
		t.Fatal(err)
	}
	args := []string{"report", "--as-of", "2026-11-21", "-o", "html=r.html"}
	report := filepath.Join(dir, "r.html")
	if got := runProgram(t, dir, nil, args...); got.code != exitDone {
		t.Fatalf("it ends with %+v", got)
	}
	whole, before := readFile(t, report), "the one before"
	made := 0
	for range kills {
		if err := os.WriteFile(report, []byte(before), 0o644); err != nil {
			t.Fatal(err)
		}
		killed(t, dir, args...)
		switch got := readFile(t, report); got {
		case before:
		case whole:
			made++
		default:
			t.Fatalf("the report has %d bytes, want all of %d or what was there before", len(got), len(whole))
		}
	}
	t.Logf("%d of %d reports were made", made, kills)
}
