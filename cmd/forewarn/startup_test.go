//go:build linux || darwin

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A terminal that answers no queries must cost check nothing: the library of
// the interview would ask it for its colours, and wait five seconds.
func TestSilentTerminal(t *testing.T) {
	dir := writePlan(t, fresh)
	best := time.Hour
	for range 5 { // the machine may be busy; the query would slow every run
		begin := time.Now()
		term := start(t, dir, 80, 24, "check", "--color", "never", "--min-grade", "none", "--fail-on", "none", defaultPlan)
		if code := term.exit(); code != exitDone {
			t.Fatalf("exit code %d:\n%s", code, term.output())
		}
		best = min(best, time.Since(begin))
		if out := term.output(); strings.Contains(out, "\x1b") {
			t.Fatalf("an escape byte was written: %q", out)
		}
	}
	if best > 200*time.Millisecond {
		t.Errorf("check took %v in a silent terminal, want at most 200ms", best)
	}
}

// BenchmarkStartup compares the processor time of the program's start with
// that of an empty Go program, in one run.
func BenchmarkStartup(b *testing.B) {
	path, err := binary()
	if err != nil {
		b.Fatal(err)
	}
	empty := buildEmpty(b)
	var own, bare time.Duration
	for b.Loop() {
		own += processorTime(b, path, "version")
		bare += processorTime(b, empty)
	}
	b.ReportMetric(float64(own)/float64(bare), "times-empty")
	b.ReportMetric(0, "ns/op")
}

func buildEmpty(b *testing.B) string {
	b.Helper()
	dir := b.TempDir()
	source, path := filepath.Join(dir, "main.go"), filepath.Join(dir, "empty")
	if err := os.WriteFile(source, []byte("package main\n\nfunc main() {}\n"), 0o644); err != nil {
		b.Fatal(err)
	}
	if out, err := exec.Command("go", "build", "-o", path, source).CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return path
}

func processorTime(b *testing.B, path string, args ...string) time.Duration {
	b.Helper()
	cmd := exec.Command(path, args...)
	if err := cmd.Run(); err != nil {
		b.Fatal(err)
	}
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
