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
		{"objectives-have-goals", "no objective", func(p *planfile.Plan) { p.Objectives = nil }, "objectives", "no objective is listed"},
		{"objectives-have-goals", "empty list", func(p *planfile.Plan) { p.Objectives = []planfile.Objective{} }, "objectives", "no objective is listed"},
		{"objectives-have-goals", "no goal", func(p *planfile.Plan) { p.Objectives[1].Goal = "" }, "objectives[1].goal", `objective "o1" names no goal that it serves`},
		{"objectives-have-goals", "no owner", func(p *planfile.Plan) { p.Objectives[1].GoalOwner = "" }, "objectives[1].goal_owner", `objective "o1" does not say who answers for its goal`},
		{"objective-due-soon", "no objective", func(p *planfile.Plan) { p.Objectives = nil }, "objectives", "no objective is due within 180 days of the launch"},
		{"objective-due-soon", "one is enough", func(p *planfile.Plan) { p.Objectives[0].Due = scoretest.Day(900) }, "", ""},
		{"objective-due-soon", "last day", func(p *planfile.Plan) { due(p, 60+180) }, "", ""},
		{"objective-due-soon", "day after", func(p *planfile.Plan) { due(p, 60+181) }, "objectives", "no objective is due within 180 days of the launch"},
		{"objective-due-soon", "long before", func(p *planfile.Plan) { due(p, 60-181) }, "objectives", "no objective is due within 180 days of the launch"},
		{"objective-due-soon", "no launch, last day", func(p *planfile.Plan) { p.Initiative.Launch = noDay(); due(p, 40+180) }, "", ""},
		{"objective-due-soon", "no launch, day after", func(p *planfile.Plan) { p.Initiative.Launch = noDay(); due(p, 40+181) }, "objectives", "no objective is due within 180 days of the date of this audit"},
		{"objective-due-soon", "no date", func(p *planfile.Plan) { p.Objectives[0].Due, p.Objectives[1].Due = noDay(), noDay() }, "objectives", "no objective is due within 180 days of the launch"},
		{"employees-told", "not told", func(p *planfile.Plan) { p.Stakeholders[0].Told = noDay() }, "stakeholders", "no group of employees has been told the purpose"},
		{"employees-told", "none listed", func(p *planfile.Plan) { p.Stakeholders = p.Stakeholders[1:] }, "stakeholders", "no group of employees has been told the purpose"},
		{"employees-told", "customers do not matter", func(p *planfile.Plan) { p.Stakeholders[1].Told = noDay() }, "", ""},
		{"customers-told", "not told", func(p *planfile.Plan) { p.Stakeholders[1].Told = noDay() }, "stakeholders", "no group of customers or members has been told the purpose"},
		{"customers-told", "members will do", func(p *planfile.Plan) { p.Stakeholders[1].Kind = "members" }, "", ""},
		{"customers-told", "partners will not", func(p *planfile.Plan) { p.Stakeholders[1].Kind = "partners" }, "stakeholders", "no group of customers or members has been told the purpose"},
		{"purpose-restated", "nobody", func(p *planfile.Plan) { p.Stakeholders[0].Restated, p.Stakeholders[1].Restated = noDay(), noDay() }, "stakeholders", "no group has said the purpose in its own words"},
		{"purpose-restated", "one is enough", func(p *planfile.Plan) { p.Stakeholders[0].Restated = noDay() }, "", ""},
		{"metrics-name-objectives", "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "no measure is listed"},
		{"metrics-name-objectives", "one without", func(p *planfile.Plan) { p.Metrics[1].Objective = "" }, "metrics[1].objective", `measure "m1" names no objective`},
		{"metrics-name-objectives", "one astray", func(p *planfile.Plan) { p.Metrics[1].Objective = "o9" }, "metrics[1].objective", `measure "m1" names objective "o9", which is not listed`},
		{"metrics-have-baselines", "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "no measure is listed"},
		{"metrics-have-baselines", "one without", func(p *planfile.Plan) { p.Metrics[1].Baseline = nil }, "metrics[1].baseline", `measure "m1" has no baseline`},
		{"metrics-have-targets", "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "no measure is listed"},
		{"metrics-have-targets", "no line", func(p *planfile.Plan) { p.Metrics[1].Success = planfile.Amount{} }, "metrics[1].success", `measure "m1" has no success line`},
		{"metrics-have-targets", "line in words", func(p *planfile.Plan) { p.Metrics[1].Success = planfile.Amount{Text: "they thank us"} }, "", ""},
		{"metrics-have-targets", "no date", func(p *planfile.Plan) { p.Metrics[0].By = noDay() }, "metrics[0].by", `measure "m0" has no date`},
		{"metrics-have-reviews", "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "no measure is listed"},
		{"metrics-have-reviews", "no owner", func(p *planfile.Plan) { p.Metrics[0].Owner = "" }, "metrics[0].owner", `measure "m0" has no owner`},
		{"metrics-have-reviews", "no cadence", func(p *planfile.Plan) { p.Metrics[0].ReviewDays = 0 }, "metrics[0].review_days", `measure "m0" does not say how often it is reviewed`},
		{"metrics-in-words-numbers", "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "the measures are not in both numbers and words"},
		{"metrics-in-words-numbers", "only numbers", func(p *planfile.Plan) { p.Metrics[1].How = "quantitative" }, "metrics", "the measures are not in both numbers and words"},
		{"metrics-in-words-numbers", "only words", func(p *planfile.Plan) { p.Metrics[0].How = "" }, "metrics", "the measures are not in both numbers and words"},
		{"metric-leads", "none", func(p *planfile.Plan) { p.Metrics[0].Kind = "lagging" }, "metrics", "no measure is a leading one"},
		{"metric-leads", "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "no measure is a leading one"},
		{"metric-has-success", "one is enough", func(p *planfile.Plan) { p.Metrics[0].By = noDay() }, "", ""},
		{"metric-has-success", "line and date apart", func(p *planfile.Plan) { p.Metrics[0].By, p.Metrics[1].Success = noDay(), planfile.Amount{} }, "metrics", "no measure has a success line and a date"},
		{"metric-has-success", "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "no measure has a success line and a date"},
		{"metric-has-stop", "one is enough", func(p *planfile.Plan) { p.Metrics[0].Stop = planfile.Amount{} }, "", ""},
		{"metric-has-stop", "none", func(p *planfile.Plan) { p.Metrics[0].Stop, p.Metrics[1].Stop = planfile.Amount{}, planfile.Amount{} }, "metrics", "no measure has a stop line"},
		{"metric-has-stop", "no metric", func(p *planfile.Plan) { p.Metrics = nil }, "metrics", "no measure has a stop line"},
		{"programmes-listed", "left out", func(p *planfile.Plan) { p.Programmes = nil }, "programmes", "the other programmes are not listed"},
		{"programmes-listed", "said to be none", func(p *planfile.Plan) { p.Programmes = []planfile.Programme{} }, "", ""},
		{"programmes-listed", "without a lead", func(p *planfile.Plan) { p.Programmes[0].Lead = "" }, "", ""},
		{"programmes-meet", "left out", func(p *planfile.Plan) { p.Programmes = nil }, "programmes", "the other programmes are not listed"},
		{"programmes-meet", "said to be none", func(p *planfile.Plan) { p.Programmes = []planfile.Programme{} }, "", ""},
		{"programmes-meet", "no lead", func(p *planfile.Plan) { p.Programmes[0].Lead = "" }, "programmes[0].lead", `programme "news" has no lead`},
		{"programmes-meet", "no meetings", func(p *planfile.Plan) { p.Programmes[0].MeetsDays = 0 }, "programmes[0].meets_days", `programme "news" has no regular meeting with this initiative`},
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
