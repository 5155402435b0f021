package score_test

import (
	"fmt"
	"strings"
	"testing"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/audit/score/scoretest"
)

func TestSoundPlanHasNoFindings(t *testing.T) {
	scoretest.Diff(t, []rules.Finding{}, scoretest.Sound(t).Score(t).Findings)
}

// TestRecordChecks breaks each check in a sound plan in turn. Mended cases
// change the plan in a way that still passes.
func TestRecordChecks(t *testing.T) {
	for _, c := range []struct {
		check  string
		name   string
		change func(*planfile.Plan)
		key    string // where it fails; empty when it passes
		says   string
	}{
		{"objectives-have-goals", "no objective", func(p *planfile.Plan) { p.Objectives = nil }, "objectives", "no objective names a goal that it serves"},
		{"objectives-have-goals", "empty list", func(p *planfile.Plan) { p.Objectives = []planfile.Objective{} }, "objectives", "no objective names a goal that it serves"},
		{"objectives-have-goals", "one is enough", func(p *planfile.Plan) { p.Objectives[1].Goal = "" }, "", ""},
		{"objectives-have-goals", "none", func(p *planfile.Plan) { p.Objectives[0].Goal, p.Objectives[1].Goal = "", "" }, "objectives[0].goal", "no objective names a goal that it serves"},
		{"objectives-have-goals", "a goal that nobody answers for", func(p *planfile.Plan) { p.Objectives[0].GoalOwner, p.Objectives[1].GoalOwner = "", "" }, "", ""},
		{"objective-due-soon", "no objective", func(p *planfile.Plan) { p.Objectives = nil }, "objectives", "no objective is due within 180 days of the launch"},
		{"objective-due-soon", "one is enough", func(p *planfile.Plan) { p.Objectives[0].Due = scoretest.Day(900) }, "", ""},
		{"objective-due-soon", "last day", func(p *planfile.Plan) { due(p, 60+180) }, "", ""},
		{"objective-due-soon", "day after", func(p *planfile.Plan) { due(p, 60+181) }, "objectives", "no objective is due within 180 days of the launch"},
		{"objective-due-soon", "long before", func(p *planfile.Plan) { due(p, 60-181) }, "objectives", "no objective is due within 180 days of the launch"},
		{"objective-due-soon", "no launch, last day", func(p *planfile.Plan) { p.Initiative.Launch = noDay(); due(p, 40+180) }, "", ""},
		{"objective-due-soon", "no launch, day after", func(p *planfile.Plan) { p.Initiative.Launch = noDay(); due(p, 40+181) }, "objectives", "no objective is due within 180 days of the date of this audit"},
		{"objective-due-soon", "a launch that is past, last day", func(p *planfile.Plan) { p.Initiative.Launch = scoretest.Day(39); due(p, 40+180) }, "", ""},
		{"objective-due-soon", "a launch that is past, day after", func(p *planfile.Plan) { p.Initiative.Launch = scoretest.Day(39); due(p, 40+181) }, "objectives", "no objective is due within 180 days of the date of this audit"},
		{"objective-due-soon", "a launch of today", func(p *planfile.Plan) { p.Initiative.Launch = scoretest.Day(40); due(p, 40+181) }, "objectives", "no objective is due within 180 days of the launch"},
		{"objective-due-soon", "no date", func(p *planfile.Plan) { p.Objectives[0].Due, p.Objectives[1].Due = noDay(), noDay() }, "objectives[0].due", "no objective is due within 180 days of the launch"},
		{"objective-due-soon", "one is met", func(p *planfile.Plan) { due(p, 900); p.Objectives[1].Met = scoretest.Day(40) }, "", ""},
		{"objective-due-soon", "one will be met", func(p *planfile.Plan) { due(p, 900); p.Objectives[1].Met = scoretest.Day(41) }, "objectives", "no objective is due within 180 days of the launch"},
		{"employees-told", "not told", func(p *planfile.Plan) { p.Stakeholders[0].Told = noDay() }, "stakeholders[0].told", "the plan does not say when a group who will do the work was told the purpose"},
		{"employees-told", "none listed", func(p *planfile.Plan) { p.Stakeholders = p.Stakeholders[1:] }, "stakeholders", "the plan does not say when a group who will do the work was told the purpose"},
		{"employees-told", "customers do not matter", func(p *planfile.Plan) { p.Stakeholders[1].Told = noDay() }, "", ""},
		{"employees-told", "customers who do the work", func(p *planfile.Plan) {
			p.Stakeholders = p.Stakeholders[1:]
			p.Stakeholders[0].TheirWork = scoretest.Ptr(true)
		}, "", ""},
		{"employees-told", "employees whose work stays", func(p *planfile.Plan) { p.Stakeholders[0].TheirWork = scoretest.Ptr(false) }, "stakeholders", "the plan does not say when a group who will do the work was told the purpose"},
		{"customers-told", "not told", func(p *planfile.Plan) { p.Stakeholders[1].Told = noDay() }, "stakeholders[1].told", "the plan does not say when a group whom it is for was told the purpose"},
		{"customers-told", "members will do", func(p *planfile.Plan) { p.Stakeholders[1].Kind = "members" }, "", ""},
		{"customers-told", "partners will not", func(p *planfile.Plan) { p.Stakeholders[1].Kind = "partners" }, "stakeholders", "the plan does not say when a group whom it is for was told the purpose"},
		{"customers-told", "employees it is for", func(p *planfile.Plan) {
			p.Stakeholders = p.Stakeholders[:1]
			p.Stakeholders[0].ForThem = scoretest.Ptr(true)
		}, "", ""},
		{"customers-told", "customers it is not for", func(p *planfile.Plan) { p.Stakeholders[1].ForThem = scoretest.Ptr(false) }, "stakeholders", "the plan does not say when a group whom it is for was told the purpose"},
		{"purpose-restated", "nobody", func(p *planfile.Plan) { p.Stakeholders[0].Restated, p.Stakeholders[1].Restated = noDay(), noDay() }, "stakeholders[0].restated", "the plan does not say when a group said the purpose in its own words"},
		{"purpose-restated", "one is enough", func(p *planfile.Plan) { p.Stakeholders[0].Restated = noDay() }, "", ""},
		{"metrics-name-objectives", "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "no objective has a measure"},
		{"metrics-name-objectives", "one is enough", func(p *planfile.Plan) { p.Metrics[1].Objective = "" }, "", ""},
		{"metrics-name-objectives", "none", func(p *planfile.Plan) { p.Metrics[0].Objective, p.Metrics[1].Objective = "", "" }, "metrics[0].objective", "no objective has a measure"},
		{"metrics-name-objectives", "all astray", func(p *planfile.Plan) { p.Metrics[0].Objective, p.Metrics[1].Objective = "o8", "o9" }, "metrics[0].objective", "no objective has a measure"},
		{"metrics-name-objectives", "no objective", func(p *planfile.Plan) { p.Objectives = nil }, "metrics[0].objective", "no objective has a measure"},
		{"metrics-have-baselines", "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "no measure is listed"},
		{"metrics-have-baselines", "one is enough", func(p *planfile.Plan) { p.Metrics[1].Baseline = nil }, "", ""},
		{"metrics-have-baselines", "none", func(p *planfile.Plan) { p.Metrics[0].Baseline, p.Metrics[1].Baseline = nil, nil }, "metrics[0].baseline", "no measure of an objective has a baseline"},
		{"metrics-have-baselines", "one of no objective", func(p *planfile.Plan) { p.Metrics[0].Baseline, p.Metrics[1].Objective = nil, "" }, "metrics[0].baseline", "no measure of an objective has a baseline"},
		{"metrics-have-baselines", "no objective", func(p *planfile.Plan) { p.Objectives, p.Metrics[0].Baseline = nil, nil }, "", ""},
		{"metrics-have-reviews", "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "no measure is listed"},
		{"metrics-have-reviews", "one is enough", func(p *planfile.Plan) { p.Metrics[0].Owner = "" }, "", ""},
		{"metrics-have-reviews", "an owner here, review days there", func(p *planfile.Plan) { p.Metrics[0].Owner, p.Metrics[1].ReviewDays = "", 0 }, "metrics[0].owner", "no measure of an objective has both an owner and the days between reviews"},
		{"metrics-in-words-numbers", "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "the measures are not in both numbers and words"},
		{"metrics-in-words-numbers", "only numbers", func(p *planfile.Plan) { p.Metrics[1].How = "quantitative" }, "metrics", "the measures are not in both numbers and words"},
		{"metrics-in-words-numbers", "only words", func(p *planfile.Plan) { p.Metrics[0].How = "" }, "metrics", "the measures are not in both numbers and words"},
		{"metric-leads", "none", func(p *planfile.Plan) { p.Metrics[0].Kind = "lagging" }, "metrics", "no measure is a leading one"},
		{"metric-leads", "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "no measure is a leading one"},
		{"metric-has-success", "one is enough", func(p *planfile.Plan) { p.Metrics[0].By = noDay() }, "", ""},
		{"metric-has-success", "line here, date there", func(p *planfile.Plan) { p.Metrics[0].By, p.Metrics[1].Success = noDay(), planfile.Amount{} }, "metrics[0].by", "no measure of an objective has a success line that can be compared, and its day"},
		{"metric-has-success", "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "no measure is listed"},
		{"metric-has-success", "no direction", func(p *planfile.Plan) { alone(p); p.Metrics[0].Better = "" }, "metrics[0].better", "no measure of an objective has a success line that can be compared, and its day"},
		{"metric-has-success", "a number with its unit", func(p *planfile.Plan) { alone(p); p.Metrics[0].Success = planfile.Amount{Text: "4 h"} }, "metrics[0].success", "no measure of an objective has a success line that can be compared, and its day"},
		{"metric-has-success", "in words, apart", func(p *planfile.Plan) { inWords(p, "most thank us", "few do") }, "", ""},
		{"metric-has-success", "in words, alike", func(p *planfile.Plan) { inWords(p, "most", "most") }, "metrics", "no measure of an objective has a success line that can be compared, and its day"},
		{"metric-has-success", "in words, without the other", func(p *planfile.Plan) { inWords(p, "most", "") }, "metrics", "no measure of an objective has a success line that can be compared, and its day"},
		{"metric-has-stop", "one is enough", func(p *planfile.Plan) { p.Metrics[0].Stop = planfile.Amount{} }, "", ""},
		{"metric-has-stop", "none", func(p *planfile.Plan) { p.Metrics[0].Stop, p.Metrics[1].Stop = planfile.Amount{}, planfile.Amount{} }, "metrics[0].stop", "no measure of an objective has a stop line that can be compared"},
		{"metric-has-stop", "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "no measure is listed"},
		{"metric-has-both-lines", "no room between", func(p *planfile.Plan) { alone(p); p.Metrics[0].Stop = p.Metrics[0].Success }, "metrics", "no measure of an objective has a success line and a stop line with room between them"},
		{"metric-has-both-lines", "crossed", func(p *planfile.Plan) { alone(p); p.Metrics[0].Stop = scoretest.Amount(2) }, "metrics[0].stop", "no measure of an objective has a success line and a stop line with room between them"},
		{"metric-has-both-lines", "in words", func(p *planfile.Plan) { inWords(p, "most", "few") }, "", ""},
		{"metric-has-both-lines", "no stop line", func(p *planfile.Plan) { alone(p); p.Metrics[0].Stop = planfile.Amount{} }, "metrics[0].stop", "no measure of an objective has a success line and a stop line with room between them"},
		{"programmes-listed", "left out", func(p *planfile.Plan) { p.Programmes = nil }, "programmes", "your other work for these people is not listed"},
		{"programmes-listed", "said to be none", func(p *planfile.Plan) { p.Programmes = []planfile.Programme{} }, "", ""},
		{"programmes-listed", "without a lead", func(p *planfile.Plan) { p.Programmes[0].Lead = "" }, "", ""},
		{"programmes-meet", "left out", func(p *planfile.Plan) { p.Programmes = nil }, "programmes", "your other work for these people is not listed"},
		{"programmes-meet", "said to be none", func(p *planfile.Plan) { p.Programmes = []planfile.Programme{} }, "", ""},
		{"programmes-meet", "no lead", func(p *planfile.Plan) { p.Programmes[0].Lead = "" }, "programmes[0].lead", "no other work has both a lead and the days between talks"},
		{"programmes-meet", "no meetings", func(p *planfile.Plan) { p.Programmes[0].MeetsDays = 0 }, "programmes[0].meets_days", "no other work has both a lead and the days between talks"},
		{"programmes-meet", "one is enough", func(p *planfile.Plan) { p.Programmes = append(p.Programmes, planfile.Programme{Name: "club"}) }, "", ""},
		{"scenario-answered", "none listed", func(p *planfile.Plan) { p.Scenarios = nil }, "scenarios", "no scenario has both a response and an owner"},
		{"scenario-answered", "one is enough", func(p *planfile.Plan) { p.Scenarios[0].Owner = "" }, "", ""},
		{"scenario-answered", "a response here, an owner there", func(p *planfile.Plan) { p.Scenarios[0].Owner, p.Scenarios[1].Response = "", "" }, "scenarios[0].owner", "no scenario has both a response and an owner"},
		{"scenario-risk-named", "one is enough", func(p *planfile.Plan) { p.Scenarios[0].Risk = "" }, "", ""},
		{"scenario-risk-named", "none", func(p *planfile.Plan) { p.Scenarios[0].Risk, p.Scenarios[1].Risk = "", "" }, "scenarios", "no scenario names its risk"},
		{"scenario-risk-named", "none listed", func(p *planfile.Plan) { p.Scenarios = nil }, "scenarios", "no scenario names its risk"},
		{"lesson-noted", "no lesson", func(p *planfile.Plan) { p.Reviews[0].Lesson = "" }, "reviews", "a day for a review has come, and no review has a lesson"},
		{"lesson-noted", "none listed", func(p *planfile.Plan) { p.Reviews = nil }, "reviews", "a day for a review has come, and no review has a lesson"},
		{"lesson-noted", "a lesson of tomorrow", func(p *planfile.Plan) { p.Reviews[0].On = scoretest.Day(41) }, "reviews", "a day for a review has come, and no review has a lesson"},
		{"lesson-noted", "no day has come", func(p *planfile.Plan) { p.Reviews = nil; cadence(p, 40) }, "", ""},
		{"lesson-noted", "the first day is today", func(p *planfile.Plan) { p.Reviews = nil; cadence(p, 39) }, "reviews", "a day for a review has come, and no review has a lesson"},
		{"lesson-noted", "nobody says how often", func(p *planfile.Plan) { p.Reviews = nil; cadence(p, 0) }, "", ""},
	} {
		t.Run(fmt.Sprintf("%s/%s", c.check, c.name), func(t *testing.T) {
			w := scoretest.Sound(t)
			w.Check("a1", c.check)
			c.change(w.Plan)
			r := w.Score(t)
			var want []rules.Finding
			level, held := 2, ""
			if c.key != "" {
				level, held = 1, "the plan's own records"
				want = []rules.Finding{{
					Severity: rules.Major, ID: "claim-without-record", Key: c.key,
					Message: `the answer to "a1" claims more than the records bear out: ` + c.says,
					Named:   `the answer to “What of a1?” claims more than the records bear out: ` + c.says,
					Hint:    "complete the record, or choose the answer that is true today",
				}}
			}
			got := found(r, "claim-without-record")
			for i := range got {
				if about := got[i].About; about.Question != "a1" || !strings.HasPrefix(c.key, strings.Split(about.Record, "/")[0]) {
					t.Errorf("it is about %+v", about)
				}
				got[i].About = rules.About{}
			}
			scoretest.Diff(t, want, got)
			if it := r.Questionnaires[0].Items[0]; it.Low != level || it.HeldBy != held {
				t.Errorf("the level is %d, held by %q, want %d, held by %q", it.Low, it.HeldBy, level, held)
			}
		})
	}
}

// Every check passes on the sound plan, so that each case above fails by its
// change alone.
func TestRecordChecksPassOnSoundPlan(t *testing.T) {
	for _, check := range scoretest.Checks() {
		w := scoretest.Sound(t)
		w.Check("a1", check)
		if it := w.Score(t).Questionnaires[0].Items[0]; it.Low != 2 {
			t.Errorf("%s holds the sound plan at %d", check, it.Low)
		}
	}
}

// An answer at level 1 claims nothing that a record could hold.
func TestClaimWithoutRecordNeedsAClaim(t *testing.T) {
	for _, c := range []struct {
		name, answers string
		want          int
		level         int
	}{
		{"level 1", "1: 1=1s", 0, 1},
		{"level 0", "1: 1=0", 0, 0},
		{"don't know", "1: 1=?", 0, 0},
		{"blank", "1: 1=-", 0, 0},
		{"level 2", "1: 1=2", 2, 1},
		{"level 4", "1: 1=4s", 2, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := scoretest.Parse(t, c.answers)
			w.Check("a1", "metric-leads")
			w.Check("a1", "programmes-listed")
			r := w.Score(t)
			if got := len(found(r, "claim-without-record")); got != c.want {
				t.Errorf("%d claims without a record, want %d", got, c.want)
			}
			if it := r.Questionnaires[0].Items[0]; it.Low != c.level {
				t.Errorf("the level is %d, want %d", it.Low, c.level)
			}
		})
	}
}

// Records that pass every check of a question bear out the rung that the bank names,
// as far as there are any. An answer above it, and an open one, is no matter of theirs.
func TestAnswerBelowTheRecords(t *testing.T) {
	for _, c := range []struct {
		name, answers string
		bears         int
		change        func(*planfile.Plan)
		note          bool
		borne         int
	}{
		{"below", "1: 1=1", 2, nil, true, 2},
		{"far below", "1: 1=0", 2, nil, true, 2},
		{"at it", "1: 1=2", 2, nil, false, 2},
		{"above", "1: 1=4s", 2, nil, false, 2},
		{"don't know", "1: 1=?", 2, nil, false, 2},
		{"blank", "1: 1=-", 2, nil, false, 2},
		{"no such rung", "1: 1=1", 0, nil, false, 0},
		{"a check that fails", "1: 1=1", 2, func(p *planfile.Plan) { p.Programmes[0].Lead = "" }, false, 0},
		{"an empty list", "1: 1=1", 2, func(p *planfile.Plan) { p.Programmes = []planfile.Programme{} }, false, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := scoretest.Parse(t, c.answers)
			w.Check("a1", "programmes-meet")
			w.Bank.Questionnaires[0].Questions[0].Bears = c.bears
			w.Plan.Programmes = []planfile.Programme{{Name: "Newsletter", Lead: "Ana Sol", MeetsDays: 14}}
			if c.change != nil {
				c.change(w.Plan)
			}
			r := w.Score(t)
			notes := found(r, rules.AnswerBelowRecord)
			if len(notes) > 1 || (len(notes) == 1) != c.note || c.note && notes[0].Severity != rules.Note {
				t.Errorf("notes %v, want one: %t", notes, c.note)
			}
			if it := r.Questionnaires[0].Items[0]; it.Borne != c.borne {
				t.Errorf("rung %d is borne out, want %d", it.Borne, c.borne)
			}
		})
	}
}

func found(r *score.Result, id string) []rules.Finding {
	var out []rules.Finding
	for _, f := range r.Findings {
		if f.ID == id {
			out = append(out, f)
		}
	}
	return out
}

// alone leaves one measure.
func alone(p *planfile.Plan) { p.Metrics = p.Metrics[:1] }

// inWords leaves one measure, which is kept in words.
func inWords(p *planfile.Plan, success, stop string) {
	alone(p)
	m := &p.Metrics[0]
	m.How, m.Better, m.Success, m.Stop = "qualitative", "", planfile.Amount{Text: success}, planfile.Amount{Text: stop}
}

func cadence(p *planfile.Plan, days int) {
	for i := range p.Metrics {
		p.Metrics[i].ReviewDays = days
	}
}

func due(p *planfile.Plan, n int) {
	for i := range p.Objectives {
		p.Objectives[i].Due = scoretest.Day(n)
	}
}
