package interview

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"forewarn/audit/planfile"
)

// withRecords is a store with records to change, where the interview begins
// at the objectives.
func withRecords() *memory {
	s := atRecords()
	s.plan.Objectives = []planfile.Objective{
		{ID: "answers", Statement: "A working answer", Due: day("2027-06-30")},
		{ID: "spare", Statement: "Fewer spare parts"},
	}
	s.plan.Metrics = []planfile.Metric{
		{ID: "first", Name: "Time to answer", Objective: "answers"},
		{ID: "second", Name: "Calls", Baseline: &planfile.Baseline{Value: planfile.Amount{Text: "26"}, On: day("2026-11-01")}},
	}
	return s
}

func TestObjectives(t *testing.T) {
	kept := withRecords().plan.Objectives
	cases := []struct {
		name, why string
		keys      []string
		want      []planfile.Objective
		then      string
	}{
		{"done", "nothing is changed", []string{"enter"}, kept, "Measures"},
		{
			"add", "after its last field",
			[]string{"up", "enter", "new-one", "enter", "One more", "enter", "enter"},
			append(kept[:2:2], planfile.Objective{ID: "new-one", Statement: "One more"}), "One more (new-one)",
		},
		{
			"add, skip what may be empty", "tab leaves it empty",
			[]string{"up", "enter", "new-one", "enter", "One more", "enter", "2027", "tab"},
			append(kept[:2:2], planfile.Objective{ID: "new-one", Statement: "One more"}), "Saved.",
		},
		{"unfinished", "esc drops it and says so", []string{"up", "enter", "new-one", "enter", "One more", "enter", "esc"}, kept, "Left without adding an objective."},
		{"back out of it", "back from the first field leaves too", []string{"up", "enter", "x", "shift+tab"}, kept, "Left without adding an objective."},
		{"back in it", "what was entered before is still there", []string{"up", "enter", "new-one", "enter", "shift+tab"}, kept, "> new-one"},
		{"needed", "a required field is not left empty", []string{"up", "enter", "enter"}, kept, "! This one cannot be left empty"},
		{"not skipped", "nor skipped", []string{"up", "enter", "tab"}, kept, "! This page cannot be skipped"},
		{"taken", "ids are unique", []string{"up", "enter", "answers", "enter"}, kept, `! "answers" is taken`},
		{"no id", "ids are short words with hyphens", []string{"up", "enter", "Big Plans", "enter"}, kept, "! Use small letters"},
		{"no date", "dates are dates", []string{"up", "enter", "x", "enter", "y", "enter", "June", "enter"}, kept, `not "June"`},
		{
			"change", "one field alone, and not its id",
			[]string{"home", "enter", "enter", " soon", "enter", "esc"},
			[]planfile.Objective{{ID: "answers", Statement: "A working answer soon", Due: day("2027-06-30")}, kept[1]}, "Left. The fields before this one are saved.",
		},
		{
			"take away", "an emptied field is removed",
			[]string{"home", "enter", "enter", "enter", "ctrl+u", "enter"},
			[]planfile.Objective{{ID: "answers", Statement: "A working answer"}, kept[1]}, "Saved.",
		},
		{"keep", "tab keeps what is there", []string{"home", "enter", "enter", "tab", "tab"}, kept, "Saved."},
		{"remove", "after a yes", []string{"home", "down", "enter", "down", "enter", "up", "enter"}, kept[:1:1], "Removed “Fewer spare parts (spare)”."},
		{"not removed", "no is what enter means at first", []string{"home", "down", "enter", "down", "enter", "enter"}, kept, "Change it."},
		{"in use", "a measure names it", []string{"home", "enter", "down", "enter", "up", "enter"}, kept, "! Time to answer (first) still names it"},
		{"as it is", "looking changes nothing", []string{"home", "enter", "end", "enter"}, kept, "List what should be true."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := begin(t, withRecords(), Options{Again: true, Only: []string{"alignment"}})
			s.keys("tab", "tab")
			s.keys(c.keys...)
			if diff := cmp.Diff(c.want, s.store.plan.Objectives, sameValue()); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
			s.shows(c.then)
		})
	}
}

// TestBaseline covers an entry of two parts, which come and go together.
func TestBaseline(t *testing.T) {
	dated := func(value, on string) *planfile.Baseline {
		return &planfile.Baseline{Value: planfile.Amount{Text: value}, On: day(on)}
	}
	// Both measures are reached by home and, for the second one, a down; the
	// first three fields of a change are passed by tab.
	first, second := []string{"home", "enter", "enter", "tab", "tab", "tab"}, []string{"home", "down", "enter", "enter", "tab", "tab", "tab"}
	cases := []struct {
		name, why string
		keys      []string
		wantFirst *planfile.Baseline
		want      *planfile.Baseline
		saves     int
	}{
		{"new", "saved as a whole when both parts are there", append(first, "12", "enter", "2026-11-03", "enter"), dated("12", "2026-11-03"), dated("26", "2026-11-01"), 1},
		{"half of it", "without its day it is not saved", append(first, "12", "enter", "esc"), nil, dated("26", "2026-11-01"), 0},
		{"day refused", "its day is needed once there is a value", append(first, "12", "enter", "enter"), nil, dated("26", "2026-11-01"), 0},
		{"none", "without a value its day is not asked for", append(first, "enter", "14", "enter"), nil, dated("26", "2026-11-01"), 1},
		{"other value", "a part that is there is changed alone", append(second, "ctrl+u", "30", "enter"), nil, dated("30", "2026-11-01"), 1},
		{"other day", "so is the other part", append(second, "enter", "ctrl+u", "2026-11-02", "enter"), nil, dated("26", "2026-11-02"), 1},
		{"taken away", "both parts go", append(second, "ctrl+u", "enter", "enter"), nil, nil, 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := begin(t, withRecords(), Options{Again: true, Only: []string{"alignment"}})
			s.keys("tab", "tab", "tab")
			s.shows("List what you look at.")
			s.keys(c.keys...)
			metrics := s.store.plan.Metrics
			if diff := cmp.Diff([]*planfile.Baseline{c.wantFirst, c.want}, []*planfile.Baseline{metrics[0].Baseline, metrics[1].Baseline}, sameValue()); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
			if s.store.saves != c.saves {
				t.Errorf("%d saves, want %d", s.store.saves, c.saves)
			}
		})
	}
}

func TestProgrammes(t *testing.T) {
	cases := []struct {
		name, why string
		keys      []string
		want      []planfile.Programme
	}{
		{"left open", "not saying anything leaves the key out", []string{"end", "enter"}, nil},
		{"none", "that there are none is a statement", []string{"down", "enter"}, []planfile.Programme{}},
		{"none, twice", "the statement stands", []string{"down", "enter", "shift+tab", "enter"}, []planfile.Programme{}},
		{"one", "it makes the list", []string{"enter", "Newsletter", "enter", "Ana", "enter"}, []planfile.Programme{{Name: "Newsletter", Lead: "Ana"}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := begin(t, atRecords(), Options{Only: []string{"silos"}})
			s.shows("List your other work.")
			s.keys(c.keys...)
			if diff := cmp.Diff(c.want, s.store.plan.Programmes); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
		})
	}
}

func TestRecordNotSaved(t *testing.T) {
	s := begin(t, withRecords(), Options{Again: true, Only: []string{"alignment"}})
	s.keys("tab", "tab", "up", "enter", "new-one", "enter", "One more", "enter")
	s.store.fail = errors.New("saving the plan: it has changed on disk")
	s.keys("2027-01-01", "enter")
	s.shows("By which day?", "> 2027-01-01", "! Saving the plan: it has changed on disk")
	s.keys("tab")
	s.shows("By which day?", "! Saving the plan")
	s.store.fail = nil
	s.keys("enter")
	s.shows("One more (new-one)", "Saved.")
}

func TestReferences(t *testing.T) {
	s := begin(t, withRecords(), Options{Again: true, Only: []string{"alignment"}})
	s.keys("tab", "tab", "tab", "up", "enter", "third", "enter", "Returns", "enter")
	s.shows("- A working answer (answers)", "- Fewer spare parts (spare)", "> Leave this open for now.")
	s.keys("up", "enter")
	s.shows("Numbers or words?")
	s.keys("enter", "enter", "enter")
	want := planfile.Metric{ID: "third", Name: "Returns", Objective: "spare"}
	if diff := cmp.Diff(want, s.store.plan.Metrics[2], sameValue()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
