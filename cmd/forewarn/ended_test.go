//go:build linux || darwin

package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"testing"
	"time"
)

// writing is the program while it waits for a plan, with reports begun.
type writing struct {
	*exec.Cmd
	dir            string
	stdin          io.WriteCloser
	stdout, stderr bytes.Buffer
}

// startWriting starts the program behind a shell's own command, such as one that
// keeps it from hearing a signal.
func startWriting(t *testing.T, shell string) *writing {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	// What started this test may keep it from hearing a signal, and so the program.
	heard := make(chan os.Signal, 1)
	signal.Notify(heard, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	t.Cleanup(func() { signal.Stop(heard) })
	w := &writing{dir: t.TempDir()}
	w.Cmd = exec.Command("sh", "-c", shell+"exec "+path+" check --min-grade none --fail-on none -o text -o json=a.json -o html=a.html -")
	w.Dir, w.Stdout, w.Stderr = w.dir, &w.stdout, &w.stderr
	if w.stdin, err = w.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := w.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(10 * time.Second); strings.Count(names(t, w.dir), ".tmp") < 2; {
		if time.Now().After(deadline) {
			t.Fatalf("nothing is being written: %q, %s", names(t, w.dir), &w.stderr)
		}
		time.Sleep(time.Millisecond)
	}
	time.Sleep(20 * time.Millisecond) // until it waits for the plan
	late := time.AfterFunc(time.Minute, func() { _ = w.Process.Kill() })
	t.Cleanup(func() { late.Stop() })
	return w
}

// ends waits for the end, after which nothing is left but what was there.
func (w *writing) ends(t *testing.T, code int) {
	t.Helper()
	_ = w.Wait()
	if got := w.ProcessState.ExitCode(); got != code || w.stdout.Len() > 0 || w.stderr.Len() > 0 {
		t.Errorf("it ends with %d, %q and %q, not %d", got, &w.stdout, &w.stderr, code)
	}
	if got := names(t, w.dir); got != "" {
		t.Errorf("it leaves %q", got)
	}
}

func TestEndedWhileWriting(t *testing.T) {
	for sig, code := range map[syscall.Signal]int{syscall.SIGINT: 130, syscall.SIGTERM: 143, syscall.SIGHUP: 129} {
		t.Run(sig.String(), func(t *testing.T) {
			w := startWriting(t, "")
			if err := w.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
			w.ends(t, code)
		})
	}
}

// Whoever starts the program may keep it from hearing that the terminal closes.
func TestNotEndedByIgnoredSignal(t *testing.T) {
	w := startWriting(t, "trap '' HUP; ")
	if err := w.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w.stdin, fresh); err != nil {
		t.Fatal(err)
	}
	_ = w.stdin.Close()
	if err := w.Wait(); err != nil {
		t.Errorf("it ends with %v, %q", err, &w.stderr)
	}
	if got := names(t, w.dir); got != "a.html a.json" {
		t.Errorf("it leaves %q", got)
	}
}

// What nobody reads any more is a reason to end, and none to complain.
func TestNobodyReads(t *testing.T) {
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"text", "html"} {
		t.Run(format, func(t *testing.T) {
			dir := writePlan(t, fresh)
			var stderr bytes.Buffer
			reader, writer, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			_ = reader.Close()
			cmd := exec.Command(path, "check", "--min-grade", "none", "--fail-on", "none", "-o", format, "-o", "json=a.json", "plan.yaml")
			cmd.Dir, cmd.Stdout, cmd.Stderr = dir, writer, &stderr
			_ = cmd.Run()
			_ = writer.Close()
			if got := cmd.ProcessState.ExitCode(); got != 128+int(syscall.SIGPIPE) || stderr.Len() > 0 {
				t.Errorf("it ends with %d and %q", got, &stderr)
			}
			if got := names(t, dir); got != defaultPlan {
				t.Errorf("it leaves %q", got)
			}
		})
	}
}
