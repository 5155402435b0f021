package gate_test

import (
	"math/big"
	"regexp"
	"slices"
	"testing"

	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/audit/score/scoretest"
	"forewarn/audit/yamldoc"
)

// judged judges a result that no file stands behind, and holds it against an
// earlier one unless that is nil. Of their plans only the waivers count.
func judged(terms gate.Terms, r, before *score.Result) *gate.Decision {
	plan := func(r *score.Result) *planfile.Plan { return &planfile.Plan{Waivers: r.Records.Waivers} }
	if before == nil {
		return terms.Judge(plan(r), r, nil)
	}
	return terms.Judge(plan(r), r, &gate.Baseline{Name: "main", Plan: plan(before), Result: before})
}

// findings are all that a result has.
func findings(r *score.Result) []gate.Finding { return judged(gate.Terms{}, r, nil).Findings }

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
		r.Gradable, r.Missing = false, scoretest.Alike("only 12 of 26 questions are answered", "a core question is blank: strategy-first")
		return r
	}
	lone := func() *score.Result {
		return &score.Result{Gradable: true, Findings: []rules.Finding{{ID: "few-reviews", Severity: rules.Minor}}}
	}
	for _, c := range []struct {
		name   string
		terms  gate.Terms
		result *score.Result
		want   []string
	}{
		{"no gate", gate.Terms{}, open(), nil},
		{"grade met", gate.Terms{MinGrade: "D"}, graded(), nil},
		{"better than asked", gate.Terms{MinGrade: "F"}, graded(), nil},
		{"grade of the high end does not help", gate.Terms{MinGrade: "C"}, graded(), []string{"grade D is below the required C"}},
		{"not gradable meets no grade", gate.Terms{MinGrade: "F"}, open(), []string{"not gradable yet: only 12 of 26 questions are answered; a core question is blank: strategy-first"}},
		{"score met exactly", gate.Terms{MinScore: big.NewRat(275, 6)}, graded(), nil},
		{"score missed by a hair", gate.Terms{MinScore: big.NewRat(458334, 10000)}, graded(), []string{"score 45.8 is below the required 45.8334"}},
		{"whole score", gate.Terms{MinScore: big.NewRat(55, 1)}, graded(), []string{"score 45.8 is below the required 55"}},
		{"score of an open plan", gate.Terms{MinScore: big.NewRat(40, 1)}, open(), nil},
		{"critical", gate.Terms{FailOn: rules.Critical}, graded(), []string{"no-goal is critical"}},
		{"major", gate.Terms{FailOn: rules.Major}, graded(), []string{
			"no-goal is critical",
			"all-lagging is major", "in-the-dark is major and possible, as answers are open", "metric-without-stop is major, 2 times"}},
		{"minor", gate.Terms{FailOn: rules.Minor}, graded(), []string{
			"no-goal is critical",
			"all-lagging is major", "in-the-dark is major and possible, as answers are open", "metric-without-stop is major, 2 times",
			"few-reviews is minor", "unheard is minor"}},
		{"one finding", gate.Terms{FailOn: rules.Minor}, lone(), []string{"few-reviews is minor"}},
		{"nothing so grave", gate.Terms{FailOn: rules.Major}, lone(), nil},
		{"all at once", gate.Terms{MinGrade: "B", MinScore: big.NewRat(70, 1), FailOn: rules.Critical}, graded(), []string{
			"grade D is below the required B", "score 45.8 is below the required 70", "no-goal is critical"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := judged(c.terms, c.result, nil)
			scoretest.Diff(t, c.want, scoretest.Working(d.Reasons))
			if d.Passed() != (len(c.want) == 0) {
				t.Errorf("passed is %t with the reasons %q", d.Passed(), d.Reasons)
			}
		})
	}
}

// Warnings stand among the findings at the first answer that raises them, and
// a fingerprint stays when the line moves.
func TestWarningsStandAmongTheFindings(t *testing.T) {
	at := func(line int) yamldoc.Pos { return yamldoc.Pos{Line: line, Col: 1, EndLine: line, EndCol: 2} }
	result := func(moved int) *score.Result {
		return &score.Result{
			Warnings: []score.Warning{{ID: "stovepipe", Title: "Apart", Cap: "C", Severity: rules.Major, Confirmed: true,
				Because: []score.Reason{{Question: "in-step", Says: rules.Alike("We talked."), Key: "answers.silos.in-step", Pos: at(9 + moved)}}}},
			Findings: []rules.Finding{
				{ID: "few-reviews", Key: "metrics[0].review_days", Message: "x", Pos: at(7 + moved)},
				{ID: "few-reviews", Key: "metrics[1].review_days", Message: "x", Pos: at(12 + moved)},
			},
		}
	}
	var got []string
	seen := map[string]bool{}
	for i, f := range findings(result(0)) {
		got = append(got, f.Pos.String()+" "+f.Key+" "+f.Message)
		if moved := findings(result(3))[i]; moved.Fingerprint != f.Fingerprint || seen[f.Fingerprint] {
			t.Errorf("%s: the fingerprint moved with the line, or is another's", f.Key)
		}
		seen[f.Fingerprint] = true
	}
	scoretest.Diff(t, []string{
		"7:1 metrics[0].review_days x",
		"9:1 answers.silos.in-step Apart, holds the grade at C or below; in-step: We talked",
		"12:1 metrics[1].review_days x",
	}, got)
}

// A fingerprint is whole, and each part of what it is made of matters: where
// one ends and the next begins, too. What is alike is told apart.
func TestFingerprint(t *testing.T) {
	about := func(question, record string) rules.About { return rules.About{Question: question, Record: record} }
	found := []rules.Finding{
		{ID: "few-reviews", About: about("", "metrics/m")},
		{ID: "no-goal", About: about("", "metrics/m")},
		{ID: "few-reviews", About: about("", "metrics/n")},
		{ID: "few-reviews", About: about("q", "metrics/m")},
		{ID: "few-reviews", About: about("metrics/m", "")},
		{ID: "few-reviews", About: about("few-reviews", "")},
		{ID: "few-reviews", About: about("", "metrics/m")},
		{ID: "few-reviews", About: about("", "metrics/m")},
		{ID: "stovepipe"},
	}
	seen := map[string]int{}
	for i, f := range gate.Errors(found) {
		if whole := regexp.MustCompile(`^[0-9a-f]{32}$`); !whole.MatchString(f.Fingerprint) {
			t.Errorf("%d: the fingerprint is %q, want 32 digits", i, f.Fingerprint)
		}
		if other, taken := seen[f.Fingerprint]; taken {
			t.Errorf("%d has the fingerprint of %d", i, other)
		}
		seen[f.Fingerprint] = i
	}
	reworded := slices.Clone(found)
	for i := range reworded {
		reworded[i].Message, reworded[i].Hint, reworded[i].Key = "other words", "other advice", "elsewhere"
		reworded[i].Severity, reworded[i].Pos = rules.Minor, yamldoc.Pos{Line: 99}
	}
	for i, f := range gate.Errors(reworded) {
		if seen[f.Fingerprint] != i {
			t.Errorf("%d: other words or another place make another fingerprint", i)
		}
	}
}

// What stands against a plan is marked, and nothing else.
func TestFails(t *testing.T) {
	r := &score.Result{
		Gradable: true,
		Records:  score.Records{Waivers: []planfile.Waiver{{Finding: "all-lagging", Until: scoretest.Day(1)}}},
		AsOf:     scoretest.AsOf(1),
		Findings: []rules.Finding{
			{ID: "metric-without-stop", Severity: rules.Major, Key: "metrics[0]"},
			{ID: "metric-without-stop", Severity: rules.Major, Key: "metrics[1]"},
			{ID: "few-reviews", Severity: rules.Minor},
			{ID: "all-lagging", Severity: rules.Major},
			{ID: "answer-stale", Severity: rules.Minor},
		},
	}
	got := map[string]bool{}
	for _, f := range judged(gate.Terms{FailOn: rules.Major}, r, nil).Findings {
		got[f.ID+" "+f.Key] = f.Fails
	}
	scoretest.Diff(t, map[string]bool{
		"metric-without-stop metrics[0]": true, "metric-without-stop metrics[1]": true, // every one of a rule
		"few-reviews ": false, "all-lagging ": false, // not severe enough, and waived
		"answer-stale ": true, // whatever its severity
	}, got)
}
