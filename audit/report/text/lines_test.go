package text

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/report/reporttest"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/audit/score/scoretest"
	"forewarn/audit/yamldoc"
)

func TestLines(t *testing.T) {
	at := func(line int, severity rules.Severity, id string) gate.Finding {
		return gate.Finding{Finding: &rules.Finding{Pos: yamldoc.Pos{Line: line, Col: 5}, Severity: severity, ID: id, Message: "says " + id}}
	}
	waived, hinted, fresh := at(9, rules.Major, "stovepipe"), at(12, rules.Minor, "few-reviews"), at(14, rules.Critical, "line-crossed")
	waived.Waiver = &planfile.Waiver{Reason: "until\n\x1b[2Jwe merge", Owner: "Dana\u202e", Until: time.Date(2027, 1, 31, 0, 0, 0, 0, time.UTC)}
	waived.State, hinted.State, fresh.State = gate.New, gate.Unchanged, gate.New
	hinted.Hint = "look more often"
	judged := &audit.Audit{
		File:   "plan.yaml",
		Result: &score.Result{Gradable: true, Low: score.End{Score: big.NewRat(60, 1), Band: "C", Grade: "C"}, High: score.End{Score: big.NewRat(60, 1), Grade: "C"}},
		Decision: &gate.Decision{
			Findings: []gate.Finding{waived, hinted, fresh},
			Mended:   []gate.Finding{at(3, rules.Minor, "all-lagging"), at(4, rules.Critical, "no-goal")},
			Notes:    scoretest.Alike("the waiver of x ended"), Reasons: scoretest.Alike("line-crossed is critical"), Grade: "A", Lifted: scoretest.Alike("stovepipe", "no-lines"),
		},
	}
	broken := &audit.Audit{File: "a\u202eb.yaml", Errors: []gate.Finding{at(1, rules.Error, "yaml-syntax")}}
	for _, c := range []struct {
		name string
		plan *audit.Audit
		show rules.Severity
		want []string
	}{
		{"everything", judged, rules.Minor, []string{
			`plan.yaml:9:5: major stovepipe: says stovepipe [new] [waived until 2027-01-31 by Dana\u202e: until \u001b[2Jwe merge]`,
			`plan.yaml:12:5: minor few-reviews: says few-reviews (look more often)`,
			`plan.yaml:14:5: critical line-crossed: says line-crossed [new]`,
			`plan.yaml: mended: minor all-lagging: says all-lagging`,
			`plan.yaml: mended: critical no-goal: says no-goal`,
			`plan.yaml: note: the waiver of x ended`,
			`plan.yaml: Grade C: pilot only. Score 60.0. For the gate: A, with the waivers of stovepipe and no-lines.`,
			`plan.yaml: does not pass: line-crossed is critical`,
		}},
		{"the gravest alone", judged, rules.Critical, []string{
			`plan.yaml:14:5: critical line-crossed: says line-crossed [new]`,
			`plan.yaml: mended: critical no-goal: says no-goal`,
			`plan.yaml: note: the waiver of x ended`,
			`plan.yaml: Grade C: pilot only. Score 60.0. For the gate: A, with the waivers of stovepipe and no-lines.`,
			`plan.yaml: does not pass: line-crossed is critical`,
		}},
		{"broken", broken, rules.Critical, []string{
			`a\u202eb.yaml:1:5: error yaml-syntax: says yaml-syntax`,
			`a\u202eb.yaml: not read, because of the error above`,
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, list := range [][]gate.Finding{c.plan.Errors, judged.Decision.Findings, judged.Decision.Mended} {
				for i := range list {
					list[i].Quiet = list[i].Severity > c.show
				}
			}
			out := string(reporttest.Written(t, NewLines, reporttest.Of(c.plan)))
			if d := cmp.Diff(strings.Join(c.want, "\n")+"\n", out); d != "" {
				t.Errorf("want (-), got (+):\n%s", d)
			}
		})
	}
	if len(judged.Decision.Findings) != 3 || len(judged.Decision.Mended) != 2 {
		t.Error("showing less changed the plan")
	}
}
