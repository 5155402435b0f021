package github

import (
	"cmp"
	"fmt"
	"io"
	"regexp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/report"
	"forewarn/audit/report/reporttest"
	"forewarn/audit/rules"
	"forewarn/audit/score/scoretest"
)

// Of each kind, what is kept are the first of all annotations, sorted by rank,
// and of those of one rank, those that came first. The rest is counted.
func TestKeepKeepsTheFirstOfEachKind(t *testing.T) {
	words := []string{"error", "warning", "notice"}
	room := map[string]int{"error": 10, "warning": 10, "notice": 9} // the last notice says how many there are beside
	rapid.Check(t, func(t *rapid.T) {
		made, err := New(io.Discard, report.Options{})
		if err != nil {
			t.Fatal(err)
		}
		p := made.(*printer)
		all, n := map[string][]ranked{}, rapid.IntRange(0, 90).Draw(t, "annotations")
		for i := range n {
			a := annotation{kind: rapid.SampledFrom(words).Draw(t, "kind"), text: fmt.Sprintf("number %d", i)}
			rank := rapid.IntRange(gateRank, int(rules.Minor)).Draw(t, "rank")
			p.keep(rank, a)
			all[a.kind] = append(all[a.kind], ranked{a, rank})
		}
		more := n
		for i, word := range words {
			want := all[word]
			slices.SortStableFunc(want, func(a, b ranked) int { return cmp.Compare(a.rank, b.rank) })
			want = want[:min(len(want), room[word])]
			more -= len(want)
			if got := p.shown[i]; got.word != word || !slices.Equal(got.list, want) {
				t.Fatalf("in place %d are those of kind %s:\n%v\nwant those of kind %s:\n%v", i, got.word, got.list, word, want)
			}
		}
		if p.more != more {
			t.Fatalf("it counts %d that are not kept, want %d", p.more, more)
		}
	})
}

// Why a plan does not pass stands before every finding, also of plans that were
// judged earlier, and is the last to make room.
func TestReasonsComeBeforeFindings(t *testing.T) {
	judged := func(file string, critical int, reasons ...string) *audit.Audit {
		findings := make([]rules.Finding, critical)
		for i := range findings {
			findings[i] = rules.Finding{ID: "grave", Severity: rules.Critical, Message: fmt.Sprintf("number %d", i)}
		}
		return &audit.Audit{File: file, Result: reporttest.Sample(), Decision: &gate.Decision{Findings: gate.Errors(findings), Reasons: scoretest.Alike(reasons...), Grade: "C"}}
	}
	run := reporttest.Of(judged("a.yaml", most), judged("b.yaml", 1, "grave is critical"), judged("c.yaml", 0), audit.Unread("d.yaml", io.ErrUnexpectedEOF))
	want := []string{"b.yaml Gate", "d.yaml Gate"}
	for range most - 2 {
		want = append(want, "a.yaml grave")
	}
	var got []string
	for _, parts := range regexp.MustCompile(`(?m)^::error file=([^,]*),.*title=([^:]*)::`).FindAllStringSubmatch(string(reporttest.Written(t, New, run)), -1) {
		got = append(got, parts[1]+" "+parts[2])
	}
	scoretest.Diff(t, want, got)
}
