package score_test

import (
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/audit/score/scoretest"
)

func noDay() time.Time { return time.Time{} }

// findingCase changes a sound plan, which has no finding, and says which ones
// it has then: id, key and message.
type findingCase struct {
	name   string
	change func(*planfile.Plan)
	want   []string
}

func findingCases() []findingCase {
	return []findingCase{
		{"metric without baseline", func(p *planfile.Plan) { p.Metrics[0].Baseline = nil }, []string{`metric-without-baseline metrics[0].baseline: the plan gives no baseline for measure "m0"`}},
		{"metric without success", func(p *planfile.Plan) { p.Metrics[0].Success = planfile.Amount{} }, []string{`metric-without-success metrics[0].success: the plan gives no success line for measure "m0"`}},
		{"metric without stop", func(p *planfile.Plan) { p.Metrics[0].Stop = planfile.Amount{} }, []string{`metric-without-stop metrics[0].stop: the plan gives no stop line for measure "m0"`}},
		{"metric without date", func(p *planfile.Plan) { p.Metrics[0].By = noDay() }, []string{`metric-without-date metrics[0].by: the plan gives no date for measure "m0"`}},
		{"metric without owner", func(p *planfile.Plan) { p.Metrics[0].Owner = "" }, []string{`metric-without-owner metrics[0].owner: the plan names no owner for measure "m0"`}},
		{"metric without source", func(p *planfile.Plan) { p.Metrics[0].Source = "" }, []string{`metric-without-source metrics[0].source: the plan names no source for measure "m0"`}},
		{"metric without cadence", func(p *planfile.Plan) { p.Metrics[0].ReviewDays = 0 }, []string{`metric-without-cadence metrics[0].review_days: the plan does not say how often measure "m0" is reviewed`}},
		{"metric without objective", func(p *planfile.Plan) { p.Metrics[0].Objective = "" }, []string{`metric-without-objective metrics[0].objective: the plan does not say which objective measure "m0" belongs to`}},

		{"past the stop line", readings(19, 25), []string{`line-crossed metrics[0].readings[1]: measure "m0" has crossed its stop line`}},
		{"at the stop line", readings(19, 24), nil},
		{"back from the stop line, undecided", readings(25, 19), []string{`line-crossed metrics[0].readings[0]: measure "m0" has crossed its stop line`}},
		{"latest is not last", func(p *planfile.Plan) { readings(25, 19)(p); p.Metrics[0].Readings[0].On = scoretest.Day(39) }, []string{`line-crossed metrics[0].readings[0]: measure "m0" has crossed its stop line`}},
		{"same day", func(p *planfile.Plan) { readings(19, 25)(p); p.Metrics[0].Readings[0].On = p.Metrics[0].Readings[1].On }, []string{`line-crossed metrics[0].readings[1]: measure "m0" has crossed its stop line`}},
		{"higher is better, below", func(p *planfile.Plan) { rising26(p); p.Metrics[0].Readings[1].Value = scoretest.Amount(23) }, []string{`line-crossed metrics[0].readings[1]: measure "m0" has crossed its stop line`}},
		{"higher is better, at", rising26, nil},
		{"no direction", func(p *planfile.Plan) { readings(19, 25)(p); p.Metrics[0].Better = "" }, []string{`not-comparable metrics[0].better: measure "m0" cannot be compared: the plan does not say whether higher or lower is better`}},
		{"verdict stop", verdicts("stop"), []string{`line-crossed metrics[0].readings[0]: measure "m0" has crossed its stop line`}},
		{"verdict adjust", verdicts("adjust"), nil},

		{"success at the baseline", success(26), []string{`success-no-better metrics[0].success: measure "m0" has a success line that is no better than its baseline`}},
		{"success under the baseline", success(25), nil},
		{"success over the baseline", success(27), []string{`success-no-better metrics[0].success: measure "m0" has a success line that is no better than its baseline`}},
		{"success in words", func(p *planfile.Plan) { p.Metrics[0].Success = planfile.Amount{Text: "thanks"} }, []string{`not-comparable metrics[0].success: measure "m0" cannot be compared: "thanks" is no plain number`}},
		{"baseline in words", func(p *planfile.Plan) {
			p.Metrics[0].Baseline = &planfile.Baseline{Value: planfile.Amount{Text: "slow"}, On: scoretest.Day(1)}
		}, []string{`not-comparable metrics[0].baseline.value: measure "m0" cannot be compared: "slow" is no plain number`}},
		{"no direction for success", func(p *planfile.Plan) { success(27)(p); p.Metrics[0].Better = "" }, []string{`not-comparable metrics[0].better: measure "m0" cannot be compared: the plan does not say whether higher or lower is better`}},
		{"success by a fraction", func(p *planfile.Plan) {
			p.Metrics[0].Success, p.Metrics[0].Stop = planfile.Amount{Text: "25.9", Number: big.NewRat(259, 10)}, scoretest.Amount(26)
		}, nil},

		{"a reading of tomorrow", func(p *planfile.Plan) { readings(19, 25)(p); p.Metrics[0].Readings[1].On = scoretest.Day(41) }, []string{`future-date metrics[0].readings[1].on: the day of a reading of measure "m0", 2026-02-10, lies after this audit, and does not count until then`}},
		{"a better reading of tomorrow hides nothing", func(p *planfile.Plan) { readings(25, 19)(p); p.Metrics[0].Readings[1].On = scoretest.Day(41) }, []string{
			`future-date metrics[0].readings[1].on: the day of a reading of measure "m0", 2026-02-10, lies after this audit, and does not count until then`,
			`line-crossed metrics[0].readings[0]: measure "m0" has crossed its stop line`}},
		{"decided on that day", func(p *planfile.Plan) {
			readings(19, 25)(p)
			p.Reviews = []planfile.Review{{On: scoretest.Day(34), Decision: "adjust"}}
		}, nil},
		{"decided the day before", func(p *planfile.Plan) {
			readings(19, 25)(p)
			p.Reviews = []planfile.Review{{On: scoretest.Day(33), Decision: "adjust"}}
		}, []string{`line-crossed metrics[0].readings[1]: measure "m0" has crossed its stop line`}},
		{"to be decided", func(p *planfile.Plan) {
			readings(19, 25)(p)
			p.Reviews = []planfile.Review{{On: scoretest.Day(41), Decision: "adjust"}}
		}, []string{
			`line-crossed metrics[0].readings[1]: measure "m0" has crossed its stop line`,
			`future-date reviews[0].on: the day of a review, 2026-02-10, lies after this audit, and does not count until then`}},
		{"a baseline of tomorrow", func(p *planfile.Plan) {
			p.Metrics[0].Baseline = &planfile.Baseline{Value: scoretest.Amount(26), On: scoretest.Day(41)}
		}, []string{`future-date metrics[0].baseline.on: the day of the baseline of measure "m0", 2026-02-10, lies after this audit, and does not count until then`}},
		{"rehearsed tomorrow", func(p *planfile.Plan) { p.Scenarios[0].Rehearsed = scoretest.Day(41) }, []string{`future-date scenarios[0].rehearsed: the day of the rehearsal of "a bad tip", 2026-02-10, lies after this audit, and does not count until then`}},

		{"stop at success", func(p *planfile.Plan) { p.Metrics[0].Stop = scoretest.Amount(4) }, nil},
		{"stop beyond success", func(p *planfile.Plan) { p.Metrics[0].Stop = scoretest.Amount(3) }, []string{`stop-beyond-success metrics[0].stop: measure "m0" has a stop line beyond its success line`}},
		{"stop beyond success, higher is better", func(p *planfile.Plan) {
			rising26(p)
			p.Metrics[0].Stop = scoretest.Amount(41)
			p.Metrics[0].Readings = nil
		}, []string{`stop-beyond-success metrics[0].stop: measure "m0" has a stop line beyond its success line`}},
		{"numbers with a unit", func(p *planfile.Plan) { p.Metrics[0].Stop = planfile.Amount{Text: "24 h"} }, []string{`not-comparable metrics[0].stop: measure "m0" cannot be compared: "24 h" is no plain number`}},
		{"readings in words", func(p *planfile.Plan) {
			readings(19, 19)(p)
			p.Metrics[0].Readings[0].Value = planfile.Amount{Text: "24,5"}
		}, []string{`not-comparable metrics[0].readings[0].value: measure "m0" cannot be compared: "24,5" is no plain number`}},
		{"no line is drawn", func(p *planfile.Plan) {
			p.Metrics[0].Success, p.Metrics[0].Stop, p.Metrics[0].Better = planfile.Amount{}, planfile.Amount{}, ""
		}, []string{
			`metric-without-stop metrics[0].stop: the plan gives no stop line for measure "m0"`, `metric-without-success metrics[0].success: the plan gives no success line for measure "m0"`}},
		{"numbers without being said to be", func(p *planfile.Plan) { p.Metrics[0].How, p.Metrics[0].Better = "", "" }, []string{`not-comparable metrics[0].better: measure "m0" cannot be compared: the plan does not say whether higher or lower is better`}},
		{"lines in words", func(p *planfile.Plan) {
			p.Metrics[1].Success, p.Metrics[1].Stop, p.Metrics[1].Better = planfile.Amount{Text: "thanks"}, planfile.Amount{Text: "anger"}, ""
		}, nil},

		{"restated before told", func(p *planfile.Plan) {
			p.Stakeholders[0].Told, p.Stakeholders[0].Restated = scoretest.Day(20), scoretest.Day(19)
		}, []string{`restated-too-early stakeholders[0].restated: group "staff" said the purpose in its own words on 2026-01-19, and was told it on 2026-01-20`}},
		{"restated on the same day", func(p *planfile.Plan) {
			p.Stakeholders[0].Told, p.Stakeholders[0].Restated = scoretest.Day(20), scoretest.Day(20)
		}, nil},
		{"the same group", func(p *planfile.Plan) {
			same := p.Stakeholders[0]
			same.Group = " STAFF"
			p.Stakeholders = append(p.Stakeholders, same)
		}, []string{`group-twice stakeholders[2].group: group " STAFF" is listed twice`}},
		{"launched half a year ago", func(p *planfile.Plan) {
			p.Initiative.Launch, p.Objectives[0].Due = scoretest.Day(40-180), scoretest.Day(30)
		}, nil},
		{"launched longer ago", func(p *planfile.Plan) {
			p.Initiative.Launch, p.Objectives[0].Due = scoretest.Day(39-180), scoretest.Day(30)
		}, []string{`launch-past initiative.launch: the launch was planned for 2025-08-12, and the plan does not say that the initiative is live`}},
		{"launched, and live", func(p *planfile.Plan) {
			p.Initiative.Launch, p.Initiative.Live = scoretest.Day(39-180), scoretest.Ptr(true)
		}, nil},
		{"due half a year ago", func(p *planfile.Plan) { p.Objectives[0].Due = scoretest.Day(40 - 180) }, nil},
		{"due longer ago", func(p *planfile.Plan) { p.Objectives[0].Due = scoretest.Day(39 - 180) }, []string{`target-past objectives[0].due: objective "o0" was due on 2025-08-12`}},
		{"held against its lines long ago", func(p *planfile.Plan) {
			p.Metrics[0].By, p.Metrics[0].Baseline.On = scoretest.Day(39-180), scoretest.Day(-400)
		}, []string{`target-past metrics[0].by: measure "m0" was to be held against its lines by 2025-08-12`}},

		{"three reviews fit", func(p *planfile.Plan) { p.Metrics[0].By = scoretest.Day(1 + 42) }, nil},
		{"a day short of three", func(p *planfile.Plan) { p.Metrics[0].By = scoretest.Day(42) }, []string{`few-reviews metrics[0].review_days: measure "m0" leaves time for 2 reviews of 14 days before 2026-02-11`}},
		{"one review", func(p *planfile.Plan) { p.Metrics[0].By = scoretest.Day(16) }, []string{`few-reviews metrics[0].review_days: measure "m0" leaves time for 1 review of 14 days before 2026-01-16`}},
		{"date before the baseline", func(p *planfile.Plan) { p.Metrics[0].By = scoretest.Day(-60) }, []string{`few-reviews metrics[0].review_days: measure "m0" leaves time for no review of 14 days before 2025-11-01`}},
		{"from the audit without a baseline", func(p *planfile.Plan) { p.Metrics[0].Baseline, p.Metrics[0].By = nil, scoretest.Day(81) }, []string{
			`metric-without-baseline metrics[0].baseline: the plan gives no baseline for measure "m0"`,
			`few-reviews metrics[0].review_days: measure "m0" leaves time for 2 reviews of 14 days before 2026-03-22`}},

		{"all numbers", func(p *planfile.Plan) { p.Metrics[1].How = "quantitative" }, []string{"one-kind-of-measure metrics: every measure is a number, none is in words"}},
		{"all words", func(p *planfile.Plan) { p.Metrics[0].How = "qualitative" }, []string{"one-kind-of-measure metrics: every measure is in words, none is a number"}},
		{"not said which", func(p *planfile.Plan) { p.Metrics[0].How = "" }, nil},
		{"one metric", func(p *planfile.Plan) { p.Metrics = p.Metrics[1:] }, nil},
		{"all lagging", func(p *planfile.Plan) { p.Metrics[0].Kind = "lagging" }, []string{"all-lagging metrics: no measure is leading: each moves only with the final result"}},
		{"seven metrics", metrics(7), nil},
		{"eight metrics", metrics(8), []string{"too-many-metrics metrics: 8 measures are more than people can watch"}},

		{"objective without goal", func(p *planfile.Plan) { p.Objectives[0].Goal = "" }, []string{`objective-without-goal objectives[0].goal: the plan does not say which goal objective "o0" serves`}},
		{"objective without owner", func(p *planfile.Plan) { p.Objectives[0].GoalOwner = "" }, []string{`objective-without-goal-owner objectives[0].goal_owner: the plan does not say who answers for the goal of objective "o0"`}},
		{"objective with neither", func(p *planfile.Plan) { p.Objectives[0].Goal, p.Objectives[0].GoalOwner = "", "" }, []string{`objective-without-goal objectives[0].goal: the plan does not say which goal objective "o0" serves`}},
		{"objective without date", func(p *planfile.Plan) { p.Objectives[0].Due = noDay() }, []string{`objective-without-date objectives[0].due: the plan does not say by which day objective "o0" is due`}},

		{"not told", func(p *planfile.Plan) { p.Stakeholders[0].Told, p.Stakeholders[0].Restated = noDay(), noDay() }, []string{`stakeholder-not-told stakeholders[0].told: the plan does not say when group "staff" was told the purpose`}},
		{"not asked", func(p *planfile.Plan) { p.Stakeholders[0].Restated = noDay() }, []string{`stakeholder-not-asked stakeholders[0].restated: the plan does not say when group "staff" said the purpose in its own words`}},
		{"to be told", func(p *planfile.Plan) {
			p.Stakeholders[0].Told, p.Stakeholders[0].Restated = scoretest.Day(41), noDay()
		}, []string{`future-date stakeholders[0].told: the day on which group "staff" was told the purpose, 2026-02-10, lies after this audit, and does not count until then`}},
		{"to be asked", func(p *planfile.Plan) { p.Stakeholders[0].Restated = scoretest.Day(41) }, []string{`future-date stakeholders[0].restated: the day on which group "staff" said it in its own words, 2026-02-10, lies after this audit, and does not count until then`}},
		{"asked today", func(p *planfile.Plan) { p.Stakeholders[0].Restated = scoretest.Day(40) }, nil},
		{"answered tomorrow", answered(planfile.Answer{Level: scoretest.Ptr(2), On: scoretest.Day(41)}), []string{`future-date answers.a.a1.on: the answer of "a1" is dated 2026-02-10, after this audit`}},
		{"vouched for tomorrow", answered(planfile.Answer{Level: scoretest.Ptr(2), On: scoretest.Day(40), Evidence: &planfile.Evidence{Vouched: "Ben", On: scoretest.Day(41)}}), []string{`future-date answers.a.a1.evidence.on: the evidence of "a1" is dated 2026-02-10, after this audit`}},
		{"no employees", func(p *planfile.Plan) { p.Stakeholders = p.Stakeholders[1:] }, []string{"no-employees stakeholders: the plan lists no group who will do the work"}},
		{"no customers", func(p *planfile.Plan) { p.Stakeholders = p.Stakeholders[:1] }, []string{"no-customers stakeholders: the plan lists no group whom it is for"}},
		{"members", func(p *planfile.Plan) { p.Stakeholders[1].Kind = "members" }, nil},
		{"no stakeholders", func(p *planfile.Plan) { p.Stakeholders = nil }, nil},

		{"no lead", func(p *planfile.Plan) { p.Programmes[0].Lead = "" }, []string{`programme-without-lead programmes[0].lead: the plan does not say who runs other work "news"`}},
		{"never meets", func(p *planfile.Plan) { p.Programmes[0].MeetsDays = 0 }, []string{`programme-never-meets programmes[0].meets_days: the plan does not say how often you talk with whoever runs other work "news"`}},

		{"no response", func(p *planfile.Plan) { p.Scenarios[0].Response = "" }, []string{`scenario-without-response scenarios[0].response: the plan does not say what is done first in scenario "a bad tip"`}},
		{"no owner", func(p *planfile.Plan) { p.Scenarios[0].Owner = "" }, []string{`scenario-without-owner scenarios[0].owner: the plan names no owner for scenario "a bad tip"`}},
		{"only discomfort", func(p *planfile.Plan) { p.Scenarios[0].Risk = "discomfort" }, []string{"only-discomfort scenarios: every scenario is a discomfort, none a loss"}},
		{"one discomfort", func(p *planfile.Plan) { p.Scenarios = p.Scenarios[1:] }, nil},
	}
}

func TestFindings(t *testing.T) {
	for _, c := range findingCases() {
		t.Run(c.name, func(t *testing.T) {
			w := scoretest.Sound(t)
			c.change(w.Plan)
			var got []string
			for _, f := range w.Score(t).Findings {
				got = append(got, f.ID+" "+f.Key+": "+f.Message)
				if want := map[bool]rules.Severity{true: rules.Critical, false: rules.Minor}[f.ID == rules.LineCrossed]; f.Severity != want || f.Hint == "" {
					t.Errorf("%s has severity %s and hint %q, want minor, as no question asks for it, and a hint", f.ID, f.Severity, f.Hint)
				}
				if strings.HasSuffix(f.Message, ".") || strings.HasSuffix(f.Hint, ".") {
					t.Errorf("%s ends with a full stop", f.ID)
				}
			}
			scoretest.Diff(t, scoretest.Sorted(c.want), got)
		})
	}
}

// TestRuleSeverities raises every finding of the bank as gravely as it can be,
// with all the record checks that the bank has, and every warning.
func TestRuleSeverities(t *testing.T) {
	bank, err := audit.Bank()
	if err != nil {
		t.Fatal(err)
	}
	worst := map[string]rules.Severity{"not-readable": rules.Error, "more-errors": rules.Error} // of no plan, and of a very long one
	note := func(id string, severity rules.Severity) {
		if known, ok := worst[id]; !ok || severity < known {
			worst[id] = severity
		}
	}
	noteAll := func(found []rules.Finding) {
		for _, f := range found {
			note(f.ID, f.Severity)
		}
	}
	for _, path := range brokenPlans(t) {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, found := planfile.Parse(src, bank)
		noteAll(found)
	}
	waive := func(p *planfile.Plan) {
		p.Waivers = []planfile.Waiver{{Finding: "all-lagging", Until: scoretest.Day(1)}}
	}
	for _, c := range append(findingCases(), findingCase{"none of them", lackAlike, nil}, findingCase{"waiver", waive, nil}) {
		w := scoretest.Sound(t)
		for _, check := range scoretest.Checks() {
			w.Check("a1", check)
		}
		c.change(w.Plan)
		for _, f := range (gate.Terms{MaxAge: 20, Show: rules.Note}).Judge(w.Plan, w.Score(t), nil).Findings {
			note(f.ID, f.Severity)
		}
	}
	moved := scoretest.Sound(t)
	earlier := *moved.Plan
	earlier.Metrics = slices.Clone(earlier.Metrics)
	earlier.Metrics[0].Stop = planfile.Amount{Text: "-99", Number: big.NewRat(-99, 1)}
	moved.Plan.Metrics[0].Readings = []planfile.Reading{{On: scoretest.Day(1)}}
	for _, f := range (gate.Terms{}).Judge(moved.Plan, moved.Score(t), &gate.Baseline{Name: "main", Plan: &earlier, Result: moved.Score(t)}).Findings {
		note(f.ID, f.Severity)
	}
	low := scoretest.Sound(t)
	low.Check("a1", "programmes-meet")
	low.Bank.Questionnaires[0].Questions[0].Bears = 4
	noteAll(low.Score(t).Findings)
	for _, present := range []bool{true, false} {
		w := scoretest.Parse(t, "1: 1=4s")
		weak := planfile.Weakened(w.Bank, w.Plan, scoretest.AsOf(900), func(string) bool { return present })
		noteAll([]rules.Finding{weak["a1"]})
	}
	if plan, found := planfile.Parse([]byte("forewarn: 1\nbank: {id: core, version: 1.0.0}\ninitiative:\n  name: help #1 desk\n"), bank); len(found) == 0 {
		noteAll(plan.CutTexts())
	}
	for _, vouched := range []string{"?", "me"} {
		w := scoretest.Parse(t, "1: 1=4v")
		w.Plan.Answers["a"]["a1"].Evidence.Vouched = vouched
		noteAll([]rules.Finding{planfile.Weakened(w.Bank, w.Plan, scoretest.AsOf(900), nil)["a1"]})
	}
	r, err := score.Score(bank, &planfile.Plan{Questionnaires: bank.QuestionnaireIDs(), Initiative: planfile.Initiative{ToolCommitted: scoretest.Ptr(true)}}, score.Circumstances{AsOf: scoretest.AsOf(1)})
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range r.Warnings {
		note(w.ID, w.Severity)
	}
	older, found := planfile.Parse([]byte("forewarn: 1\nbank: {id: core, version: 1.0.0}\nanswers: {metrics: {success-line: {level: 1}, targets: {level: 1}}}\n"), bank)
	if len(found) > 0 {
		t.Fatal(found)
	}
	noteAll(older.Changed(bank, func(string) bool { return true }))
	for _, w := range bank.Warnings {
		if got, raised := worst[w.ID]; !raised || got != score.SeverityOf(w.Cap) {
			t.Errorf("%s caps at %q and is %s", w.ID, w.Cap, got)
		}
	}
	all, err := rules.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range all {
		if got, raised := worst[rule.ID]; !raised {
			t.Errorf("nothing here raises %s", rule.ID)
		} else if got != rule.Severity {
			t.Errorf("%s is %s at its gravest, and the rules say %s", rule.ID, got, rule.Severity)
		}
	}
}

// lackAlike takes out of every record what is enough to have in one.
func lackAlike(p *planfile.Plan) {
	for i := range p.Objectives {
		p.Objectives[i].Due, p.Objectives[i].Goal = noDay(), ""
	}
	for i := range p.Scenarios {
		p.Scenarios[i].Response, p.Scenarios[i].Owner = "", ""
	}
	for i := range p.Programmes {
		p.Programmes[i].Lead, p.Programmes[i].MeetsDays = "", 0
	}
	for i := range p.Stakeholders {
		p.Stakeholders[i].Restated = noDay()
	}
	for i := range p.Metrics {
		id := p.Metrics[i].ID
		p.Metrics[i] = planfile.Metric{ID: id, Name: id, How: p.Metrics[i].How, Kind: p.Metrics[i].Kind}
	}
	p.Dismissed = []planfile.Dismissal{{Note: "taking-words", At: "intent", Reason: "r"}}
}

func brokenPlans(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob("../../testdata/broken/*.yaml")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no broken plans: %v", err)
	}
	return paths
}

func answered(a planfile.Answer) func(*planfile.Plan) {
	return func(p *planfile.Plan) { p.Answers["a"]["a1"] = a }
}

func readings(first, second int64) func(*planfile.Plan) {
	return func(p *planfile.Plan) {
		p.Metrics[0].Readings = []planfile.Reading{{On: scoretest.Day(20), Value: scoretest.Amount(first)}, {On: scoretest.Day(34), Value: scoretest.Amount(second)}}
	}
}

// rising26 turns the first metric round: from 26 up, stopping under 24.
func rising26(p *planfile.Plan) {
	readings(25, 24)(p)
	p.Metrics[0].Better, p.Metrics[0].Success = "higher", scoretest.Amount(40)
}

func verdicts(v string) func(*planfile.Plan) {
	return func(p *planfile.Plan) {
		p.Metrics[0].Readings = []planfile.Reading{{On: scoretest.Day(20), Verdict: v}}
	}
}

func success(n int64) func(*planfile.Plan) {
	return func(p *planfile.Plan) {
		p.Metrics[0].Success, p.Metrics[0].Stop = scoretest.Amount(n), scoretest.Amount(n+10)
	}
}

func metrics(n int) func(*planfile.Plan) {
	return func(p *planfile.Plan) {
		for len(p.Metrics) < n {
			p.Metrics = append(p.Metrics, scoretest.SoundMetric("more", "quantitative", "lagging"))
		}
	}
}

// TestFindingSeverity breaks one record of a sound plan: that is major when a
// question in scope is held by it, and minor else.
func TestFindingSeverity(t *testing.T) {
	for _, c := range []struct {
		name   string
		check  string
		change func(*planfile.Plan)
		id     string
		want   rules.Severity
	}{
		{"fails the check", "metrics-have-baselines", func(p *planfile.Plan) { p.Metrics[0].Baseline, p.Metrics[1].Baseline = nil, nil }, "metric-without-baseline", rules.Major},
		{"one baseline is enough", "metrics-have-baselines", func(p *planfile.Plan) { p.Metrics[0].Baseline = nil }, "metric-without-baseline", rules.Minor},
		{"another check", "metric-has-stop", func(p *planfile.Plan) { p.Metrics[0].Baseline = nil }, "metric-without-baseline", rules.Minor},
		{"one metric is enough", "metric-has-stop", func(p *planfile.Plan) { p.Metrics[0].Stop = planfile.Amount{} }, "metric-without-stop", rules.Minor},
		{"no metric has it", "metric-has-stop", func(p *planfile.Plan) { p.Metrics[0].Stop, p.Metrics[1].Stop = planfile.Amount{}, planfile.Amount{} }, "metric-without-stop", rules.Major},
		{"no metric has both", "metric-has-success", func(p *planfile.Plan) { p.Metrics[0].By, p.Metrics[1].By = noDay(), noDay() }, "metric-without-date", rules.Major},
		{"one kind", "metrics-in-words-numbers", func(p *planfile.Plan) { p.Metrics[0].How = "qualitative" }, "one-kind-of-measure", rules.Major},
		{"all lagging", "metric-leads", func(p *planfile.Plan) { p.Metrics[0].Kind = "lagging" }, "all-lagging", rules.Major},
		{"no lead", "programmes-meet", func(p *planfile.Plan) { p.Programmes[0].Lead = "" }, "programme-without-lead", rules.Major},
		{"listed is enough", "programmes-listed", func(p *planfile.Plan) { p.Programmes[0].Lead = "" }, "programme-without-lead", rules.Minor},
		{"no goal", "objectives-have-goals", func(p *planfile.Plan) { p.Objectives[0].Goal, p.Objectives[1].Goal = "", "" }, "objective-without-goal", rules.Major},
		{"one goal is enough", "objectives-have-goals", func(p *planfile.Plan) { p.Objectives[0].Goal = "" }, "objective-without-goal", rules.Minor},
		{"nobody answers for the goal", "objectives-have-goals", func(p *planfile.Plan) { p.Objectives[0].GoalOwner = "" }, "objective-without-goal-owner", rules.Minor},
		{"no response", "scenario-answered", func(p *planfile.Plan) { p.Scenarios[0].Response, p.Scenarios[1].Owner = "", "" }, "scenario-without-response", rules.Major},
		{"one response is enough", "scenario-answered", func(p *planfile.Plan) { p.Scenarios[0].Response = "" }, "scenario-without-response", rules.Minor},
		{"another is due", "objective-due-soon", func(p *planfile.Plan) { p.Objectives[0].Due = noDay() }, "objective-without-date", rules.Minor},
		{"none is due", "objective-due-soon", func(p *planfile.Plan) { due(p, 900); p.Objectives[0].Due = noDay() }, "objective-without-date", rules.Major},
		{"staff not told", "employees-told", func(p *planfile.Plan) { p.Stakeholders[0].Told = noDay() }, "stakeholder-not-told", rules.Major},
		{"customers not told", "employees-told", func(p *planfile.Plan) { p.Stakeholders[1].Told = noDay() }, "stakeholder-not-told", rules.Minor},
		{"no staff, customers not told", "employees-told", func(p *planfile.Plan) { p.Stakeholders = p.Stakeholders[1:]; p.Stakeholders[0].Told = noDay() }, "stakeholder-not-told", rules.Minor},
		{"no staff", "employees-told", func(p *planfile.Plan) { p.Stakeholders = p.Stakeholders[1:] }, "no-employees", rules.Major},
		{"no customers", "customers-told", func(p *planfile.Plan) { p.Stakeholders = p.Stakeholders[:1] }, "no-customers", rules.Major},
		{"nobody asked", "purpose-restated", func(p *planfile.Plan) { p.Stakeholders[0].Restated, p.Stakeholders[1].Restated = noDay(), noDay() }, "stakeholder-not-asked", rules.Major},
		{"one not asked", "purpose-restated", func(p *planfile.Plan) { p.Stakeholders[0].Restated = noDay() }, "stakeholder-not-asked", rules.Minor},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := scoretest.Sound(t)
			w.Check("a1", c.check)
			c.change(w.Plan)
			got := found(w.Score(t), c.id)
			if len(got) == 0 {
				t.Fatalf("%s is not raised", c.id)
			}
			if got[0].Severity != c.want {
				t.Errorf("%s is %s, want %s", c.id, got[0].Severity, c.want)
			}
		})
	}
}

// A question that is not scored makes nothing major.
func TestFindingSeverityNeedsTheQuestion(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(scoretest.World)
	}{
		{"out of scope", func(w scoretest.World) { w.Plan.Questionnaires = []string{"b"} }},
		{"not applicable", func(w scoretest.World) { w.Plan.Answers["a"]["a2"] = planfile.Answer{NotApplicable: "no"} }},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := scoretest.Parse(t, "1: 3=1 1=1 | 1: 1=1")
			w.Check("a2", "metrics-have-baselines")
			w.Plan.Metrics = []planfile.Metric{{ID: "m0"}}
			if got := found(w.Score(t), "metric-without-baseline")[0]; got.Severity != rules.Major {
				t.Fatalf("the severity is %s before the change, want major", got.Severity)
			}
			c.change(w)
			if got := found(w.Score(t), "metric-without-baseline")[0]; got.Severity != rules.Minor {
				t.Errorf("the severity is %s, want minor", got.Severity)
			}
		})
	}
}

func TestWeakenedEvidenceIsPassedOn(t *testing.T) {
	w := scoretest.Parse(t, "1: 1=4w 1=4s | 1: 1=4w")
	w.Plan.Questionnaires = []string{"a"}
	scoretest.Diff(t, []rules.Finding{w.C.Weakened["a1"]}, w.Score(t).Findings)
}
