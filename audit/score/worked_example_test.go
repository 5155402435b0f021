package score_test

import (
	"encoding/json"
	"math/big"
	"os"
	"testing"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/audit/score/scoretest"
)

// workedExample is worked out by hand in testdata/worked_example.json.
func workedExample(t *testing.T) scoretest.World {
	t.Helper()
	w := scoretest.Parse(t, "40: 3=3v 2=4 1=2 | 20: 2=1 2=? | 20: 2=3s 1=- | 20: 2=2 1=1 1=x")
	rename := map[string]string{"a": "ALIGN", "b": "PEOPLE", "c": "MEASURE", "d": "EXIT"}
	letter := map[string]string{"a": "a", "b": "p", "c": "m", "d": "x"}
	answers := map[string]map[string]planfile.Answer{}
	for i := range w.Bank.Questionnaires {
		qn := &w.Bank.Questionnaires[i]
		old := qn.ID
		qn.ID = rename[old]
		answers[qn.ID] = map[string]planfile.Answer{}
		for j := range qn.Questions {
			q := &qn.Questions[j]
			a, answered := w.Plan.Answers[old][q.ID]
			q.ID = letter[old] + q.ID[1:]
			if answered {
				answers[qn.ID][q.ID] = a
			}
		}
	}
	w.Plan.Answers = answers
	w.Plan.Initiative.ToolCommitted = scoretest.Ptr(true)
	for _, warning := range []struct {
		id, spec string
	}{
		{"W-GOAL", "D: a1<=1"},
		{"W-DARK", "C: p1<=1"},
		{"W-ORG", "C: p2<=1"},
		{"W-TOOL", "D: tool=yes & a2<=1"},
		{"W-WORST", "B: x2<=1"},
	} {
		w.Warn(t, warning.spec)
		w.Bank.Warnings[len(w.Bank.Warnings)-1].ID = warning.id
	}
	return w
}

type oracle struct {
	BandHigh     string              `json:"band_high"`
	BandLow      string              `json:"band_low"`
	CappedHigh   []string            `json:"capped_high"`
	CappedLow    []string            `json:"capped_low"`
	Confirmed    []string            `json:"confirmed"`
	Contribution map[string]*big.Rat `json:"contribution"`
	CoreBlank    []string            `json:"core_blank"`
	Coverage     *big.Rat            `json:"coverage"`
	Evidence     *big.Rat            `json:"evidence"`
	Grade        string              `json:"grade"`
	GradeHigh    string              `json:"grade_high"`
	GradeLow     string              `json:"grade_low"`
	Possible     []string            `json:"possible"`
	Score        *big.Rat            `json:"score"`
	ScoreMax     *big.Rat            `json:"score_max"`
	SectionsHigh map[string]*big.Rat `json:"sections_high"`
	SectionsLow  map[string]*big.Rat `json:"sections_low"`
	VectorHigh   map[string]int      `json:"vector_high"`
	VectorLow    map[string]int      `json:"vector_low"`
	Weights      map[string]*big.Rat `json:"weights"`
}

func TestWorkedExample(t *testing.T) {
	data, err := os.ReadFile("testdata/worked_example.json")
	if err != nil {
		t.Fatal(err)
	}
	var want oracle
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	scoretest.Diff(t, want, read(workedExample(t).Score(t)))
}

// read takes the oracle's numbers from a result.
func read(r *score.Result) oracle {
	o := oracle{
		BandHigh: r.High.Band, BandLow: r.Low.Band,
		CappedHigh: capping(r.High), CappedLow: capping(r.Low), CoreBlank: scoretest.Working(r.Missing),
		Coverage: r.Coverage, Evidence: r.Evidenced,
		Grade: r.Grade(), GradeHigh: r.High.Grade, GradeLow: r.Low.Grade,
		Score: r.Low.Score, ScoreMax: r.High.Score,
		Contribution: map[string]*big.Rat{}, Weights: map[string]*big.Rat{},
		SectionsHigh: map[string]*big.Rat{}, SectionsLow: map[string]*big.Rat{},
		VectorHigh: map[string]int{}, VectorLow: map[string]int{},
	}
	for _, w := range r.Warnings {
		if w.Confirmed {
			o.Confirmed = append(o.Confirmed, w.ID)
		} else {
			o.Possible = append(o.Possible, w.ID)
		}
	}
	for _, sec := range r.Questionnaires {
		o.SectionsHigh[sec.ID], o.SectionsLow[sec.ID] = sec.High, sec.Low
		for _, it := range sec.Items {
			if it.State == planfile.NotApplicable {
				continue
			}
			o.Contribution[it.ID], o.Weights[it.ID] = it.Brought, it.Worth
			o.VectorHigh[it.ID], o.VectorLow[it.ID] = it.High, it.Low
		}
	}
	return o
}

func capping(e score.End) []string {
	var out []string
	for _, c := range e.Caps {
		out = append(out, c.Warning+c.Questionnaire)
	}
	return out
}

// One confirmed warning of capital weight holds down a plan that is otherwise
// complete, and one rung lifts it.
func TestWorkedExampleWithOneWeakness(t *testing.T) {
	for _, c := range []struct {
		name  string
		level int
		want  string
	}{
		{"a1 thought out", 1, "85.0 D (A but for W-GOAL:D)"},
		{"a1 defined", 2, "90.0 A"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := workedExample(t)
			for _, qn := range w.Bank.Questionnaires {
				for _, q := range qn.Questions {
					w.Plan.Answers[qn.ID][q.ID] = scoretest.AnswerOf(t, "4s")
				}
			}
			a := w.Plan.Answers["ALIGN"]["a1"]
			a.Level = scoretest.Ptr(c.level)
			w.Plan.Answers["ALIGN"]["a1"] = a
			if got := scoretest.Verdict(w.Score(t)); got != c.want {
				t.Errorf("the verdict is %s, want %s", got, c.want)
			}
		})
	}
}

func TestWorkedExampleReasons(t *testing.T) {
	r := workedExample(t).Score(t)
	got := map[string][]score.Reason{}
	for _, w := range r.Warnings {
		got[w.ID] = w.Because
	}
	scoretest.Diff(t, map[string][]score.Reason{
		"W-DARK":  {{Question: "p1", Ask: "What of b1?", Says: rules.Alike("1 – b1 rung 1"), Key: "answers.PEOPLE.p1"}},
		"W-ORG":   {{Question: "p2", Ask: "What of b2?", Says: rules.Alike("don't know"), Key: "answers.PEOPLE.p2"}},
		"W-WORST": {{Question: "x2", Ask: "What of d2?", Says: rules.Alike("1 – d2 rung 1"), Key: "answers.EXIT.x2"}},
	}, got)
	scoretest.Diff(t, []score.Unknown{{Question: "p2", Ask: "What of b2?", Who: "Ana", Worth: big.NewRat(10, 1)}}, r.Unknowns)
	if got, want := score.Shown(r.Claimed), "52.5"; got != want {
		t.Errorf("claimed is %s, want %s: a2 would bring 40/3 in place of 20/3", got, want)
	}
	scoretest.Diff(t, big.NewRat(1, 7), r.Shown)
}
