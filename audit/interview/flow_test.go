package interview

import (
	"fmt"
	"os"
	"syscall"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"forewarn/audit/planfile"
)

// TestWholeInterview answers everything and compares the plan.
func TestWholeInterview(t *testing.T) {
	s := begin(t, newMemory(), Options{})
	s.keys("Desk", "enter", "Dana", "enter", "2027-02-01", "enter", "home", "enter")
	s.keys("enter", "A working answer", "enter", "2027-06-30", "enter", "enter")
	s.keys("enter", "Median time", "enter", "enter", "home", "enter",
		"26", "enter", "ctrl+u", "1 Nov 2026", "enter", "14", "enter", "enter")
	s.keys("3", "enter", "enter", "docs/goals.md", "enter", "enter")
	s.keys("up", "enter", "nothing yet", "enter")
	s.keys("down", "enter")
	s.keys("up", "enter", "Ana", "enter")
	s.shows("All questions are answered.", "To be found out:", "- Is it in step with the rest? (ask Ana)")
	s.keys("enter")

	want := wholePlan()
	want.Initiative.Launch = day("2027-02-01")
	if diff := cmp.Diff(want, s.store.plan, sameValue()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if diff := cmp.Diff(&Outcome{End: Finished, Answered: 3, Saved: s.store.saves}, s.model.outcome); diff != "" {
		t.Errorf("outcome, -want +got:\n%s", diff)
	}
}

func TestGoingBack(t *testing.T) {
	s := begin(t, factsDone(), Options{})
	s.keys("down", "enter", "down", "enter")
	s.shows("Is it in step with the rest?")
	s.keys("shift+tab", "shift+tab")
	s.shows(">1 We have talked about the first step. (your answer)")
	s.keys("left")
	s.shows("Which goal does it serve?")
	s.keys("down", "enter")
	s.shows("How small is the first step?")
	s.keys("enter", "tab")
	s.shows("Is it in step with the rest?")
	if got := *s.store.plan.Answer("alignment", "goal").Level; got != 2 {
		t.Errorf("the earlier answer is at level %d, want 2", got)
	}
	if got := s.model.flow.outcome(Stopped, "").Answered; got != 2 {
		t.Errorf("%d answered, want 2: changing an answer is not another one", got)
	}
}

func TestBackAtTheStart(t *testing.T) {
	s := begin(t, newMemory(), Options{})
	s.keys("shift+tab")
	s.shows("What is it called?", "This is the first question.")
	s.keys("D")
	s.keys("enter", "shift+tab")
	s.shows("> D")
}

// TestResume begins at the first open step, reaches the answered ones by going
// back, and passes those that were never shown.
func TestResume(t *testing.T) {
	store := factsDone()
	store.plan.Answers = atRecords().plan.Answers
	delete(store.plan.Answers["alignment"], "first-step")
	s := begin(t, store, Options{})
	s.shows("How small is the first step?", "2 of 3")
	s.keys("shift+tab", "tab")
	s.shows("How small is the first step?")
	s.keys("enter")
	s.shows("All questions are answered.")
	s.keys("shift+tab")
	s.shows("Is it in step with the rest?")
}

func TestAgain(t *testing.T) {
	s := begin(t, atRecords(), Options{Again: true, Only: []string{"silos"}})
	s.keys("tab", "tab") // past the lists
	s.shows("Is it in step with the rest?", ">1 We have talked about being in step. (your answer)", "3 of 3")
}

func TestNothingDue(t *testing.T) {
	s := begin(t, atRecords(), Options{Quick: true})
	s.keys("tab", "tab", "tab") // past the lists
	s.shows("All questions are answered.")
	s.keys("tab")
	s.shows("All questions are answered.", "! This page cannot be skipped")
	s.keys("shift+tab")
	s.shows("Is it in step with the rest?")
}

func TestEndPageNamesWhatIsOpen(t *testing.T) {
	s := begin(t, factsDone(), Options{Quick: true})
	s.keys("tab", "enter")
	s.shows("That was the last page. Some questions are still open.", "- Which goal does it serve?")
	if diff := cmp.Diff(Outcome{Answered: 1, Open: 1, Saved: 1}, s.model.flow.outcome(Finished, "")); diff != "" {
		t.Errorf("outcome, -want +got:\n%s", diff)
	}
}

// TestLettersInOnePiece types faster than the terminal is read.
func TestLettersInOnePiece(t *testing.T) {
	s := begin(t, factsDone(), Options{})
	s.keys("jj")
	s.shows(">2 A named person has written the goal down.")
	s.model.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("kk"), Paste: true})
	s.shows(">2 A named person has written the goal down.")
}

// TestEndedOnce types on after the end, faster than the program can end.
func TestEndedOnce(t *testing.T) {
	s := begin(t, atRecords(), Options{Quick: true})
	s.keys("tab", "tab", "tab", "enter", "ctrl+c")
	s.model.Update(signalMsg{syscall.SIGTERM})
	if diff := cmp.Diff(&Outcome{End: Finished}, s.model.outcome); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestStopping(t *testing.T) {
	cases := []struct {
		name string
		stop func(s *session)
		want Outcome
	}{
		{"ctrl+c", func(s *session) { s.keys("ctrl+c") }, Outcome{End: Stopped, Signal: os.Interrupt, Answered: 1, Open: 2, Saved: 1}},
		{"ctrl+c in the explanation", func(s *session) { s.keys("?", "ctrl+c") }, Outcome{End: Stopped, Signal: os.Interrupt, Answered: 1, Open: 2, Saved: 1}},
		{"ctrl+c on a small screen", func(s *session) { s.size(10, 3); s.keys("ctrl+c") }, Outcome{End: Stopped, Signal: os.Interrupt, Answered: 1, Open: 2, Saved: 1}},
		{"SIGTERM", func(s *session) { s.model.Update(signalMsg{syscall.SIGTERM}) }, Outcome{End: Signalled, Signal: syscall.SIGTERM, Answered: 1, Open: 2, Saved: 1}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := begin(t, factsDone(), Options{})
			s.keys("enter")
			c.stop(s)
			if s.model.outcome == nil {
				t.Fatal("it goes on")
			}
			if diff := cmp.Diff(c.want, *s.model.outcome); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			s.keys("enter")
			if got := s.store.saves; got != 1 {
				t.Errorf("%d saves, want 1: keys after the end answer nothing", got)
			}
		})
	}
}

func TestTimeLeft(t *testing.T) {
	clock := today()
	s := begin(t, factsDone(), Options{Now: func() time.Time { return clock }, Only: []string{"alignment", "silos", "exits"}})
	s.hides("left")
	for _, keys := range [][]string{{"enter"}, {"enter"}, {"enter"}} {
		clock = clock.Add(2 * time.Minute)
		s.keys(keys...)
	}
	s.shows("4 of 4 · 2 min left")
}

func TestPace(t *testing.T) {
	minutes := func(took ...int) []time.Duration {
		var out []time.Duration
		for _, m := range took {
			out = append(out, time.Duration(m)*time.Minute)
		}
		return out
	}
	cases := []struct {
		name string
		took []time.Duration
		left int
		want string
	}{
		{"nothing to go by", nil, 20, ""},
		{"too little to go by", minutes(1, 1), 20, ""},
		{"nothing left", minutes(1, 1, 1), 0, ""},
		{"steady", minutes(1, 1, 1), 20, "20 min left"},
		{"a break does not count", minutes(1, 90, 1, 1), 20, "20 min left"},
		{"fast", minutes(0, 0, 0), 20, "1 min left"},
		{"in any order", minutes(3, 1, 2), 2, "4 min left"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := pace{took: c.took}
			if got := p.left(c.left); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestNothingIsInvented presses keys at random. An answer may only be there
// for a question that was shown and accepted, and never changes otherwise.
func TestNothingIsInvented(t *testing.T) {
	names := []string{"enter", "enter", "enter", "3", "up", "down", "tab", "shift+tab", "left", "esc", "?", "f1", "a", "2026-11-01", "home", "end", "ctrl+u", "f2", "f3", "f4", "o", "n", "x"}
	rapid.Check(t, func(r *rapid.T) {
		s := begin(t, newMemory(), Options{})
		for range rapid.IntRange(1, 80).Draw(r, "keys") {
			before, page := s.store.plan, s.model.flow.page
			step := s.model.flow.at
			key := rapid.SampledFrom(names).Draw(r, "key")
			s.keys(key)
			changed := s.store.plan != before
			if changed && key != "enter" {
				r.Fatalf("%q changed the plan on the page %q", key, page.ask)
			}
			if changed && s.model.flow.page == page {
				r.Fatalf("saved, and still on the page %q", page.ask)
			}
			if s.model.outcome != nil {
				break
			}
			if d := s.model.flow.at - step; d < -1 && page.filter == nil && s.model.flow.page.filter == nil {
				r.Fatalf("%q went %d steps", key, d)
			}
		}
		for qn, answers := range s.store.plan.Answers {
			for q, a := range answers {
				if a.State() != planfile.Blank && !s.model.flow.answered[q] { // a note may come before it
					r.Fatalf("%s has the answer %s and was never answered", q, fmt.Sprint(qn, a))
				}
			}
		}
	})
}

// wholePlan is what an interview answered to its end must have written.
func wholePlan() *planfile.Plan {
	yes := true
	want := newMemory().plan
	want.Initiative = planfile.Initiative{Name: "Desk", Owner: "Dana", ToolCommitted: &yes}
	want.Answers = map[string]map[string]planfile.Answer{
		"alignment": {
			"goal":       with(at(3), planfile.Evidence{Shown: "docs/goals.md", On: today()}),
			"first-step": {NotApplicable: "nothing yet", On: today()},
		},
		"silos": {"in-step": {Unknown: "Ana", On: today()}},
	}
	want.Objectives = []planfile.Objective{{ID: "new-0", Statement: "A working answer", Due: day("2027-06-30")}}
	want.Metrics = []planfile.Metric{{
		ID: "new-0", Name: "Median time", Objective: "new-0", How: "quantitative", ReviewDays: 14,
		Baseline: &planfile.Baseline{Value: planfile.Amount{Text: "26"}, On: day("2026-11-01")},
	}}
	want.Programmes = []planfile.Programme{}
	return want
}
