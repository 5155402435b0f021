package interview

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"forewarn/audit/planfile"
)

// named writes a step as a word, with a star when it is due.
func named(s Step) string {
	word := ""
	switch {
	case s.Question != nil:
		word = s.Question.ID
	case s.Field != nil:
		word = s.Field.Key
	default:
		word = "[" + s.Record.Kind + "]"
	}
	if s.Due {
		word += "*"
	}
	return word
}

func TestSteps(t *testing.T) {
	facts := planfile.Initiative{Name: "Desk", Owner: "Dana"}
	level, three := 1, 3
	one := planfile.Answer{Level: &level}
	cases := []struct {
		name, why string
		plan      planfile.Plan
		opts      Options
		want      []string
	}{
		{
			"empty plan", "everything but the deep questionnaire is due, objectives once",
			planfile.Plan{}, Options{},
			[]string{"name*", "owner*", "launch*", "tool_committed*", "[objectives]*", "[metrics]*", "goal*", "first-step*", "[programmes]*", "in-step*"},
		},
		{
			"facts begun", "what may stay empty is asked while no question is answered",
			planfile.Plan{Initiative: facts}, Options{Quick: true},
			[]string{"name", "owner", "launch*", "tool_committed*", "[objectives]*", "[metrics]*", "goal*", "[programmes]*", "in-step*"},
		},
		{
			"listed but blank", "a new plan lists its questions without answers",
			planfile.Plan{Answers: map[string]map[string]planfile.Answer{"alignment": {"goal": {}}}}, Options{Quick: true},
			[]string{"name*", "owner*", "launch*", "tool_committed*", "[objectives]*", "[metrics]*", "goal*", "[programmes]*", "in-step*"},
		},
		{
			"resumed", "answered questions, facts left empty and lists that are there are not due again",
			planfile.Plan{
				Initiative: facts,
				Answers: map[string]map[string]planfile.Answer{
					"alignment": {"goal": one, "first-step": {NotApplicable: "nothing yet"}},
					"silos":     {"in-step": {Unknown: "Ana"}},
				},
				Programmes: []planfile.Programme{},
			}, Options{},
			[]string{"name", "owner", "launch", "tool_committed", "[objectives]*", "[metrics]*", "goal", "first-step", "[programmes]", "in-step"},
		},
		{
			"required fact missing", "it stays due however many questions are answered",
			planfile.Plan{Initiative: planfile.Initiative{Name: "Desk"}, Answers: map[string]map[string]planfile.Answer{"silos": {"in-step": one}}},
			Options{Quick: true},
			[]string{"name", "owner*", "launch", "tool_committed", "[objectives]*", "[metrics]*", "goal*", "[programmes]*", "in-step"},
		},
		{
			"again", "all of it is due",
			planfile.Plan{Initiative: facts, Answers: map[string]map[string]planfile.Answer{"silos": {"in-step": one}}, Programmes: []planfile.Programme{}},
			Options{Again: true},
			[]string{"name*", "owner*", "launch*", "tool_committed*", "[objectives]*", "[metrics]*", "goal*", "first-step*", "[programmes]*", "in-step*"},
		},
		{
			"again, only one", "the facts are no part of a questionnaire",
			planfile.Plan{Initiative: planfile.Initiative{Name: "Desk", Owner: "Dana"}, Answers: map[string]map[string]planfile.Answer{"silos": {"in-step": one}}},
			Options{Again: true, Only: []string{"silos"}},
			[]string{"name", "owner", "launch", "tool_committed", "[programmes]*", "[objectives]*", "in-step*"},
		},
		{
			"only one, of a new plan", "its questions come at once",
			planfile.Plan{}, Options{Only: []string{"silos"}},
			[]string{"name", "owner", "launch", "tool_committed", "[programmes]*", "[objectives]*", "in-step*"},
		},
		{
			"only a deep one", "naming it is enough",
			planfile.Plan{Initiative: facts, Answers: map[string]map[string]planfile.Answer{"silos": {"in-step": one}}}, Options{Only: []string{"exits"}},
			[]string{"name", "owner", "launch", "tool_committed", "worst-case*"},
		},
		{
			"deep", "all of them, whatever the scope",
			planfile.Plan{Initiative: facts, Questionnaires: []string{"silos"}}, Options{Deep: true},
			[]string{"name", "owner", "launch*", "tool_committed*", "[programmes]*", "[objectives]*", "in-step*", "worst-case*"},
		},
		{
			"scope of the plan", "it decides, in the order of the bank",
			planfile.Plan{Initiative: facts, Questionnaires: []string{"exits", "silos"}}, Options{Quick: true},
			[]string{"name", "owner", "launch*", "tool_committed*", "[programmes]*", "[objectives]*", "in-step*", "worst-case*"},
		},
		{
			"evidence owed", "a level that counts for less until there is something behind it is due again",
			planfile.Plan{Initiative: facts, Objectives: []planfile.Objective{}, Metrics: []planfile.Metric{}, Answers: map[string]map[string]planfile.Answer{"alignment": {
				"goal": {Level: &three}, "first-step": {Level: &three, Evidence: &planfile.Evidence{Vouched: "Ana"}},
			}}, Questionnaires: []string{"alignment"}}, Options{},
			[]string{"name", "owner", "launch", "tool_committed", "[objectives]", "[metrics]", "goal*", "first-step"},
		},
		{
			"at one question", "it is among them, whatever else is asked",
			planfile.Plan{Initiative: facts}, Options{Only: []string{"silos"}, At: "worst-case", Quick: true},
			[]string{"name", "owner", "launch", "tool_committed", "[programmes]*", "[objectives]*", "in-step*", "worst-case*"},
		},
		{
			"empty scope", "a plan may ask for nothing",
			planfile.Plan{Initiative: facts, Questionnaires: []string{}}, Options{},
			[]string{"name", "owner", "launch*", "tool_committed*"},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			c.opts.Forms = smallForms()
			for _, s := range Steps(smallBank(), &c.plan, c.opts) {
				got = append(got, named(s))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
		})
	}
}

func TestNextDue(t *testing.T) {
	steps := []Step{{}, {Due: true}, {}, {Due: true}, {}}
	for from, want := range []int{1, 1, 3, 3, 5, 5} {
		if got := NextDue(steps, from); got != want {
			t.Errorf("NextDue from %d is %d, want %d", from, got, want)
		}
	}
}

// In a quick interview a record is what must be said of it.
func TestQuickRecords(t *testing.T) {
	forms, err := planfile.LoadForms()
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range forms {
		if form.Within != "" {
			continue
		}
		short := inOneBreath(&form)
		if len(short.Fields) == 0 || len(short.Fields) == len(form.Fields) {
			t.Errorf("%s asks for %d of %d fields", form.Kind, len(short.Fields), len(form.Fields))
		}
		for _, f := range short.Fields {
			if !f.Required {
				t.Errorf("%s asks for %s, which may be left out", form.Kind, f.Key)
			}
		}
	}
}
