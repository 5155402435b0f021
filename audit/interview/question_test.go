package interview

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"forewarn/audit/planfile"
)

func at(level int) planfile.Answer { return planfile.Answer{Level: &level, On: today()} }

func with(a planfile.Answer, e planfile.Evidence) planfile.Answer {
	a.Evidence = &e
	return a
}

func TestAnswers(t *testing.T) {
	document := planfile.Evidence{Shown: "docs/goals.md", On: today()}
	cases := []struct {
		name, why string
		keys      []string
		want      planfile.Answer
		then      string // what is shown afterwards
	}{
		{"lowest", "the cursor begins at the first rung", []string{"enter"}, at(0), "How small is the first step?"},
		{"second", "one down is one up the ladder", []string{"down", "enter"}, at(1), "How small is the first step?"},
		{"third", "a level that needs no evidence turns the page", []string{"down", "down", "enter"}, at(2), "How small is the first step?"},
		{"fourth, stopped", "the level is saved before the evidence is asked for", []string{"down", "down", "down", "enter"}, at(3), "What shows it?"},
		{"evidence skipped", "skipping keeps the level", []string{"down", "down", "down", "enter", "tab"}, at(3), "How small is the first step?"},
		{"evidence left", "leaving keeps the level", []string{"down", "down", "down", "enter", "esc"}, at(3), "How small is the first step?"},
		{"no evidence", "neither is an answer", []string{"down", "down", "down", "enter", "up", "enter"}, at(3), "How small is the first step?"},
		{
			"document", "its date stands there as today",
			[]string{"down", "down", "down", "down", "enter", "enter", "docs/goals.md", "enter", "enter"},
			with(at(4), document), "How small is the first step?",
		},
		{
			"document without a place", "an empty place is refused",
			[]string{"down", "down", "down", "down", "enter", "enter", "enter"}, at(4), "! Write where it is",
		},
		{
			"person", "with a day that is typed",
			[]string{"down", "down", "down", "enter", "down", "enter", " Priya Nair ", "enter", "ctrl+u", "2026-11-02", "enter"},
			with(at(3), planfile.Evidence{Vouched: "Priya Nair", On: day("2026-11-02")}), "How small is the first step?",
		},
		{
			"the owner, kept", "given once more it stands, and counts for nothing",
			[]string{"down", "down", "down", "enter", "down", "enter", "dana", "enter", "enter", "enter"},
			with(at(3), planfile.Evidence{Vouched: "dana", On: today()}), "How small is the first step?",
		},
		{
			"digit", "it moves to the line, and Enter saves",
			[]string{"2", "enter"}, at(2), "How small is the first step?",
		},
		{"digit alone", "moving is not answering", []string{"4", "1"}, planfile.Answer{}, ">1 We have talked about the goal."},
		{"no such digit", "nothing moves", []string{"1", "7"}, planfile.Answer{}, ">1 We have talked about the goal."},
		{
			"the owner", "who answers does not vouch",
			[]string{"down", "down", "down", "enter", "down", "enter", "dana", "enter"}, at(3), "! That is the owner, who answers",
		},
		{
			"nobody", "it is no witness",
			[]string{"down", "down", "down", "enter", "down", "enter", "nobody yet", "enter"}, at(3), "! That names nobody",
		},
		{
			"a task for a document", "nothing can be looked at",
			[]string{"down", "down", "down", "down", "enter", "enter", "todo: ask Ana", "enter"}, at(4), "! That is neither a file",
		},
		{
			"day to come", "nobody has vouched tomorrow",
			[]string{"down", "down", "down", "enter", "down", "enter", "Priya", "enter", "ctrl+u", "2026-11-22", "enter"},
			with(at(3), planfile.Evidence{Vouched: "Priya", On: today()}), "! 22 November 2026 has not come yet. To keep it all the same",
		},
		{
			"day to come, kept", "the same day once more is taken",
			[]string{"down", "down", "down", "enter", "down", "enter", "Priya", "enter", "ctrl+u", "2026-11-22", "enter", "enter"},
			with(at(3), planfile.Evidence{Vouched: "Priya", On: day("2026-11-22")}), "How small is the first step?",
		},
		{
			"day as people write it", "it is shown back",
			[]string{"down", "down", "down", "enter", "down", "enter", "Priya", "enter", "ctrl+u", "3 weeks ago", "enter"},
			with(at(3), planfile.Evidence{Vouched: "Priya", On: day("2026-10-31")}), "Read as 2026-10-31.",
		},
		{
			"no day", "words are not a day",
			[]string{"down", "down", "down", "enter", "down", "enter", "Priya", "enter", "ctrl+u", "friday", "enter"},
			with(at(3), planfile.Evidence{Vouched: "Priya", On: today()}), `! Write a day, such as 2026-11-02, 2 Nov 2026 or in 3 weeks, not "friday"`,
		},
		{
			"back through evidence", "what was typed is still there",
			[]string{"down", "down", "down", "enter", "down", "enter", "Priya", "enter", "shift+tab", " Nair", "enter", "enter"},
			with(at(3), planfile.Evidence{Vouched: "Priya Nair", On: today()}), "How small is the first step?",
		},
		{
			"unknown", "with who would know",
			[]string{"up", "enter", "Priya", "enter"}, planfile.Answer{Unknown: "Priya", On: today()}, "How small is the first step?",
		},
		{"unknown, nobody named", "an empty name is refused", []string{"up", "enter", " ", "enter"}, planfile.Answer{}, `! Write who would know, or "nobody yet"`},
		{"unknown, left", "nothing is saved, and the question is there again", []string{"up", "enter", "Pri", "esc"}, planfile.Answer{}, "Which goal does it serve?"},
		{"unknown, back", "back is to the question", []string{"up", "enter", "shift+tab"}, planfile.Answer{}, ">- I don't know."},
		{"unknown, skipped", "skipping saves nothing", []string{"up", "enter", "Priya", "tab"}, planfile.Answer{}, "How small is the first step?"},
		{"skipped", "skipping saves nothing", []string{"down", "tab"}, planfile.Answer{}, "How small is the first step?"},
		{"moved only", "moving is not answering", []string{"down", "down", "up"}, planfile.Answer{}, "Which goal does it serve?"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := begin(t, factsDone(), Options{})
			s.keys(c.keys...)
			if diff := cmp.Diff(c.want, s.store.plan.Answer("alignment", "goal"), sameValue()); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
			s.shows(c.then)
		})
	}
}

func TestNotApplicable(t *testing.T) {
	s := begin(t, factsDone(), Options{})
	s.hides("does not apply")
	s.keys("tab")
	s.shows("This does not apply to us.")
	s.keys("up", "enter", "enter")
	s.shows("! Write in a few words why it does not apply")
	s.keys("nothing exists yet", "enter")
	want := planfile.Answer{NotApplicable: "nothing exists yet", On: today()}
	if diff := cmp.Diff(want, s.store.plan.Answer("alignment", "first-step"), sameValue()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestAnsweredAgain covers what an earlier answer leaves behind.
func TestAnsweredAgain(t *testing.T) {
	earlier := with(at(3), planfile.Evidence{Vouched: "Priya", On: day("2026-10-01")})
	earlier.On, earlier.Note = day("2026-10-01"), "her goal"
	noted := func(a planfile.Answer) planfile.Answer {
		a.Note = "her goal"
		return a
	}
	cases := []struct {
		name, why string
		keys      []string
		want      planfile.Answer
	}{
		{"same level", "note and evidence stay, the day is today", []string{"enter"}, noted(with(at(3), *earlier.Evidence))},
		{"confirmed", "walking through the evidence changes nothing, its day included", []string{"enter", "enter", "enter", "enter"}, noted(with(at(3), *earlier.Evidence))},
		{"no longer vouched", "neither takes the evidence away", []string{"enter", "down", "enter"}, noted(at(3))},
		{"another and back", "choosing the old line again keeps its evidence", []string{"up", "enter", "shift+tab", "down", "enter"}, noted(with(at(3), *earlier.Evidence))},
		{"moved and back", "moving alone changes nothing", []string{"up", "down", "tab"}, earlier},
		{"higher level", "what was vouched for was less", []string{"down", "enter"}, noted(at(4))},
		{"higher level, same person", "the evidence is offered again", []string{"down", "enter", "enter", "enter", "enter"}, noted(with(at(4), *earlier.Evidence))},
		{"lower level", "the evidence is for something else", []string{"up", "enter"}, noted(at(2))},
		{"not known any more", "the note is a person's and stays", []string{"down", "down", "enter", "Ana", "enter"}, noted(planfile.Answer{Unknown: "Ana", On: today()})},
		{"looked at", "an answer that is only shown is not changed", []string{"tab"}, earlier},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			store := factsDone()
			store.plan.Answers = map[string]map[string]planfile.Answer{"alignment": {"goal": earlier}}
			s := begin(t, store, Options{Again: true})
			s.keys("tab", "tab", "tab", "tab", "tab", "tab")
			s.shows(">3 Those affected agreed to the goal", "(your answer)", "Evidence: vouched for by Priya, 2026-10-01", "Note: her goal")
			s.keys(c.keys...)
			if diff := cmp.Diff(c.want, s.store.plan.Answer("alignment", "goal"), sameValue()); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
		})
	}
}

// TestSaveFails lets each kind of save fail once: the page stays with what was
// chosen, and the same key works when the cause is gone.
func TestSaveFails(t *testing.T) {
	cases := []struct {
		name    string
		store   *memory
		only    string // empty asks for the facts too
		prepare []string
		key     string
		stays   string
		then    string
	}{
		{"fact", newMemory(), "", []string{"Desk"}, "enter", "> Desk", "Who answers for it?"},
		{"level", factsDone(), "alignment", []string{"down"}, "enter", ">1 We have talked about the goal.", "How small is the first step?"},
		{"who would know", factsDone(), "alignment", []string{"up", "enter", "Ana"}, "enter", "> Ana", "How small is the first step?"},
		{"evidence", factsDone(), "alignment", []string{"down", "down", "down", "enter", "enter", "x"}, "enter", "> x", "From which day is it?"},
		{"none", atRecords(), "silos", []string{"down"}, "enter", "> There are none.", "List what should be true."},
		{"new record", atRecords(), "alignment", []string{"enter", "A working answer"}, "enter", "> A working answer", "By which day?"},
		{"note", factsDone(), "alignment", []string{"n", "her goal"}, "enter", "> her goal", "Note: her goal"},
		{"dissent", factsDone(), "alignment", []string{"x", "Ben sees 2"}, "enter", "> Ben sees 2", "Not agreed: Ben sees 2"},
		{"changed field", withRecords(), "alignment", []string{"shift+tab", "shift+tab", "shift+tab", "shift+tab", "home", "enter", "enter", " soon"}, "enter", "> A working answer soon", "By which day?"},
		{"removal", withRecords(), "alignment", []string{"shift+tab", "shift+tab", "shift+tab", "shift+tab", "home", "down", "enter", "end", "up", "enter", "up"}, "enter", "> Yes", "Removed"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := begin(t, c.store, Options{Only: strings.Fields(c.only)})
			s.keys(c.prepare...)
			before := len(s.model.flow.answered)
			s.store.fail = errors.New("saving the plan: the disk is full")
			s.keys(c.key)
			s.shows("! Saving the plan: the disk is full", c.stays)
			if got := len(s.model.flow.answered); got != before {
				t.Errorf("%d answered, want %d: what was not saved does not count", got, before)
			}
			s.store.fail = nil
			s.keys(c.key)
			s.shows(c.then)
			s.hides("disk")
		})
	}
}
