package gate_test

import (
	"fmt"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/audit/score/scoretest"
)

// TestWaivers judges a plan of band A that one warning caps at C, another at
// B, on day 40, and says: the grade as the gate counts it, what was lifted,
// which findings are waived, the reasons and the notes.
func TestWaivers(t *testing.T) {
	until := func(n int, warnings ...string) (out []planfile.Waiver) {
		for _, id := range warnings {
			out = append(out, planfile.Waiver{Warning: id, Reason: "soon", Owner: "Dana", Until: scoretest.Day(n)})
		}
		return out
	}
	for _, c := range []struct {
		name    string
		terms   gate.Terms
		waivers []planfile.Waiver
		want    string
	}{
		{"none", gate.Terms{FailOn: rules.Major}, nil, "C [] waived [] reasons [w1 is major] notes []"},
		{"one", gate.Terms{FailOn: rules.Minor}, until(99, "w1"), "B [w1] waived [w1] reasons [w2 is minor] notes []"},
		{"both", gate.Terms{FailOn: rules.Minor, MinGrade: "A"}, until(99, "w1", "w2"), "A [w1 w2] waived [w1 w2] reasons [] notes []"},
		{"the grade that the gate counts", gate.Terms{MinGrade: "B"}, until(99, "w1"), "B [w1] waived [w1] reasons [] notes []"},
		{"still too low", gate.Terms{MinGrade: "A"}, until(99, "w1"), "B [w1] waived [w1] reasons [grade B is below the required A] notes []"},
		{"the milder one lifts nothing", gate.Terms{MinGrade: "B"}, until(99, "w2"), "C [] waived [w2] reasons [grade C is below the required B] notes []"},
		{"the score stays", gate.Terms{MinScore: big.NewRat(100, 1)}, until(99, "w1", "w2"), "A [w1 w2] waived [w1 w2] reasons [score 91.6 is below the required 100] notes []"},
		{"last day", gate.Terms{FailOn: rules.Major}, until(40, "w1"), "B [w1] waived [w1] reasons [] notes []"},
		{"the day after", gate.Terms{FailOn: rules.Major}, until(39, "w1"),
			"C [] waived [] reasons [w1 is major] notes [the waiver of w1 ended on 2026-02-08, so it counts again]"},
		{"renewed below the old one", gate.Terms{FailOn: rules.Major}, append(until(39, "w1"), until(41, "w1")...), "B [w1] waived [w1] reasons [] notes []"},
		{"renewed above the old one", gate.Terms{FailOn: rules.Major}, append(until(41, "w1"), until(39, "w1")...), "B [w1] waived [w1] reasons [] notes []"},
		{"for auditors", gate.Terms{FailOn: rules.Minor, MinGrade: "B", NoWaivers: true}, until(99, "w1", "w2"),
			"C [] waived [] reasons [grade C is below the required B w1 is major w2 is minor] notes []"},
		{"expired, for auditors", gate.Terms{FailOn: rules.Major, NoWaivers: true}, until(39, "w1"), "C [] waived [] reasons [w1 is major] notes []"},
		{"a rule of findings", gate.Terms{FailOn: rules.Major}, []planfile.Waiver{{Finding: "f1", Owner: "Dana", Until: scoretest.Day(99)}}, "C [] waived [f1 f1] reasons [w1 is major] notes []"},
		{"an expired rule of findings", gate.Terms{FailOn: rules.Critical}, []planfile.Waiver{{Finding: "f1", Owner: "Dana", Until: scoretest.Day(39)}},
			"C [] waived [] reasons [f1 is critical, 2 times] notes [the waiver of f1 ended on 2026-02-08, so it counts again]"},
		{"about waivers", gate.Terms{FailOn: rules.Minor}, []planfile.Waiver{{Finding: "waiver-unused", Until: scoretest.Day(99)}, {Finding: "waiver-expired", Until: scoretest.Day(99)}},
			"C [] waived [] reasons [w1 is major w2 is minor waiver-unused is minor, 2 times] notes []"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &score.Result{
				AsOf: scoretest.AsOf(40), Gradable: true,
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
				}
			}
			d := judged(c.terms, r, nil)
			var waived []string
			for _, f := range d.Findings {
				if f.Waiver != nil {
					waived = append(waived, f.ID)
				}
			}
			scoretest.Diff(t, c.want, fmt.Sprintf("%s %v waived %v reasons %v notes %v", d.Grade, scoretest.Working(d.Lifted), waived, scoretest.Working(d.Reasons), scoretest.Working(d.Notes)))
			if r.Grade() != "C" {
				t.Errorf("the plan's own grade became %s", r.Grade())
			}
		})
	}
}

// A questionnaire that is nearly empty is not a warning, and no waiver helps.
func TestWaiverOfNoWarning(t *testing.T) {
	r := &score.Result{
		AsOf: scoretest.AsOf(40), Gradable: true,
		Low:     score.End{Score: big.NewRat(90, 1), Band: "A", Grade: "C", Caps: []score.Cap{{Grade: "C", Questionnaire: "silos"}}},
		Records: score.Records{Waivers: []planfile.Waiver{{Warning: "silos", Until: scoretest.Day(99)}}},
	}
	if d := judged(gate.Terms{}, r, nil); d.Grade != "C" || d.Lifted != nil {
		t.Errorf("the gate counts %s, lifted %v", d.Grade, d.Lifted)
	}
}

// A plan that is not gradable has no grade for a waiver to lift.
func TestWaiverOnAnUngradedPlan(t *testing.T) {
	r := &score.Result{
		AsOf: scoretest.AsOf(40), Missing: scoretest.Alike("a core question is blank: a1"),
		Low:      score.End{Score: big.NewRat(90, 1), Band: "A", Grade: "C", Caps: []score.Cap{{Grade: "C", Warning: "w1"}}},
		Warnings: []score.Warning{{ID: "w1", Cap: "C", Severity: rules.Major}},
		Records:  score.Records{Waivers: []planfile.Waiver{{Warning: "w1", Until: scoretest.Day(99)}}},
	}
	d := judged(gate.Terms{MinGrade: "D", FailOn: rules.Major}, r, nil)
	scoretest.Diff(t, "- [not gradable yet: a core question is blank: a1]", fmt.Sprint(d.Grade, " ", scoretest.Working(d.Reasons)))
}

// Waivers change no number of a plan, and only ever help it through the gate.
func TestWaiversOnlyHelp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := scoretest.Draw(t)
		before := w.Score(t)
		for _, warning := range w.Bank.Warnings {
			if scoretest.Chance(t, 50, "waive "+warning.ID) {
				until := scoretest.Day(rapid.IntRange(38, 42).Draw(t, "until"))
				w.Plan.Waivers = append(w.Plan.Waivers, planfile.Waiver{Warning: warning.ID, Until: until})
			}
		}
		after := w.Score(t)
		if numbers := func(r *score.Result) string { return fmt.Sprint(r.Low, r.High, r.Claimed) }; numbers(before) != numbers(after) {
			t.Fatalf("waivers change %s to %s", numbers(before), numbers(after))
		}
		terms := gate.Terms{
			MinGrade: rapid.SampledFrom([]string{"", "A", "B", "C", "D"}).Draw(t, "grade"),
			FailOn:   rapid.SampledFrom([]rules.Severity{rules.Error, rules.Critical, rules.Major}).Draw(t, "fail on"),
		}
		with := terms.Judge(w.Plan, after, nil)
		terms.NoWaivers = true
		if without := terms.Judge(w.Plan, after, nil); without.Passed() && !with.Passed() || with.Grade > without.Grade {
			t.Fatalf("without its waivers the plan fares better: %s %v against %s %v", without.Grade, without.Reasons, with.Grade, with.Reasons)
		}
		if with.Grade < after.Low.Band && after.Gradable {
			t.Fatalf("the gate counts %s, better than the band %s", with.Grade, after.Low.Band)
		}
	})
}

// TestWaiverFindings says what is told of the waivers themselves, on day 40.
func TestWaiverFindings(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*planfile.Plan)
		want   []string
	}{
		{"waiver in force", waive(planfile.Waiver{Warning: "w1", Until: scoretest.Day(40)}), nil},
		{"waiver expired", waive(planfile.Waiver{Warning: "w1", Until: scoretest.Day(39)}), []string{`waiver-expired waivers[0].until: the waiver of "w1" ended on 2026-02-08`}},
		{"waiver of a quiet warning", waive(planfile.Waiver{Warning: "w2", Until: scoretest.Day(99)}), []string{`waiver-unused waivers[0].warning: the waiver of "w2" is not needed: nothing raises it`}},
		{"waiver of a quiet finding", waive(planfile.Waiver{Finding: "all-lagging", Until: scoretest.Day(99)}), []string{`waiver-unused waivers[0].finding: the waiver of "all-lagging" is not needed: nothing raises it`}},
		{"waiver of a finding", func(p *planfile.Plan) {
			waive(planfile.Waiver{Finding: "metric-without-owner", Until: scoretest.Day(99)})(p)
			p.Metrics[0].Owner = ""
		}, []string{`metric-without-owner metrics[0].owner: the plan names no owner for measure "m0"`}},
		{"waiver that is both", waive(planfile.Waiver{Finding: "all-lagging", Until: scoretest.Day(1)}), []string{
			`waiver-expired waivers[0].until: the waiver of "all-lagging" ended on 2026-01-01`,
			`waiver-unused waivers[0].finding: the waiver of "all-lagging" is not needed: nothing raises it`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := scoretest.Sound(t)
			w.Warn(t, "C: a1<=3")
			w.Warn(t, "C: a1<=0")
			c.change(w.Plan)
			var got []string
			for _, f := range (gate.Terms{}).Judge(w.Plan, w.Score(t), nil).Findings {
				if f.ID == "w1" {
					continue
				}
				got = append(got, f.ID+" "+f.Key+": "+f.Message)
				if f.Severity != rules.Minor || f.Hint == "" {
					t.Errorf("%s has severity %s and hint %q", f.ID, f.Severity, f.Hint)
				}
			}
			scoretest.Diff(t, scoretest.Sorted(c.want), got)
		})
	}
}

func waive(w planfile.Waiver) func(*planfile.Plan) {
	return func(p *planfile.Plan) { p.Waivers = []planfile.Waiver{w} }
}
