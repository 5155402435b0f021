package report

import (
	"math/big"
	"testing"

	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/audit/score/scoretest"
)

func TestVerdict(t *testing.T) {
	end := func(points int64, band, grade string, caps ...score.Cap) score.End {
		return score.End{Score: big.NewRat(points, 1), Band: band, Grade: grade, Caps: caps}
	}
	held := []score.Cap{{Grade: "C", Warning: "stovepipe"}, {Grade: "C", Warning: "no-lines"}, {Grade: "C", Questionnaire: "silos"}}
	for _, tc := range []struct {
		name, want string
		result     score.Result
	}{
		{"nothing open", "Grade A: go. Score 90.0.", score.Result{Gradable: true, Low: end(90, "A", "A"), High: end(90, "A", "A")}},
		{"open answers", "Grade D, up to C: 5 answers are open, ask Priya Nair first. Score 45.0, up to 62.0.",
			score.Result{Gradable: true, Low: end(45, "D", "D"), High: end(62, "C", "C"), Open: score.Open{Answers: 5, Ask: "Priya Nair", Begin: rules.Wording{Working: "in-step", Client: "“What fits?”"}}}},
		{"one open answer, and nobody to ask", "Grade D, up to C: 1 answer is open, begin with in-step. Score 45.0, up to 62.0.",
			score.Result{Gradable: true, Low: end(45, "D", "D"), High: end(62, "C", "C"), Open: score.Open{Answers: 1, Begin: rules.Wording{Working: "in-step", Client: "“What fits?”"}}}},
		{"don't know, and nobody to ask", "Grade D, up to C: 2 answers are open. Score 45.0, up to 62.0.",
			score.Result{Gradable: true, Low: end(45, "D", "D"), High: end(62, "C", "C"), Open: score.Open{Answers: 2}}},
		{"an open fact alone", "Grade D, up to B: the plan does not say whether a tool has been bought. Score 71.0 (B but for x).",
			score.Result{Gradable: true, Low: end(71, "B", "D", score.Cap{Grade: "D", Warning: "x"}), High: end(71, "B", "B"), Open: score.Open{Facts: []string{"the plan does not say whether a tool has been bought"}}}},
		{"open answers that change no grade", "Grade B: go once the named fixes are dated. Score 71.0, up to 72.0.",
			score.Result{Gradable: true, Low: end(71, "B", "B"), High: end(72, "B", "B")}},
		{"held down", "Grade C: pilot only. Score 78.0 (B but for stovepipe, no-lines and silos under 25).",
			score.Result{Gradable: true, Low: end(78, "B", "C", held...), High: end(78, "B", "C", held...)}},
		{"not gradable", "Not graded: none is answered; one is blank. Between F and A, score 10.0, up to 95.0.",
			score.Result{Missing: scoretest.Alike("none is answered", "one is blank"), Low: end(10, "F", "F"), High: end(95, "A", "A")}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := Verdict(&tc.result, Working); got != tc.want {
				t.Errorf("got  %s\nwant %s", got, tc.want)
			}
		})
	}
}
