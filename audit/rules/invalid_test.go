package rules_test

import (
	"testing"

	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
)

func TestInvalidErrorCountsOnlyErrors(t *testing.T) {
	first := rules.Finding{Severity: rules.Error, Message: "the first", Pos: yamldoc.Pos{Line: 7}}
	err := &rules.InvalidError{Path: "my plan.yaml", Findings: []rules.Finding{{Severity: rules.Minor, Message: "a trifle"}, first}}
	if got, want := err.Error(), `"my plan.yaml": line 7: the first`; got != want {
		t.Errorf("error %s, want %s", got, want)
	}
	err.Findings = append(err.Findings, first, rules.Finding{Severity: rules.Major})
	if got, want := err.Summary(), "line 7: the first, and 1 more error"; got != want {
		t.Errorf("summary %s, want %s", got, want)
	}
	err.Findings = append(err.Findings, first)
	if got, want := err.Summary(), "line 7: the first, and 2 more errors"; got != want {
		t.Errorf("summary %s, want %s", got, want)
	}
}
