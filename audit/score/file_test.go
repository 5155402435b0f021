package score_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"forewarn/audit"
	"forewarn/audit/planfile"
	"forewarn/audit/score"
	"forewarn/audit/score/scoretest"
	"forewarn/questions"
)

func TestP17SavingKeepsBytesAndScore(t *testing.T) {
	bank, err := audit.Bank()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "plan.yaml")
	rapid.Check(t, func(t *rapid.T) {
		if err := os.WriteFile(path, planfile.Example(), 0o600); err != nil {
			t.Fatal(err)
		}
		plan, found := planfile.Parse(planfile.Example(), bank)
		if len(found) > 0 {
			t.Fatal(found)
		}
		w := scoretest.World{Bank: bank, Plan: plan, C: score.Circumstances{AsOf: scoretest.AsOf(325)}} // after every date of the example
		answers := map[scoretest.Place]planfile.Answer{}
		for range rapid.IntRange(1, 2).Draw(t, "answers") {
			qn := rapid.SampledFrom(bank.Questionnaires).Draw(t, "questionnaire")
			p := scoretest.Place{Qn: qn.ID, Q: rapid.SampledFrom(qn.QuestionIDs()).Draw(t, "question")}
			answers[p] = scoretest.DrawLevel(t)
			if scoretest.Chance(t, 20, "don't know") {
				answers[p] = planfile.Answer{Unknown: "Ana"}
			}
			w = w.With(p.Qn, p.Q, answers[p])
		}
		want := summary(w.Score(t))

		saved := save(t, bank, path, answers)
		w.Plan, found = planfile.Parse(saved, bank)
		if len(found) > 0 {
			t.Fatal(found)
		}
		Same(t, withoutPlaces(want), withoutPlaces(summary(w.Score(t))))
		if again := save(t, bank, path, answers); !bytes.Equal(saved, again) {
			t.Fatalf("saving the same answers again changed the file:\n%s\n%s", saved, again)
		}
	})
}

// save writes answers into a plan file and returns what it then holds.
func save(t *rapid.T, bank *questions.Bank, path string, answers map[scoretest.Place]planfile.Answer) []byte {
	f, err := planfile.Open(path, bank)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	order := func(a, b scoretest.Place) int { return strings.Compare(a.Qn+"."+a.Q, b.Qn+"."+b.Q) }
	for _, p := range slices.SortedFunc(maps.Keys(answers), order) {
		if err := f.SetAnswer(p.Qn, p.Q, answers[p]); err != nil {
			t.Fatal(err)
		}
	}
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// TestPlaces scores a plan that was a file: everything that is said about it
// has its line and column.
func TestPlaces(t *testing.T) {
	w := scoretest.Parse(t, "1: 1=- 1=- 1=- 1=-")
	w.Bank.ID, w.Bank.Version = "test", "1.2.3"
	w.Warn(t, "C: a1<=1 & tool=yes | a3<=1")
	w.Check("a1", "metrics-have-baselines")
	w.Check("a4", "metric-has-stop")
	w.Check("a4", "programmes-listed")
	plan, found := planfile.Parse([]byte(`forewarn: 1
bank: {id: test, version: 1.2.3}
initiative:
  name: Help desk
  tool_committed: true
answers:
  a:
    a1: {level: 4}
    a2:
      unknown: Ana
    a4: {level: 2}
metrics:
  - id: m0
    name: Time
    success: 4
    readings:
      - {on: 2026-01-01, verdict: stop}
stakeholders:
  - {group: staff, kind: employees, told: 2026-01-01}
`), w.Bank)
	if len(found) > 0 {
		t.Fatal(found)
	}
	w.Plan = plan
	r := w.Score(t)

	var got []string
	for _, f := range r.Findings {
		got = append(got, f.Pos.String()+" "+f.ID+" "+f.Key)
	}
	for _, b := range r.Warnings[0].Because {
		got = append(got, b.Pos.String()+" because "+b.Question)
	}
	for _, it := range r.Questionnaires[0].Items {
		got = append(got, it.Pos.String()+" item "+it.ID)
	}
	for _, s := range r.Next {
		got = append(got, s.Pos.String()+" next "+s.Question)
	}
	for _, u := range r.Unknowns {
		got = append(got, u.Pos.String()+" unknown "+u.Question)
	}
	scoretest.Diff(t, strings.Split(strings.TrimSpace(`
1:1 claim-without-record programmes
13:5 claim-without-record metrics[0].baseline
13:5 claim-without-record metrics[0].stop
13:5 metric-without-baseline metrics[0].baseline
13:5 metric-without-cadence metrics[0].review_days
13:5 metric-without-date metrics[0].by
13:5 metric-without-objective metrics[0].objective
13:5 metric-without-owner metrics[0].owner
13:5 metric-without-source metrics[0].source
13:5 metric-without-stop metrics[0].stop
13:5 not-comparable metrics[0].better
17:9 line-crossed metrics[0].readings[0]
18:1 no-customers stakeholders
19:5 stakeholder-not-asked stakeholders[0].restated
8:5 because a1
5:19 because 
7:3 because a3
8:5 item a1
9:5 item a2
7:3 item a3
11:5 item a4
8:5 next a1
9:5 next a2
7:3 next a3
11:5 next a4
9:5 unknown a2
`), "\n"), got)
}
