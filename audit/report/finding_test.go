package report

import (
	"fmt"
	"slices"
	"testing"

	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
)

// What one record does not say is one thing to do, for people; what differs in being
// new or waived is told apart.
func TestForPeople(t *testing.T) {
	lack := func(subject, lacks string, s rules.Severity) gate.Finding {
		return gate.Finding{Finding: &rules.Finding{Severity: s, ID: "no-" + lacks, Message: "the plan gives no " + lacks + " for " + subject, Subject: subject, NamedSubject: "the " + subject, Lacks: "no " + lacks, Hint: "add " + lacks}}
	}
	other := gate.Finding{Finding: &rules.Finding{ID: "x", Message: "something else", Severity: rules.Major}}
	waived := lack("measure m", "source", rules.Minor)
	waived.Waiver = &planfile.Waiver{Reason: "later"}
	fresh := lack("measure m", "date", rules.Minor)
	fresh.State = gate.New

	findings := []gate.Finding{lack("measure m", "stop line", rules.Minor), other, lack("measure n", "owner", rules.Minor), lack("measure m", "owner", rules.Major), waived, fresh, other}
	var got []string
	for _, f := range ForPeople(findings) {
		got = append(got, fmt.Sprint(f.Severity, ": ", f.Message, " (", f.Hint, ")"))
	}
	want := []string{
		"major: measure m: no stop line, no owner (add stop line; add owner)",
		"major: something else ()",
		"minor: the plan gives no owner for measure n (add owner)",
		"minor: the plan gives no source for measure m (add source)",
		"minor: the plan gives no date for measure m (add date)",
		"major: something else ()",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
	says, advice := ForPeople(findings)[0].Plain()
	if says != "the measure m: no stop line, no owner" || advice != "add stop line; add owner" {
		t.Errorf("without ids it says %q (%s)", says, advice)
	}
	if findings[0].Message != "the plan gives no stop line for measure m" {
		t.Error("what programs are given has changed, too")
	}
}
