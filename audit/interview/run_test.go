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

// toQuestions answers the facts, and waits for the first question.
func toQuestions(t *testing.T) *terminal {
	t.Helper()
	m := open(t, "")
	m.shows("What is it called?")
	m.types("Desk\r")
	m.shows("Who answers for it?")
	m.types("Dana\r\t\t")
	m.shows("Which goal does it serve?")
	return m
}

func TestTerminalWhole(t *testing.T) {
	m := open(t, "")
	for _, turn := range [][2]string{
		{"What is it called?", "Desk\r"},
		{"Who answers for it?", "Dana\r"},
		{"When does it start?", "2027-02-01\r"},
		{"Is a tool bought?", up + up + accepted},
		{"Which goal does it serve?", down + down + down + accepted},
		{"What shows it?", accepted},
		{"Where is it?", "docs/goals.md\r"},
		{"From which day is it?", accepted},
		{"How small is the first step?", up + accepted},
		{"Why does it not apply?", "nothing yet\r"},
		{"List what should be true.", accepted},
		{"Objectives, 1 of 3", "answers\r"},
		{"Objectives, 2 of 3", "A working answer\r"},
		{"Objectives, 3 of 3", accepted},
		{"Done with this list.", accepted},
		{"List what you look at.", "\t"},
		{"Is it in step with the rest?", up + accepted},
		{"Who would know?", "Ana\r"},
		{"List your other work.", down + accepted},
		{"All questions are answered.", accepted},
	} {
		m.shows(turn[0])
		m.types(turn[1])
	}
	if got, want := m.ends(), "{End:0 Signal:<nil> Answered:3 Open:0}"; got != want {
		t.Errorf("outcome %s, want %s", got, want)
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
	want.Objectives = []planfile.Objective{{ID: "answers", Statement: "A working answer"}}
	want.Programmes = []planfile.Programme{}
	if diff := cmp.Diff(dump(want), m.saved()); diff != "" {
		t.Errorf("plan, -want +got:\n%s", diff)
	}
}

// TestTerminalBlind types two questions, an objective and what follows in one
// write: each key must meet the page that the key before it has turned to.
func TestTerminalBlind(t *testing.T) {
	m := toQuestions(t)
	m.types(down + accepted + down + down + accepted + accepted + "answers\rA working answer\r\r" + accepted + "\t" + up + accepted + "Ana\r")
	m.shows("List your other work.")
	m.types(ctrlC)
	if got, want := m.ends(), "{End:1 Signal:interrupt Answered:3 Open:0}"; got != want {
		t.Errorf("outcome %s, want %s", got, want)
	}
	want := newMemory().plan
	want.Initiative = planfile.Initiative{Name: "Desk", Owner: "Dana"}
	want.Answers = map[string]map[string]planfile.Answer{
		"alignment": {"goal": at(1), "first-step": at(2)},
		"silos":     {"in-step": {Unknown: "Ana", On: today()}},
	}
	want.Objectives = []planfile.Objective{{ID: "answers", Statement: "A working answer"}}
	if diff := cmp.Diff(dump(want), m.saved()); diff != "" {
		t.Errorf("plan, -want +got:\n%s", diff)
	}
}

func TestTerminalBack(t *testing.T) {
	m := toQuestions(t)
	m.types(down + accepted)
	m.shows("How small is the first step?")
	m.types(backTab)
	m.shows("> We have talked about the goal. (your answer)")
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
		name    string
		stop    func(m *terminal)
		outcome string // empty when there is nobody left to note it
		gone    bool   // the terminal is gone, and so cannot be restored
	}{
		{"ctrl+c", func(m *terminal) { m.types(ctrlC) }, "{End:1 Signal:interrupt Answered:1 Open:2}", false},
		{"SIGINT", func(m *terminal) { m.signal(syscall.SIGINT) }, "{End:2 Signal:interrupt Answered:1 Open:2}", false},
		{"SIGTERM", func(m *terminal) { m.signal(syscall.SIGTERM) }, "{End:2 Signal:terminated Answered:1 Open:2}", false},
		{"SIGHUP", func(m *terminal) { m.signal(syscall.SIGHUP) }, "{End:2 Signal:hangup Answered:1 Open:2}", false},
		{"terminal closed", func(m *terminal) { m.hangUp() }, "{End:2 Signal:hangup Answered:1 Open:2}", true},
		{"kill", func(m *terminal) { m.signal(syscall.SIGKILL) }, "", true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			m := toQuestions(t)
			m.types(down + down + down + accepted)
			m.shows("What shows it?")
			c.stop(m)
			if c.outcome == "" {
				<-m.over
			} else if got := m.ends(); got != c.outcome {
				t.Errorf("outcome %s, want %s", got, c.outcome)
			}
			if !c.gone {
				m.restored()
			}
			if !strings.Contains(m.saved(), `"Level": 3`) {
				t.Errorf("the answer is lost:\n%s", m.saved())
			}
			next := open(t, m.plan)
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
	m.shows("tab skip  ← back  ? why  ^C stop")
	m.shows("> Nobody has raised the goal.")
	m.resize(20, 5)
	m.shows("Please make this")
	m.resize(100, 30)
	m.shows("enter accept  tab skip  shift+tab back  ? why  ctrl+c stop")
	m.shows("Which goal does it serve?")
	m.types(ctrlC)
	m.ends()
	m.restored()
}

// TestTerminalIsNotAsked looks for questions to the terminal, each of which
// costs seconds where it does not answer.
func TestTerminalIsNotAsked(t *testing.T) {
	m := open(t, "")
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
			o, err := RunLines(factsDone(), Options{Bank: smallBank(), Forms: smallForms(), AsOf: planfile.OnDay(today())}, in, said)
			if err != nil {
				t.Error(err)
			}
			_ = said.Close()
			result <- o
		}()
		readUntil(t, out, "q stop): ")
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
			got, err := ended(newModel(factsDone(), Options{Bank: smallBank(), Forms: smallForms(), AsOf: planfile.OnDay(today())}), c.err)
			if got != c.want || (err != nil) != c.fail || c.err == broken && !errors.Is(err, broken) {
				t.Errorf("%+v and error %v, want %+v", got, err, c.want)
			}
		})
	}
}
