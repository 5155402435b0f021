package sarif

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/report/reporttest"
	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
)

// The schema in testdata comes with the Multitool, Microsoft's own validator.
func TestSARIFIsAsTheStandardSays(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("testdata", "sarif-2.1.0.json"))
	if err != nil {
		t.Fatal(err)
	}
	schema := reporttest.Compiled(t, text)
	for name, run := range reporttest.Runs(t) {
		if err := schema.Validate(reporttest.Decoded(t, reporttest.Written(t, New, run))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The Multitool knows the rules of the standard that no schema can say.
func TestSARIFPassesTheMultitool(t *testing.T) {
	judge := filepath.Join(os.Getenv("FOREWARN_JUDGES"), "@microsoft", "sarif-multitool-linux", "Sarif.Multitool")
	if _, err := os.Stat(judge); err != nil {
		t.Skip("the SARIF Multitool is not here; FOREWARN_JUDGES names the folder of the judges")
	}
	dir := t.TempDir()
	args := []string{"validate", filepath.Join(dir, "*.sarif"), "--output", filepath.Join(dir, "verdict.json"), "--level", "Error;Warning"}
	for name, run := range reporttest.Runs(t) {
		file := filepath.Join(dir, strings.ReplaceAll(name, " ", "-")+".sarif")
		if err := os.WriteFile(file, reporttest.Written(t, New, run), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command(judge, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	text, err := os.ReadFile(filepath.Join(dir, "verdict.json"))
	if err != nil {
		t.Fatal(err)
	}
	var verdict sarifLog
	if err := json.Unmarshal([]byte(strings.TrimPrefix(string(text), "\ufeff")), &verdict); err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, r := range verdict.Runs[0].Results {
		seen++
		if r.RuleID != "SARIF2005" { // the project has no address of its own to give
			t.Errorf("%s %s: %v", r.Level, r.RuleID, r.Message)
		}
	}
	if runs := len(reporttest.Runs(t)); seen != runs {
		t.Errorf("%d warnings about the address of the tool, want one for each of %d runs: were they judged?\n%s", seen, runs, out)
	}
}

// sarifResult is as much of a result.
type sarifResult struct {
	RuleID, Level, BaselineState string
	RuleIndex                    int
	Message                      sarifMessage
	PartialFingerprints          map[string]string
	Suppressions                 *[]struct{ Kind, Status, Justification string }
}

// sarifLog is as much of a log as the tests look at.
type sarifLog struct {
	Runs []struct {
		Tool struct {
			Driver struct {
				Version string
				Rules   []struct {
					ID, Name             string
					Help                 struct{ Text, Markdown string }
					DefaultConfiguration struct{ Level string }
				}
			}
		}
		Invocations []struct {
			ExecutionSuccessful        bool
			ToolExecutionNotifications []struct {
				Level   string
				Message sarifMessage
			}
		}
		Results []sarifResult
	}
}

type sarifMessage struct {
	ID, Text  string
	Arguments []string
}

func readSARIF(t *testing.T, run []*audit.Audit) sarifLog {
	t.Helper()
	var out sarifLog
	if err := json.Unmarshal(reporttest.Written(t, New, run), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestSARIFListsEveryRule(t *testing.T) {
	run := reporttest.Runs(t)["nearly done"]
	log := readSARIF(t, run).Runs[0]
	if len(log.Results) != 0 || !strings.Contains(string(reporttest.Written(t, New, run)), `"results": []`) {
		t.Error("a run without results does not say so")
	}
	if log.Tool.Driver.Version != "1.2.3" {
		t.Errorf("the version is %q, want one that begins with a number", log.Tool.Driver.Version)
	}
	rules := reporttest.Rules(t)
	if len(log.Tool.Driver.Rules) != len(rules) {
		t.Fatalf("%d of %d rules", len(log.Tool.Driver.Rules), len(rules))
	}
	levels := map[string]string{"error": "error", "critical": "error", "major": "warning", "minor": "note", "note": "note"}
	for i, r := range log.Tool.Driver.Rules {
		want := rules[i]
		level := r.DefaultConfiguration.Level
		if level == "" {
			level = "warning" // what the standard takes when none is given
		}
		if r.ID != want.ID || level != levels[want.Severity] || r.Help.Markdown != want.Help || strings.Contains(r.Help.Text, "**") {
			t.Errorf("rule %d is %+v", i, r)
		}
	}
	if got := nameOf("Taking, not serving"); got != "TakingNotServing" {
		t.Errorf("the name of a rule is %q", got)
	}
}

// A waiver is shown, and does not take its finding out of the log; where one
// result says that it is suppressed, all others say that they are not.
func TestSARIFSuppressions(t *testing.T) {
	d := &gate.Decision{Findings: gate.Errors([]rules.Finding{{ID: "a", Severity: rules.Minor}, {ID: "b", Severity: rules.Minor}})}
	p := &audit.Audit{File: "plan.yaml", Result: reporttest.Sample(), Decision: d}
	for _, r := range readSARIF(t, reporttest.Of(p)).Runs[0].Results {
		if r.Suppressions != nil {
			t.Errorf("%s: nothing is waived, and it has suppressions", r.RuleID)
		}
	}
	d.Findings[1].Waiver = &planfile.Waiver{Reason: "merging in January", Owner: "Dana", Until: reporttest.Day()}
	results := readSARIF(t, reporttest.Of(p)).Runs[0].Results
	if s := results[0].Suppressions; s == nil || len(*s) != 0 {
		t.Errorf("the finding that nobody waives has the suppressions %v", s)
	}
	s := results[1].Suppressions
	if s == nil || len(*s) != 1 || (*s)[0].Status != "accepted" || (*s)[0].Justification != "merging in January (Dana, until 21 November 2026)" {
		t.Errorf("the waived finding has the suppressions %v", s)
	}
}

func TestSARIFBaseline(t *testing.T) {
	states := map[string]int{}
	for _, r := range readSARIF(t, reporttest.Runs(t)["since an earlier"]).Runs[0].Results {
		states[r.BaselineState]++
	}
	if states["new"] == 0 || states["unchanged"] == 0 || states["absent"] == 0 || len(states) != 3 {
		t.Errorf("the results are %v", states)
	}
	for _, r := range readSARIF(t, reporttest.Runs(t)["sixty findings"]).Runs[0].Results {
		if r.BaselineState != "" {
			t.Errorf("%s is %s without a baseline", r.RuleID, r.BaselineState)
		}
	}
}

// The fingerprint of a finding is not that of its place.
func TestSARIFFingerprintsOutliveAMove(t *testing.T) {
	prints := func(text string) (out []string) {
		for _, r := range readSARIF(t, reporttest.Of(reporttest.Audit(t, gate.Terms{}, "plan.yaml", text))).Runs[0].Results {
			out = append(out, r.PartialFingerprints[fingerprint])
		}
		return out
	}
	text := reporttest.Text(t, "tools-first.yaml")
	before, after := prints(text), prints("# one more line\n\n"+text)
	if len(before) < 30 || fmt.Sprint(before) != fmt.Sprint(after) {
		t.Errorf("they were\n%v and are\n%v", before, after)
	}
}

func TestSARIFTellsWhatCouldNotBeRead(t *testing.T) {
	run := readSARIF(t, reporttest.Runs(t)["broken beside"]).Runs[0]
	if told := run.Invocations[0]; !told.ExecutionSuccessful || len(told.ToolExecutionNotifications) > 0 {
		t.Errorf("one plan that is not there makes of the whole run %+v", told)
	}
	gone := slices.IndexFunc(run.Results, func(r sarifResult) bool { return r.RuleID == rules.NotReadable })
	if gone < 0 || run.Results[gone].Level != "error" || !strings.Contains(run.Results[gone].Message.Text, "gone.yaml") {
		t.Errorf("of the plan that is not there it says %+v", run.Results)
	}
	if r := run.Results[0]; r.Level != "error" || r.RuleID != "unknown-key" {
		t.Errorf("the errors of the broken plan do not come first, but %+v", r)
	}
	if !readSARIF(t, reporttest.Runs(t)["sixty findings"]).Runs[0].Invocations[0].ExecutionSuccessful {
		t.Error("a run that judged every plan is no success")
	}
}

// Consumers refuse a log with more results than they take.
func TestSARIFIsCut(t *testing.T) {
	many := make([]rules.Finding, most)
	for i := range many {
		many[i] = rules.Finding{ID: "x", Severity: rules.Minor, Message: "m"}
	}
	grave := rules.Finding{ID: "grave", Severity: rules.Critical, Message: "m"}
	first := &audit.Audit{File: "a.yaml", Result: reporttest.Sample(), Decision: &gate.Decision{Findings: gate.Errors(many)}}
	second := &audit.Audit{File: "b.yaml", Result: reporttest.Sample(), Decision: &gate.Decision{Findings: gate.Errors([]rules.Finding{grave})}}
	whole := readSARIF(t, reporttest.Of(first)).Runs[0]
	if len(whole.Results) != most || len(whole.Invocations[0].ToolExecutionNotifications) != 0 {
		t.Errorf("%d results, and it is told that some are missing", len(whole.Results))
	}
	cut := readSARIF(t, reporttest.Of(first, second)).Runs[0]
	if len(cut.Results) != most || cut.Results[0].RuleID != "grave" {
		t.Errorf("%d results, the first of them %s", len(cut.Results), cut.Results[0].RuleID)
	}
	if told := cut.Invocations[0].ToolExecutionNotifications; len(told) != 1 || told[0].Message.Text != "There are 5001 results; these are the 5000 gravest." {
		t.Errorf("it is told %+v", told)
	}
}

func TestSARIFFile(t *testing.T) {
	for _, tc := range []struct{ name, file, uri, base string }{
		{"beside", "plan.yaml", "plan.yaml", root},
		{"said to be beside", "./plan.yaml", "plan.yaml", root},
		{"below", "plans/a.yaml", "plans/a.yaml", root},
		{"with what an address gives a meaning", "plans/50% of #1?.yaml", "plans/50%25%20of%20%231%3F.yaml", root},
		{"with other letters", "pläne/計画.yaml", "pl%C3%A4ne/%E8%A8%88%E7%94%BB.yaml", root},
		{"like a scheme", "a:b.yaml", "./a:b.yaml", root},
		{"outside", "../plan.yaml", "../plan.yaml", ""},
		{"from the root", "/home/a b/plan.yaml", "file:///home/a%20b/plan.yaml", ""},
		{"in bytes that are no text", "caf\xe9.yaml", "caf%E9.yaml", root},
		{"on a drive", "C:/plans/plan.yaml", "file:///C:/plans/plan.yaml", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := locationOf(tc.file)
			base := ""
			if got.URIBaseId != nil {
				base = *got.URIBaseId
			}
			if *got.URI != tc.uri || base != tc.base {
				t.Errorf("%s is %s in %q, want %s in %q", tc.file, *got.URI, base, tc.uri, tc.base)
			}
		})
	}
}

func TestSARIFRegion(t *testing.T) {
	r := regionOf(yamldoc.Pos{Line: 3, Col: 5, EndLine: 4, EndCol: 9})
	if *r.StartLine != 3 || *r.StartColumn != 5 || *r.EndLine != 4 || *r.EndColumn != 9 {
		t.Errorf("the region is %+v", r)
	}
	if r := regionOf(yamldoc.Pos{}); *r.StartLine != 1 || r.EndLine != nil {
		t.Errorf("the region of a place that is not known is %+v", r)
	}
}

func TestSARIFText(t *testing.T) {
	if got, want := escaped(`a [b](c) {0} \`), `a \[b\](c) {{0}} \\`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
