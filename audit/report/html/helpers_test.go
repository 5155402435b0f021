package html_test

import (
	"math/big"
	"path/filepath"
	"strings"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/report/html"
	"forewarn/audit/report/reporttest"
	"forewarn/audit/score"
)

// judged audits a plan of which nothing is asked.
func judged(t reporttest.T, file, text string) *audit.Audit {
	t.Helper()
	return reporttest.Audit(t, gate.Terms{}, file, text)
}

// readings adds readings to the numeric measure of the example, and waives one
// of its warnings.
func withReadings(example string) string {
	example = strings.Replace(example, "    review_days: 14\n", `    review_days: 14
    readings:
      - {on: 2027-02-15, value: 22}
      - {on: 2027-03-15, value: 17, note: the evening volunteers joined}
      - {on: 2027-05-10, value: 9.5}
`, 1)
	return example + `
waivers:
  - {warning: organisation-unprepared, reason: jobs are settled in January, owner: Dana Ruiz, until: 2027-01-31}
`
}

// sampleRuns are a run for each plan of testdata, for the example, for plans of
// which some are broken, and for one that is hostile in every field.
func sampleRuns(t reporttest.T) map[string][]*audit.Audit {
	t.Helper()
	files, err := filepath.Glob("../../../testdata/plans/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no plans in testdata", err)
	}
	runs := map[string][]*audit.Audit{}
	for _, file := range files {
		runs[filepath.Base(file)] = reporttest.Of(judged(t, filepath.Base(file), reporttest.Text(t, filepath.Base(file))))
	}
	example := judged(t, "plans/example.yaml", withReadings(string(planfile.Example())))
	runs["example.yaml"] = reporttest.Of(example)
	runs["several"] = reporttest.Of(example,
		judged(t, "plans/broken.yaml", "forewarn: 1\nbank: {id: core, version: 2.0.0}\ninitiative: {nmae: x}\nanswers: 3\n"),
		&audit.Audit{File: "plans/gone.yaml", Broken: "open plans/gone.yaml: no such file or directory"},
		judged(t, "plans/first-day.yaml", "forewarn: 1\nbank: {id: core, version: 2.0.0}\n"))
	runs["hostile"] = reporttest.Of(filledWith(t, hostile()))
	return runs
}

func htmlOf(t reporttest.T, run []*audit.Audit, o report.Options) string {
	t.Helper()
	o.Version = "1.2.3"
	return string(reporttest.WrittenWith(t, html.New, run, o))
}

// hostile is a text that would run, break out of any place in a page, mislead
// the eye or burst the layout.
func hostile() string {
	const run = `window.hacked=true;alert(1)`
	return `"><script>` + run + `</script><img src=x onerror="` + run + `"><svg onload='` + run + `'>` +
		`' onfocus='` + run + `' autofocus x='` + "` {{.}} ${1} </style></title></textarea>--><!-- ]]> &lt;script&gt; " +
		"javascript:" + run + " \x1b[31m\u202eesrever\u2066\u200b\x00 \u0661\u05d0\u05d1 \U0001f9d1\u200d\U0001f33e " +
		strings.Repeat("W", 10_000)
}

// filledWith is a plan with text in every field that takes any.
func filledWith(t reporttest.T, text string) *audit.Audit {
	t.Helper()
	bank, day, level, committed := reporttest.Bank(t), reporttest.Day(), 1, true
	plan := &planfile.Plan{
		Forewarn: planfile.Format, Bank: planfile.BankRef{ID: bank.ID, Version: text},
		Initiative:   planfile.Initiative{Name: text, Client: text, Owner: text, Intent: text, Launch: day, ToolCommitted: &committed},
		Answers:      map[string]map[string]planfile.Answer{},
		Objectives:   []planfile.Objective{{ID: text, Statement: text, Goal: text, GoalOwner: text, Due: day}},
		Stakeholders: []planfile.Stakeholder{{Group: text, Kind: text, Owner: text, Told: day}},
		Metrics: []planfile.Metric{{
			ID: text, Name: text, Objective: text, How: "quantitative", Kind: "leading", Better: "higher", Unit: text,
			Baseline: &planfile.Baseline{Value: number("1" + strings.Repeat("0", 400)), On: day},
			Success:  number("-1"), Stop: number("0.333"), By: day, Owner: text, Source: text, ReviewDays: 3,
			Readings: []planfile.Reading{{On: day.AddDate(0, 1, 0), Value: number("7"), Note: text}, {On: day, Value: planfile.Amount{Text: text}, Verdict: text, Note: text}},
		}},
		Programmes: []planfile.Programme{{Name: text, Lead: text, Shares: text}},
		Scenarios:  []planfile.Scenario{{What: text, Risk: text, Response: text, Owner: text}},
		Waivers:    []planfile.Waiver{{Warning: "stovepipe", Reason: text, Owner: text, Until: day.AddDate(1, 0, 0)}, {Finding: text, Reason: text, Owner: text, Until: day}},
		Reviews:    []planfile.Review{{On: day, Decision: text, Lesson: text, Level: text}},
	}
	for _, qn := range bank.Questionnaires {
		plan.Answers[qn.ID] = map[string]planfile.Answer{}
		for i, q := range qn.Questions {
			a := planfile.Answer{Level: &level, On: day, Note: text, Dissent: text, Evidence: &planfile.Evidence{Shown: text, On: day}}
			switch i % 3 {
			case 1:
				a.Evidence = &planfile.Evidence{Vouched: text, On: day}
			case 2:
				a = planfile.Answer{Unknown: text, Note: text}
			}
			plan.Answers[qn.ID][q.ID] = a
		}
	}
	result, err := score.Score(bank, plan, score.Circumstances{AsOf: planfile.OnDay(day)})
	if err != nil {
		t.Fatal(err)
	}
	return &audit.Audit{File: text, Result: result, Decision: gate.Terms{MinGrade: "A"}.Judge(plan, result, nil)}
}

func number(s string) planfile.Amount {
	n, ok := new(big.Rat).SetString(s)
	if !ok {
		panic(s)
	}
	return planfile.Amount{Text: s, Number: n}
}
