//go:build linux || darwin

package main

import (
	"forewarn/audit"
	"forewarn/questions"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What stands in a bank is text and nothing else: no template, no format, no markup, no
// command to a runner, wherever it is shown.
func TestTextsOfABankAreTexts(t *testing.T) {
	const odd = `{{.Bank.ID}} {{template %d %s <script>alert(1)</script>`
	dir := t.TempDir()
	src, err := os.ReadFile("../../testdata/houses/german.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"Silogefahr", "Getrennt von allem anderen", "Passt es zu Ihrer übrigen Arbeit, die dieselben Menschen erreicht?", "Wir tragen zusammen, was dieselben Menschen sonst noch von uns erreicht."} {
		if !strings.Contains(string(src), text) {
			t.Fatalf("the bank has no %q", text)
		}
		src = []byte(strings.ReplaceAll(string(src), text, `"`+odd+`"`))
	}
	for name, text := range map[string]string{"bank.yaml": string(src), "plan.yaml": germanPlan} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ name, args, want string }{
		{"report", "report plan.yaml", odd},
		{"gate", "check plan.yaml", "{{.Bank.ID}} {{template %d"},
		{"json", "report -o json plan.yaml", `{{.Bank.ID}} {{template %d %s`},
		{"html", "report -o html plan.yaml", "{{.Bank.ID}} {{template %d %s &lt;script&gt;alert(1)&lt;/script&gt;"},
		{"markdown", "report -o markdown plan.yaml", "{{.Bank.ID}} {{template %d %s"},
		{"explain", "explain in-step", odd},
		{"a new plan", "new -", odd},
		{"schema", "schema", "{{.Bank.ID}} {{template %d"},
		{"interview", "ask --accessible --again --only silos plan.yaml", odd},
	} {
		t.Run(c.name, func(t *testing.T) {
			ran := runProgram(t, dir, strings.NewReader("3\n\n\n"), append(strings.Fields(c.args), "--bank", "bank.yaml", "--as-of", "2026-11-21")...)
			said := flat(strings.NewReplacer("&lt;", "\x01", "&gt;", "\x02", "&amp;", "\x03").Replace(ran.stdout + ran.stderr))
			said = strings.NewReplacer("\x01", "&lt;", "\x02", "&gt;", "\x03", "&amp;").Replace(said)
			if want := strings.Join(strings.Fields(c.want), " "); !strings.Contains(strings.ReplaceAll(said, `\`, ""), want) {
				t.Errorf("it does not say %s:\n%.3000s", want, said)
			}
			if c.name == "html" && strings.Contains(ran.stdout, "<script>alert") {
				t.Error("the bank has put a script into the page")
			}
			for _, odd := range []string{"kern-deutsch {{template", "%!d", "%!s(string"} {
				if strings.Contains(said, odd) {
					t.Errorf("a text was taken for more: %s", odd)
				}
			}
		})
	}
}

// The bank that the README shows is one.
func TestReadmeBank(t *testing.T) {
	_, text, _ := strings.Cut(readFile(t, "../../README.md"), "```yaml\nforewarn-bank: 1")
	text, _, _ = strings.Cut(text, "```")
	core, err := audit.Bank()
	if err != nil {
		t.Fatal(err)
	}
	_, remarks, err := questions.Lint(core, "README.md", []byte("forewarn-bank: 1"+text), audit.Known())
	if err != nil || len(remarks) > 0 {
		t.Errorf("the README's bank: %v, %v", err, remarks)
	}
}
