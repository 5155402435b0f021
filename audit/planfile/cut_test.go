package planfile

import (
	"testing"

	"forewarn/audit/rules"
)

// A text that is cut by what may be meant as a part of it is said; a comment as
// people write it is not.
func TestCutTexts(t *testing.T) {
	for line, want := range map[string]string{
		"name: help #1 desk":               `the text ends at "help": what follows, "#1 desk", is a comment here`,
		"name: help #desk":                 `the text ends at "help": what follows, "#desk", is a comment here`,
		"name: help # the desk":            "",
		"name: help #":                     "",
		"name: help #- desk":               "",
		"name: help#1 desk":                "",
		"name: 'help' #1 desk":             "",
		`name: "help #1 desk"`:             "",
		"name: help\n  # about #1":         "",
		"name: x\n  launch: 2027-02-01 #2": "",
	} {
		plan, found := Parse([]byte("forewarn: 1\nbank: {id: core, version: 1.0.0}\ninitiative:\n  "+line+"\n"), testBank())
		if len(found) > 0 {
			t.Fatal(line, found)
		}
		got := ""
		for _, f := range plan.CutTexts() {
			got = f.Message
			if f.ID != rules.TextCut || f.Key != "initiative.name" || f.Pos.String() != "4:9" {
				t.Errorf("%s: %+v", line, f)
			}
		}
		if got != want {
			t.Errorf("%s: it says %q, want %q", line, got, want)
		}
	}
}
