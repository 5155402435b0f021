package gate_test

import (
	"testing"

	"pgregory.net/rapid"

	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/audit/score/scoretest"
)

// TestStale asks, on day 100, for nothing older than 30 days: day 70 is the
// last that counts.
func TestStale(t *testing.T) {
	level := func(on int) planfile.Answer { return planfile.Answer{Level: scoretest.Ptr(2), On: scoretest.Day(on)} }
	vouched := func(on, seen int) planfile.Answer {
		a := level(on)
		a.Evidence = &planfile.Evidence{Vouched: "Ben", On: scoretest.Day(seen)}
		return a
	}
	for _, c := range []struct {
		name   string
		maxAge int
		answer planfile.Answer
		want   []string
	}{
		{"today", 30, level(100), nil},
		{"as old as allowed", 30, level(70), nil},
		{"a day older", 30, level(69), []string{`answers.a.a1.on: the answer to "a1" is of 2026-03-10, more than 30 days ago`}},
		{"nobody asks", 0, level(1), nil},
		{"no date", 30, planfile.Answer{Level: scoretest.Ptr(2)}, []string{`answers.a.a1: the answer to "a1" has no date, and none may be older than 30 days`}},
		{"old evidence", 30, vouched(100, 69), []string{`answers.a.a1.evidence.on: the evidence for "a1" is of 2026-03-10, more than 30 days ago`}},
		{"both old", 30, vouched(69, 68), []string{
			`answers.a.a1.evidence.on: the evidence for "a1" is of 2026-03-09, more than 30 days ago`,
			`answers.a.a1.on: the answer to "a1" is of 2026-03-10, more than 30 days ago`}},
		{"evidence from tomorrow", 30, vouched(100, 101), []string{`answers.a.a1.evidence.on: the evidence of "a1" is dated 2026-04-11, after this audit`}},
		{"answered tomorrow", 30, level(101), []string{`answers.a.a1.on: the answer of "a1" is dated 2026-04-11, after this audit`}},
		{"fresh evidence", 30, vouched(100, 70), nil},
		{"an old don't know", 30, planfile.Answer{Unknown: "Ana", On: scoretest.Day(1)}, []string{`answers.a.a1.on: the answer to "a1" is of 2026-01-01, more than 30 days ago`}},
		{"an old not applicable", 30, planfile.Answer{NotApplicable: "none", On: scoretest.Day(1)}, []string{`answers.a.a1.on: the answer to "a1" is of 2026-01-01, more than 30 days ago`}},
		{"blank", 30, planfile.Answer{}, []string{"answers: 1 question is without an answer, which counts as older than any"}},
		{"blank, and nobody asks", 0, planfile.Answer{}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := scoretest.Parse(t, "10: 1=- 3=x")
			w.Bank.Questionnaires[0].Questions[1].Core = true
			w.Plan.Answers["a"] = map[string]planfile.Answer{"a2": {Level: scoretest.Ptr(2), On: scoretest.Day(100)}}
			if c.answer != (planfile.Answer{}) {
				w.Plan.Answers["a"]["a1"] = c.answer
			}
			w.C = score.Circumstances{AsOf: scoretest.AsOf(100)}
			r := w.Score(t)
			terms := gate.Terms{MaxAge: c.maxAge}
			var got []string
			ahead := false
			for _, f := range terms.Judge(w.Plan, r, nil).Findings {
				ahead = ahead || f.ID == "future-date" // which is found without an age, too
				got = append(got, f.Key+": "+f.Message)
				if !ahead && f.ID != "answer-stale" || f.Severity != rules.Minor || f.Hint == "" {
					t.Errorf("got %s %s with the hint %q", f.Severity, f.ID, f.Hint)
				}
			}
			scoretest.Diff(t, c.want, got)
			for _, terms.FailOn = range []rules.Severity{rules.Error, rules.Minor} {
				most := 1
				if ahead && terms.FailOn == rules.Minor {
					most = 2
				}
				if d := terms.Judge(w.Plan, r, nil); d.Passed() != (c.want == nil) || len(d.Reasons) > most {
					t.Errorf("the gate says %q", d.Reasons)
				}
			}
		})
	}
}

// Whoever asks for an age is not helped by a plan that leaves an answer, or its
// date, out.
func TestLeavingOutDoesNotHelp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := scoretest.Draw(t)
		days := rapid.IntRange(1, 45)
		for _, answers := range w.Plan.Answers {
			for id, a := range answers {
				a.On = scoretest.Day(days.Draw(t, "day"))
				answers[id] = a
			}
		}
		terms := gate.Terms{MaxAge: rapid.IntRange(1, 60).Draw(t, "age"), FailOn: rules.Error}
		passes := func(w scoretest.World) bool {
			r, err := score.Score(w.Bank, w.Plan, w.C)
			if err != nil {
				t.Skip(err)
			}
			return terms.Judge(w.Plan, r, nil).Passed()
		}
		before := passes(w)
		left := planfile.Answer{}
		if rapid.Bool().Draw(t, "only the date") {
			left = scoretest.DrawLevel(t)
		}
		if _, less := w.Pick(t, left); !before && passes(less) {
			t.Fatal("a plan with an answer left out passes, and did not with it")
		}
	})
}

// Answers of a questionnaire that left the scope may grow old.
func TestStaleOutOfScope(t *testing.T) {
	w := scoretest.Parse(t, "10: 1=2 | 10: 1=2")
	w.Plan.Questionnaires = []string{"b"}
	w.C = score.Circumstances{AsOf: scoretest.AsOf(100)}
	found := gate.Terms{MaxAge: 30}.Judge(w.Plan, w.Score(t), nil).Findings
	if len(found) != 1 || found[0].Key != "answers.b.b1.on" {
		t.Errorf("found %v", found)
	}
}

// A waiver keeps old answers from counting, and is not called unused while
// nobody asks for their age.
func TestStaleWaived(t *testing.T) {
	w := scoretest.Parse(t, "10: 1=2")
	w.Plan.Waivers = []planfile.Waiver{{Finding: "answer-stale", Until: scoretest.Day(100)}}
	w.C = score.Circumstances{AsOf: scoretest.AsOf(100)}
	judge := func(maxAge int) *gate.Decision {
		return gate.Terms{FailOn: rules.Minor, MaxAge: maxAge}.Judge(w.Plan, w.Score(t), nil)
	}
	if d := judge(30); !d.Passed() || len(d.Findings) != 1 || d.Findings[0].Waiver == nil {
		t.Errorf("waived and yet: %q, %+v", d.Reasons, d.Findings)
	}
	if found := judge(0).Findings; len(found) > 0 {
		t.Errorf("with no age asked for: %+v", found)
	}
	if found := judge(100).Findings; len(found) != 1 || found[0].ID != "waiver-unused" {
		t.Errorf("with nothing so old: %+v", found)
	}
}

// What the gate finds stands at its place in the file.
func TestPlacesOfAgesAndWaivers(t *testing.T) {
	w := scoretest.Parse(t, "10: 1=2 1=2 1=2")
	plan, errs := planfile.Parse([]byte(`forewarn: 1
bank: {id: test, version: 1.2.3}
answers:
  a:
    a1: {level: 2}
    a2: {level: 2, on: 2025-01-01}
    a3: {level: 2, on: 2026-04-10, evidence: {vouched: Ben, on: 2025-01-01}}
waivers:
  - {finding: all-lagging, reason: no time, owner: Ana, until: 2026-02-01}
`), w.Bank)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	w.Plan, w.C = plan, score.Circumstances{AsOf: scoretest.AsOf(100)}
	var got []string
	for _, f := range (gate.Terms{MaxAge: 30}).Judge(plan, w.Score(t), nil).Findings {
		got = append(got, f.Pos.String()+" "+f.ID+" "+f.Key)
	}
	scoretest.Diff(t, []string{
		"5:5 answer-stale answers.a.a1",
		"6:24 answer-stale answers.a.a2.on",
		"7:65 answer-stale answers.a.a3.evidence.on",
		"9:15 waiver-unused waivers[0].finding",
		"9:64 waiver-expired waivers[0].until",
	}, got)
}
