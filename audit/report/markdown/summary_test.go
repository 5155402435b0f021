package markdown

import (
	"strings"
	"testing"

	"forewarn/audit/gate"
	"forewarn/audit/report/reporttest"
)

func TestGitHubSummaryIsBounded(t *testing.T) {
	run := reporttest.Of(reporttest.Plan(t, gate.Terms{}, "tools-first.yaml"))
	one := len(reporttest.Written(t, NewSummary, run))
	for len(run) < 400 {
		run = append(run, run[0])
	}
	out := string(reporttest.Written(t, NewSummary, run))
	if len(out) > summaryMost+2*one+400*100 || !strings.Contains(out, "more plans are in the table alone") {
		t.Errorf("400 plans make %d bytes", len(out))
	}
	for len(run) < 12_000 {
		run = append(run, run...)
	}
	out = string(reporttest.Written(t, NewSummary, run[:12_000]))
	if len(out) > summaryMost+summaryTable+3*one || !strings.Contains(out, "more plans are not listed here.\n") {
		t.Errorf("12000 plans make %d bytes", len(out))
	}
	if !strings.HasPrefix(out, "## forewarn: checked 12000, passed 12000, failed 0, broken 0\n") {
		t.Errorf("it begins with %.80q", out)
	}
	out = string(reporttest.Written(t, NewSummary, run[:400]))
	if !strings.HasPrefix(out, "## forewarn: checked 400, passed 400, failed 0, broken 0\n") {
		t.Errorf("it begins with %.80q", out)
	}
}
