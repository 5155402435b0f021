package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// Data flows one way: from the bank to the plan to the result to the report.
// What a package may import of this module is its place in that flow.
func TestImports(t *testing.T) {
	allowed := map[string][]string{
		"forewarn/audit/yamldoc":         {},
		"forewarn/questions":             {"forewarn/audit/yamldoc"},
		"forewarn/audit":                 {"forewarn/questions", "forewarn/audit/yamldoc"},
		"forewarn/audit/interview/quiet": {},
		"forewarn/audit/interview":       {"forewarn/questions", "forewarn/audit", "forewarn/audit/yamldoc", "forewarn/audit/interview/quiet"},
		"forewarn/audit/score":           {"forewarn/questions", "forewarn/audit", "forewarn/audit/yamldoc"},
		"forewarn/audit/report":          {"forewarn/audit/score", "forewarn/audit", "forewarn/audit/yamldoc"},
	}
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}}:{{join .Imports " "}}`, "forewarn/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		pkg, imports, _ := strings.Cut(line, ":")
		mayImport, named := allowed[pkg]
		if pkg == "forewarn/cmd/forewarn" {
			continue
		}
		if !named {
			t.Errorf("package %s has no place in the flow", pkg)
		}
		for _, i := range strings.Fields(imports) {
			switch {
			case strings.HasPrefix(i, "forewarn/") && !slices.Contains(mayImport, i):
				t.Errorf("%s imports %s, against the flow", pkg, i)
			case i == "gopkg.in/yaml.v3" && pkg != "forewarn/audit/yamldoc":
				t.Errorf("%s imports %s, which only yamldoc may", pkg, i)
			}
		}
	}
}
