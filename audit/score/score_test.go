package score_test

import (
	"testing"

	"forewarn/audit/planfile"
	"forewarn/audit/score/scoretest"
)

// TestScore holds one case a line: answers and warnings in, range out.
func TestScore(t *testing.T) {
	for _, c := range []struct {
		name, answers string
		warnings      []string
		want, why     string
	}{
		{"top", "1: 1=4s 2=4s", nil, "100.0 A", "everything understood and shown"},
		{"bottom", "1: 1=0 2=0", nil, "0.0 F", "nothing yet; the floor of a questionnaire cannot improve an F"},
		{"weights of questions", "1: 3=4s 1=0", nil, "75.0 B", "25·(3·4)/4"},
		{"weights of questionnaires", "3: 1=4s | 1: 1=2", nil, "87.5 A", "(3·100 + 50)/4"},
		{"without evidence", "1: 1=4", nil, "50.0 D", "a bare claim carries to level 2"},
		{"vouched", "1: 1=4v", nil, "75.0 B", "a witness carries to level 3"},
		{"weakened", "1: 1=4w", nil, "75.0 B", "old or missing proof counts as vouched"},
		{"evidence does not raise", "1: 1=1s", nil, "25.0 F", "proof of level 1 is level 1"},
		{"don't know", "1: 4=4s 1=?", nil, "80.0 B .. 100.0 A", "0 at the low end and 4 at the high end"},
		{"don't know under four fifths", "1: 1=4s 1=?", nil, "- 50.0 D .. 100.0 A", "to know who would know is not to know"},
		{"blank under four fifths", "1: 1=4s 1=-", nil, "- 50.0 D .. 100.0 A", "half is blank"},
		{"blank at four fifths", "1: 1=4s 1=4s 1=4s 1=4s 1=-", nil, "80.0 B .. 100.0 A", "exactly 4/5 is enough"},
		{"blank just under four fifths", "1: 799=4s 201=-", nil, "- 79.9 B .. 100.0 A", "79.9 in a hundred is not 4/5"},
		{"blank at four fifths of two questionnaires", "3: 1=4s | 1: 1=4s 4=-", nil, "80.0 C (B but for b:C) .. 100.0 A", "each counts by its weight"},
		{"blank just under, of two questionnaires", "79: 1=4s | 21: 1=-", nil, "- 79.0 C (B but for b:C) .. 100.0 A", "though one is whole"},
		{"blank core", "1: 3=4s 3=4s 3=4s 1!=-", nil, "- 90.0 A .. 100.0 A", "covered well, but the core question is blank"},
		{"don't know core", "1: 3=4s 3=4s 3=4s 1!=?", nil, "90.0 A .. 100.0 A", "don't know is an answer"},
		{"not applicable", "1: 1=4s 1=4s 1=4s 1=x", nil, "100.0 A", "a quarter may leave both sums"},
		{"open questionnaire", "1: 1=4s | 1: 1=?", nil, "- 50.0 D .. 100.0 A", "an open answer may lift its whole questionnaire"},
		{"A from 85", "17: 1=4s | 3: 1=0", nil, "85.0 C (A but for b:C)", "85 is an A, and an empty questionnaire makes it a C"},
		{"under A", "1: 3=4s 2=4s 1=0", nil, "83.3 B", "83.33 is a B"},
		{"just under A", "1: 849=4s 151=0", nil, "84.9 B", "84.9 is not 85"},
		{"B from 70", "1: 3=4s 2=4s 1=4s 3=1 1=1", nil, "70.0 B", "25·28/10"},
		{"just under B", "1: 699=4s 301=0", nil, "69.9 C", "69.9 is not 70"},
		{"C from 55", "1: 3=4s 2=2 3=2 2=0", nil, "55.0 C", "25·22/10"},
		{"just under C", "1: 549=4s 451=0", nil, "54.9 D", "54.9 is not 55"},
		{"D from 40", "1: 3=4s 1=4s 3=0 3=0", nil, "40.0 D", "25·16/10"},
		{"just under D", "1: 399=4s 601=0", nil, "39.9 F", "39.9 is not 40"},
		{"exact arithmetic", "3: 3=4s 3=2 2=1 1=0 | 23: 3=4s 2=3s 1=2 | 14: 1=1 2=0", nil, "55.0 C", "floating point gives 54.999999999999986, a D"},
		{"floored", "1: 3=4s 3=4s 3=4s 3=4s 2=1 1=0", nil, "83.3 B", "50/60 is 83.33"},
		{"floor of a questionnaire", "9: 1=4s | 1: 2=1 1=0", nil, "91.6 C (A but for b:C)", "16.7 is under 25"},
		{"at the floor", "9: 1=4s | 1: 1=1", nil, "92.5 A", "25 is not under 25"},
		{"just under the floor", "9: 1=4s | 1: 249=4s 751=0", nil, "92.4 C (A but for b:C)", "24.9 is under 25"},
		{"floor at the low end only", "9: 1=4s | 1: 1=?", nil, "90.0 C (A but for b:C) .. 100.0 A", "the open answer may lift it"},
		{"cap", "1: 3=4s 1=1", []string{"C: a2<=1"}, "81.2 C (B but for w1:C)", "no score buys off a warning"},
		{"no cap", "1: 3=4s 1=2", []string{"C: a2<=1"}, "87.5 A", "level 2 is above 1"},
		{"caution", "1: 3=4s 1=1", []string{": a2<=1"}, "81.2 B", "a warning without a cap"},
		{"cap at the band", "1: 3=4s 1=1", []string{"B: a2<=1"}, "81.2 B", "a cap at the band lowers nothing"},
		{"worst cap", "1: 3=4s 3=4s 1=1", []string{"C: a3<=1", "D: a3<=1", "B: a3<=1"}, "89.2 D (A but for w2:D w1:C w3:B)", "gravest first"},
		{"cap counts what is supported", "1: 3=4s 1=4", []string{"D: a2<=2"}, "87.5 D (A but for w1:D)", "4 without evidence is 2"},
		{"and", "1: 3=4s 1=1", []string{"C: a2<=1 & a1<=1"}, "81.2 B", "one test of the two fails"},
		{"or", "1: 3=4s 1=1", []string{"C: a1<=1 | a2<=1"}, "81.2 C (B but for w1:C)", "one condition is enough"},
		{"possible", "1: 4=4s 1=?", []string{"C: a2<=1"}, "80.0 C (B but for w1:C) .. 100.0 A", "not answering cannot help"},
		{"fact met", "1: 3=4s 1=1", []string{"C: tool=yes & a2<=1"}, "81.2 C (B but for w1:C)", "the plan says that a tool is committed"},
		{"fact otherwise", "1: 3=4s 1=1", []string{"C: tool=no & a2<=1"}, "81.2 B", "the plan says that a tool is committed"},
		{"fact absent", "1: 3=4s 1=1", []string{"C: live=yes & a2<=1"}, "81.2 C (B but for w1:C) .. 81.2 B", "an open fact holds at the low end alone"},
		{"fact absent, and a test that fails", "1: 3=4s 1=2", []string{"C: live=yes & a2<=1"}, "87.5 A", "an open fact alone raises nothing"},
		{"test on not applicable", "1: 3=4s 1=x", []string{"C: a2<=3"}, "100.0 A", "a question that is not scored raises nothing"},
		{"test out of scope", "1: 1=4s", []string{"C: z9<=3"}, "100.0 A", "nor does one that is not asked"},
		{"or with one out of scope", "1: 3=4s 1=1", []string{"C: z9<=3 | a2<=1"}, "81.2 C (B but for w1:C)", "the other condition stands"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := scoretest.Parse(t, c.answers)
			w.Plan.Initiative.ToolCommitted = scoretest.Ptr(true)
			for _, spec := range c.warnings {
				w.Warn(t, spec)
			}
			if got := scoretest.Verdict(w.Score(t)); got != c.want {
				t.Errorf("%s %v is %s, want %s: %s", c.answers, c.warnings, got, c.want, c.why)
			}
		})
	}
}

func TestScope(t *testing.T) {
	for _, c := range []struct {
		name  string
		scope []string
		want  string
		why   string
	}{
		{"none named", nil, "75.0 B", "a and b, as c is deep"},
		{"one named", []string{"a"}, "100.0 A", "a alone"},
		{"deep named", []string{"c"}, "25.0 F", "a deep one counts when it is named"},
		{"bank order", []string{"c", "a"}, "62.5 C", "(100 + 25)/2"},
		{"twice", []string{"a", "a", "b"}, "75.0 B", "naming one twice does not count it twice"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := scoretest.Parse(t, "1: 1=4s | 1: 1=2 | 1: 1=1")
			w.Bank.Questionnaires[2].Deep = true
			w.Plan.Questionnaires = c.scope
			if got := scoretest.Verdict(w.Score(t)); got != c.want {
				t.Errorf("scope %v is %s, want %s: %s", c.scope, got, c.want, c.why)
			}
		})
	}
}

func TestMissing(t *testing.T) {
	for _, c := range []struct {
		name, answers string
		want          []string
	}{
		{"gradable", "1: 4=1 1!=?", nil},
		{"few", "1: 1=1 1=- 1=-", []string{"only 1 of 3 answers are known"}},
		{"not applicable is no question", "1: 1=1 1=- 1=- 1=x", []string{"only 1 of 3 answers are known"}},
		{"don't know", "1: 1=1 1=? 1=?", []string{"only 1 of 3 answers are known"}},
		{"one core", "1: 3=1 3=1 1!=-", []string{"a core question is blank: a3"}},
		{"all", "1: 1!=- 1!=-", []string{"none of the 2 questions is answered", "2 core questions are blank: a1, a2"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := scoretest.Parse(t, c.answers).Score(t)
			scoretest.Diff(t, c.want, scoretest.Working(r.Missing))
			if want := c.want == nil; r.Gradable != want || (r.Grade() != "-") != want {
				t.Errorf("gradable is %t with grade %s, want %t", r.Gradable, r.Grade(), want)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []struct {
		name, answers string
		change        func(scoretest.World)
		want          string
	}{
		{"level above", "1: 1=5", nil, `scoring questionnaire "a": question "a1": level 5 is not between 0 and 4`},
		{"level below", "1: 1=1", func(w scoretest.World) { *w.Plan.Answers["a"]["a1"].Level = -1 }, `scoring questionnaire "a": question "a1": level -1 is not between 0 and 4`},
		{"core not applicable", "1: 3=1 1!=x", nil, `scoring questionnaire "a": question "a2": a core question is marked not applicable`},
		{"not applicable not allowed", "1: 3=1 1=x", func(w scoretest.World) { w.Bank.Questionnaires[0].Questions[1].NotApplicable = false },
			`scoring questionnaire "a": question "a2": it is marked not applicable, which the bank does not allow`},
		{"too much not applicable", "1: 3=1 2=1 2=x", nil, `scoring questionnaire "a": more than a quarter of its weight is not applicable`},
		{"just too much not applicable", "1: 749=1 251=x", nil, `scoring questionnaire "a": more than a quarter of its weight is not applicable`},
		{"all not applicable", "1: 1=x | 1: 1=1", nil, `scoring questionnaire "a": more than a quarter of its weight is not applicable`},
		{"two answers", "1: 1=1", func(w scoretest.World) {
			w.Plan.Answers["a"]["a1"] = planfile.Answer{Level: scoretest.Ptr(1), Unknown: "Ana"}
		},
			`scoring questionnaire "a": question "a1": it has more than one answer`},
		{"unknown and not applicable", "1: 1=1", func(w scoretest.World) {
			w.Plan.Answers["a"]["a1"] = planfile.Answer{NotApplicable: "no", Unknown: "Ana"}
		},
			`scoring questionnaire "a": question "a1": it has more than one answer`},
		{"unknown question", "1: 1=1", func(w scoretest.World) { w.Plan.Answers["a"]["a9"] = planfile.Answer{Level: scoretest.Ptr(1)} },
			`scoring questionnaire "a": an answer is for question "a9", which it does not have`},
		{"unknown questionnaire", "1: 1=1", func(w scoretest.World) { w.Plan.Questionnaires = []string{"a", "z"} },
			`scoring the plan: its scope names questionnaire "z", which the bank does not have`},
		{"empty scope", "1: 1=1", func(w scoretest.World) { w.Plan.Questionnaires = []string{} }, "scoring the plan: no question is in its scope"},
		{"only deep", "1: 1=1", func(w scoretest.World) { w.Bank.Questionnaires[0].Deep = true }, "scoring the plan: no question is in its scope"},
		{"unknown check", "1: 1=1", func(w scoretest.World) { w.Check("a1", "all-well") }, `scoring question "a1": there is no record check "all-well"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := scoretest.Parse(t, c.answers)
			if c.change != nil {
				c.change(w)
			}
			r, err := scoretest.ScoreOf(w)
			if err == nil || err.Error() != c.want {
				t.Errorf("the error is %v, want %s", err, c.want)
			}
			if r != nil {
				t.Error("there is a result beside the error")
			}
		})
	}
}

// Answers that left the scope stay in the file, whatever they say.
func TestOutOfScopeIsNotRead(t *testing.T) {
	w := scoretest.Parse(t, "1: 1=4s | 1: 1=9")
	w.Plan.Questionnaires = []string{"a"}
	if got := scoretest.Verdict(w.Score(t)); got != "100.0 A" {
		t.Errorf("the verdict is %s, want 100.0 A", got)
	}
}
