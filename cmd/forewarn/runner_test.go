//go:build linux || darwin

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"forewarn/audit/report/reporttest"
)

// led is what a runner would take for a command in a line that is not meant as one.
var led = regexp.MustCompile(`##(vso|teamcity)?\[|^[\s\p{Z}]*::`)

// meant is how a command begins that annotates a plan.
var meant = regexp.MustCompile(`^::(error|warning|notice) (file=|title=)`)

// On a runner, nothing that a plan, its name or an argument holds is a command,
// in any format and in any message.
func TestOnARunner(t *testing.T) {
	dir := t.TempDir()
	const name = "::error::##[add-mask]x.yaml"
	hostile := "::set-output name=a::b ##[error]x ##vso[task.setvariable]y ##teamcity[z " + reporttest.HostileText
	quoted := strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(hostile)
	plan := strings.ReplaceAll(reporttest.Text(t, "tools-first.yaml"), "owner: ", "owner: \""+quoted+"\" #")
	for file, content := range map[string]string{
		name: plan, "broken.yaml": planHead + "\"" + quoted + "\": 1\n", ".forewarn.yaml": "min-grade: A\n", "ungrammatical.yaml": planHead + hostile + ": [\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, file), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("GITHUB_ACTIONS", "true")
	runs := [][]string{
		{"check", "-v", name, "broken.yaml", "ungrammatical.yaml", "##[gone].yaml"},
		{"report", name},
		{"report", "broken.yaml"},
		{"report", "::gone##[x]::.yaml"},
		{"explain", "::gone##[x]::"},
		{"check", "--against", "::x##[y]", name},
		{"check", "--min-grade", "\n::x##[y]", name},
		{"check", "-o", "\n::x##[y]", name},
		{"::x", "##[y]"},
		{"ask", "--only", "\n::x##[y]", "--accessible"},
		{"ask", "--accessible", name},
		{"--\n::x##[y]"},
	}
	for _, f := range formatNames() {
		if f != githubFormat {
			runs = append(runs, []string{"check", "-o", f + "=/dev/stderr", name, "broken.yaml"})
		}
		runs = append(runs, []string{"check", "-o", f, name, "broken.yaml", "##[gone].yaml"}, []string{"report", "-o", f, name})
	}
	for _, args := range runs {
		got := runProgram(t, dir, strings.NewReader("\n"), args...)
		if got.stdout+got.stderr == "" {
			t.Errorf("%q says nothing", args)
		}
		for line := range strings.SplitSeq(strings.ReplaceAll(got.stdout+"\n"+got.stderr, "\r", "\n"), "\n") {
			if slices.Contains(args, githubFormat) && meant.MatchString(line) {
				line = strings.TrimPrefix(line, "::")
			}
			if led.MatchString(line) {
				t.Errorf("%q would be a command: %q", args, line)
			}
		}
	}
}
