package interview

import (
	"slices"
	"strings"
	"testing"
	"time"

	"forewarn/audit/planfile"
)

// toGroups opens the form of a new group of people, as its list does.
func toGroups(s *session) {
	s.model.flow.newForm(listOf(s.model.flow.opts.Forms.Of("stakeholders"))).open(0)
	s.model.turn()
}

// TestHalfTyped leaves a text half typed, by each key that leaves, and comes back.
func TestHalfTyped(t *testing.T) {
	s := begin(t, newMemory(), Options{})
	s.keys("Desk", "enter", "Dan", "shift+tab")
	s.shows("> Desk")
	s.keys("tab")
	s.shows("Who answers for it?", "> Dan")
	s.keys("tab", "2027-0", "shift+tab")
	s.shows("> Dan")
	s.keys("tab")
	s.shows("> 2027-0")

	s = begin(t, factsDone(), Options{})
	s.keys("up", "enter", "Priya, who", "esc", "esc")
	s.shows("I don't know.")
	s.keys("enter", "down", "enter") // somebody else
	s.shows("Who would know?", "> Priya, who")
	s.keys("f2", "the board", "esc", "f2")
	s.shows("What should be noted here?", "> the board")
}

// TestLost names what somebody has begun and not given when the interview ends.
func TestLost(t *testing.T) {
	cases := []struct {
		name string
		do   func(s *session)
		want []string
	}{
		{"nothing", func(s *session) { s.keys("2", "enter", "down") }, nil},
		{"a name", func(s *session) { s.keys("up", "enter", "Pri") }, []string{"“Pri”, typed at “Who would know?”"}},
		{"a name, left behind", func(s *session) { s.keys("up", "enter", "Pri", "esc", "esc", "2", "enter") }, []string{"“Pri”, typed at “Who would know?”"}},
		{"a note", func(s *session) { s.keys("n", "the board", "esc", "tab") }, []string{"“the board”, typed at “What should be noted here?”"}},
		{"taken back", func(s *session) { s.keys("n", "the board", "ctrl+u", "esc") }, nil},
		{"a group", func(s *session) { toGroups(s); s.keys("Staff", "enter") }, []string{"a group “Staff”, which needs an answer to “Who are they?”"}},
		{"a group, left behind", func(s *session) { toGroups(s); s.keys("Staff", "enter", "esc", "end", "enter") }, []string{"a group “Staff”, which needs an answer to “Who are they?”"}},
		{"a group that stands", func(s *session) { toGroups(s); s.keys("Staff", "enter", "enter") }, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := begin(t, factsDone(), Options{})
			c.do(s)
			s.keys("ctrl+c")
			if got := s.model.outcome.Lost; !slices.Equal(got, c.want) {
				t.Errorf("lost %q, want %q", got, c.want)
			}
		})
	}
}

// TestRecordThatCannotStand leaves a record without a field that it needs, and goes on
// with it.
func TestRecordThatCannotStand(t *testing.T) {
	s := begin(t, factsDone(), Options{})
	toGroups(s)
	s.keys("Staff", "enter", "esc")
	s.shows("Not in the plan yet: a group “Staff”, which needs an answer to “Who are they?”", "> Go on with “Staff”, which is not in the plan yet.")
	if got := len(s.store.plan.Stakeholders); got != 0 {
		t.Fatalf("%d groups", got)
	}
	s.keys("enter")
	s.shows("Who are they?")
	s.keys("enter", "esc")
	s.shows("- Staff", "Saved as far as it goes.")
	if got := s.store.plan.Stakeholders; len(got) != 1 || got[0].Group != "Staff" || got[0].Kind != "employees" {
		t.Errorf("groups %+v", got)
	}
}

// TestEvidenceComesBack gives an answer another level and the old one again.
func TestEvidenceComesBack(t *testing.T) {
	s := begin(t, factsDone(), Options{})
	s.keys("3", "enter", "enter", "docs/goals.md", "enter", "enter", "shift+tab")
	s.shows(">3 Those affected", "Evidence: shown by docs/goals.md")
	s.keys("2", "enter")
	s.shows("The evidence for 3, shown by docs/goals.md, went with it. Choose 3 again to\nhave it back.")
	if e := s.store.plan.Answer("alignment", "goal").Evidence; e != nil {
		t.Errorf("evidence %+v for another level", e)
	}
	s.keys("shift+tab", "3", "enter")
	if e := s.store.plan.Answer("alignment", "goal").Evidence; e == nil || e.Shown != "docs/goals.md" {
		t.Errorf("evidence %+v, want that of before", e)
	}
}

// TestEvidenceIsDueAgain goes on with a plan in which a high answer has nothing behind it.
func TestEvidenceIsDueAgain(t *testing.T) {
	store := factsDone()
	store.plan.Answers = map[string]map[string]planfile.Answer{"alignment": {"goal": at(3)}}
	m := newModel(store, Options{Bank: smallBank(), Forms: smallForms(), Today: onToday})
	s := &session{t: t, store: store, model: m}
	m.Init()
	s.size(80, 24)
	s.shows("1 of 3 questions are answered.", "Next is what stands behind an answer: “Which goal does it serve?”")
	s.keys("enter")
	s.shows("3 – Those affected agreed to the goal", "What shows it?")
	s.keys("shift+tab")
	s.shows(">3 Those affected agreed to the goal")
}

// TestPastMidnight answers on two days.
func TestPastMidnight(t *testing.T) {
	now := today()
	store := factsDone()
	m := newModel(store, Options{Bank: smallBank(), Forms: smallForms(), Today: func() planfile.AsOf { return planfile.OnDay(now) }})
	s := &session{t: t, store: store, model: m}
	m.Init()
	s.size(80, 24)
	s.keys("enter", "2", "enter")
	now = now.AddDate(0, 0, 1)
	s.keys("2", "enter")
	for id, want := range map[string]string{"goal": "2026-11-21", "first-step": "2026-11-22"} {
		if got := store.plan.Answer("alignment", id).On.Format(time.DateOnly); got != want {
			t.Errorf("%s is dated %s, want %s", id, got, want)
		}
	}
}

// TestNamesOfKeysAreText types the name of every key as a word that comes in one piece.
func TestNamesOfKeysAreText(t *testing.T) {
	for _, name := range keyNamesOfAll() {
		s := begin(t, newMemory(), Options{})
		s.text(name)
		s.shows("What is it called?")
		if got := s.model.widget.value(); got != strings.TrimSpace(name) {
			t.Errorf("typed %q, and there stands %q", name, got)
		}
	}
}
