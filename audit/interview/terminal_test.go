//go:build linux || darwin

package interview

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
)

// childEnv names the plan file of the interview that this test binary holds
// when one of its own tests has started it.
const childEnv = "INTERVIEW_TEST_PLAN"

func TestMain(m *testing.M) {
	if path := os.Getenv(childEnv); path != "" {
		if err := child(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// child holds an interview on its terminal, writes the plan to a file after
// each change, and the outcome beside it at the end.
func child(path string) error {
	store := newMemory()
	data, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(data, store.plan)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	store.saved = func() {
		if err := os.WriteFile(path, []byte(dump(store.plan)), 0o600); err != nil {
			panic(err)
		}
	}
	o, err := Run(store, Options{Bank: smallBank(), Forms: smallForms(), Today: onToday, Colour: true}, os.Stdin, os.Stdout)
	if err != nil {
		return err
	}
	noted, err := json.Marshal(noted{o, fmt.Sprint(o.Signal)})
	if err != nil {
		return err
	}
	return os.WriteFile(path+".outcome", noted, 0o600)
}

// noted is an outcome as a child writes it down, its signal by its name.
type noted struct {
	Outcome
	Signal string
}

// patience is how long a test waits for something that takes milliseconds.
const patience = 30 * time.Second

// terminal is a pseudo-terminal with a program on it and a model of its screen.
// The screen does not answer questions, as many do not.
type terminal struct {
	t       *testing.T
	plan    string // the path of the plan
	cmd     *exec.Cmd
	keys    *os.File // where its keys are typed
	tty     *os.File // the side of the program, held open to read its settings
	before  string   // those settings before the program began
	mu      sync.Mutex
	screen  vt10x.Terminal
	raw     strings.Builder
	changed chan struct{} // gets a value when the screen has changed
	over    chan struct{} // closed when the program has ended
}

// open starts an interview on a terminal. With an empty path the plan is a new
// one.
func open(t *testing.T, path string) *terminal {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return openBy(t, path, self)
}

// openBy starts it by a command of its own, such as a shell.
func openBy(t *testing.T, path string, command ...string) *terminal {
	t.Helper()
	if path == "" {
		path = filepath.Join(t.TempDir(), "plan.json")
	}
	keys, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	term := &terminal{
		t: t, plan: path, keys: interruptible(t, keys), tty: tty,
		screen:  vt10x.New(vt10x.WithSize(80, 24)),
		changed: make(chan struct{}, 1), over: make(chan struct{}),
	}
	term.resize(80, 24)
	term.before = term.settings()
	term.cmd = exec.Command(command[0], command[1:]...)
	term.cmd.Env = append(os.Environ(), childEnv+"="+path, "TERM=xterm-256color")
	term.cmd.Stdin, term.cmd.Stdout, term.cmd.Stderr = tty, tty, tty
	term.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := term.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go term.watch()
	go func() {
		_ = term.cmd.Wait() // the tests look at ProcessState
		close(term.over)
	}()
	t.Cleanup(term.close)
	return term
}

// interruptible gives a file whose reading ends when it is closed. The calls
// that open a pseudo-terminal leave theirs without that.
func interruptible(t *testing.T, f *os.File) *os.File {
	t.Helper()
	fd, err := syscall.Dup(int(f.Fd()))
	if err == nil {
		err = errors.Join(f.Close(), syscall.SetNonblock(fd, true))
	}
	if err != nil {
		t.Fatal(err)
	}
	syscall.CloseOnExec(fd) // or the program would hold its own terminal open
	return os.NewFile(uintptr(fd), "terminal")
}

func (m *terminal) close() {
	_ = m.cmd.Process.Kill() // it has ended already unless the test failed
	<-m.over
	_ = m.keys.Close()
	_ = m.tty.Close()
}

// watch draws what the program writes.
func (m *terminal) watch() {
	buf := make([]byte, 4096)
	for {
		n, err := m.keys.Read(buf)
		m.mu.Lock()
		m.raw.Write(buf[:n])
		_, _ = m.screen.Write(buf[:n]) // a screen in memory
		m.mu.Unlock()
		select {
		case m.changed <- struct{}{}:
		default:
		}
		if err != nil {
			return
		}
	}
}

// until waits for a condition on the screen.
func (m *terminal) until(what string, ok func() bool) {
	m.t.Helper()
	deadline := time.After(patience)
	for {
		m.mu.Lock()
		met := ok()
		m.mu.Unlock()
		if met {
			return
		}
		select {
		case <-m.changed:
		case <-deadline:
			m.mu.Lock()
			defer m.mu.Unlock()
			m.t.Fatalf("%s: still not so on\n%s", what, m.screen)
		}
	}
}

func (m *terminal) shows(text string) {
	m.t.Helper()
	m.until("shows "+text, func() bool { return strings.Contains(m.screen.String(), text) })
}

// types writes keys, all of them at once.
func (m *terminal) types(keys string) {
	m.t.Helper()
	if _, err := m.keys.WriteString(keys); err != nil {
		m.t.Fatal(err)
	}
}

func (m *terminal) resize(width, height int) {
	m.t.Helper()
	m.mu.Lock()
	m.screen.Resize(width, height)
	m.mu.Unlock()
	if err := pty.Setsize(m.tty, &pty.Winsize{Rows: uint16(height), Cols: uint16(width)}); err != nil {
		m.t.Fatal(err)
	}
}

func (m *terminal) settings() string {
	m.t.Helper()
	state, err := term.GetState(m.tty.Fd())
	if err != nil {
		m.t.Fatal(err)
	}
	return fmt.Sprintf("%+v", *state)
}

// ends waits for the program to end, and returns the outcome that it noted.
func (m *terminal) ends() (o noted) {
	m.t.Helper()
	select {
	case <-m.over:
	case <-time.After(patience):
		m.t.Fatal("the program does not end")
	}
	data, err := os.ReadFile(m.plan + ".outcome")
	if err == nil {
		err = json.Unmarshal(data, &o)
	}
	if err != nil {
		m.t.Fatalf("%v: %v\n%s", m.cmd.ProcessState, err, m.written())
	}
	return o
}

// restored fails unless the terminal is as it was before the program.
func (m *terminal) restored() {
	m.t.Helper()
	m.until("leaves the alternate screen and shows the cursor", func() bool {
		return m.screen.Mode()&vt10x.ModeAltScreen == 0 && m.screen.CursorVisible()
	})
	if after := m.settings(); after != m.before {
		m.t.Errorf("the settings of the terminal are\n%s\nand were\n%s", after, m.before)
	}
	if !strings.Contains(m.written(), "\x1b[?2004l") {
		m.t.Error("pasted text would still be bracketed")
	}
}

// written is everything that the program has sent to the terminal.
func (m *terminal) written() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.raw.String()
}

// saved is the plan in the file.
func (m *terminal) saved() string {
	m.t.Helper()
	data, err := os.ReadFile(m.plan)
	if err != nil {
		m.t.Fatal(err)
	}
	return string(data)
}
