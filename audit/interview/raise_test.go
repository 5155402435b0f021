package interview

import (
	"slices"
	"testing"

	"forewarn/audit/planfile"
	"forewarn/audit/score"
)

// bearsOutTwo audits a plan whose records bear out 2 for the first question.
func bearsOutTwo(plan *planfile.Plan, _ score.Goal) (*score.Result, error) {
	a := plan.Answer("alignment", "goal")
	it := score.Item{ID: "goal", State: a.State(), Borne: 2}
	if a.Level != nil {
		it.Level = *a.Level
	}
	return &score.Result{Questionnaires: []score.Section{{ID: "alignment", Items: []score.Item{it}}}}, nil
}

func TestRaise(t *testing.T) {
	cases := []struct {
		name string
		keys []string
		want int
		then string
	}{
		{"raised", []string{"1", "enter", "enter"}, 2, "“Which goal does it serve?” is raised to 2."},
		{"declined", []string{"1", "enter", "down", "enter"}, 1, "How small is the first step?"},
		{"gone back", []string{"1", "enter", "shift+tab"}, 1, ">1 We have talked about the goal."},
		{"left", []string{"1", "enter", "esc"}, 1, ">1 We have talked about the goal."},
		{"gone back and accepted", []string{"1", "enter", "shift+tab", "enter", "enter"}, 2, "“Which goal does it serve?” is raised to 2."},
		{"passed over", []string{"1", "enter", "tab"}, 1, "How small is the first step?"},
		{"declined once", []string{"1", "enter", "down", "enter", "shift+tab", "0", "enter"}, 0, "How small is the first step?"},
		{"lowered on purpose", []string{"2", "enter", "shift+tab", "1", "enter"}, 1, "How small is the first step?"},
		{"nothing to raise", []string{"2", "enter"}, 2, "How small is the first step?"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := begin(t, factsDone(), Options{Audit: bearsOutTwo})
			for i, key := range c.keys {
				if i == 2 && c.keys[0] == "1" {
					s.shows("The records in your plan say more than this answer.", "> Yes, choose 2 – A named person has written the goal down.", "- No, it stays at 1 – We have talked about the goal.")
				}
				s.keys(key)
			}
			s.shows(c.then)
			if got := *s.store.plan.Answer("alignment", "goal").Level; got != c.want {
				t.Errorf("level %d, want %d", got, c.want)
			}
		})
	}
}

// bearsOutThree audits a plan whose records bear out 3 for every question that has an
// answer.
func bearsOutThree(plan *planfile.Plan, _ score.Goal) (*score.Result, error) {
	var items []score.Item
	for _, answers := range plan.Answers {
		for id, a := range answers {
			if a.Level != nil {
				items = append(items, score.Item{ID: id, State: a.State(), Level: *a.Level, Borne: 3})
			}
		}
	}
	return &score.Result{Questionnaires: []score.Section{{Items: items}}}, nil
}

// TestRaiseOnlyWhatIsAtHand offers no higher line to a question that nobody has touched,
// and behind a list one of its questionnaire.
func TestRaiseOnlyWhatIsAtHand(t *testing.T) {
	const raise = "say more than this answer"
	store := atRecords()
	store.plan.Answers["alignment"] = map[string]planfile.Answer{"goal": at(1)}
	store.plan.Objectives, store.plan.Metrics, store.plan.Programmes = []planfile.Objective{}, []planfile.Metric{}, []planfile.Programme{}
	s := begin(t, store, Options{Audit: bearsOutThree})
	s.keys("3", "enter", "end", "enter")
	s.hides(raise)
	s.shows("The end")

	s = begin(t, atRecords(), Options{Audit: bearsOutThree})
	s.keys("enter", "Answers", "enter", "esc")
	s.hides(raise)
	s.keys("end", "enter")
	s.shows(raise, "Alignment · 1 of 3", "Which goal does it serve?")
	s.keys("down", "enter")
	s.hides(raise)
	s.shows("Measures")
	s.keys("shift+tab")
	s.shows("Objectives")
}

// TestDoubts enters what makes no sense at first sight; the same once more is taken.
func TestDoubts(t *testing.T) {
	group := []string{"Staff", "enter", "enter"}
	cases := []struct {
		name string
		keys []string
		says string
	}{
		{"the same group", []string{"dealers", "enter"}, "! The group “dealers” is listed already"},
		{"told in the future", append(group, "2027-01-01", "enter"), "1 January 2027 has not come yet"},
		{"said before it was told", append(group, "2026-11-10", "enter", "2026-11-09", "enter"), "9 November 2026 is before the day on which they were told, 10 November 2026"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			store := factsDone()
			store.plan.Stakeholders = []planfile.Stakeholder{{Group: "Dealers", Kind: "partners"}}
			s := begin(t, store, Options{})
			toGroups(s)
			s.keys(c.keys...)
			page := s.model.flow.page
			s.shows("! ", c.says, "To keep it all the same")
			s.keys("enter")
			if s.model.flow.page == page {
				t.Errorf("not taken when given once more:\n%s", s.screen())
			}
		})
	}
}

// TestDoubtedDocument names a document that is not in the plan's folder.
func TestDoubtedDocument(t *testing.T) {
	s := begin(t, factsDone(), Options{HasFile: func(shown string) bool { return shown == "docs/goals.md" }})
	s.keys("3", "enter", "enter", "docs/gaols.md", "enter")
	s.shows(`! There is no file "docs/gaols.md" in the plan's folder.`)
	s.keys("ctrl+u", "docs/goals.md", "enter")
	s.shows("From which day is it?")
}

// TestDoubtedUnit doubts a number in the place of a unit.
func TestDoubtedUnit(t *testing.T) {
	f := newFlow(newMemory(), Options{Bank: smallBank(), Forms: smallForms(), Today: onToday})
	metrics := planfile.Form{Kind: "metrics", Fields: []planfile.Field{{Key: "unit", Type: planfile.FieldText}}}
	fm := &form{flow: f, list: listOf(&metrics), draft: map[string]any{}}
	for unit, doubted := range map[string]bool{"30": true, "30,5": true, "1e4": true, "hours": false, "%": false, "24-hour days": false, "1000 EUR": false} {
		if got := fm.doubt(0, unit); (got != "") != doubted {
			t.Errorf("the unit %q: %q", unit, got)
		}
	}
}

// TestDoubtedAmounts compares the lines of a measure with each other.
func TestDoubtedAmounts(t *testing.T) {
	amount := func(text string) planfile.Amount {
		a, err := parseAmount(text, "quantitative")
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	cases := []struct {
		better, key, value string
		said               map[string]string
		doubted            bool
	}{
		{"lower", "success", "20", map[string]string{"baseline.value": "30"}, false},
		{"lower", "success", "30.5", map[string]string{"baseline.value": "30"}, true},
		{"higher", "success", "20", map[string]string{"baseline.value": "30"}, true},
		{"lower", "stop", "40", map[string]string{"success": "20"}, false},
		{"lower", "stop", "10", map[string]string{"success": "20"}, true},
		{"higher", "stop", "10", map[string]string{"success": "20"}, false},
		{"higher", "stop", "20", map[string]string{"success": "20"}, true},
		{"", "stop", "20", map[string]string{"success": "20"}, false},
	}
	for _, c := range cases {
		fm := &form{draft: map[string]any{}}
		if c.better != "" {
			fm.draft["better"] = c.better
		}
		for key, value := range c.said {
			fm.draft[key] = amount(value)
		}
		if got := fm.doubtAmount(c.key, amount(c.value)); (got != "") != c.doubted {
			t.Errorf("%s is better, %s %s beside %v: %q", c.better, c.key, c.value, c.said, got)
		}
	}
}

// TestNames offers who is in the plan already, and takes any other.
func TestNames(t *testing.T) {
	store := factsDone()
	store.plan.Programmes = []planfile.Programme{{Name: "Newsletter", Lead: "Ana Silva"}}
	s := begin(t, store, Options{})
	s.keys("up", "enter")
	s.shows("> Dana", "- Ana Silva", "- Somebody else.", "- Nobody yet.")
	s.keys("down", "enter", "shift+tab")
	if got := s.store.plan.Answer("alignment", "goal").Unknown; got != "Ana Silva" {
		t.Errorf("who would know is %q", got)
	}
	s.keys("3", "enter", "down", "enter") // vouched for, which the owner cannot
	s.shows("Who vouches for it?", "> Ana Silva")
	if choices := s.model.flow.page.choices; slices.ContainsFunc(choices, func(c choice) bool { return c.value == "Dana" }) {
		t.Errorf("the owner is offered to vouch for himself: %v", choices)
	}
}
