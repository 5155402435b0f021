package main

import (
	"bytes"
	"strings"
	"testing"

	"forewarn/audit/report/markdown"
	"forewarn/audit/report/reporttest"
	"forewarn/audit/report/text"
)

// The bytes are the same from run to run, and nothing in them moves a cursor,
// turns the reading order or is unseen.
func TestFormatsAreSteadyAndClean(t *testing.T) {
	for name, run := range reporttest.Runs(t) {
		for _, f := range append(formats(lineText()), format{name: "whole text", new: text.New}, format{name: "summary", new: markdown.NewSummary}) {
			t.Run(name+" in "+f.name, func(t *testing.T) {
				first := reporttest.Written(t, f.new, run)
				if second := reporttest.Written(t, f.new, run); !bytes.Equal(first, second) {
					t.Error("two runs give other bytes")
				}
				if bytes.ContainsAny(first, "\x1b\u202e\u2066\u200b") {
					t.Error("unseen or moving characters got through")
				}
				if len(first) > 0 && !bytes.HasSuffix(first, []byte("\n")) {
					t.Error("the last line has no end")
				}
			})
		}
	}
}

func TestFormatNamed(t *testing.T) {
	for _, f := range formats(wholeText()) {
		if got, err := formatNamed(f.name, formats(wholeText())); err != nil || got.name != f.name {
			t.Errorf("formatNamed(%q) = %q, %v", f.name, got.name, err)
		}
	}
	if _, err := formatNamed("pdf", formats(wholeText())); err == nil || !strings.Contains(err.Error(), "text, json") {
		t.Errorf("an unknown format gives %v, and not the names that there are", err)
	}
}

// A rule is listed for every finding, and none is graver than its rule says.
func TestEveryFindingHasItsRule(t *testing.T) {
	grave := map[string]int{"error": 0, "critical": 1, "major": 2, "minor": 3}
	severity := map[string]string{}
	for _, r := range reporttest.Rules(t) {
		severity[r.ID] = r.Severity
	}
	for name, run := range reporttest.Runs(t) {
		for _, a := range run {
			for _, f := range a.Findings() {
				word, listed := severity[f.ID]
				if !listed || grave[word] > int(f.Severity) {
					t.Errorf("%s: %s is %s, and its rule %q", name, f.ID, f.Severity, word)
				}
			}
		}
	}
}
