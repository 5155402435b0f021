package score_test

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"forewarn/audit/planfile"
	"forewarn/audit/score"
	"forewarn/audit/score/scoretest"
)

// step writes a step in one line: question, gain, effort, lifts, what to do.
func step(s score.Step) string {
	lifts := ""
	if len(s.Lifts) > 0 {
		lifts = " lifts " + strings.Join(s.Lifts, " ")
	}
	sum := 0
	for _, p := range s.Pieces {
		sum += p
	}
	if sum != s.Effort {
		return fmt.Sprintf("%s: the pieces %v are not %d", s.Question, s.Pieces, s.Effort)
	}
	return fmt.Sprintf("%s +%s for %d%s: %s", s.Question, s.Gain.RatString(), s.Effort, lifts, s.Do.Working)
}

func TestNextStepOfOneQuestion(t *testing.T) {
	noRecords := func(w scoretest.World) {
		w.Check("a1", "metric-leads")
		w.Check("a1", "programmes-listed")
	}
	for _, c := range []struct {
		name, answer string
		change       func(scoretest.World)
		want, why    string
	}{
		{"blank", "1=-", nil, "a1 +25 for 1: Answer: What of a1?", "the first rung is the least that an answer can bring to light"},
		{"don't know", "1=?", nil, "a1 +25 for 1: Ask Ana: What of a1?", "somebody knows"},
		{"from 0", "1=0", nil, "a1 +25 for 2: Take a1 to 1.", "the bank's words"},
		{"from 1", "1=1", nil, "a1 +25 for 2: Take a1 to 2.", "level 2 needs no evidence"},
		{"from 2", "1=2", nil, "a1 +25 for 3: Take a1 to 3; then have somebody else vouch for this answer, with a date", "level 3 needs a witness"},
		{"from 2 vouched", "1=2v", nil, "a1 +25 for 2: Take a1 to 3.", "it has one"},
		{"from 3 vouched", "1=3v", nil, "a1 +25 for 3: Take a1 to 4; then show it, with a date: a note on a1", "level 4 must be shown, and a word is half of it"},
		{"from 3 shown", "1=3s", nil, "a1 +25 for 2: Take a1 to 4.", "it is"},
		{"from 3 weakened", "1=3w", nil, "a1 +25 for 3: Take a1 to 4; then show it, with a date: a note on a1", "the old proof counts as vouched"},
		{"at the top", "1=4s", nil, "", "nothing is left"},
		{"3 without evidence", "1=3", nil, "a1 +25 for 1: Have somebody else vouch for this answer, with a date", "the claim stands, its witness is missing"},
		{"4 without evidence", "1=4", nil, "a1 +50 for 2: Show it, with a date: a note on a1", "proof makes good both rungs"},
		{"4 vouched", "1=4v", nil, "a1 +25 for 1: Show it, with a date: a note on a1", "proof makes good the last rung"},
		{"4 without a proof in the bank", "1=4v", func(w scoretest.World) { w.Bank.Questionnaires[0].Questions[0].Proof = "" }, "a1 +25 for 1: Show it, with a date", "no hint, no colon"},
		{"held by records", "1=4s", noRecords, "a1 +75 for 2: Enter in the plan a leading measure, one that moves before the result does; then enter in the plan your other work for these people and who leads it, or that there is none", "each check is one piece of work"},
		{"held by records and evidence", "1=4v", noRecords, "a1 +50 for 2: Enter in the plan a leading measure, one that moves before the result does; then enter in the plan your other work for these people and who leads it, or that there is none", "the witness carries to 3"},
		{"from 1 with failing records", "1=1", noRecords, "a1 +25 for 4: Take a1 to 2; then enter in the plan a leading measure, one that moves before the result does; then enter in the plan your other work for these people and who leads it, or that there is none", "level 2 needs them"},
		{"from 0 with failing records", "1=0", noRecords, "a1 +25 for 2: Take a1 to 1.", "level 1 does not"},
		{"blank with failing records", "1=-", noRecords, "a1 +25 for 1: Answer: What of a1?", "nor does an answer"},
		{"not applicable", "1=1s 1=1s 1=1s 1=x", func(w scoretest.World) {
			w.Plan.Answers["a"] = map[string]planfile.Answer{"a1": shownAt(4), "a2": shownAt(4), "a3": shownAt(4), "a4": w.Plan.Answers["a"]["a4"]}
		}, "", "nothing to do about it"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := scoretest.Parse(t, "1: "+c.answer)
			if c.change != nil {
				c.change(w)
			}
			var got []string
			for _, s := range w.Score(t).Next {
				got = append(got, step(s))
			}
			if strings.Join(got, "\n") != c.want {
				t.Errorf("the steps are %q, want %q: %s", got, c.want, c.why)
			}
		})
	}
}

func TestNextOrder(t *testing.T) {
	for _, c := range []struct {
		name, answers string
		efforts       []int
		want          string
		why           string
	}{
		{"points for effort", "1: 1=0 3=0 2=0", []int{1, 5, 2}, "a3 a1 a2", "2/2 is 1/1 with more gain, and 3/5 is less"},
		{"then gain", "1: 1=0 2=0", []int{1, 2}, "a2 a1", "the same rate, the greater gain"},
		{"then bank order", "1: 2=0 2=0 | 1: 2=0 2=0", []int{1, 1, 1, 1}, "a1 a2 b1 b2", "nothing else tells them apart"},
		{"weight of the questionnaire", "1: 1=0 | 3: 1=0", []int{1, 1}, "b1 a1", "the heavier questionnaire brings more"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := scoretest.Parse(t, c.answers)
			efforts := c.efforts
			for i := range w.Bank.Questionnaires {
				qs := w.Bank.Questionnaires[i].Questions
				for j := range qs {
					qs[j].Effort = efforts[0]
					efforts = efforts[1:]
				}
			}
			var got []string
			for _, s := range w.Score(t).Next {
				got = append(got, s.Question)
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("the order is %v, want %s: %s", got, c.want, c.why)
			}
		})
	}
}

func TestNextLifts(t *testing.T) {
	w := scoretest.Parse(t, "1: 3=1 2=1 1=?")
	w.Warn(t, "C: a1<=1")           // a1 lifts it
	w.Warn(t, "C: a1<=1 | a2<=1")   // either alone does not
	w.Warn(t, "C: a1<=1 & a2<=1")   // either alone does
	w.Warn(t, "C: a2<=2")           // one rung is not enough
	w.Warn(t, "D: tool=no & a2<=1") // not active
	w.Warn(t, "B: a3<=0")           // an answer may lift it
	w.Plan.Initiative.ToolCommitted = scoretest.Ptr(true)
	want := map[string][]string{"a1": {"w1", "w3"}, "a2": {"w3"}, "a3": {"w6"}}
	got := map[string][]string{}
	for _, s := range w.Score(t).Next {
		got[s.Question] = s.Lifts
	}
	scoretest.Diff(t, want, got)
}

// Taking a step brings its gain, and takes away the warnings that it names and
// no others.
func TestStepsDoWhatTheySay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := scoretest.Draw(t)
		for _, qn := range w.Bank.Questionnaires {
			for i := range qn.Questions {
				qn.Questions[i].Checks = nil
			}
		}
		before := w.Score(t)
		for _, s := range before.Next {
			after := taken(w, s, before).Score(t)
			gain := new(big.Rat).Sub(after.Low.Score, before.Low.Score)
			if gain.Cmp(s.Gain) != 0 {
				t.Fatalf("%+v gains %s", s, gain)
			}
			still := raised(after, false)
			lifted := slices.DeleteFunc(raised(before, false), func(id string) bool { return slices.Contains(still, id) })
			slices.Sort(lifted)
			slices.Sort(s.Lifts)
			Same(t, lifted, s.Lifts)
		}
	})
}

// taken returns the world after a step.
func taken(w scoretest.World, s score.Step, r *score.Result) scoretest.World {
	for _, sec := range r.Questionnaires {
		for _, it := range sec.Items {
			if it.ID != s.Question {
				continue
			}
			level := it.Low + 1
			if it.Low < it.Level {
				level = it.Level
			}
			w = w.With(sec.ID, it.ID, shownAt(level))
		}
	}
	w.C.Weakened = maps.Clone(w.C.Weakened)
	delete(w.C.Weakened, s.Question)
	return w
}

// TestStepNamesWho takes the person from what the step touches, and never the owner of
// the initiative.
func TestStepNamesWho(t *testing.T) {
	objectives := func(o ...planfile.Objective) func(scoretest.World) {
		return func(w scoretest.World) {
			w.Check("a1", "objectives-have-goals")
			w.Plan.Objectives = o
		}
	}
	for _, c := range []struct {
		name, answer string
		change       func(scoretest.World)
		want         string
	}{
		{"blank", "-", nil, ""},
		{"don't know", "?", nil, "Ana"},
		{"nobody yet", "?", func(w scoretest.World) { w.Plan.Answers["a"]["a1"] = planfile.Answer{Unknown: "nobody yet"} }, ""},
		{"a rung", "1", nil, ""},
		{"a claim", "4v", nil, ""},
		{"no record", "4s", objectives(), ""},
		{"a record", "4s", objectives(planfile.Objective{ID: "o", GoalOwner: "Priya", Due: scoretest.Day(70)}), "Priya"},
		{"a record, before the launch", "4s", func(w scoretest.World) {
			objectives(planfile.Objective{ID: "o", GoalOwner: "Priya", Due: scoretest.Day(700)})(w)
			w.Plan.Initiative.Launch = scoretest.Day(400)
		}, "Priya by 2027-02-04"},
		{"a record, after the launch", "4s", func(w scoretest.World) {
			objectives(planfile.Objective{ID: "o", GoalOwner: "Priya"})(w)
			w.Plan.Initiative.Launch = scoretest.Day(1)
		}, "Priya"},
		{"the first who is named", "4s", func(w scoretest.World) {
			objectives(planfile.Objective{ID: "o", GoalOwner: "tbd", Due: scoretest.Day(70)})(w)
			w.Check("a1", "metrics-have-baselines")
			w.Plan.Metrics = []planfile.Metric{{ID: "m", Objective: "o", Owner: "Ben", By: scoretest.Day(60)}}
		}, "Ben"},
		{"not yet the records", "0", objectives(planfile.Objective{ID: "o", GoalOwner: "Priya", Due: scoretest.Day(70)}), ""},
		{"other work", "4s", func(w scoretest.World) {
			w.Check("a1", "programmes-meet")
			w.Plan.Programmes = []planfile.Programme{{Name: "n", Lead: "Ola"}}
		}, "Ola"},
		{"a group", "4s", func(w scoretest.World) {
			w.Check("a1", "purpose-restated")
			w.Plan.Stakeholders = []planfile.Stakeholder{{Group: "g", Kind: "members", Owner: "Ida", Told: scoretest.Day(1)}}
		}, "Ida"},
		{"a scenario", "4s", func(w scoretest.World) {
			w.Check("a1", "scenario-answered")
			w.Plan.Scenarios = []planfile.Scenario{{What: "x", Owner: "Jo"}}
		}, "Jo"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := scoretest.Parse(t, "1: 1="+c.answer)
			w.Plan.Initiative.Owner = "Dana"
			if c.change != nil {
				c.change(w)
			}
			s := w.Score(t).Next[0]
			got := s.Who
			if !s.By.IsZero() {
				got += " by " + s.By.Format(time.DateOnly)
			}
			if got != c.want || s.Ask != "What of a1?" {
				t.Errorf("%q is taken by %q, want %q", s.Ask, got, c.want)
			}
		})
	}
}
