package main

import (
	"io"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/report/text"
)

// BenchmarkPlan compares what check does with one plan (read, check, score and
// show it) with the bare decoding of the same bytes by the YAML library.
func BenchmarkPlan(b *testing.B) {
	bank, err := audit.Bank()
	if err != nil {
		b.Fatal(err)
	}
	auditor := audit.Auditor{Bank: bank, AsOf: planfile.OnDay(time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC))}
	source := audit.Source{Name: "plan.yaml", Text: planfile.Example(), Present: func(string) bool { return true }}
	b.Run("whole", func(b *testing.B) {
		for b.Loop() {
			plan := auditor.Audit(source, gate.Terms{}, nil)
			if plan.Result == nil {
				b.Fatal(plan.Errors, plan.Broken)
			}
			if err := text.Findings(io.Discard, plan.File, plan.Findings()); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("decode", func(b *testing.B) {
		for b.Loop() {
			var plan any
			if err := yaml.Unmarshal(source.Text, &plan); err != nil {
				b.Fatal(err)
			}
		}
	})
}
