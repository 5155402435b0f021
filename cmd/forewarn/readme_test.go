package main

import (
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"forewarn/audit"
	"forewarn/audit/planfile"
)

// What the README shows is what the program prints.
func TestReadme(t *testing.T) {
	readme := readFile(t, "../../README.md")
	script := txtar.Parse([]byte(readFile(t, "../../testdata/script/report.txtar")))
	golden := ""
	for _, f := range script.Files {
		if f.Name == "midway.txt" {
			golden = strings.TrimSuffix(string(f.Data), "\n")
		}
	}
	if golden == "" || !strings.Contains(readme, "```text\n"+golden+"\n```") {
		t.Error("the README does not show the report of midway.yaml as the program prints it")
	}
	head, _, _ := strings.Cut(golden, "\n\nWarnings")
	if !strings.Contains(readme, "```console\n$ forewarn report plan.yaml\n"+head+"\n```") {
		t.Error("the README does not begin with the head of that report")
	}
	if n := strings.Count(readme[:strings.Index(readme, head)], "\n"); n > 20 {
		t.Errorf("the README shows the tool at work only after %d lines", n)
	}
	for _, line := range strings.Split(rootHelp[strings.Index(rootHelp, "Exit codes:"):], "\n")[1:5] {
		code, meaning, _ := strings.Cut(strings.TrimSpace(line), "    ")
		if !strings.Contains(readme, "| "+code+" | "+strings.TrimSpace(meaning)+" |") {
			t.Errorf("the README's table lacks exit code %s: %s", code, meaning)
		}
	}
}

func TestReadmePlan(t *testing.T) {
	_, plan, _ := strings.Cut(readFile(t, "../../README.md"), "```yaml\n")
	plan, _, _ = strings.Cut(plan, "```")
	bank, err := audit.Bank()
	if err != nil {
		t.Fatal(err)
	}
	if _, findings := planfile.Parse([]byte(plan), bank); len(findings) > 0 {
		t.Errorf("the README's plan has errors: %+v", findings)
	}
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func writeFile(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}
