package report

import (
	"math/big"
	"testing"

	"forewarn/audit/score"
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
		{"open answers", "Grade D, up to C: back to planning. Score 45.0, up to 62.0.",
			score.Result{Gradable: true, Low: end(45, "D", "D"), High: end(62, "C", "C")}},
		{"open answers that change no grade", "Grade B: go once the named fixes are dated. Score 71.0, up to 72.0.",
			score.Result{Gradable: true, Low: end(71, "B", "B"), High: end(72, "B", "B")}},
		{"held down", "Grade C: pilot only. Score 78.0 (B but for stovepipe, no-lines and silos under 25).",
			score.Result{Gradable: true, Low: end(78, "B", "C", held...), High: end(78, "B", "C", held...)}},
		{"not gradable", "Grade -, between F and A. Score 10.0, up to 95.0.",
			score.Result{Low: end(10, "F", "F"), High: end(95, "A", "A")}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := Verdict(&tc.result); got != tc.want {
				t.Errorf("got  %s\nwant %s", got, tc.want)
			}
		})
	}
}
