package interview

import (
	"strings"
	"testing"

	"forewarn/audit/planfile"
)

// changedBy makes the next save find that somebody else has answered the first question.
func changedBy(s *session, a planfile.Answer) {
	plan := clone(s.store.plan)
	plan.Answers = map[string]map[string]planfile.Answer{"alignment": {"goal": a}}
	s.store.plan = plan
	s.store.fail = &planfile.ConflictError{Path: []string{"answers", "alignment", "goal"}}
}

func TestConflict(t *testing.T) {
	cases := []struct {
		name string
		keys []string
		want int
		then string
	}{
		{"theirs", []string{"enter"}, 4, "Kept as it is in the file."},
		{"mine", []string{"down", "enter"}, 1, "How small is the first step?"},
		{"back", []string{"shift+tab"}, 4, "Which goal does it serve?"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := begin(t, factsDone(), Options{})
			changedBy(s, at(4))
			s.keys("1", "enter")
			s.shows(
				"Somebody else has changed this in the file meanwhile. Which of the two stays?",
				"> What is in the file now: 4 – We tried the goal and noted what we learned.",
				"- What you have just given: 1 – We have talked about the goal.",
			)
			s.store.fail = nil
			s.keys(c.keys...)
			s.shows(c.then)
			if got := *s.store.plan.Answer("alignment", "goal").Level; got != c.want {
				t.Errorf("level %d, want %d", got, c.want)
			}
		})
	}
}

// Who goes back to the answer has not chosen: the next one does not overwrite either.
func TestConflictIsAskedAgain(t *testing.T) {
	s := begin(t, factsDone(), Options{})
	changedBy(s, at(4))
	s.keys("1", "enter")
	s.store.fail = nil
	if lost := s.model.flow.outcome(Stopped, "").Lost; len(lost) != 1 || !strings.Contains(lost[0], "We have talked about the goal") {
		t.Errorf("while it is asked, what is lost is %q", lost)
	}
	s.keys("shift+tab", "2", "enter")
	s.shows("Which of the two stays?", "What is in the file now: 4", "What you have just given: 2")
	if got := *s.store.plan.Answer("alignment", "goal").Level; got != 4 {
		t.Errorf("level %d before anything was chosen", got)
	}
	s.keys("down", "enter")
	if got := *s.store.plan.Answer("alignment", "goal").Level; got != 2 {
		t.Errorf("level %d, want what was chosen", got)
	}
	if lost := s.model.flow.outcome(Stopped, "").Lost; len(lost) > 0 {
		t.Errorf("lost: %q", lost)
	}
}

// TestConflictOverARecordThatIsGone offers to put it in again as it was entered.
func TestConflictOverARecordThatIsGone(t *testing.T) {
	s := begin(t, withRecords(), Options{Again: true, Only: []string{"alignment"}})
	s.keys("home", "enter", "enter", " soon")
	s.store.plan = clone(s.store.plan)
	s.store.plan.Objectives = s.store.plan.Objectives[1:]
	s.store.fail = &planfile.ConflictError{Path: []string{"objectives", "0", "statement"}, Gone: true}
	s.keys("enter")
	s.shows("What is in the file now: nothing: it was taken out of the file", "What you have just given: “A working answer soon”")
	s.store.fail = nil
	s.keys("down", "enter")
	if got := s.store.plan.Objectives; len(got) != 2 || got[1].Statement != "A working answer soon" || got[1].Due != day("2027-06-30") {
		t.Errorf("objectives %+v", got)
	}
}
