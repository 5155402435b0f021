package score_test

import (
	"testing"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
)

// TestStale asks, on day 100, for nothing older than 30 days: day 70 is the
// last that counts.
func TestStale(t *testing.T) {
	level := func(on int) planfile.Answer { return planfile.Answer{Level: ptr(2), On: day(on)} }
	vouched := func(on, seen int) planfile.Answer {
		a := level(on)
		a.Evidence = &planfile.Evidence{Vouched: "Ben", On: day(seen)}
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
		{"no date", 30, planfile.Answer{Level: ptr(2)}, []string{`answers.a.a1: the answer to "a1" has no date, and none may be older than 30 days`}},
		{"old evidence", 30, vouched(100, 69), []string{`answers.a.a1.evidence.on: the evidence for "a1" is of 2026-03-10, more than 30 days ago`}},
		{"both old", 30, vouched(69, 68), []string{
			`answers.a.a1.evidence.on: the evidence for "a1" is of 2026-03-09, more than 30 days ago`,
			`answers.a.a1.on: the answer to "a1" is of 2026-03-10, more than 30 days ago`}},
		{"evidence from tomorrow", 30, vouched(100, 101), []string{
			`answers.a.a1.evidence.on: the evidence for "a1" is of 2026-04-11, which lies after this audit`}},
		{"answered tomorrow", 30, level(101), []string{`answers.a.a1.on: the answer to "a1" is of 2026-04-11, which lies after this audit`}},
		{"fresh evidence", 30, vouched(100, 70), nil},
		{"an old don't know", 30, planfile.Answer{Unknown: "Ana", On: day(1)}, []string{`answers.a.a1.on: the answer to "a1" is of 2026-01-01, more than 30 days ago`}},
		{"an old not applicable", 30, planfile.Answer{NotApplicable: "none", On: day(1)}, []string{`answers.a.a1.on: the answer to "a1" is of 2026-01-01, more than 30 days ago`}},
		{"blank", 30, planfile.Answer{}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := parse(t, "10: 1=- 3=x")
			w.bank.Questionnaires[0].Questions[1].Core = true
			w.plan.Answers["a"] = map[string]planfile.Answer{"a2": {Level: ptr(2), On: day(100)}}
			if c.answer != (planfile.Answer{}) {
				w.plan.Answers["a"]["a1"] = c.answer
			}
			w.c = score.Circumstances{AsOf: day(100), MaxAge: c.maxAge}
			r := w.score(t)
			var got []string
			ahead := false
			for _, f := range r.Findings {
				if f.ID == "future-date" { // found without an age, too
					ahead = true
					continue
				}
				got = append(got, f.Key+": "+f.Message)
				if f.ID != "answer-stale" || f.Severity != rules.Minor || f.Hint == "" {
					t.Errorf("got %s %s with the hint %q", f.Severity, f.ID, f.Hint)
				}
			}
			diff(t, c.want, got)
			for _, gate := range []score.Gate{{}, {FailOn: rules.Minor}} {
				most := 1
				if ahead && gate.FailOn == rules.Minor {
					most = 2
				}
				if d := gate.Judge(r); d.Passed() != (c.want == nil) || len(d.Reasons) > most {
					t.Errorf("the gate says %q", d.Reasons)
				}
			}
		})
	}
}

// Answers of a questionnaire that left the scope may grow old.
func TestStaleOutOfScope(t *testing.T) {
	w := parse(t, "10: 1=2 | 10: 1=2")
	w.plan.Questionnaires = []string{"b"}
	w.c = score.Circumstances{AsOf: day(100), MaxAge: 30}
	r := w.score(t)
	if len(r.Findings) != 1 || r.Findings[0].Key != "answers.b.b1.on" {
		t.Errorf("found %v", r.Findings)
	}
}

// A waiver keeps old answers from counting, and is not called unused while
// nobody asks for their age.
func TestStaleWaived(t *testing.T) {
	w := parse(t, "10: 1=2")
	w.plan.Waivers = []planfile.Waiver{{Finding: "answer-stale", Until: day(100)}}
	w.c = score.Circumstances{AsOf: day(100), MaxAge: 30}
	if d := (score.Gate{FailOn: rules.Minor}).Judge(w.score(t)); !d.Passed() || len(d.Findings) != 1 || d.Findings[0].Waiver == nil {
		t.Errorf("waived and yet: %q, %+v", d.Reasons, d.Findings)
	}
	w.c.MaxAge = 0
	if found := w.score(t).Findings; len(found) > 0 {
		t.Errorf("with no age asked for: %+v", found)
	}
	w.c.MaxAge = 100
	if found := w.score(t).Findings; len(found) != 1 || found[0].ID != "waiver-unused" {
		t.Errorf("with nothing so old: %+v", found)
	}
}
