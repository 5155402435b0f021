package interview

import (
	"testing"

	"forewarn/audit/planfile"
)

// heard is a plan of which one question was heard in a workshop, with the answer of its sheets.
func heard(a planfile.Answer) *memory {
	store := factsDone()
	store.plan.Answers = atRecords().plan.Answers
	a.Heard = &planfile.Heard{Counts: []int{0, 4, 2, 0, 3}, Unknown: 1, Roles: map[string]planfile.Tally{
		"staff": {Counts: []int{0, 4, 1, 0, 0}}, "exec": {Counts: []int{0, 0, 1, 0, 3}, Unknown: 1},
	}}
	store.plan.Answers["alignment"]["goal"] = a
	return store
}

// TestSheets shows how the sheets fell once it is asked for, and takes the line that is
// chosen then for the room's.
func TestSheets(t *testing.T) {
	level := 2
	for _, present := range []bool{false, true} {
		s := begin(t, heard(planfile.Answer{Level: &level}), Options{Present: present, At: "goal"})
		s.shows("Which goal does it serve?")
		for _, hidden := range []string{"sheet ", "■", "(your answer)"} {
			s.hides(hidden)
		}
		s.keys("v")
		s.shows("■■■■ 4 sheets", "■■ 2 sheets", "■■■ 3 sheets", "■ 1 sheet", "0 sheets", "10 sheets, 2 in the middle.", "The line that you choose now is the room's.")
		s.keys("1", "enter")
		a := s.store.plan.Answer("alignment", "goal")
		if *a.Level != 1 || !a.Agreed.Equal(today()) {
			t.Errorf("the answer is %d, agreed on %s", *a.Level, a.Agreed)
		}
	}
}

// Who has not seen the sheets answers for themselves; what the room agreed on stays agreed.
func TestSheetsNotSeen(t *testing.T) {
	level, agreed := 2, day("2026-11-02")
	s := begin(t, heard(planfile.Answer{Level: &level}), Options{At: "goal"})
	s.keys("1", "enter")
	if a := s.store.plan.Answer("alignment", "goal"); !a.Agreed.IsZero() {
		t.Errorf("nobody has seen the sheets, and it was agreed on %s", a.Agreed)
	}
	s = begin(t, heard(planfile.Answer{Level: &level, Agreed: agreed}), Options{At: "goal"})
	s.shows("(your answer)")
	s.keys("enter")
	if a := s.store.plan.Answer("alignment", "goal"); !a.Agreed.Equal(agreed) {
		t.Errorf("the same line was agreed on %s", a.Agreed)
	}
	s = begin(t, heard(planfile.Answer{Level: &level, Agreed: agreed}), Options{At: "goal"})
	s.keys("1", "enter")
	if a := s.store.plan.Answer("alignment", "goal"); !a.Agreed.IsZero() {
		t.Errorf("another line counts as agreed on %s", a.Agreed)
	}
}

// What the sheets say is asked again until the room has agreed on it.
func TestHeardIsDue(t *testing.T) {
	level := 2
	for agreed, due := range map[string]bool{"": true, "2026-11-02": false} {
		a := planfile.Answer{Level: &level}
		if agreed != "" {
			a.Agreed = day(agreed)
		}
		store := heard(a)
		for _, step := range Steps(smallBank(), store.plan, Options{}) {
			if step.Question != nil && step.Question.ID == "goal" && step.Due != due {
				t.Errorf("agreed on %q, it is due: %t", agreed, step.Due)
			}
		}
	}
}

// TestSheetOfOne asks one person for answers alone: no name, no evidence, no record.
func TestSheetOfOne(t *testing.T) {
	store := newMemory()
	s := begin(t, store, Options{Sheet: true, Only: []string{"alignment", "silos"}})
	s.shows("Which goal does it serve?")
	s.keys("4", "enter")
	s.shows("How small is the first step?")
	s.hides("x ")
	s.keys("f4")
	s.shows("This sheet is yours alone")
	s.keys("n")
	s.shows("The room may be shown what you write here, without your name.")
	s.keys("We never asked.", "enter")
	s.keys("end", "enter")
	s.keys("n")
	goal, first := store.plan.Answer("alignment", "goal"), store.plan.Answer("alignment", "first-step")
	if goal.Evidence != nil || *goal.Level != 4 {
		t.Errorf("the goal is %+v", goal)
	}
	if first.Note != "We never asked." || first.State() == planfile.Blank || first.State() == planfile.AtLevel {
		t.Errorf("the first step is %+v", first)
	}
}
