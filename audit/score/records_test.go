package score_test

import (
	"fmt"
	"testing"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/audit/score/scoretest"
	"forewarn/questions"
)

func TestSoundPlanHasNoFindings(t *testing.T) {
	scoretest.Diff(t, []rules.Finding{}, scoretest.Sound(t).Score(t).Findings)
}

// TestRecordChecks breaks each check in a sound plan in turn. Mended cases
// change the plan in a way that still passes.
func TestRecordChecks(t *testing.T) {
	for _, c := range []struct {
		check  questions.Check
		name   string
		change func(*planfile.Plan)
		key    string // where it fails; empty when it passes
		says   string
	}{
		{questions.ObjectivesHaveGoals, "no objective", func(p *planfile.Plan) { p.Objectives = nil }, "objectives", "no objective is listed"},
		{questions.ObjectivesHaveGoals, "empty list", func(p *planfile.Plan) { p.Objectives = []planfile.Objective{} }, "objectives", "no objective is listed"},
		{questions.ObjectivesHaveGoals, "no goal", func(p *planfile.Plan) { p.Objectives[1].Goal = "" }, "objectives[1].goal", `objective "o1" names no goal that it serves`},
		{questions.ObjectivesHaveGoals, "no owner", func(p *planfile.Plan) { p.Objectives[1].GoalOwner = "" }, "objectives[1].goal_owner", `objective "o1" does not say who answers for its goal`},
		{questions.ObjectiveDueSoon, "no objective", func(p *planfile.Plan) { p.Objectives = nil }, "objectives", "no objective is due within 180 days of the launch"},
		{questions.ObjectiveDueSoon, "one is enough", func(p *planfile.Plan) { p.Objectives[0].Due = scoretest.Day(900) }, "", ""},
		{questions.ObjectiveDueSoon, "last day", func(p *planfile.Plan) { due(p, 60+180) }, "", ""},
		{questions.ObjectiveDueSoon, "day after", func(p *planfile.Plan) { due(p, 60+181) }, "objectives", "no objective is due within 180 days of the launch"},
		{questions.ObjectiveDueSoon, "long before", func(p *planfile.Plan) { due(p, 60-181) }, "objectives", "no objective is due within 180 days of the launch"},
		{questions.ObjectiveDueSoon, "no launch, last day", func(p *planfile.Plan) { p.Initiative.Launch = noDay(); due(p, 40+180) }, "", ""},
		{questions.ObjectiveDueSoon, "no launch, day after", func(p *planfile.Plan) { p.Initiative.Launch = noDay(); due(p, 40+181) }, "objectives", "no objective is due within 180 days of the date of this audit"},
		{questions.ObjectiveDueSoon, "no date", func(p *planfile.Plan) { p.Objectives[0].Due, p.Objectives[1].Due = noDay(), noDay() }, "objectives", "no objective is due within 180 days of the launch"},
		{questions.EmployeesTold, "not told", func(p *planfile.Plan) { p.Stakeholders[0].Told = noDay() }, "stakeholders", "no group of employees has been told the purpose"},
		{questions.EmployeesTold, "none listed", func(p *planfile.Plan) { p.Stakeholders = p.Stakeholders[1:] }, "stakeholders", "no group of employees has been told the purpose"},
		{questions.EmployeesTold, "customers do not matter", func(p *planfile.Plan) { p.Stakeholders[1].Told = noDay() }, "", ""},
		{questions.CustomersTold, "not told", func(p *planfile.Plan) { p.Stakeholders[1].Told = noDay() }, "stakeholders", "no group of customers or members has been told the purpose"},
		{questions.CustomersTold, "members will do", func(p *planfile.Plan) { p.Stakeholders[1].Kind = "members" }, "", ""},
		{questions.CustomersTold, "partners will not", func(p *planfile.Plan) { p.Stakeholders[1].Kind = "partners" }, "stakeholders", "no group of customers or members has been told the purpose"},
		{questions.PurposeRestated, "nobody", func(p *planfile.Plan) { p.Stakeholders[0].Restated, p.Stakeholders[1].Restated = noDay(), noDay() }, "stakeholders", "no group has said the purpose in its own words"},
		{questions.PurposeRestated, "one is enough", func(p *planfile.Plan) { p.Stakeholders[0].Restated = noDay() }, "", ""},
		{questions.MetricsNameObjectives, "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "no measure is listed"},
		{questions.MetricsNameObjectives, "one without", func(p *planfile.Plan) { p.Metrics[1].Objective = "" }, "metrics[1].objective", `measure "m1" names no objective`},
		{questions.MetricsNameObjectives, "one astray", func(p *planfile.Plan) { p.Metrics[1].Objective = "o9" }, "metrics[1].objective", `measure "m1" names objective "o9", which is not listed`},
		{questions.MetricsHaveBaselines, "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "no measure is listed"},
		{questions.MetricsHaveBaselines, "one without", func(p *planfile.Plan) { p.Metrics[1].Baseline = nil }, "metrics[1].baseline", `measure "m1" has no baseline`},
		{questions.MetricsHaveTargets, "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "no measure is listed"},
		{questions.MetricsHaveTargets, "no line", func(p *planfile.Plan) { p.Metrics[1].Success = planfile.Amount{} }, "metrics[1].success", `measure "m1" has no success line`},
		{questions.MetricsHaveTargets, "line in words", func(p *planfile.Plan) { p.Metrics[1].Success = planfile.Amount{Text: "they thank us"} }, "", ""},
		{questions.MetricsHaveTargets, "no date", func(p *planfile.Plan) { p.Metrics[0].By = noDay() }, "metrics[0].by", `measure "m0" has no date`},
		{questions.MetricsHaveReviews, "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "no measure is listed"},
		{questions.MetricsHaveReviews, "no owner", func(p *planfile.Plan) { p.Metrics[0].Owner = "" }, "metrics[0].owner", `measure "m0" has no owner`},
		{questions.MetricsHaveReviews, "no cadence", func(p *planfile.Plan) { p.Metrics[0].ReviewDays = 0 }, "metrics[0].review_days", `measure "m0" does not say how often it is reviewed`},
		{questions.MetricsInWordsNumbers, "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "the measures are not in both numbers and words"},
		{questions.MetricsInWordsNumbers, "only numbers", func(p *planfile.Plan) { p.Metrics[1].How = "quantitative" }, "metrics", "the measures are not in both numbers and words"},
		{questions.MetricsInWordsNumbers, "only words", func(p *planfile.Plan) { p.Metrics[0].How = "" }, "metrics", "the measures are not in both numbers and words"},
		{questions.MetricLeads, "none", func(p *planfile.Plan) { p.Metrics[0].Kind = "lagging" }, "metrics", "no measure is a leading one"},
		{questions.MetricLeads, "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "no measure is a leading one"},
		{questions.MetricHasSuccess, "one is enough", func(p *planfile.Plan) { p.Metrics[0].By = noDay() }, "", ""},
		{questions.MetricHasSuccess, "line and date apart", func(p *planfile.Plan) { p.Metrics[0].By, p.Metrics[1].Success = noDay(), planfile.Amount{} }, "metrics", "no measure has a success line and a date"},
		{questions.MetricHasSuccess, "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "no measure has a success line and a date"},
		{questions.MetricHasStop, "one is enough", func(p *planfile.Plan) { p.Metrics[0].Stop = planfile.Amount{} }, "", ""},
		{questions.MetricHasStop, "none", func(p *planfile.Plan) { p.Metrics[0].Stop, p.Metrics[1].Stop = planfile.Amount{}, planfile.Amount{} }, "metrics", "no measure has a stop line"},
		{questions.MetricHasStop, "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "no measure has a stop line"},
		{questions.ProgrammesListed, "left out", func(p *planfile.Plan) { p.Programmes = nil }, "programmes", "the other programmes are not listed"},
		{questions.ProgrammesListed, "said to be none", func(p *planfile.Plan) { p.Programmes = []planfile.Programme{} }, "", ""},
		{questions.ProgrammesListed, "without a lead", func(p *planfile.Plan) { p.Programmes[0].Lead = "" }, "", ""},
		{questions.ProgrammesMeet, "left out", func(p *planfile.Plan) { p.Programmes = nil }, "programmes", "the other programmes are not listed"},
		{questions.ProgrammesMeet, "said to be none", func(p *planfile.Plan) { p.Programmes = []planfile.Programme{} }, "", ""},
		{questions.ProgrammesMeet, "no lead", func(p *planfile.Plan) { p.Programmes[0].Lead = "" }, "programmes[0].lead", `programme "news" has no lead`},
		{questions.ProgrammesMeet, "no meetings", func(p *planfile.Plan) { p.Programmes[0].MeetsDays = 0 }, "programmes[0].meets_days", `programme "news" has no regular meeting with this initiative`},
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
					Hint:    "complete the record, or choose the rung that is true today",
				}}
			}
			scoretest.Diff(t, want, found(r, "claim-without-record"))
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
			w.Check("a1", questions.MetricLeads)
			w.Check("a1", questions.ProgrammesListed)
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

func found(r *score.Result, id string) []rules.Finding {
	var out []rules.Finding
	for _, f := range r.Findings {
		if f.ID == id {
			out = append(out, f)
		}
	}
	return out
}

func due(p *planfile.Plan, n int) {
	for i := range p.Objectives {
		p.Objectives[i].Due = scoretest.Day(n)
	}
}
