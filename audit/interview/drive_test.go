package interview

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"forewarn/audit/planfile"
)

// session drives a model with keys, as a terminal would.
type session struct {
	t     *testing.T
	store *memory
	model *model
}

// begin starts an interview on an 80 by 24 screen.
func begin(t *testing.T, store *memory, opts Options) *session {
	t.Helper()
	opts.Bank, opts.Forms, opts.Today = smallBank(), smallForms(), onToday
	s := &session{t: t, store: store, model: newModel(store, opts)}
	s.model.Init()
	s.size(80, 24)
	if s.model.flow.page.where == "forewarn" { // the first page
		s.keys("enter")
	}
	return s
}

// factsDone is a store whose plan has its facts and its lists, so that the questions
// come first.
func factsDone() *memory {
	s := newMemory()
	s.plan.Initiative = planfile.Initiative{Name: "Desk", Owner: "Dana", Launch: day("2027-02-01"), ToolCommitted: new(bool)}
	s.plan.Objectives, s.plan.Metrics, s.plan.Programmes = []planfile.Objective{}, []planfile.Metric{}, []planfile.Programme{}
	return s
}

// atRecords is a store whose questions are answered, so that the records come
// first.
func atRecords() *memory {
	s := factsDone()
	s.plan.Objectives, s.plan.Metrics, s.plan.Programmes = nil, nil, nil
	level := 1
	one := planfile.Answer{Level: &level, On: day("2026-11-01")}
	s.plan.Answers = map[string]map[string]planfile.Answer{
		"alignment": {"goal": one, "first-step": one},
		"silos":     {"in-step": one},
	}
	return s
}

func (s *session) size(width, height int) {
	s.model.Update(tea.WindowSizeMsg{Width: width, Height: height})
}

// keys types each argument: a key by its name, anything else as text.
func (s *session) keys(args ...string) {
	for _, arg := range args {
		s.model.Update(keyMsg(arg))
	}
}

func keyMsg(name string) tea.KeyMsg {
	types := map[string]tea.KeyType{
		"enter": tea.KeyEnter, "up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft,
		"tab": tea.KeyTab, "shift+tab": tea.KeyShiftTab, "esc": tea.KeyEsc, "ctrl+c": tea.KeyCtrlC,
		"ctrl+g": tea.KeyCtrlG, "ctrl+u": tea.KeyCtrlU, "f1": tea.KeyF1, "pgdown": tea.KeyPgDown,
		"f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "ctrl+z": tea.KeyCtrlZ, "space": tea.KeySpace,
		"pgup": tea.KeyPgUp, "home": tea.KeyHome, "end": tea.KeyEnd, "backspace": tea.KeyBackspace,
	}
	if key, ok := types[name]; ok {
		return tea.KeyMsg{Type: key}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
}

// screen is what is shown, without styles and without the space at the ends of
// its lines.
func (s *session) screen() string {
	lines := strings.Split(ansi.Strip(s.model.View()), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

// shows fails unless every text is on the screen.
func (s *session) shows(texts ...string) {
	s.t.Helper()
	for _, text := range texts {
		if !strings.Contains(s.screen(), text) {
			s.t.Fatalf("no %q on the screen:\n%s", text, s.screen())
		}
	}
}

func (s *session) hides(text string) {
	s.t.Helper()
	if strings.Contains(s.screen(), text) {
		s.t.Fatalf("%q is on the screen:\n%s", text, s.screen())
	}
}

// sameValue compares plans and their parts.
func sameValue() cmp.Options {
	return cmp.Options{
		cmpopts.IgnoreUnexported(planfile.Plan{}),
		cmp.Transformer("amount", func(a planfile.Amount) string { return a.Text }),
	}
}

// text types text, whatever key it may be the name of.
func (s *session) text(text string) {
	s.model.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text)})
}

// keyNamesOfAll are the names of all keys that there are.
func keyNamesOfAll() []string {
	var names []string
	for t := tea.KeyType(-200); t <= 200; t++ {
		if name := (tea.KeyMsg{Type: t}).String(); name != "" && t != tea.KeyRunes {
			names = append(names, name)
		}
	}
	return names
}
