package interview

import (
	"strings"
	"testing"
)

// TestOverview goes from a question to another one by the overview, answers that, and
// comes back.
func TestOverview(t *testing.T) {
	s := begin(t, factsDone(), Options{})
	s.keys("2", "enter")
	s.shows("How small is the first step?")
	s.keys("o")
	s.shows("Overview", "- [Desk] What is it called?", "- * [2] Which goal does it serve?", "> [open] How small is the first step?", "- [none] Programmes")
	s.keys("s", "t", "e", "p", "space", "r", "e", "s", "t")
	s.shows("With “step rest”: 1.", "> [open] Is it in step with the rest?")
	s.hides("Which goal")
	s.keys("enter")
	s.shows(">0 Nobody has raised being in step.")
	s.keys("1", "enter")
	s.shows("Overview", "> * [1] Is it in step with the rest?")
	s.keys("backspace", "backspace", "backspace", "backspace", "backspace", "backspace", "backspace", "backspace", "backspace")
	s.shows("[2] Which goal does it serve?")
	s.keys("esc")
	s.shows("How small is the first step?")
}

// TestOverviewOfARecord comes back from a list, too.
func TestOverviewOfARecord(t *testing.T) {
	s := begin(t, withRecords(), Options{})
	s.keys("o", "o", "b", "j", "e", "c", "enter")
	s.shows("List what should be true.")
	s.keys("esc")
	s.shows("Overview", "[2 listed] Objectives (A working answer; Fewer spare parts)")
}

func TestOverviewFindsNothing(t *testing.T) {
	s := begin(t, factsDone(), Options{})
	s.keys("o", "z", "z", "enter")
	s.shows("With “zz”: 0.", "! Nothing has these words; take some away")
	s.keys("backspace", "backspace", "esc")
	s.shows("Which goal does it serve?")
}

// TestRemarks notes something on a question before it is answered, on its follow-ups and
// on pages that are no question's.
func TestRemarks(t *testing.T) {
	s := begin(t, factsDone(), Options{})
	s.keys("n", "the board asked", "enter", "x", "Ben sees a 1", "enter")
	s.shows("Which goal does it serve?", "Note: the board asked", "Not agreed: Ben sees a 1")
	s.keys("3", "enter", "f2", ", twice", "enter")
	s.shows("What shows it?")
	s.keys("enter", "f4")
	s.shows("Who sees it otherwise, and how?", "> Ben sees a 1")
	s.keys("esc")
	s.shows("Where is it?")
	a := s.store.plan.Answer("alignment", "goal")
	if a.Note != "the board asked, twice" || a.Dissent != "Ben sees a 1" || *a.Level != 3 {
		t.Errorf("the answer is %+v", a)
	}
	s.keys("f3", "home", "enter", "f2")
	s.shows("What is it called?", "That belongs to a question.")
}

// TestPresent shows a question to a room: no line is marked before somebody moves, and
// nothing but the question and its lines stands there.
func TestPresent(t *testing.T) {
	store := factsDone()
	s := begin(t, store, Options{Present: true})
	s.hides("> ")
	s.hides("enter accept")
	s.keys("enter")
	s.shows("! Choose a line first")
	s.keys("r")
	s.shows("There is no answer yet.")
	s.keys("n", "the board asked", "enter", "2", "enter", "shift+tab")
	s.shows("Which goal does it serve?")
	s.hides("(your answer)")
	s.hides(">")
	s.hides("the board asked")
	s.keys("?")
	s.hides("the board asked")
	s.keys("q", "r")
	s.shows(">2 A named person has written the goal down. (your answer)")
	if store.saves != 2 {
		t.Errorf("%d saves, want 2", store.saves)
	}
}

func TestOpenAtAQuestion(t *testing.T) {
	s := begin(t, factsDone(), Options{At: "in-step"})
	s.shows("3 of 3", "Is it in step with the rest?")
	s = begin(t, factsDone(), Options{At: "worst-case"}) // of a questionnaire out of scope
	s.shows("4 of 4", "What is the worst case?")
}

// TestGoingOn says where an interview stands that was begun before.
func TestGoingOn(t *testing.T) {
	store := factsDone()
	s := begin(t, store, Options{})
	s.keys("2", "enter", "ctrl+c")
	m := newModel(store, Options{Bank: smallBank(), Forms: smallForms(), Today: onToday, File: "plan.yaml"})
	s = &session{t: t, store: store, model: m}
	m.Init()
	s.size(80, 24)
	s.shows("1 of 3 questions are answered.", "Here is the next: “How small is the first step?”", "saved at once, in plan.yaml", "stop at any time")
	if strings.Contains(s.screen(), "> ") {
		t.Errorf("there is something to choose:\n%s", s.screen())
	}
}
