package gate_test

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/audit/score/scoretest"
)

// standing is a gradable Result of this score and grade.
func standing(points *big.Rat, grade string, findings ...rules.Finding) *score.Result {
	return &score.Result{Gradable: true, Low: score.End{Score: points, Band: grade, Grade: grade}, Findings: findings}
}

func lacksOwner(index int, name string) rules.Finding {
	return rules.Finding{About: rules.About{Record: "metrics/" + name}, ID: "metric-without-owner", Severity: rules.Major, Key: fmt.Sprintf("metrics[%d].owner", index), Message: name + " has no owner"}
}

func TestAgainst(t *testing.T) {
	sixty := big.NewRat(60, 1)
	for _, c := range []struct {
		name        string
		before, now *score.Result
		tolerance   *big.Rat
		want        []string
	}{
		{"the same", standing(sixty, "C"), standing(sixty, "C"), nil, nil},
		{"better", standing(sixty, "C"), standing(big.NewRat(80, 1), "B"), nil, nil},
		{"lower score", standing(sixty, "C"), standing(big.NewRat(565, 10), "C"), nil, []string{"score 56.5 is lower than 60.0 in main"}},
		{"lower by a hair", standing(sixty, "C"), standing(big.NewRat(60000, 1001), "C"), nil, []string{"score 59.9 is lower than 60.0 in main"}},
		{"lower unseen", standing(big.NewRat(6005, 100), "C"), standing(sixty, "C"), nil, []string{"score 60.0 is lower than in main by less than 0.1"}},
		{"within the tolerance", standing(sixty, "C"), standing(big.NewRat(58, 1), "C"), big.NewRat(2, 1), nil},
		{"past the tolerance", standing(sixty, "C"), standing(big.NewRat(5799, 100), "C"), big.NewRat(2, 1), []string{"score 57.9 is lower than 60.0 in main, by more than 2"}},
		{"the grade has no tolerance", standing(big.NewRat(55, 1), "C"), standing(big.NewRat(54, 1), "D"), big.NewRat(2, 1), []string{"grade D is lower than C in main"}},
		{"not graded before", &score.Result{Low: score.End{Score: big.NewRat(10, 1)}}, standing(sixty, "C"), nil, nil},
		{"not gradable any more", standing(sixty, "C"), &score.Result{Low: score.End{Score: sixty}, Missing: scoretest.Alike("only 3 of 9 questions are answered")}, nil,
			[]string{"not gradable any more, grade C in main: only 3 of 9 questions are answered"}},
		{"never graded", &score.Result{Low: score.End{Score: sixty}}, &score.Result{Low: score.End{Score: sixty}}, nil, nil},
		{"a new finding", standing(sixty, "C"), standing(sixty, "C", lacksOwner(0, "m")), nil, []string{"metric-without-owner is new since main"}},
		{"several of a rule", standing(sixty, "C", lacksOwner(0, "m")), standing(sixty, "C", lacksOwner(0, "m"), lacksOwner(1, "n"), lacksOwner(2, "o")), nil,
			[]string{"metric-without-owner is new since main, 2 times"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			scoretest.Diff(t, c.want, scoretest.Working(judged(gate.Terms{Tolerance: c.tolerance}, c.now, c.before).Reasons))
		})
	}
}

// TestStates says which findings are new, unchanged and mended.
func TestStates(t *testing.T) {
	raised := func(says string) score.Warning {
		return score.Warning{ID: "w", Title: "Apart", Confirmed: true, Because: []score.Reason{{Question: "q", Says: rules.Alike(says), Key: "answers.s." + says}}}
	}
	for _, c := range []struct {
		name        string
		before, now score.Result
		want        string
	}{
		{"nothing changed", score.Result{Findings: []rules.Finding{lacksOwner(0, "m")}}, score.Result{Findings: []rules.Finding{lacksOwner(0, "m")}}, "unchanged"},
		{"mended", score.Result{Findings: []rules.Finding{lacksOwner(0, "m")}}, score.Result{}, "| absent m has no owner"},
		{"one mended, another made", score.Result{Findings: []rules.Finding{lacksOwner(0, "m"), lacksOwner(1, "n")}},
			score.Result{Findings: []rules.Finding{lacksOwner(1, "n"), lacksOwner(2, "o")}}, "unchanged new | absent m has no owner"},
		{"an entry before it", score.Result{Findings: []rules.Finding{lacksOwner(0, "m")}},
			score.Result{Findings: []rules.Finding{lacksOwner(0, "l"), lacksOwner(1, "m")}}, "new unchanged"},
		{"twice where it was once", score.Result{Findings: []rules.Finding{lacksOwner(0, "m")}},
			score.Result{Findings: []rules.Finding{lacksOwner(1, "m"), lacksOwner(2, "m")}}, "unchanged new"},
		{"said in other words", score.Result{Findings: []rules.Finding{lacksOwner(0, "m")}}, score.Result{Findings: []rules.Finding{lacksOwner(0, "renamed")}}, "unchanged"},
		{"a warning raised by another answer", score.Result{Warnings: []score.Warning{raised("a")}}, score.Result{Warnings: []score.Warning{raised("b")}}, "unchanged"},
		{"another rule in the same place", score.Result{Findings: []rules.Finding{lacksOwner(0, "m")}},
			score.Result{Findings: []rules.Finding{{ID: "metric-without-stop", Key: "metrics[0].owner", Message: "m has no owner"}}}, "new | absent m has no owner"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.before.Low.Score, c.now.Low.Score = new(big.Rat), new(big.Rat)
			d := judged(gate.Terms{}, &c.now, &c.before)
			got := ""
			for _, f := range d.Findings {
				got += " " + string(f.State)
			}
			for _, f := range d.Mended {
				got += " | " + string(f.State) + " " + f.Message
			}
			scoretest.Diff(t, " "+c.want, got)
		})
	}
}

// A waived finding may be new, and a waiver that was taken back brings an old
// one to count.
func TestAgainstWithWaivers(t *testing.T) {
	capped := func(waivers ...planfile.Waiver) *score.Result {
		r := standing(big.NewRat(80, 1), "C")
		r.Low.Band, r.Low.Caps, r.AsOf = "B", []score.Cap{{Grade: "C", Warning: "w"}}, scoretest.AsOf(40)
		r.Warnings = []score.Warning{{ID: "w", Cap: "C", Severity: rules.Major, Confirmed: true}}
		r.Records.Waivers = waivers
		return r
	}
	waiver := planfile.Waiver{Warning: "w", Until: scoretest.Day(40)}
	sound := standing(big.NewRat(80, 1), "B")
	for _, c := range []struct {
		name        string
		before, now *score.Result
		strict      bool
		want        []string
	}{
		{"new and waived", sound, capped(waiver), false, nil},
		{"new and waived, for auditors", sound, capped(waiver), true, []string{"w is new since main", "grade C is lower than B in main"}},
		{"waiver taken back", capped(waiver), capped(), false, []string{"grade C is lower than B in main"}},
		{"waiver taken back, for auditors", capped(waiver), capped(), true, nil},
		{"waiver given", capped(), capped(waiver), false, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			scoretest.Diff(t, c.want, scoretest.Working(judged(gate.Terms{NoWaivers: c.strict}, c.now, c.before).Reasons))
		})
	}
}

// What cannot be compared is said, and nothing fails by it.
func TestComparisonNotes(t *testing.T) {
	of := func(version string, scope ...string) *score.Result {
		r := standing(big.NewRat(60, 1), "C")
		r.Bank = score.BankInfo{Version: "1.4.0", PlanVersion: version}
		for _, id := range scope {
			r.Questionnaires = append(r.Questionnaires, score.Section{ID: id})
		}
		return r
	}
	for _, c := range []struct {
		name     string
		baseline gate.Baseline
		now      *score.Result
		want     []string
	}{
		{"nothing to say", gate.Baseline{Name: "main", Result: of("1.3.0", "a")}, of("1.3.0", "a"), nil},
		{"no earlier plan", gate.Baseline{Name: "main", Why: "the plan is not in main"}, of("1.3.0", "a"), []string{"the plan is not in main"}},
		{"other version", gate.Baseline{Name: "main", Result: of("1.3.0", "a")}, of("1.4.0", "a"),
			[]string{"the answers in main belong to edition 1.3.0 of the questions, these to 1.4.0, so score and grade are not compared, only findings are"}},
		{"wider scope", gate.Baseline{Name: "main", Result: of("1.3.0", "a")}, of("1.3.0", "a", "c"),
			[]string{"the questionnaires are others than in main (c came in), so score and grade are not compared, only findings are"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.baseline.Plan = &planfile.Plan{}
			d := gate.Terms{}.Judge(&planfile.Plan{}, c.now, &c.baseline)
			scoretest.Diff(t, c.want, scoretest.Working(d.Notes))
			if !d.Passed() {
				t.Errorf("it does not pass: %q", d.Reasons)
			}
			if c.baseline.Result == nil && slices.ContainsFunc(d.Findings, func(f gate.Finding) bool { return f.State != "" }) {
				t.Error("findings have states, with nothing to compare with")
			}
		})
	}
}

// Leaving out a questionnaire fails, and mends nothing that only its questions
// show.
func TestNarrowerScopeFails(t *testing.T) {
	w := scoretest.Parse(t, "10: 1=4w 1=0 | 10: 1=4s")
	w.C.Weakened["a1"] = rules.Finding{About: rules.About{Question: "a1"}, ID: "evidence-stale", Key: "answers.a.a1.evidence.on", Message: "it is old"}
	before := w.Score(t)
	before.Warnings = []score.Warning{
		{ID: "both", Confirmed: true, Because: []score.Reason{{Question: "b1", Key: "answers.b.b1"}, {Question: "a2", Key: "answers.a.a2"}}},
		{ID: "other", Confirmed: true, Because: []score.Reason{{Question: "b1", Key: "answers.b.b1"}}},
	}
	before.Findings = append(before.Findings, lacksOwner(0, "m"),
		rules.Finding{About: rules.About{Question: "a1", Record: "metrics"}, ID: "claim-without-record", Key: "metrics", Message: `the answer to "a1" claims more`},
		rules.Finding{About: rules.About{Question: "b1", Record: "metrics"}, ID: "claim-without-record", Key: "metrics", Message: `the answer to "b1" claims more`})
	w.Plan.Questionnaires = []string{"b"}
	d := judged(gate.Terms{}, w.Score(t), before)
	scoretest.Diff(t, []string{"the questionnaire a was left out since main"}, scoretest.Working(d.Reasons[:1]))
	mended := map[string]bool{}
	for _, f := range d.Mended {
		mended[f.ID+" "+f.Key+" "+f.Message[:min(len(f.Message), 18)]] = true
	}
	scoretest.Diff(t, map[string]bool{
		"other answers.b.b1 , a caution; b1: ":                 true,
		"metric-without-owner metrics[0].owner m has no owner": true,
		"claim-without-record metrics the answer to \"b1\"":    true,
	}, mended)
}

// What is left out takes no other questionnaire with it, nor a question, whose
// id begins or ends with the same words.
func TestNarrowerScopeWithIDsAlike(t *testing.T) {
	section := func(id, question string) score.Section {
		return score.Section{ID: id, Items: []score.Item{{ID: question}}}
	}
	left, kept := section("metrics", "told"), []score.Section{section("metrics-deep", "told-early"), section("more-metrics", "well-told")}
	claim := func(question string) rules.Finding {
		return rules.Finding{About: rules.About{Question: question, Record: "stakeholders"}, ID: "claim-without-record", Key: "stakeholders", Message: fmt.Sprintf("the answer to %q claims more", question)}
	}
	dated := func(key string) rules.Finding {
		return rules.Finding{About: rules.About{Question: strings.Split(key, ".")[2]}, ID: "future-date", Key: key, Message: key + " is dated after this audit"}
	}
	because := func(id, question string) score.Warning {
		return score.Warning{ID: id, Confirmed: true, Because: []score.Reason{{Question: question, Key: "answers.elsewhere." + question}}}
	}
	before := standing(big.NewRat(60, 1), "C",
		dated("answers.metrics.told.on"), dated("answers.metrics-deep.told-early.on"), dated("answers.more-metrics.well-told.on"),
		claim("told"), claim("told-early"), claim("well-told"))
	before.Questionnaires = append([]score.Section{left}, kept...)
	before.Warnings = []score.Warning{because("left", "told"), because("kept", "told-early")}
	now := standing(big.NewRat(60, 1), "C")
	now.Questionnaires = kept
	d := judged(gate.Terms{}, now, before)
	scoretest.Diff(t, []string{"the questionnaire metrics was left out since main"}, scoretest.Working(d.Reasons))
	var mended []string
	for _, f := range d.Mended {
		mended = append(mended, f.ID+" "+f.Key+" "+f.Message)
	}
	scoretest.Diff(t, []string{
		`claim-without-record stakeholders the answer to "told-early" claims more`,
		`claim-without-record stakeholders the answer to "well-told" claims more`,
		"future-date answers.metrics-deep.told-early.on answers.metrics-deep.told-early.on is dated after this audit",
		"future-date answers.more-metrics.well-told.on answers.more-metrics.well-told.on is dated after this audit",
		"kept answers.elsewhere.told-early , a caution; told-early: ",
	}, mended)
}

// A plan is never behind itself, and every finding is told of once.
func TestAgainstProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := scoretest.Draw(t)
		before := w.Score(t)
		if d := judged(gate.Terms{}, w.Score(t), before); !d.Passed() || len(d.Mended) > 0 || len(d.Notes) > 0 {
			t.Fatalf("a plan is behind itself: %q, mended %v", d.Reasons, d.Mended)
		}
		_, w = w.Pick(t, scoretest.DrawLevel(t))
		w = w.Copied()
		scoretest.DrawRecords(t, w.Plan)
		d := judged(gate.Terms{}, w.Score(t), before)
		count := map[gate.State]int{}
		for _, f := range slices.Concat(d.Findings, d.Mended) {
			count[f.State]++
		}
		if got, want := count[gate.Unchanged]+count[gate.Absent], len(findings(before)); got != want {
			t.Fatalf("%v account for %d findings, the earlier plan has %d", count, got, want)
		}
		if known := slices.Sorted(maps.Keys(count)); slices.Contains(known, "") {
			t.Fatalf("some findings have no state: %v", count)
		}
	})
}

// Raising an answer, with what shows it, never makes a plan fall behind.
func TestBetterIsNeverBehind(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := scoretest.Draw(t)
		for i := range w.Bank.Questionnaires {
			for j := range w.Bank.Questionnaires[i].Questions {
				w.Bank.Questionnaires[i].Questions[j].Checks = nil // a higher claim may need more records
			}
		}
		a := planfile.Answer{Level: scoretest.Ptr(rapid.IntRange(0, 3).Draw(t, "level")), Evidence: &planfile.Evidence{Shown: "notes.md", On: scoretest.Day(1)}}
		p, w := w.Pick(t, a)
		before := w.Score(t)
		a.Level = scoretest.Ptr(*a.Level + 1)
		d := judged(gate.Terms{}, w.With(p.Qn, p.Q, a).Score(t), before)
		if !d.Passed() {
			t.Fatalf("a better answer to %s fails: %q", p.Q, d.Reasons)
		}
	})
}
