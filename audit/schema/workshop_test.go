package schema_test

import (
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"forewarn/audit/report/reporttest"
	"forewarn/audit/schema"
	"forewarn/questions"
)

func written(t *testing.T, write func(*questions.Bank) ([]byte, error)) []byte {
	t.Helper()
	text, err := write(loadBank(t))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// The schemas of the files of a workshop take what forewarn writes, and see what is wrong
// with it as far as a schema can.
func TestWorkshopSchemas(t *testing.T) {
	const w = "workshop: 1\nid: 7f3a91c2d4e5b607\nplan: plan.yaml\nbank: {id: core, version: 2.0.0}\nroles: [exec, staff]\nminimum: 5\nquestionnaires: [alignment]\n"
	const sheet = "sheet: 1\nworkshop: 7f3a91c2d4e5b607\nnumber: 0f1e2d3c4b5a69788796a5b4c3d2e1f0\nbank: {id: core, version: 2.0.0}\nrole: exec\nanswers: {business-goal: 3, real-problem: unknown, sponsor-acts: n/a}\nnotes: {business-goal: She owns it.}\n"
	for _, c := range []struct {
		name, text, old, new string
		ok                   bool
	}{
		{"a workshop", w, "", "", true},
		{"with the core alone", w, "minimum: 5", "minimum: 3\ncore: true", true},
		{"a minimum of two", w, "minimum: 5", "minimum: 2", false},
		{"a plan elsewhere", w, "plan.yaml", "../plan.yaml", false},
		{"an owner", w, "minimum: 5", "minimum: 5\nowner: Dana", false},
		{"no such questionnaire", w, "[alignment]", "[alinement]", false},
		{"a sheet", sheet, "", "", true},
		{"another format", sheet, "sheet: 1", "sheet: 2", false},
		{"a name", sheet, "role: exec", "role: exec\nname: Dana", false},
		{"a level too high", sheet, "business-goal: 3", "business-goal: 5", false},
		{"what always applies", sheet, "business-goal: 3", "business-goal: n/a", false},
		{"no such question", sheet, "business-goal: 3", "busines-goal: 3", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := written(t, schema.Workshop)
			if strings.HasPrefix(c.text, "sheet") {
				text = written(t, schema.Sheet)
			}
			var v any
			if err := yaml.Unmarshal([]byte(strings.Replace(c.text, c.old, c.new, 1)), &v); err != nil {
				t.Fatal(err)
			}
			if err := reporttest.Compiled(t, text).Validate(v); (err == nil) != c.ok {
				t.Errorf("the schema says %v", err)
			}
		})
	}
}
