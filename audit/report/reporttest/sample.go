package reporttest

import (
	"math/big"
	"strings"
	"time"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/audit/yamldoc"
)

func points(n, d int64) *big.Rat { return big.NewRat(n, d) }

// Sample is a small result with a text of every kind, all of them hostile.
func Sample() *score.Result {
	hostile := "\x1b[31mred\x1b[0m \u202eevil " + strings.Repeat("long", 30) + " 日本語の長い名前 🧑‍🌾"
	pos := yamldoc.Pos{Line: 12, Col: 3, EndLine: 12, EndCol: 9}
	return &score.Result{
		Initiative: planfile.Initiative{Name: hostile, Client: hostile, Owner: hostile, Intent: hostile},
		AsOf:       planfile.OnDay(time.Date(2026, 11, 2, 0, 0, 0, 0, time.UTC)),
		Low:        score.End{Score: points(783, 10), Band: "B", Grade: "C", Caps: []score.Cap{{Grade: "C", Warning: "stovepipe"}}},
		High:       score.End{Score: points(783, 10), Band: "B", Grade: "C"},
		Claimed:    points(80, 1), Gradable: true,
		Coverage: points(1, 1), Shown: points(1, 3), Evidenced: points(2, 3),
		Questionnaires: []score.Section{
			{ID: "alignment", Title: "Alignment", Low: points(50, 1), High: points(75, 1), Claimed: points(60, 1),
				Items: []score.Item{{ID: "q", Ask: "a?", Worth: points(3, 1), Brought: points(0, 1), Answer: planfile.Answer{Dissent: hostile}, Pos: pos}}},
			{ID: "silos", Title: "Silos"},
		},
		Warnings: []score.Warning{
			{ID: "stovepipe", Title: "Apart", Cap: "C", Confirmed: true, CRM: "c", Here: "h", Do: "d", Strength: "A", Sources: []score.Source{{Cite: "One"}, {Cite: "Two", Weak: "undated"}},
				Because: []score.Reason{{Question: "in-step", Ask: "a?", Says: rules.Alike(hostile), Pos: pos}}},
			{ID: "one-leg", Title: "One leg", Because: []score.Reason{{Says: rules.Alike(hostile)}}},
		},
		Findings: []rules.Finding{{Pos: pos, Severity: rules.Major, ID: "x", Message: hostile, Hint: hostile}},
		Unknowns: []score.Unknown{{Question: "q", Ask: "a?", Who: hostile, Worth: points(3, 1), Pos: pos}},
		Next:     []score.Step{{Question: "q", Ask: "a?", Do: rules.Alike(hostile), Who: hostile, Gain: points(1, 1), Effort: 2, Pieces: []int{2}, Lifts: []string{"stovepipe"}, Pos: pos}},
	}
}

// JudgedSample is the sample as a gate that asks for nothing leaves it.
func JudgedSample(waivers ...planfile.Waiver) *audit.Audit {
	r := Sample()
	return &audit.Audit{File: "plan.yaml", Result: r, Decision: gate.Terms{}.Judge(&planfile.Plan{Waivers: waivers}, r, nil)}
}
