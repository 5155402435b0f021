package github

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/report/reporttest"
	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
)

func TestGitHubPlace(t *testing.T) {
	for _, tc := range []struct {
		name string
		pos  yamldoc.Pos
		want string
	}{
		{"a word", yamldoc.Pos{Line: 3, Col: 5, EndLine: 3, EndCol: 9}, ",line=3,col=5,endLine=3,endColumn=8"},
		{"between two characters", yamldoc.Pos{Line: 3, Col: 5, EndLine: 3, EndCol: 5}, ",line=3,col=5,endLine=3,endColumn=5"},
		{"several lines, where no columns are taken", yamldoc.Pos{Line: 3, Col: 5, EndLine: 7, EndCol: 2}, ",line=3,endLine=7"},
		{"not known", yamldoc.Pos{}, ",line=1"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := properties(gate.Finding{Finding: &rules.Finding{Pos: tc.pos}}); got != tc.want {
				t.Errorf("got %s, want %s", got, tc.want)
			}
		})
	}
}

var command = regexp.MustCompile(`^::(error|warning|notice) ((?:[a-zA-Z]+=[^:,]*,?)+)::(.*)$`)

// A runner that takes a command apart finds what was put in.
func TestGitHubCommandsCanBeTakenApart(t *testing.T) {
	texts := rapid.OneOf(rapid.String(), rapid.StringMatching(`[:,%\r\n=AD0-5a-z]{0,20}`))
	rapid.Check(t, func(t *rapid.T) {
		a := annotation{kind: "error", file: "f" + texts.Draw(t, "file"), title: texts.Draw(t, "title"), text: texts.Draw(t, "text")}
		line := a.String()
		parts := command.FindStringSubmatch(line)
		if parts == nil || strings.ContainsAny(line, "\r\n") {
			t.Fatalf("no command: %q", line)
		}
		file, title, _ := strings.Cut(parts[2], ",")
		back := strings.NewReplacer("%25", "%", "%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",")
		data := strings.NewReplacer("%25", "%", "%0D", "\r", "%0A", "\n")
		if back.Replace(file) != "file="+a.file || back.Replace(title) != "title="+a.title || data.Replace(parts[3]) != a.text {
			t.Fatalf("%+v became %q", a, line)
		}
	})
}

func TestGitHubWritesNothingButCommands(t *testing.T) {
	for name, run := range reporttest.Runs(t) {
		for line := range strings.Lines(string(reporttest.Written(t, New, run))) {
			if !command.MatchString(strings.TrimSuffix(line, "\n")) {
				t.Errorf("%s: no command: %s", name, line)
			}
		}
	}
}

func TestGitHubWritesNoMoreThanIsShown(t *testing.T) {
	many := func(n int, s rules.Severity) []gate.Finding {
		out := make([]rules.Finding, n)
		for i := range out {
			out[i] = rules.Finding{ID: "x", Severity: s, Message: fmt.Sprintf("number %d", i)}
		}
		return gate.Errors(out)
	}
	for _, tc := range []struct {
		name                               string
		findings                           []gate.Finding
		errors, warnings, notices, unshown int
	}{
		{"none", nil, 1, 0, 0, 0},
		{"as many as are shown", append(append(many(9, rules.Critical), many(10, rules.Major)...), many(9, rules.Minor)...), 10, 10, 9, 0},
		{"one more of each", append(append(many(10, rules.Critical), many(11, rules.Major)...), many(10, rules.Minor)...), 10, 10, 10, 3},
		{"far too many", append(many(500, rules.Minor), many(500, rules.Critical)...), 10, 0, 10, 982},
	} {
		t.Run(tc.name, func(t *testing.T) {
			out := string(reporttest.Written(t, New, reporttest.Of(&audit.Audit{File: "plan.yaml", Errors: tc.findings, Broken: "broken"})))
			for kind, want := range map[string]int{"error": tc.errors, "warning": tc.warnings, "notice": tc.notices} {
				if got := strings.Count("\n"+out, "\n::"+kind+" "); got != want {
					t.Errorf("%d of kind %s, want %d", got, kind, want)
				}
			}
			if more := fmt.Sprintf("::%d more are not shown", tc.unshown); tc.unshown > 0 != strings.Contains(out, more) {
				t.Errorf("it does not end with %q:\n%s", more, out)
			}
		})
	}
}

// A finding that somebody lives with, or that is mended, is not worth a line
// in somebody's change.
func TestGitHubLeavesOut(t *testing.T) {
	f := gate.Errors([]rules.Finding{{ID: "waived"}, {ID: "mended"}, {ID: "plain"}})
	f[0].Waiver = &planfile.Waiver{}
	f[1].State = gate.Absent
	d := &gate.Decision{Findings: []gate.Finding{f[0], f[2]}, Mended: f[1:2]}
	out := string(reporttest.Written(t, New, reporttest.Of(&audit.Audit{File: "plan.yaml", Result: reporttest.Sample(), Decision: d})))
	if strings.Contains(out, "waived") || strings.Contains(out, "mended") || !strings.Contains(out, "title=plain") {
		t.Error(out)
	}
}
