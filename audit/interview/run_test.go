//go:build linux || darwin

package interview

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"forewarn/audit/planfile"
)

// What a terminal sends for these keys.
const (
	down     = "\x1b[B"
	up       = "\x1b[A"
	backTab  = "\x1b[Z"
	accepted = "\r"
	ctrlC    = "\x03"
)

// begun starts an interview and turns its first page.
func begun(t *testing.T, path string) *terminal {
	t.Helper()
	m := open(t, path)
	m.shows("enter go on")
	m.types(accepted)
	return m
}

// toQuestions answers the facts, and waits for the first question.
func toQuestions(t *testing.T) *terminal {
	t.Helper()
	m := begun(t, "")
	m.shows("What is it called?")
	m.types("Desk\r")
	m.shows("Who answers for it?")
	m.types("Dana\r\t\t\t\t")
	m.shows("Which goal does it serve?")
	return m
}

func TestTerminalWhole(t *testing.T) {
	m := begun(t, "")
	for _, turn := range [][2]string{
		{"What is it called?", "Desk\r"},
		{"Who answers for it?", "Dana\r"},
		{"When does it start?", "2027-02-01\r"},
		{"Is a tool bought?", up + up + accepted},
		{"List what should be true.", accepted},
		{"What should be true?", "A working answer\r"},
		{"By which day?", accepted},
		{"Done with this list.", accepted},
		{"List what you look at.", "\t"},
		{"Which goal does it serve?", "3" + accepted},
		{"What shows it?", accepted},
		{"Where is it?", "docs/goals.md\r"},
		{"From which day is it?", accepted},
		{"How small is the first step?", up + accepted},
		{"Why does it not apply?", "nothing yet\r"},
		{"List your other work.", down + accepted},
		{"Is it in step with the rest?", up + accepted},
		{"Who would know?", "Ana\r"},
		{"All questions are answered.", accepted},
	} {
		m.shows(turn[0])
		m.types(turn[1])
	}
	o := m.ends()
	if o.End != Finished || o.Answered != 3 || o.Open != 0 || len(o.Lost) > 0 {
		t.Errorf("outcome %+v", o)
	}
	m.restored()

	yes, want := true, newMemory().plan
	want.Initiative = planfile.Initiative{Name: "Desk", Owner: "Dana", Launch: day("2027-02-01"), ToolCommitted: &yes}
	want.Answers = map[string]map[string]planfile.Answer{
		"alignment": {
			"goal":       with(at(3), planfile.Evidence{Shown: "docs/goals.md", On: today()}),
			"first-step": {NotApplicable: "nothing yet", On: today()},
		},
		"silos": {"in-step": {Unknown: "Ana", On: today()}},
	}
	want.Objectives = []planfile.Objective{{ID: "new-0", Statement: "A working answer"}}
	want.Programmes = []planfile.Programme{}
	if diff := cmp.Diff(dump(want), m.saved()); diff != "" {
		t.Errorf("plan, -want +got:\n%s", diff)
	}
}

// TestTerminalBlind types an objective, three questions and what lies between in one
// write: each key must meet the page that the key before it has turned to.
func TestTerminalBlind(t *testing.T) {
	m := begun(t, "")
	m.types("Desk\rDana\r\t\t" + accepted + "A working answer\r\r" + accepted + "\t" + down + accepted + "2" + accepted + "\t" + up + accepted + "Ana\r")
	m.shows("All questions are answered.")
	m.types(ctrlC)
	if o := m.ends(); o.End != Stopped || o.Answered != 3 || o.Open != 0 {
		t.Errorf("outcome %+v", o)
	}
	want := newMemory().plan
	want.Initiative = planfile.Initiative{Name: "Desk", Owner: "Dana"}
	want.Answers = map[string]map[string]planfile.Answer{
		"alignment": {"goal": at(1), "first-step": at(2)},
		"silos":     {"in-step": {Unknown: "Ana", On: today()}},
	}
	want.Objectives = []planfile.Objective{{ID: "new-0", Statement: "A working answer"}}
	if diff := cmp.Diff(dump(want), m.saved()); diff != "" {
		t.Errorf("plan, -want +got:\n%s", diff)
	}
}

func TestTerminalBack(t *testing.T) {
	m := toQuestions(t)
	m.types(down + accepted)
	m.shows("How small is the first step?")
	m.types(backTab)
	m.shows(">1 We have talked about the goal. (your answer)")
	m.types(down + accepted)
	m.shows("How small is the first step?")
	m.types(ctrlC)
	m.ends()
	m.restored()
	if saved := m.saved(); !strings.Contains(saved, `"Level": 2`) || strings.Contains(saved, `"Level": 1`) {
		t.Errorf("the earlier answer was not changed:\n%s", saved)
	}
}

// TestTerminalStops ends an interview in each way, compares what is left, and
// goes on in a new terminal.
func TestTerminalStops(t *testing.T) {
	cases := []struct {
		name   string
		stop   func(m *terminal)
		end    End
		signal string // what ended it; empty when there is nobody left to note it
		gone   bool   // the terminal is gone, and so cannot be restored
	}{
		{"ctrl+c", func(m *terminal) { m.types(ctrlC) }, Stopped, "interrupt", false},
		{"SIGINT", func(m *terminal) { m.signal(syscall.SIGINT) }, Signalled, "interrupt", false},
		{"SIGTERM", func(m *terminal) { m.signal(syscall.SIGTERM) }, Signalled, "terminated", false},
		{"SIGHUP", func(m *terminal) { m.signal(syscall.SIGHUP) }, Signalled, "hangup", false},
		{"terminal closed", func(m *terminal) { m.hangUp() }, Signalled, "hangup", true},
		{"kill", func(m *terminal) { m.signal(syscall.SIGKILL) }, 0, "", true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			m := toQuestions(t)
			m.types(down + down + down + accepted)
			m.shows("What shows it?")
			c.stop(m)
			if c.signal == "" {
				<-m.over
			} else if o := m.ends(); o.End != c.end || o.Signal != c.signal || o.Answered != 1 || o.Open != 2 {
				t.Errorf("outcome %+v", o)
			}
			if !c.gone {
				m.restored()
			}
			if !strings.Contains(m.saved(), `"Level": 3`) {
				t.Errorf("the answer is lost:\n%s", m.saved())
			}
			next := begun(t, m.plan)
			next.shows("List what should be true.")
			next.types("\t\t")
			next.shows("What shows it?") // which is still to be given
			next.types("\t")
			next.shows("How small is the first step?")
			next.types(ctrlC)
			next.ends()
		})
	}
}

func (m *terminal) signal(s syscall.Signal) {
	m.t.Helper()
	if err := m.cmd.Process.Signal(s); err != nil {
		m.t.Fatal(err)
	}
}

// hangUp closes the terminal, as closing its window does.
func (m *terminal) hangUp() {
	m.t.Helper()
	if err := errors.Join(m.tty.Close(), m.keys.Close()); err != nil {
		m.t.Fatal(err)
	}
}

func TestTerminalResize(t *testing.T) {
	m := toQuestions(t)
	m.shows("enter accept")
	m.resize(40, 20)
	m.shows("n note  x differs  o overview  ^C stop")
	m.shows(">0 Nobody has raised the goal.")
	m.resize(20, 5)
	m.shows("Please make this")
	m.resize(100, 30)
	m.shows("n note  x not agreed  o overview  ctrl+c stop")
	m.shows("Which goal does it serve?")
	m.types(ctrlC)
	m.ends()
	m.restored()
}

// TestTerminalIsNotAsked looks for questions to the terminal, each of which
// costs seconds where it does not answer.
func TestTerminalIsNotAsked(t *testing.T) {
	m := begun(t, "")
	m.shows("What is it called?")
	m.types(ctrlC)
	m.ends()
	for _, question := range []string{"\x1b]11;", "\x1b]10;", "\x1b[6n", "\x1b[c"} {
		if strings.Contains(m.written(), question) {
			t.Errorf("the terminal was asked %q", question)
		}
	}
}

// TestLinesSignal interrupts the wait for a line.
func TestLinesSignal(t *testing.T) {
	for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		in, typing := io.Pipe()
		out, said := io.Pipe()
		result := make(chan Outcome, 1)
		go func() {
			o, err := RunLines(factsDone(), Options{Bank: smallBank(), Forms: smallForms(), Today: onToday}, in, said)
			if err != nil {
				t.Error(err)
			}
			_ = said.Close()
			result <- o
		}()
		readUntil(t, out, ":o overview): ")
		if err := syscall.Kill(os.Getpid(), s); err != nil {
			t.Fatal(err)
		}
		o := <-result
		if o.Signal != s || (o.End == Signalled) != (s != syscall.SIGINT) {
			t.Errorf("%v: outcome %+v", s, o)
		}
		_ = typing.Close()
	}
}

// readUntil reads until a text has come, and then on in the background.
func readUntil(t *testing.T, r io.Reader, text string) {
	t.Helper()
	var all strings.Builder
	buf := make([]byte, 256)
	for !strings.Contains(all.String(), text) {
		n, err := r.Read(buf)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(buf[:n])
	}
	go func() { _, _ = io.Copy(io.Discard, r) }()
}

// TestEnded covers what no terminal can be made to do.
func TestEnded(t *testing.T) {
	broken := errors.New("broken")
	cases := []struct {
		name string
		err  error
		want Outcome
		fail bool
	}{
		{"the terminal went away before its signal came", fmt.Errorf("reading: %w", syscall.EIO), Outcome{End: Signalled, Signal: syscall.SIGHUP, Open: 3}, false},
		{"the terminal broke", broken, Outcome{End: Stopped, Open: 3}, true},
		{"it ended without a word", nil, Outcome{End: Stopped, Open: 3}, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := ended(newModel(factsDone(), Options{Bank: smallBank(), Forms: smallForms(), Today: onToday}), c.err)
			if !cmp.Equal(got, c.want) || (err != nil) != c.fail || c.err == broken && !errors.Is(err, broken) {
				t.Errorf("%+v and error %v, want %+v", got, err, c.want)
			}
		})
	}
}
