package document

import (
	"math/big"
	"slices"
	"testing"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/audit/score/scoretest"
)

func TestVerdictSentence(t *testing.T) {
	end := func(band, grade string, caps ...score.Cap) score.End {
		return score.End{Score: big.NewRat(50, 1), Band: band, Grade: grade, Caps: caps}
	}
	held := score.Result{
		Gradable: true, Low: end("B", "C", score.Cap{Grade: "C", Warning: "stovepipe"}, score.Cap{Grade: "C", Questionnaire: "silos"}), High: end("B", "C"),
		Warnings:       []score.Warning{{ID: "stovepipe", Title: "Working apart"}},
		Questionnaires: []score.Section{{ID: "silos", Title: "Silos"}},
	}
	scored := func(r score.Result) score.Result {
		r.Claimed = r.Low.Score
		return r
	}
	for _, tc := range []struct {
		name, verdict string
		says          []string // what holds it, what to find out, and what a gate makes of it
		result        score.Result
		decision      *gate.Decision
	}{
		{"top", "Go: the plan earns an A.", nil, score.Result{Gradable: true, Low: end("A", "A"), High: end("A", "A")}, nil},
		{"held down", "Pilot only: the plan earns a C.",
			[]string{"“Working apart” holds the grade at C or below; the score alone would earn a B.", "“Silos” stands under 25 of 100, which holds the grade at C or below."}, held, nil},
		{"not begun", "Not yet, first do what is still missing: the plan earns an F.", nil, score.Result{Gradable: true, Low: end("F", "F"), High: end("F", "F")}, nil},
		{"live", "Stop: the plan earns an F.", nil, score.Result{Initiative: planfile.Initiative{Live: scoretest.Ptr(true)}, Gradable: true, Low: end("F", "F"), High: end("F", "F")}, nil},
		{"open", "The plan earns an F, and could earn up to a B.", []string{"2 answers are open, ask Priya Nair first."},
			score.Result{Gradable: true, Low: end("F", "F"), High: end("B", "B"), Open: score.Open{Answers: 2, Ask: "Priya Nair"}}, nil},
		{"open, with nobody to ask", "The plan earns an F, and could earn up to a B.", []string{"2 answers are open, begin with “What fits?”."},
			score.Result{Gradable: true, Low: end("F", "F"), High: end("B", "B"), Open: score.Open{Answers: 2, Begin: rules.Wording{Working: "in-step", Client: "“What fits?”"}}}, nil},
		{"no grade", "No grade yet: the answers so far allow anything from F to A.", []string{"None is answered.", "One is blank."},
			score.Result{Missing: scoretest.Alike("none is answered", "one is blank"), Low: end("F", "F"), High: end("A", "A")}, nil},
		{"a gate", "Go: the plan earns an A.", []string{"For the gate it counts as a B, as somebody has waived “Working apart”.", "It does not pass what was asked of it: x is major.", "A note."},
			score.Result{Gradable: true, Low: end("A", "A"), High: end("A", "A")},
			&gate.Decision{Grade: "B", Lifted: []rules.Wording{{Working: "stovepipe", Client: "“Working apart”"}}, Reasons: scoretest.Alike("x is major"),
				Notes: []rules.Wording{rules.Alike("a note"), {Working: "of a commit"}}}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := scored(tc.result)
			c, err := NewChapter(1, &audit.Audit{Result: &r, Decision: tc.decision}, &report.Options{Edition: report.Client})
			if err != nil {
				t.Fatal(err)
			}
			scoretest.Diff(t, tc.verdict, c.Verdict())
			scoretest.Diff(t, tc.says, slices.Concat(c.Holding(), Notes(c.FoundOut()), c.Gate()))
		})
	}
}

func TestSince(t *testing.T) {
	for _, tc := range []struct {
		name        string
		new, mended int
		want        string
	}{
		{"nothing", 0, 0, "No finding is new, none is mended."},
		{"one", 1, 1, "1 finding is new, 1 is mended."},
		{"more", 2, 3, "2 findings are new, 3 are mended."},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := Chapter{Audit: &audit.Audit{Result: &score.Result{}, Decision: &gate.Decision{Since: &gate.Since{New: tc.new}, Mended: make([]gate.Finding, tc.mended)}}}
			scoretest.Diff(t, []string{tc.want}, c.Since())
		})
	}
}
