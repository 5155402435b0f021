package json

import (
	"bytes"
	"math/big"
	"testing"
	"time"

	"forewarn/audit/diff"
	"forewarn/audit/gate"
	"forewarn/audit/history"
	"forewarn/audit/report"
	"forewarn/audit/report/reporttest"
)

const hostileText = "\x1b[2J\u202eevil \x00\xff"

// What is written is as the schemas say, whatever stands in it.
func TestDiffSchema(t *testing.T) {
	schema := reporttest.Compiled(t, DiffSchema())
	const plan = "forewarn: 1\nbank: {id: core, version: 2.0.0}\ninitiative: {name: Desk}\nanswers: {alignment: {real-problem: {level: 2}}, silos: {in-step: {level: 0}}}\n"
	a := reporttest.Audit(t, gate.Terms{}, "a.yaml", plan)
	b := reporttest.Audit(t, gate.Terms{}, "b.yaml", plan+"questionnaires: [alignment, metrics]\nscenarios: [{what: w}]\nobjectives: [{id: o, statement: s, goal: g}]\n")
	for _, d := range []*diff.Diff{diff.Of(a, a), diff.Of(a, b), diff.Of(b, a)} {
		var out bytes.Buffer
		if err := WriteDiff(&out, d, report.Options{Version: "1.0.0"}); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(reporttest.Decoded(t, out.Bytes())); err != nil {
			t.Error(err)
		}
	}
}

func TestHistorySchema(t *testing.T) {
	schema := reporttest.Compiled(t, HistorySchema())
	day := time.Date(2026, 11, 2, 0, 0, 0, 0, time.UTC)
	h := &history.History{File: "plan.yaml", Bank: "core 2.0.0", Rows: []history.Row{
		{Commit: "abc", Subject: hostileText, Broken: hostileText},
		{Commit: "def", When: day, Name: hostileText, Was: hostileText, Verdict: &history.Verdict{Low: big.NewRat(1, 3), High: big.NewRat(100, 1), LowGrade: "F", HighGrade: "A", AsOf: day}, Moved: &history.Moved{Answers: 1}},
		{Commit: "123", When: day, Gone: true},
	}}
	for _, asOf := range []time.Time{{}, day} {
		h.AsOf = asOf
		var out bytes.Buffer
		if err := WriteHistory(&out, h, report.Options{}); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(reporttest.Decoded(t, out.Bytes())); err != nil {
			t.Error(err)
		}
		if bytes.ContainsAny(out.Bytes(), "\x1b\x00\u202e") {
			t.Errorf("it has what moves a cursor: %q", out.Bytes())
		}
	}
}
