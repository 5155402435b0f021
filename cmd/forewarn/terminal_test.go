//go:build linux || darwin

package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
)

// binary builds the program once for all tests that run it as users do.
var binary = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "forewarn-test-")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "forewarn")
	if out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput(); err != nil {
		return "", &exec.Error{Name: "go build", Err: errorText(out)}
	}
	return path, nil
})

type errorText []byte

func (e errorText) Error() string { return string(e) }

// terminal is a program in a pseudo-terminal with a model of its screen.
type terminal struct {
	t      *testing.T
	cmd    *exec.Cmd
	pty    *os.File
	closed chan struct{} // when the program's side is closed

	leaving atomic.Bool // whether the terminal closes after the next output

	mu     sync.Mutex
	screen vt10x.Terminal
	raw    strings.Builder
}

// start runs the program with these arguments in dir.
func start(t *testing.T, dir string, cols, rows int, args ...string) *terminal {
	t.Helper()
	return startWith(t, nil, dir, cols, rows, args...)
}

// startWith runs it with more in its environment.
func startWith(t *testing.T, env []string, dir string, cols, rows int, args ...string) *terminal {
	t.Helper()
	return startCommand(t, func(cmd *exec.Cmd) { cmd.Env = append(cmd.Env, env...) }, dir, cols, rows, args...)
}

// startInto runs it with its standard output in a file.
func startInto(t *testing.T, path, dir string, cols, rows int, args ...string) *terminal {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	return startCommand(t, func(cmd *exec.Cmd) { cmd.Stdout = f }, dir, cols, rows, args...)
}

func startCommand(t *testing.T, change func(*exec.Cmd), dir string, cols, rows int, args ...string) *terminal {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "NO_COLOR=", "CI=")
	change(cmd)
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: uint16(rows), Cols: uint16(cols)})
	if err != nil {
		t.Fatal(err)
	}
	term := &terminal{
		t: t, cmd: cmd, pty: f,
		closed: make(chan struct{}),
		screen: vt10x.New(vt10x.WithSize(cols, rows)),
	}
	go term.follow()
	t.Cleanup(func() { cmd.Process.Kill(); f.Close() })
	return term
}

func (term *terminal) follow() {
	defer close(term.closed)
	buf := make([]byte, 4096)
	for {
		n, err := term.pty.Read(buf)
		term.mu.Lock()
		term.screen.Write(buf[:n])
		term.raw.Write(buf[:n])
		term.mu.Unlock()
		if err != nil {
			return
		}
		if term.leaving.Load() {
			term.pty.Close()
			return
		}
	}
}

func (term *terminal) text() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.screen.String()
}

// output is everything that was written, escapes included.
func (term *terminal) output() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.raw.String()
}

func (term *terminal) send(keys string) {
	term.t.Helper()
	if _, err := io.WriteString(term.pty, keys); err != nil {
		term.t.Fatal(err)
	}
}

// leave closes the terminal, as a window is closed. While its output is being
// read it would stay open, so a key brings some more.
func (term *terminal) leave() {
	term.leaving.Store(true)
	term.send("\x1b[B")
}

// wait returns when the screen shows one of the texts.
func (term *terminal) wait(texts ...string) {
	term.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		shown := term.text()
		if slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(shown, text) }) {
			return
		}
	}
	term.t.Fatalf("the screen never showed %q; it shows\n%s", texts, term.text())
}

// settled returns what the screen shows once it has stopped changing: a key that is
// sent to a page that is half drawn is taken by the next one.
func (term *terminal) settled() string {
	const still = 40 * time.Millisecond
	shown := term.text()
	for since := time.Now(); time.Since(since) < still; time.Sleep(2 * time.Millisecond) {
		if now := term.text(); now != shown {
			shown, since = now, time.Now()
		}
	}
	return shown
}

// waitLast returns when the last line on the screen ends so.
func (term *terminal) waitLast(text string) {
	term.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		if strings.HasSuffix(strings.TrimSpace(term.text()), strings.TrimSpace(text)) {
			return
		}
	}
	term.t.Fatalf("the screen never ended with %q; it shows\n%s", text, term.text())
}

// exit waits for the end of the program and returns its exit code.
func (term *terminal) exit() int {
	term.t.Helper()
	done := make(chan error, 1)
	go func() { done <- term.cmd.Wait() }()
	select {
	case <-done:
	case <-time.After(20 * time.Second):
		term.t.Fatalf("the program did not end; the screen shows\n%s", term.text())
	}
	<-term.closed
	return term.cmd.ProcessState.ExitCode()
}

// showsUntilClosed waits for a text until the program ends.
func (term *terminal) showsUntilClosed(text string) bool {
	for {
		if strings.Contains(term.text(), text) {
			return true
		}
		select {
		case <-term.closed:
			return strings.Contains(term.text(), text)
		case <-time.After(time.Millisecond):
		}
	}
}
