package document

import (
	"math/big"
	"testing"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/score"
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
	for _, tc := range []struct {
		name, verdict, why string
		result             score.Result
		decision           *gate.Decision
	}{
		{"top", "Go: the plan earns an A.", "", score.Result{Gradable: true, Low: end("A", "A"), High: end("A", "A")}, nil},
		{"held down", "Pilot only: the plan earns a C.",
			"The score alone would earn a B. What holds it: “Working apart” and the questionnaire “Silos”, which is under 25.", held, nil},
		{"open", "The plan earns an F, and could earn up to a B: 2 answers are open, ask Priya Nair first.", "",
			score.Result{Gradable: true, Low: end("F", "F"), High: end("B", "B"), Open: score.Open{Answers: 2, Ask: "Priya Nair"}}, nil},
		{"open, with nobody to ask", "The plan earns an F, and could earn up to a B: 2 answers are open, and the one to begin with is “What fits?”.", "",
			score.Result{
				Gradable: true, Low: end("F", "F"), High: end("B", "B"), Open: score.Open{Answers: 2, Begin: "in-step"},
				Questionnaires: []score.Section{{ID: "silos", Items: []score.Item{{ID: "in-step", Ask: "What fits?"}}}},
			}, nil},
		{"no grade", "No grade yet: the answers so far allow anything from F to A.", "None is answered; one is blank.",
			score.Result{Missing: []string{"none is answered", "one is blank"}, Low: end("F", "F"), High: end("A", "A")}, nil},
		{"a gate", "Go: the plan earns an A.", "For the gate it counts as a B, as somebody has waived stovepipe. It does not pass what was asked of it: x is major. A note.",
			score.Result{Gradable: true, Low: end("A", "A"), High: end("A", "A")},
			&gate.Decision{Grade: "B", Lifted: []string{"stovepipe"}, Reasons: []string{"x is major"}, Notes: []string{"a note"}}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := NewChapter(1, &audit.Audit{Result: &tc.result, Decision: tc.decision})
			if got := c.Verdict(); got != tc.verdict {
				t.Errorf("got  %s\nwant %s", got, tc.verdict)
			}
			why := ""
			for i, s := range c.Why() {
				if i > 0 {
					why += " "
				}
				why += s
			}
			if why != tc.why {
				t.Errorf("got  %s\nwant %s", why, tc.why)
			}
		})
	}
}
