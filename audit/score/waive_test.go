package score_test

import (
	"fmt"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
)

// TestWaivers judges a plan of band A that one warning caps at C, another at
// B, on day 40, and says: the grade as the gate counts it, what was lifted,
// which findings are waived, the reasons and the notes.
func TestWaivers(t *testing.T) {
	until := func(n int, warnings ...string) (out []planfile.Waiver) {
		for _, id := range warnings {
			out = append(out, planfile.Waiver{Warning: id, Reason: "soon", Owner: "Dana", Until: day(n)})
		}
		return out
	}
	for _, c := range []struct {
		name    string
		gate    score.Gate
		waivers []planfile.Waiver
		want    string
	}{
		{"none", score.Gate{FailOn: rules.Major}, nil, "C [] waived [] reasons [w1 is major] notes []"},
		{"one", score.Gate{FailOn: rules.Minor}, until(99, "w1"), "B [w1] waived [w1] reasons [w2 is minor] notes []"},
		{"both", score.Gate{FailOn: rules.Minor, MinGrade: "A"}, until(99, "w1", "w2"), "A [w1 w2] waived [w1 w2] reasons [] notes []"},
		{"the grade that the gate counts", score.Gate{MinGrade: "B"}, until(99, "w1"), "B [w1] waived [w1] reasons [] notes []"},
		{"still too low", score.Gate{MinGrade: "A"}, until(99, "w1"), "B [w1] waived [w1] reasons [grade B is below the required A] notes []"},
		{"the milder one lifts nothing", score.Gate{MinGrade: "B"}, until(99, "w2"), "C [] waived [w2] reasons [grade C is below the required B] notes []"},
		{"the score stays", score.Gate{MinScore: big.NewRat(100, 1)}, until(99, "w1", "w2"), "A [w1 w2] waived [w1 w2] reasons [score 91.6 is below the required 100] notes []"},
		{"last day", score.Gate{FailOn: rules.Major}, until(40, "w1"), "B [w1] waived [w1] reasons [] notes []"},
		{"the day after", score.Gate{FailOn: rules.Major}, until(39, "w1"),
			"C [] waived [] reasons [w1 is major] notes [the waiver of w1 ended on 2026-02-08, so it counts again]"},
		{"renewed below the old one", score.Gate{FailOn: rules.Major}, append(until(39, "w1"), until(41, "w1")...), "B [w1] waived [w1] reasons [] notes []"},
		{"renewed above the old one", score.Gate{FailOn: rules.Major}, append(until(41, "w1"), until(39, "w1")...), "B [w1] waived [w1] reasons [] notes []"},
		{"for auditors", score.Gate{FailOn: rules.Minor, MinGrade: "B", NoWaivers: true}, until(99, "w1", "w2"),
			"C [] waived [] reasons [grade C is below the required B w1 is major w2 is minor] notes []"},
		{"expired, for auditors", score.Gate{FailOn: rules.Major, NoWaivers: true}, until(39, "w1"), "C [] waived [] reasons [w1 is major] notes []"},
		{"a rule of findings", score.Gate{FailOn: rules.Major}, []planfile.Waiver{{Finding: "f1", Owner: "Dana", Until: day(99)}}, "C [] waived [f1 f1] reasons [w1 is major] notes []"},
		{"an expired rule of findings", score.Gate{FailOn: rules.Critical}, []planfile.Waiver{{Finding: "f1", Owner: "Dana", Until: day(39)}},
			"C [] waived [] reasons [f1 is critical, 2 times] notes [the waiver of f1 ended on 2026-02-08, so it counts again]"},
		{"about waivers", score.Gate{FailOn: rules.Minor}, []planfile.Waiver{{Finding: "waiver-unused", Until: day(99)}, {Finding: "waiver-expired", Until: day(99)}},
			"C [] waived [] reasons [w1 is major w2 is minor waiver-unused is minor] notes []"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &score.Result{
				AsOf: day(40), Gradable: true,
				Low: score.End{Score: big.NewRat(275, 3), Band: "A", Grade: "C", Caps: []score.Cap{{Grade: "C", Warning: "w1"}, {Grade: "B", Warning: "w2"}}},
				Warnings: []score.Warning{
					{ID: "w1", Severity: rules.Major, Confirmed: true, Cap: "C"},
					{ID: "w2", Severity: rules.Minor, Confirmed: true, Cap: "B"},
				},
				Records: score.Records{Waivers: c.waivers},
			}
			for _, w := range c.waivers {
				if w.Finding == "f1" {
					r.Findings = []rules.Finding{{ID: "f1", Severity: rules.Critical}, {ID: "f1", Severity: rules.Critical, Key: "x"}}
				} else if w.Finding != "" {
					r.Findings = []rules.Finding{{ID: "waiver-unused", Severity: rules.Minor}}
				}
			}
			d := c.gate.Judge(r)
			var waived []string
			for _, f := range d.Findings {
				if f.Waiver != nil {
					waived = append(waived, f.ID)
				}
			}
			diff(t, c.want, fmt.Sprintf("%s %v waived %v reasons %v notes %v", d.Grade, d.Lifted, waived, d.Reasons, d.Notes))
			if r.Grade() != "C" {
				t.Errorf("the plan's own grade became %s", r.Grade())
			}
		})
	}
}

// A questionnaire that is nearly empty is not a warning, and no waiver helps.
func TestWaiverOfNoWarning(t *testing.T) {
	r := &score.Result{
		AsOf: day(40), Gradable: true,
		Low:     score.End{Score: big.NewRat(90, 1), Band: "A", Grade: "C", Caps: []score.Cap{{Grade: "C", Questionnaire: "silos"}}},
		Records: score.Records{Waivers: []planfile.Waiver{{Warning: "silos", Until: day(99)}}},
	}
	if d := (score.Gate{}).Judge(r); d.Grade != "C" || d.Lifted != nil {
		t.Errorf("the gate counts %s, lifted %v", d.Grade, d.Lifted)
	}
}

// A plan that is not gradable has no grade for a waiver to lift.
func TestWaiverOnAnUngradedPlan(t *testing.T) {
	r := &score.Result{
		AsOf: day(40), Missing: []string{"a core question is blank: a1"},
		Low:      score.End{Score: big.NewRat(90, 1), Band: "A", Grade: "C", Caps: []score.Cap{{Grade: "C", Warning: "w1"}}},
		Warnings: []score.Warning{{ID: "w1", Cap: "C", Severity: rules.Major}},
		Records:  score.Records{Waivers: []planfile.Waiver{{Warning: "w1", Until: day(99)}}},
	}
	d := score.Gate{MinGrade: "D", FailOn: rules.Major}.Judge(r)
	diff(t, "- [not gradable yet: a core question is blank: a1]", fmt.Sprint(d.Grade, " ", d.Reasons))
}

// Waivers change no number of a plan, and only ever help it through the gate.
func TestWaiversOnlyHelp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		before := w.score(t)
		for _, warning := range w.bank.Warnings {
			if chance(t, 50, "waive "+warning.ID) {
				until := day(rapid.IntRange(38, 42).Draw(t, "until"))
				w.plan.Waivers = append(w.plan.Waivers, planfile.Waiver{Warning: warning.ID, Until: until})
			}
		}
		after := w.score(t)
		same(t, ends(before)+points(before), ends(after)+points(after))
		gate := score.Gate{
			MinGrade: rapid.SampledFrom([]string{"", "A", "B", "C", "D"}).Draw(t, "grade"),
			FailOn:   rapid.SampledFrom([]rules.Severity{rules.Error, rules.Critical, rules.Major}).Draw(t, "fail on"),
		}
		with := gate.Judge(after)
		gate.NoWaivers = true
		if without := gate.Judge(after); without.Passed() && !with.Passed() || with.Grade > without.Grade {
			t.Fatalf("without its waivers the plan fares better: %s %v against %s %v", without.Grade, without.Reasons, with.Grade, with.Reasons)
		}
		if with.Grade < after.Low.Band && after.Gradable {
			t.Fatalf("the gate counts %s, better than the band %s", with.Grade, after.Low.Band)
		}
	})
}
