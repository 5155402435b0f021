package score_test

import (
	"fmt"
	"testing"

	"forewarn/audit/score"
	"forewarn/audit/score/scoretest"
)

// BenchmarkScore scores a plan of the size of the standard audit: 26 questions
// with a record check each for fifteen of them, 15 warnings, and records.
func BenchmarkScore(b *testing.B) {
	w := scoretest.Parse(b, "25: 3!=3v 3!=2 2=1 3!=4 3!=0 2=2v | 20: 3!=1 3!=1 2=? 3!=2 2=2v 3!=0 3!=2"+
		" | 20: 3!=4s 2=3v 2=2 1=1 2=- 1=0 3!=2 3!=1 | 15: 3!=1 2=2 2=? 1=2v 2=1")
	answers := w.Plan.Answers
	w.Plan = scoretest.Sound(b).Plan
	w.Plan.Answers = answers
	for i, check := range scoretest.Checks() {
		w.Check(fmt.Sprint(string(rune('a'+i%4)), 1+i/4), check)
		w.Warn(b, fmt.Sprintf("C: a%d<=1 | b%d<=1 & tool=unknown", 1+i%6, 1+i%7))
	}
	w.Plan.Metrics[0].Baseline, w.Plan.Metrics[1].Owner = nil, ""
	b.ReportAllocs()
	for b.Loop() {
		if _, err := score.Score(w.Bank, w.Plan, w.C); err != nil {
			b.Fatal(err)
		}
	}
}
