package main

import (
	"io"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/score"
	"forewarn/questions"
)

// BenchmarkPlan compares what check does with one plan (read, check, score and
// show it) with the bare decoding of the same bytes by the YAML library.
func BenchmarkPlan(b *testing.B) {
	bank, err := questions.Load()
	if err != nil {
		b.Fatal(err)
	}
	src := planfile.Example()
	today := time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)
	b.Run("whole", func(b *testing.B) {
		for b.Loop() {
			plan, findings := planfile.Parse(src, bank)
			if len(findings) > 0 {
				b.Fatal(findings)
			}
			result, err := score.Score(bank, plan, score.Circumstances{AsOf: today})
			if err != nil {
				b.Fatal(err)
			}
			if err := report.Lines(io.Discard, "plan.yaml", gate.Terms{}.Judge(plan, result, nil).Findings); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("decode", func(b *testing.B) {
		for b.Loop() {
			var plan any
			if err := yaml.Unmarshal(src, &plan); err != nil {
				b.Fatal(err)
			}
		}
	})
}
