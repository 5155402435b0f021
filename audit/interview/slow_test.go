//go:build linux || darwin

package interview

import (
	"encoding/json"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"forewarn/audit/planfile"
)

// TestTerminalBurst sends the names of all keys in one piece and without brackets, as
// some terminals paste.
func TestTerminalBurst(t *testing.T) {
	m := begun(t, "")
	m.shows("What is it called?")
	words := strings.Join(keyNamesOfAll(), " ")
	m.types(words)
	m.types(accepted)
	m.shows("Who answers for it?")
	m.types(ctrlC)
	m.ends()
	if got := m.parsed().Initiative.Name; strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(words), " ") {
		t.Errorf("it is called %q\nwant %q", got, words)
	}
}

// parsed is the plan in the file.
func (m *terminal) parsed() *planfile.Plan {
	m.t.Helper()
	plan := new(planfile.Plan)
	if err := json.Unmarshal([]byte(m.saved()), plan); err != nil {
		m.t.Fatal(err)
	}
	return plan
}

// TestTerminalInPieces sends keys byte by byte, as over a slow link.
func TestTerminalInPieces(t *testing.T) {
	m := toQuestions(t)
	m.piecemeal(down + down)
	m.shows(">2 A named person has written the goal down.")
	m.piecemeal(up)
	m.shows(">1 We have talked about the goal.")
	m.piecemeal(accepted)
	m.shows("How small is the first step?")
	m.piecemeal("d" + up) // no line has that letter
	m.shows(">- This does not apply to us.")
	m.piecemeal(accepted + "Zoë – 取り組み")
	m.shows("> Zoë – 取り組み")
	m.piecemeal("\x1b") // alone, it is the Esc key
	m.shows(">- This does not apply to us.")
	m.types(ctrlC)
	m.ends()
	if got := *m.parsed().Answer("alignment", "goal").Level; got != 1 {
		t.Errorf("level %d, want 1", got)
	}
}

// piecemeal types byte by byte.
func (m *terminal) piecemeal(keys string) {
	m.t.Helper()
	for i := range len(keys) {
		m.types(keys[i : i+1])
		time.Sleep(3 * time.Millisecond)
	}
}

// TestTerminalPause lets a shell have the terminal, by the key and by a signal from
// outside, and goes on.
func TestTerminalPause(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	m := openBy(t, "", "/bin/sh", "-m", "-c", `"$0"; echo stopped once; fg; echo stopped twice; fg`, self)
	m.shows("enter go on")
	m.types(accepted)
	m.shows("What is it called?")
	m.types("Desk\x1a")
	m.hasWritten("stopped once")
	m.shows("> Desk")
	m.types(" two\r")
	m.shows("Who answers for it?")
	m.types("Dan")
	m.shows("> Dan")
	m.stopForeground()
	m.hasWritten("stopped twice")
	m.shows("> Dan")
	m.types("a\r")
	m.shows("When does it start?")
	m.types(ctrlC)
	m.ends()
	m.restored()
	if got := m.parsed().Initiative; got.Name != "Desk two" || got.Owner != "Dana" {
		t.Errorf("the facts are %+v", got)
	}
}

// hasWritten waits until a text has been on the screen, if only for a moment.
func (m *terminal) hasWritten(text string) {
	m.t.Helper()
	m.until("has written "+text, func() bool { return strings.Contains(m.raw.String(), text) })
}

// stopForeground asks whoever has the terminal to stop.
func (m *terminal) stopForeground() {
	m.t.Helper()
	group, err := foreground(m.keys)
	if err == nil {
		err = syscall.Kill(-group, syscall.SIGTSTP)
	}
	if err != nil {
		m.t.Fatal(err)
	}
}
