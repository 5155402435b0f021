package interview

import (
	"path/filepath"
	"strings"
	"testing"

	"forewarn/audit/planfile"
)

// reviewed is a store with a measure in numbers, one in words and one without lines.
func reviewed() *memory {
	number := func(text string) (a planfile.Amount) {
		a.DecodeScalar(text, false)
		return a
	}
	s := newMemory()
	s.plan.Initiative.Launch = day("2027-02-01")
	s.plan.Metrics = []planfile.Metric{
		{ID: "first-answer", Name: "Median time to a first answer", Better: "lower", Unit: "hours", Success: number("4"), Stop: number("24"),
			ReviewDays: 14, Baseline: &planfile.Baseline{Value: number("26"), On: day("2026-11-01")}},
		{ID: "in-their-words", Name: "What callers say", How: "qualitative", Success: planfile.Amount{Text: "eight of ten say that one answer was enough"},
			Stop: planfile.Amount{Text: "most call twice"}, ReviewDays: 30},
		{ID: "visits", Name: "Visits", ReviewDays: 7},
	}
	return s
}

// beginReview starts a review of a day.
func beginReview(t *testing.T, store *memory, on string, all bool) *session {
	t.Helper()
	s := &session{t: t, store: store, model: &model{flow: newReview(store, reviewOptions(t, on, all)).flow, styles: newTheme(false)}}
	s.model.Init()
	s.size(80, 24)
	return s
}

func reviewOptions(t *testing.T, on string, all bool) ReviewOptions {
	t.Helper()
	forms, err := planfile.LoadForms()
	if err != nil {
		t.Fatal(err)
	}
	return ReviewOptions{
		Forms: forms, File: "plan.yaml", On: day(on), AsOf: planfile.OnDay(day(on)), All: all,
		Says: func(*planfile.Plan) []string { return []string{"It stands as it stands."} },
	}
}

func TestReviewWhole(t *testing.T) {
	store := reviewed()
	s := beginReview(t, store, "2027-03-05", false)
	s.shows("To be read now:", "- What callers say")
	s.hides("Visits") // on which no line is drawn
	s.keys("enter", "19 hours: a slow week", "enter")
	s.shows("What callers say: what does it show on 5 March 2027?")
	s.keys("up", "up", "enter", "Night questions wait", "enter")
	s.shows("It stands as it stands.")
	s.keys("enter", "up", "up", "enter")
	s.shows("What did you learn?")
	s.keys("Ask earlier", "enter", "up", "enter")
	if o := s.model.outcome; o == nil || o.End != Finished || len(o.Lost) > 0 {
		t.Fatalf("it ended with %v on\n%s", o, s.screen())
	}
	number, words := store.plan.Metrics[0].Readings, store.plan.Metrics[1].Readings
	if len(number) != 1 || number[0].Value.Text != "19" || number[0].Note != "a slow week" || !number[0].On.Equal(day("2027-03-05")) {
		t.Errorf("the reading in numbers is %v", number)
	}
	if len(words) != 1 || words[0].Verdict != "adjust" || words[0].Note != "Night questions wait" {
		t.Errorf("the reading in words is %v", words)
	}
	want := planfile.Review{On: day("2027-03-05"), Decision: "adjust", Lesson: "Ask earlier", Level: "tactical"}
	if len(store.plan.Reviews) != 1 || store.plan.Reviews[0] != want {
		t.Errorf("the review is %v", store.plan.Reviews)
	}
}

func TestReviewAsksForWhatIsDue(t *testing.T) {
	for _, c := range []struct {
		name, on string
		all      bool
		read     string // the day of a reading that is there
		want     string
	}{
		{"before the launch", "2027-01-31", true, "", "No reading is due before the launch on 1 February 2027."},
		{"nothing is due", "2027-02-14", false, "2027-02-10", "No reading is due. The next is due on 24 February 2027."},
		{"one is due", "2027-02-15", false, "", "- Median time to a first answer"},
		{"all are asked for", "2027-02-02", true, "", "- What callers say"},
	} {
		store := reviewed()
		if c.read != "" {
			store.plan.Metrics = store.plan.Metrics[:1]
			store.plan.Metrics[0].Readings = []planfile.Reading{{On: day(c.read)}}
		}
		s := beginReview(t, store, c.on, c.all)
		if !strings.Contains(s.screen(), c.want) {
			t.Errorf("%s: no %q in\n%s", c.name, c.want, s.screen())
		}
		s.keys("enter")
		if store.saves > 0 {
			t.Errorf("%s: something was saved before anything was given", c.name)
		}
	}
}

func TestReviewKeepsWhatWasGivenWhenStopped(t *testing.T) {
	store := reviewed()
	s := beginReview(t, store, "2027-03-05", false)
	s.keys("enter", "19", "enter", "ctrl+c")
	if o := s.model.outcome; o == nil || o.Saved != 1 || o.Signal == nil {
		t.Fatalf("it ended with %v", o)
	}
	if n := len(store.plan.Metrics[0].Readings); n != 1 {
		t.Errorf("there are %d readings", n)
	}
	s = beginReview(t, store, "2027-03-05", false) // goes on with what is still due
	s.keys("enter")
	s.shows("What callers say")
	s.keys("ctrl+c")

	s = beginReview(t, reviewed(), "2027-03-05", false)
	s.keys("enter", "1", "ctrl+c")
	if o := s.model.outcome; len(o.Lost) != 1 || !strings.Contains(o.Lost[0], "“1”") {
		t.Errorf("what was typed is not named: %v", o.Lost)
	}
}

func TestReviewCorrectsWhatWasGivenInThisRunAlone(t *testing.T) {
	store := reviewed()
	s := beginReview(t, store, "2027-03-05", false)
	s.keys("enter", "91", "enter", "shift+tab")
	s.shows("91")
	s.keys("backspace", "backspace", "19", "enter")
	if r := store.plan.Metrics[0].Readings; len(r) != 1 || r[0].Value.Text != "19" {
		t.Errorf("the readings are %v", r)
	}
	s.keys("tab", "enter", "up", "enter") // no verdict; how it stands; stop
	s.keys("shift+tab", "up", "enter")    // adjust, after all
	if r := store.plan.Reviews; len(r) != 1 || r[0].Decision != "adjust" {
		t.Errorf("the reviews are %v", r)
	}
}

func TestReviewRefuses(t *testing.T) {
	store := reviewed()
	s := beginReview(t, store, "2027-03-05", false)
	s.keys("enter", "enter")
	s.shows("! Write a number, or skip this measure")
	s.keys("19 days", "enter")
	s.shows("! This measure is read in hours, not in days")
	s.keys("tab", "enter", "enter", "enter") // nothing decided yet
	if o := s.model.outcome; o == nil || o.Saved != 0 || store.saves != 0 {
		t.Errorf("it ended with %v after %d saves on\n%s", o, store.saves, s.screen())
	}
}

func TestReviewScreens(t *testing.T) {
	for _, size := range []struct {
		name          string
		width, height int
	}{{"80x24", 80, 24}, {"40x20", 40, 20}} {
		s := beginReview(t, reviewed(), "2027-03-05", false)
		s.size(size.width, size.height)
		pages := []string{s.screen()}
		for _, keys := range [][]string{{"enter"}, {"19", "enter"}, {"up", "up", "enter"}, {"enter"}, {"enter"}, {"up", "up", "enter"}, {"Ask earlier", "enter"}} {
			s.keys(keys...)
			pages = append(pages, s.screen())
		}
		rule := "\n" + strings.Repeat("=", size.width) + "\n"
		golden(t, filepath.Join("testdata", "review-"+size.name+".txt"), strings.Join(pages, rule)+"\n")
	}
}
