//go:build linux || darwin

package main

import (
	"strings"
	"testing"

	"forewarn/audit/interview"
)

// TestEndingSaysWhereThingsAre says of a run what is in the plan, what is beside it, and
// what is nowhere, each of one thing.
func TestEndingSaysWhereThingsAre(t *testing.T) {
	dir := writePlan(t, fresh)
	cases := []struct {
		name     string
		outcome  interview.Outcome
		has, not string
	}{
		{"all", interview.Outcome{Saved: 1}, "Everything you gave is saved", "but"},
		{"theirs was chosen", interview.Outcome{Saved: 1, Yielded: true}, "but where you chose what somebody else had left there.", "Everything"},
		{"beside", interview.Outcome{Saved: 1, Aside: []string{"plan.yaml.unsaved-1"}}, "What could not be saved is in plan.yaml.unsaved-1.", "Not kept"},
		{"nowhere", interview.Outcome{Saved: 1, Lost: []string{"“Desk”, typed"}}, "Not kept: “Desk”, typed.", "Everything"},
	}
	for _, c := range cases {
		o := &askOptions{path: dir + "/" + defaultPlan}
		if got := o.ending(c.outcome); !strings.Contains(got, c.has) || strings.Contains(got, c.not) {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}
