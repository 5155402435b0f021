package yamldoc_test

import (
	"strings"
	"testing"
	"unicode/utf16"

	"forewarn/audit/yamldoc"
)

func TestNames(t *testing.T) {
	wide := func(s string) string {
		var b strings.Builder
		for _, u := range utf16.Encode([]rune("\ufeff" + s)) {
			b.WriteByte(byte(u))
			b.WriteByte(byte(u >> 8))
		}
		return b.String()
	}
	for text, want := range map[string]bool{
		"plan: 1\nname: x\n":                     true,
		"name: x\nplan : 1":                      true,
		"# plan:\nname: x\n":                     false,
		"":                                       false,
		"name: x\n  plan: 1\n":                   false,
		"name:\n  plan: 1\n":                     false,
		"# about\n\n---\n  name: x\n  plan: 1\n": true,
		"--- {plan: 1}":                          true,
		"{plan: 1}":                              true,
		`{"name": "x", "plan": 1}`:               true,
		"{\n\t\"name\": 1,\n\t\"plan\": 2\n}":    true,
		"{\"name\": 1\n, \"plan\": 2\n}":         true,
		"'plan': 1\n":                            true,
		"? plan\n: 1\n":                          true,
		`"pl\u0061n": 1`:                         true,
		"name: x\r\nplan: 1\r\n":                 true,
		"name: x\rplan: 1\r":                     true,
		"\ufeffplan: 1\n":                        true,
		wide("plan: 1\n"):                        true,
		"plan: [\n":                              true,
		"plans: 1\n":                             false,
		"my plan: 1\n":                           false,
		"- plan: 1\n":                            false,
		"plan\n":                                 false,
		"plan=1\n":                               false,
		"other: [\n":                             false,
		"PLAN: 1\n":                              false,
	} {
		if got := yamldoc.Names([]byte(text), "other key", "plan"); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
