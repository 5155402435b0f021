package score_test

import (
	"fmt"
	"math/big"
	"regexp"
	"testing"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/audit/yamldoc"
)

func TestGate(t *testing.T) {
	graded := func() *score.Result {
		return &score.Result{
			Gradable: true,
			Low:      score.End{Score: big.NewRat(275, 6), Grade: "D"},
			High:     score.End{Score: big.NewRat(125, 2), Grade: "C"},
			Warnings: []score.Warning{
				{ID: "no-goal", Severity: rules.Critical, Confirmed: true},
				{ID: "in-the-dark", Severity: rules.Major},
				{ID: "unheard", Severity: rules.Minor, Confirmed: true},
			},
			Findings: []rules.Finding{
				{ID: "metric-without-stop", Severity: rules.Major},
				{ID: "all-lagging", Severity: rules.Major},
				{ID: "metric-without-stop", Severity: rules.Major},
				{ID: "few-reviews", Severity: rules.Minor},
			},
		}
	}
	open := func() *score.Result {
		r := graded()
		r.Gradable, r.Missing = false, []string{"only 12 of 26 questions are answered", "a core question is blank: strategy-first"}
		return r
	}
	lone := func() *score.Result {
		return &score.Result{Gradable: true, Findings: []rules.Finding{{ID: "few-reviews", Severity: rules.Minor}}}
	}
	for _, c := range []struct {
		name   string
		gate   score.Gate
		result *score.Result
		want   []string
	}{
		{"no gate", score.Gate{}, open(), nil},
		{"grade met", score.Gate{MinGrade: "D"}, graded(), nil},
		{"better than asked", score.Gate{MinGrade: "F"}, graded(), nil},
		{"grade of the high end does not help", score.Gate{MinGrade: "C"}, graded(), []string{"grade D is below the required C"}},
		{"not gradable meets no grade", score.Gate{MinGrade: "F"}, open(), []string{"not gradable yet: only 12 of 26 questions are answered; a core question is blank: strategy-first"}},
		{"score met exactly", score.Gate{MinScore: big.NewRat(275, 6)}, graded(), nil},
		{"score missed by a hair", score.Gate{MinScore: big.NewRat(458334, 10000)}, graded(), []string{"score 45.8 is below the required 45.8334"}},
		{"whole score", score.Gate{MinScore: big.NewRat(55, 1)}, graded(), []string{"score 45.8 is below the required 55"}},
		{"score of an open plan", score.Gate{MinScore: big.NewRat(40, 1)}, open(), nil},
		{"critical", score.Gate{FailOn: rules.Critical}, graded(), []string{"no-goal is critical"}},
		{"major", score.Gate{FailOn: rules.Major}, graded(), []string{
			"no-goal is critical",
			"all-lagging is major", "in-the-dark is major and possible, as answers are open", "metric-without-stop is major, 2 times"}},
		{"minor", score.Gate{FailOn: rules.Minor}, graded(), []string{
			"no-goal is critical",
			"all-lagging is major", "in-the-dark is major and possible, as answers are open", "metric-without-stop is major, 2 times",
			"few-reviews is minor", "unheard is minor"}},
		{"one finding", score.Gate{FailOn: rules.Minor}, lone(), []string{"few-reviews is minor"}},
		{"nothing so grave", score.Gate{FailOn: rules.Major}, lone(), nil},
		{"all at once", score.Gate{MinGrade: "B", MinScore: big.NewRat(70, 1), FailOn: rules.Critical}, graded(), []string{
			"grade D is below the required B", "score 45.8 is below the required 70", "no-goal is critical"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := c.gate.Judge(c.result)
			diff(t, c.want, d.Reasons)
			if d.Passed() != (len(c.want) == 0) {
				t.Errorf("passed is %t with the reasons %q", d.Passed(), d.Reasons)
			}
		})
	}
}

// Warnings stand among the findings at the first answer that raises them, and
// a fingerprint stays when the line moves.
func TestAllFindings(t *testing.T) {
	at := func(line int) yamldoc.Pos { return yamldoc.Pos{Line: line, Col: 1, EndLine: line, EndCol: 2} }
	result := func(moved int) *score.Result {
		return &score.Result{
			Warnings: []score.Warning{{ID: "stovepipe", Title: "Apart", Cap: "C", Severity: rules.Major, Confirmed: true,
				Because: []score.Reason{{Question: "in-step", Says: "We talked.", Key: "answers.silos.in-step", Pos: at(9 + moved)}}}},
			Findings: []rules.Finding{
				{ID: "few-reviews", Key: "metrics[0].review_days", Message: "x", Pos: at(7 + moved)},
				{ID: "few-reviews", Key: "metrics[1].review_days", Message: "x", Pos: at(12 + moved)},
			},
		}
	}
	var got []string
	seen := map[string]bool{}
	for i, f := range result(0).AllFindings() {
		got = append(got, f.Pos.String()+" "+f.Key+" "+f.Message)
		if moved := result(3).AllFindings()[i]; moved.Fingerprint != f.Fingerprint || seen[f.Fingerprint] {
			t.Errorf("%s: the fingerprint moved with the line, or is another's", f.Key)
		}
		seen[f.Fingerprint] = true
	}
	diff(t, []string{
		"7:1 metrics[0].review_days x",
		"9:1 answers.silos.in-step Apart, holds the grade at C or below; in-step: We talked",
		"12:1 metrics[1].review_days x",
	}, got)
}

// A fingerprint is whole, and each part of what it is made of matters: where
// one ends and the next begins, too.
func TestFingerprint(t *testing.T) {
	seen := map[string]string{}
	for _, f := range []rules.Finding{
		{ID: "few-reviews", Key: "metrics", Message: "x"},
		{ID: "no-goal", Key: "metrics", Message: "x"},
		{ID: "few-reviews", Key: "objectives", Message: "x"},
		{ID: "few-reviews", Key: "metrics", Message: "y"},
		{ID: "few-reviewsmetrics", Message: "x"},
		{ID: "few-reviews", Key: "metricsx"},
		{ID: "metrics", Key: "few-reviews", Message: "x"},
	} {
		what := fmt.Sprintf("%s %s %s", f.ID, f.Key, f.Message)
		mark := score.Errors([]rules.Finding{f})[0].Fingerprint
		if whole := regexp.MustCompile(`^[0-9a-f]{32}$`); !whole.MatchString(mark) {
			t.Errorf("%s: the fingerprint is %q, want 32 digits", what, mark)
		}
		if other, taken := seen[mark]; taken {
			t.Errorf("%s has the fingerprint of %s", what, other)
		}
		seen[mark] = what
	}
}

// What stands against a plan is marked, and nothing else.
func TestFails(t *testing.T) {
	r := &score.Result{
		Gradable: true,
		Records:  score.Records{Waivers: []planfile.Waiver{{Finding: "all-lagging", Until: day(1)}}},
		AsOf:     day(1),
		Findings: []rules.Finding{
			{ID: "metric-without-stop", Severity: rules.Major, Key: "metrics[0]"},
			{ID: "metric-without-stop", Severity: rules.Major, Key: "metrics[1]"},
			{ID: "few-reviews", Severity: rules.Minor},
			{ID: "all-lagging", Severity: rules.Major},
			{ID: "answer-stale", Severity: rules.Minor},
		},
	}
	got := map[string]bool{}
	for _, f := range (score.Gate{FailOn: rules.Major}).Judge(r).Findings {
		got[f.ID+" "+f.Key] = f.Fails
	}
	diff(t, map[string]bool{
		"metric-without-stop metrics[0]": true, "metric-without-stop metrics[1]": true, // every one of a rule
		"few-reviews ": false, "all-lagging ": false, // not severe enough, and waived
		"answer-stale ": true, // whatever its severity
	}, got)
}
