package main

import (
	"os/exec"
	"path"
	"strings"
	"testing"
)

// floors is the house, from the roof to the ground. A package imports what
// stands below it, never what stands beside or above it, so that data flows one
// way: from the bank and the plan to the result to the report.
const floors = `
	cmd/forewarn
	audit/report/text audit/report/markdown audit/report/html audit/report/json audit/report/sarif audit/report/junit audit/report/github audit/report/tasks audit/report/ics audit/workshop/form
	audit/report/reporttest
	audit/report/catalogue audit/history audit/workshop/room
	audit/diff
	audit/report/document
	audit/report
	audit/interview
	audit audit/policy
	audit/schema
	audit/gate
	audit/score/scoretest
	audit/score
	audit/outcome
	audit/workshop
	audit/planfile audit/revision
	audit/disk audit/rules questions
	audit/yamldoc audit/printable audit/interview/quiet
`

func TestImports(t *testing.T) {
	const module = "forewarn/"
	floor := map[string]int{} // by import path; the ground is the greatest
	for i, line := range strings.Split(floors, "\n") {
		for _, pkg := range strings.Fields(line) {
			floor[module+pkg] = i
		}
	}
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, module+"...").Output()
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for line := range strings.Lines(string(out)) {
		pkg, imports := strings.Fields(line)[0], strings.Fields(line)[1:]
		if floor[pkg] == 0 {
			t.Errorf("package %s has no floor", pkg)
			continue
		}
		found++
		for _, other := range imports {
			switch {
			case strings.HasPrefix(other, module) && floor[other] <= floor[pkg]:
				t.Errorf("%s imports %s, which does not stand below it", pkg, other)
			case other == "gopkg.in/yaml.v3" && path.Base(pkg) != "yamldoc":
				t.Errorf("%s imports %s, which only yamldoc may", pkg, other)
			}
		}
	}
	if found != len(floor) {
		t.Errorf("%d packages have a floor, %d of them are there", len(floor), found)
	}
}
