package interview

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"forewarn/audit/planfile"
)

// changedBy makes the next save find that somebody else has answered the first question.
func changedBy(s *session, a planfile.Answer) {
	plan := clone(s.store.plan)
	plan.Answers = map[string]map[string]planfile.Answer{"alignment": {"goal": a}}
	s.store.plan = plan
	s.store.fail = &planfile.ConflictError{Path: []string{"answers", "alignment", "goal"}, Part: planfile.PartSaid}
}

// disputedBy makes the next save find that somebody else has left the first answer so,
// and that both have changed a part of it.
func disputedBy(s *session, theirs, given planfile.Answer, part planfile.Part) {
	changedBy(s, theirs)
	s.store.fail = &planfile.ConflictError{Path: []string{"answers", "alignment", "goal"}, Part: part, Given: &given}
}

// TestConflictOverAPart shows both texts of the part that both have changed, and leaves
// the other parts as they are in the file.
func TestConflictOverAPart(t *testing.T) {
	evidence := &planfile.Evidence{Shown: "docs/goals.md", On: day("2026-11-21")}
	mine := at(3)
	mine.Evidence = evidence
	cases := []struct {
		name   string
		before []string
		theirs planfile.Answer
		given  planfile.Answer
		part   planfile.Part
		keys   []string
		shows  []string
		want   planfile.Answer
	}{
		{"a note", nil, remarkedAs(at(4), "Theirs", ""), remarkedAs(at(4), "Mine", ""), planfile.PartNote, []string{"n", "Mine", "enter"},
			[]string{"What is in the file now: “Theirs”", "What you have just given: “Mine”"}, remarkedAs(at(4), "Mine", "")},
		{"a note taken out", nil, at(4), remarkedAs(at(4), "Mine", ""), planfile.PartNote, []string{"n", "Mine", "enter"},
			[]string{"What is in the file now: nothing", "What you have just given: “Mine”"}, remarkedAs(at(4), "Mine", "")},
		{"who does not agree", nil, remarkedAs(at(4), "Kept", "Ben"), remarkedAs(at(4), "Kept", "Ana"), planfile.PartDissent, []string{"x", "Ana", "enter"},
			[]string{"What is in the file now: “Ben”", "What you have just given: “Ana”"}, remarkedAs(at(4), "Kept", "Ana")},
		{"evidence for a level that they have changed", []string{"3", "enter", "enter"}, remarkedAs(at(2), "Kept", ""), remarkedAs(mine, "Kept", ""), planfile.PartSaid, []string{"docs/goals.md", "enter"},
			[]string{"file now: 2 – A named person", "given: 3 – Those affected", "(shown by docs/goals.md, 2026-11-21)"}, remarkedAs(mine, "Kept", "")},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := begin(t, factsDone(), Options{})
			s.keys(c.before...)
			last := len(c.keys) - 1
			s.keys(c.keys[:last]...)
			disputedBy(s, c.theirs, c.given, c.part)
			s.keys(c.keys[last])
			s.shows(c.shows...)
			s.store.fail = nil
			s.keys("down", "enter")
			got := s.store.plan.Answer("alignment", "goal")
			got.On = c.want.On
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("the answer (-want +got):\n%s", diff)
			}
		})
	}
}

func remarkedAs(a planfile.Answer, note, dissent string) planfile.Answer {
	a.Note, a.Dissent = note, dissent
	return a
}

// What somebody else changes while it is asked is shown before it is replaced.
func TestConflictOnceMore(t *testing.T) {
	s := begin(t, factsDone(), Options{})
	s.keys("n", "Mine")
	disputedBy(s, remarkedAs(at(4), "Theirs", ""), remarkedAs(at(4), "Mine", ""), planfile.PartNote)
	s.keys("enter")
	s.shows("file now: “Theirs”")
	disputedBy(s, remarkedAs(at(4), "Newer", ""), remarkedAs(at(4), "Mine", ""), planfile.PartNote)
	s.keys("down", "enter")
	s.shows("> What is in the file now: “Newer”", "given: “Mine”")
	s.store.fail = errors.New("the disk is full")
	s.keys("down", "enter")
	if lost := s.model.flow.outcome(Stopped, "").Lost; len(lost) != 1 || !strings.Contains(lost[0], "“Mine”, given at “What should be noted here?”") {
		t.Errorf("on a full disk, lost: %q", lost)
	}
	s.store.fail = nil
	s.keys("enter")
	if got := s.store.plan.Answer("alignment", "goal").Note; got != "Mine" {
		t.Errorf("the note is %q", got)
	}
	if lost := s.model.flow.outcome(Stopped, "").Lost; len(lost) > 0 {
		t.Errorf("lost: %q", lost)
	}
}

// What was noted on the way to a name or a reason stays beside it.
func TestNotedOnTheWay(t *testing.T) {
	s := begin(t, factsDone(), Options{})
	s.keys("up", "enter", "f2", "Ask the board", "enter", "down", "down", "enter")
	if a := s.store.plan.Answer("alignment", "goal"); a.Unknown == "" || a.Note != "Ask the board" {
		t.Errorf("the answer is %+v", a)
	}
}

// TestConflictInARecordThatMoved writes what stays into the record that it was given for.
func TestConflictInARecordThatMoved(t *testing.T) {
	s := begin(t, withRecords(), Options{Again: true, Only: []string{"alignment"}})
	s.keys("home", "enter", "enter", " soon")
	s.store.plan = clone(s.store.plan)
	s.store.plan.Objectives = slices.Insert(s.store.plan.Objectives, 0, planfile.Objective{ID: "zero", Statement: "Zero"})
	s.store.plan.Objectives[1].Statement = "Theirs"
	s.store.fail = &planfile.ConflictError{Path: []string{"objectives", "1", "statement"}}
	s.keys("enter")
	s.shows("What is in the file now: “Theirs”", "What you have just given: “A working answer soon”")
	s.store.fail = nil
	s.keys("down", "enter")
	if got := s.store.plan.Objectives; got[0].Statement != "Zero" || got[1].Statement != "A working answer soon" {
		t.Errorf("objectives %+v", got)
	}
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
			if o := s.model.flow.outcome(Stopped, ""); o.Yielded != (c.name == "theirs") {
				t.Errorf("theirs stays: %v", o.Yielded)
			}
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
