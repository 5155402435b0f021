package interview

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"forewarn/audit/disk"
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
		{"done", "nothing is changed", []string{"enter"}, kept, "List what you look at."},
		{
			"add", "after its last field",
			[]string{"up", "enter", "One more", "enter", "enter"},
			append(kept[:2:2], planfile.Objective{ID: "new-2", Statement: "One more"}), "- One more",
		},
		{
			"add, skip what may be empty", "tab leaves it empty",
			[]string{"up", "enter", "One more", "enter", "2027", "tab"},
			append(kept[:2:2], planfile.Objective{ID: "new-2", Statement: "One more"}), "Saved.",
		},
		{
			"unfinished", "it is there with its first field, and esc takes nothing away",
			[]string{"up", "enter", "One more", "enter", "esc"},
			append(kept[:2:2], planfile.Objective{ID: "new-2", Statement: "One more"}), "Saved as far as it goes.",
		},
		{"back out of it", "back from the first field leaves too", []string{"up", "enter", "x", "shift+tab"}, kept, "List what should be true."},
		{
			"back in it", "what was entered before is still there",
			[]string{"up", "enter", "One more", "enter", "shift+tab"},
			append(kept[:2:2], planfile.Objective{ID: "new-2", Statement: "One more"}), "> One more",
		},
		{
			"more", "what few need is asked of who wants to say it",
			[]string{"home", "enter", "down", "enter", "2026-11-20", "enter"},
			[]planfile.Objective{{ID: "answers", Statement: "A working answer", Due: day("2027-06-30"), Met: day("2026-11-20")}, kept[1]}, "Saved.",
		},
		{"needed", "a required field is not left empty", []string{"up", "enter", "enter"}, kept, "! This one cannot be left empty"},
		{"not skipped", "nor skipped", []string{"up", "enter", "tab"}, kept, "! This page cannot be skipped"},
		{"no day", "days are days", []string{"home", "enter", "enter", "tab", "ctrl+u", "someday", "enter"}, kept, `not "someday"`},
		{"a day that is not", "and exist", []string{"home", "enter", "enter", "tab", "ctrl+u", "2027-02-30", "enter"}, kept, "! There is no such day: February 2027 has 28 days"},
		{"past", "what is meant to come is doubted when it is over", []string{"home", "enter", "enter", "tab", "ctrl+u", "2026-11-01", "enter"}, kept, "1 November 2026 is past"},
		{
			"past all the same", "and taken when it is given once more",
			[]string{"home", "enter", "enter", "tab", "ctrl+u", "2026-11-01", "enter", "enter"},
			[]planfile.Objective{{ID: "answers", Statement: "A working answer", Due: day("2026-11-01")}, kept[1]}, "Saved.",
		},
		{
			"change", "one field alone, and not its id",
			[]string{"home", "enter", "enter", " soon", "enter", "esc"},
			[]planfile.Objective{{ID: "answers", Statement: "A working answer soon", Due: day("2027-06-30")}, kept[1]}, "Saved as far as it goes.",
		},
		{
			"take away", "an emptied field is removed",
			[]string{"home", "enter", "enter", "enter", "ctrl+u", "enter"},
			[]planfile.Objective{{ID: "answers", Statement: "A working answer"}, kept[1]}, "Saved.",
		},
		{"keep", "tab keeps what is there", []string{"home", "enter", "enter", "tab", "tab"}, kept, "Nothing was changed."},
		{"left", "esc keeps what is there", []string{"home", "enter", "enter", "esc"}, kept, "Nothing was changed."},
		{"left half-way", "esc keeps what was given", []string{"home", "enter", "enter", " soon", "enter", "esc"}, []planfile.Objective{{ID: "answers", Statement: "A working answer soon", Due: kept[0].Due}, kept[1]}, "Saved as far as it goes."},
		{"remove", "after a yes", []string{"home", "down", "enter", "down", "down", "enter", "up", "enter"}, kept[:1:1], "Removed “Fewer spare parts”."},
		{"not removed", "no is what enter means at first", []string{"home", "down", "enter", "down", "down", "enter", "enter"}, kept, "Change it."},
		{"in use", "a measure names it", []string{"home", "enter", "down", "down", "enter", "up", "enter"}, kept, "! Time to answer still names it"},
		{"as it is", "looking changes nothing", []string{"home", "enter", "end", "enter"}, kept, "List what should be true."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := begin(t, withRecords(), Options{Again: true, Only: []string{"alignment"}})
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
		{"new", "its day is what was given", append(first, "12", "enter", "ctrl+u", "2026-11-03", "enter"), dated("12", "2026-11-03"), dated("26", "2026-11-01"), 2},
		{"half of it", "its day is today until another is given", append(first, "12", "enter", "esc"), dated("12", "2026-11-21"), dated("26", "2026-11-01"), 1},
		{"day taken away", "its day is needed once there is a value", append(first, "12", "enter", "ctrl+u", "enter"), dated("12", "2026-11-21"), dated("26", "2026-11-01"), 1},
		{"none", "without a value its day is not asked for", append(first, "enter", "14", "enter"), nil, dated("26", "2026-11-01"), 1},
		{"other value", "a part that is there is changed alone", append(second, "ctrl+u", "30.5", "enter"), nil, dated("30.5", "2026-11-01"), 1},
		{"other day", "so is the other part", append(second, "enter", "ctrl+u", "2 Nov 2026", "enter"), nil, dated("26", "2026-11-02"), 1},
		{"taken away", "both parts go", append(second, "ctrl+u", "enter", "enter"), nil, nil, 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := begin(t, withRecords(), Options{Again: true, Only: []string{"alignment"}})
			s.keys("tab")
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

// TestFirstFieldNotSaved has no room for a record from its first field on: what was typed
// stays, is named once, and can be saved later.
func TestFirstFieldNotSaved(t *testing.T) {
	full := errors.New("saving the plan: the disk is full")
	s := begin(t, withRecords(), Options{Again: true, Only: []string{"alignment"}})
	s.keys("up", "enter", "One more")
	s.store.fail = full
	s.keys("enter")
	s.shows("! Saving the plan: the disk is full", "> One more")
	want := []string{"an objective “One more”, which could not be saved"}
	if got := s.model.flow.outcome(Stopped, s.model.widget.value()).Lost; !slices.Equal(got, want) {
		t.Errorf("lost %q, want %q", got, want)
	}
	s.keys("esc")
	s.shows("> Go on with “One more”, which is not in the plan yet.", "an objective “One more”, which could not be saved.")
	if got := s.model.flow.outcome(Stopped, "").Lost; !slices.Equal(got, want) {
		t.Errorf("behind it, lost %q, want %q", got, want)
	}
	s.store.fail = nil
	s.keys("enter")
	s.shows("> One more")
	s.keys("enter")
	s.shows("By which day?")
	if got := s.store.plan.Objectives; len(got) != 3 || got[2].Statement != "One more" {
		t.Errorf("objectives %+v", got)
	}
	if got := s.model.flow.outcome(Stopped, "").Lost; len(got) != 0 {
		t.Errorf("once it is saved, lost %q", got)
	}
}

// TestSavedOnlyWhatIs does not say of what could not be saved that it is.
func TestSavedOnlyWhatIs(t *testing.T) {
	s := begin(t, withRecords(), Options{Again: true, Only: []string{"alignment"}})
	s.keys("home", "enter", "enter", " soon")
	s.store.fail = errors.New("saving the plan: the disk is full")
	s.keys("enter")
	want := []string{"“A working answer soon”, given at “What should be true?”, which could not be saved"}
	if got := s.model.flow.outcome(Stopped, s.model.widget.value()).Lost; !slices.Equal(got, want) {
		t.Errorf("lost %q, want %q", got, want)
	}
	s.keys("esc")
	s.shows("Not saved: what you gave at “What should be true?”.")
	s.size(20, 8)
	s.hides("are saved")
	s.shows("Not all\nyou gave is saved")
}

// keptBeside is the error for what is in a file beside the plan.
type keptBeside struct{}

func (keptBeside) Error() string { return "saving the plan: it was changed elsewhere" }

func (keptBeside) Unwrap() error { return &disk.AsideError{Name: "plan.yaml.unsaved-1"} }

// TestKeptBeside says of what is in a file beside the plan only that.
func TestKeptBeside(t *testing.T) {
	for name, keys := range map[string][]string{
		"a record": {"up", "enter", "One more", "enter"},
		"a field":  {"home", "enter", "enter", " soon", "enter"},
	} {
		t.Run(name, func(t *testing.T) {
			s := begin(t, withRecords(), Options{Again: true, Only: []string{"alignment"}})
			s.store.fail = keptBeside{}
			s.keys(keys...)
			o := s.model.flow.outcome(Stopped, s.model.widget.value())
			if len(o.Lost) > 0 || !slices.Equal(o.Aside, []string{"plan.yaml.unsaved-1"}) {
				t.Errorf("lost %q, beside it %q", o.Lost, o.Aside)
			}
		})
	}
}

func TestRecordNotSaved(t *testing.T) {
	s := begin(t, withRecords(), Options{Again: true, Only: []string{"alignment"}})
	s.keys("up", "enter", "One more", "enter")
	s.store.fail = errors.New("saving the plan: the disk is full")
	s.keys("2027-01-01", "enter")
	s.shows("By which day?", "> 2027-01-01", "! Saving the plan: the disk is full")
	if got := s.model.flow.outcome(Stopped, "").Lost; len(got) == 0 || !strings.Contains(got[0], "2027-01-01") {
		t.Errorf("lost %q", got)
	}
	s.store.fail = nil
	s.keys("enter")
	s.shows("- One more", "Saved.")
	if got := s.model.flow.outcome(Stopped, "").Lost; len(got) != 0 {
		t.Errorf("lost %q", got)
	}
}

func TestReferences(t *testing.T) {
	s := begin(t, withRecords(), Options{Again: true, Only: []string{"alignment"}})
	s.keys("tab", "up", "enter", "Returns", "enter")
	s.shows("- A working answer", "- Fewer spare parts", "> Leave this open for now.")
	s.keys("up", "enter")
	s.shows("Numbers or words?")
	s.keys("enter", "enter", "enter")
	want := planfile.Metric{ID: "new-2", Name: "Returns", Objective: "spare"}
	if diff := cmp.Diff(want, s.store.plan.Metrics[2], sameValue()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestReadings enters what a measure has shown, which is a list within its record.
func TestReadings(t *testing.T) {
	store := withRecords()
	store.plan.Metrics[0].How, store.plan.Metrics[1].How = "quantitative", "qualitative"
	s := begin(t, store, Options{Again: true, Only: []string{"alignment"}})
	s.keys("tab", "home", "enter", "down", "enter")
	s.shows("List what it has shown.")
	s.keys("enter", "1 Nov 2026", "enter", "30,5", "enter")
	s.shows("What did it show?", "! Write 30.5")
	s.keys("ctrl+u", "30.5", "enter")
	s.shows("List what it has shown.", "- 2026-11-01", "Saved.")
	s.keys("esc")
	s.shows("Time to answer", "Readings (1).")
	s.keys("esc", "home", "down", "enter", "down", "enter", "enter", "yesterday", "ctrl+u", "2026-11-02", "enter")
	s.shows("What do you make of it?")
	s.keys("home", "down", "enter")
	readings := [][]planfile.Reading{s.store.plan.Metrics[0].Readings, s.store.plan.Metrics[1].Readings}
	want := [][]planfile.Reading{{{On: day("2026-11-01"), Value: planfile.Amount{Text: "30.5"}}}, {{On: day("2026-11-02"), Verdict: "adjust"}}}
	if diff := cmp.Diff(want, readings, sameValue()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
