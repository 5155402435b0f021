package schema_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"forewarn/audit"
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/schema"
	"forewarn/questions"
)

func loadBank(t *testing.T) *questions.Bank {
	t.Helper()
	bank, err := audit.Bank()
	if err != nil {
		t.Fatal(err)
	}
	return bank
}

func planSchema(t *testing.T, bank *questions.Bank) []byte {
	t.Helper()
	src, err := schema.Plan(bank)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

func compileSchema(t *testing.T, bank *questions.Bank) *jsonschema.Schema {
	t.Helper()
	return compileText(t, planSchema(t, bank))
}

func compileText(t *testing.T, text []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("plan.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("plan.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asEditorsRead turns YAML into what a schema judges, by the rules of YAML
// 1.2, which has no dates.
func asEditorsRead(src []byte) (any, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(src, &doc); err != nil {
		return nil, err
	}
	daysAsText(&doc)
	var v any
	err := doc.Decode(&v)
	return v, err
}

func daysAsText(n *yaml.Node) {
	if n.Tag == "!!timestamp" {
		n.Tag = "!!str"
	}
	for _, c := range n.Content {
		daysAsText(c)
	}
}

// What check takes, an editor takes.
func TestSchemaTakesValidPlans(t *testing.T) {
	bank := loadBank(t)
	schema := compileSchema(t, bank)
	skeleton, err := planfile.Skeleton(bank)
	if err != nil {
		t.Fatal(err)
	}
	plans := map[string][]byte{"skeleton": skeleton, "example": planfile.Example()}
	for _, folder := range []string{"plans", "first-edition"} {
		paths, err := filepath.Glob("../../testdata/" + folder + "/*.yaml")
		if err != nil || len(paths) == 0 {
			t.Fatalf("no plans to read: %v", err)
		}
		for _, path := range paths {
			plans[folder+"/"+filepath.Base(path)] = read(t, path)
		}
	}
	for name, src := range plans {
		v, err := asEditorsRead(src)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Each plan in testdata/broken has one fault. Its first line names the finding
// that check reports. A second one says why a schema cannot see it, where it
// cannot; all others the schema must refuse.
func TestSchemaRefusesBrokenPlans(t *testing.T) {
	bank := loadBank(t)
	schema := compileSchema(t, bank)
	paths, err := filepath.Glob("../../testdata/broken/*.yaml")
	if err != nil || len(paths) < 25 {
		t.Fatalf("%d broken plans: %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			src := read(t, path)
			want, blind := brokenHead(string(src))
			_, findings := planfile.Parse(src, bank)
			if len(findings) != 1 || findings[0].ID != want {
				t.Fatalf("check finds %+v, want one %s", findings, want)
			}
			v, err := asEditorsRead(src)
			if err == nil {
				err = schema.Validate(v)
			}
			switch yamlAlone := strings.Contains(blind, "no YAML"); {
			case blind == "" && err == nil:
				t.Error("the schema takes it")
			case blind != "" && (err != nil) != yamlAlone:
				t.Errorf("the reason %q is not true: %v", blind, err)
			}
		})
	}
}

func brokenHead(src string) (finding, blind string) {
	for line := range strings.Lines(src) {
		if f, ok := strings.CutPrefix(line, "# finding: "); ok {
			finding = strings.TrimSpace(f)
		}
		if b, ok := strings.CutPrefix(line, "# a schema cannot say so: "); ok {
			blind = strings.TrimSpace(b)
		}
	}
	return finding, blind
}

// Whatever one value of a good plan becomes, an editor complains only where
// check does. The schema's two known oddities, an empty text and an unquoted
// true or false, are not among the values.
func TestSchemaIsNeverStricter(t *testing.T) {
	bank := loadBank(t)
	schema := compileSchema(t, bank)
	values := []string{"0", "2", "-1", "1.5", `"2"`, "words", "two words", "a-b", "2026-11-02", "yes", "~", "[]", "[a]", "{}", "{a: b}", "https://a.example/b", "silos", "stop", `" "`, `"\u00a0"`, `"\u200b"`}
	taken := 0
	rapid.Check(t, func(t *rapid.T) {
		var doc yaml.Node
		if err := yaml.Unmarshal(planfile.Example(), &doc); err != nil {
			t.Fatal(err)
		}
		n := rapid.SampledFrom(inside(doc.Content[0])).Draw(t, "place")
		var value yaml.Node
		if err := yaml.Unmarshal([]byte(rapid.SampledFrom(values).Draw(t, "value")), &value); err != nil {
			t.Fatal(err)
		}
		*n = *value.Content[0]
		src, err := yaml.Marshal(&doc)
		if err != nil {
			t.Fatal(err)
		}
		if _, findings := planfile.Parse(src, bank); len(findings) > 0 {
			return
		}
		taken++
		v, err := asEditorsRead(src)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Fatalf("check takes this, the schema does not: %v\n%s", err, src)
		}
	})
	if taken == 0 {
		t.Error("check took none of the plans, so nothing was compared")
	}
}

// inside lists every value below n, but no keys.
func inside(n *yaml.Node) []*yaml.Node {
	var all []*yaml.Node
	for i, c := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			continue
		}
		all = append(append(all, c), inside(c)...)
	}
	return all
}

// An editor has something to say about every key.
func TestSchemaDescribesEveryKey(t *testing.T) {
	var root any
	if err := json.Unmarshal(planSchema(t, loadBank(t)), &root); err != nil {
		t.Fatal(err)
	}
	keys := 0
	eachKey(root, func(key string, s map[string]any) {
		keys++
		if s["title"] == nil && s["errorMessage"] == nil && s["not"] == nil {
			t.Errorf("nothing is said about %s: %v", key, s)
		}
		if s["type"] == nil && s["enum"] == nil && s["$ref"] == nil && s["not"] == nil {
			t.Errorf("%s may be anything", key)
		}
	})
	if keys < 200 {
		t.Errorf("only %d keys were looked at", keys)
	}
}

// At the edges, an editor takes what check takes, and refuses what it refuses.
func TestSchemaAtTheEdges(t *testing.T) {
	bank := loadBank(t)
	schema := compileSchema(t, bank)
	for _, c := range []struct {
		version, rest string
		takes         bool
	}{
		{"2.0.0", "", true},
		{"2.99.0", "", true},
		{"1.0.0", "", true}, // its answers are read, as far as their questions are the same
		{"0.9.0", "", true},
		{"2.9", "", false},
		{"2", "", false},
		{"3.0.0", "", false},
		{"20.0.0", "", false},
		{"2.0.x", "", false},
		{"2.0.0", "answers: {stakeholders: {customers-know-why: {level: 4}}}", true},
		{"2.0.0", "answers: {metrics: {targets: {level: 4}}}", true},
		{"2.0.0", "answers: {silos: {in-step: {level: 1, edition: 2.0.0}}}", true},
		{"2.0.0", "answers: {silos: {in-step: {edition: 2.0.0}}}", false},
		{"2.0.0", "answers: {silos: {in-step: {note: later, dissent: Ben sees it otherwise}}}", true},
		{"2.0.0", "initiative: {intent: push}\ndismissed: [{note: taking-words, at: intent, reason: it is a door}]", true},
		{"2.0.0", "dismissed: [{note: no-such-note, at: intent, reason: it is a door}]", false},
		{"2.0.0", "objectives: [{id: a, statement: s, met: 2026-11-01}]", true},
		{"2.0.0", "stakeholders: [{group: g, kind: other, for_them: true, their_work: false}]", true},
		{"2.0.0", "metrics: [{id: m, name: M, review_days: 0}]", true},
		{"2.0.0", "metrics: [{id: m, name: M, review_days: -1}]", false},
		{"2.0.0", "programmes: [{name: P, meets_days: 0}]", true},
		{"2.0.0", "programmes: [{name: P, meets_days: -1}]", false},
		{"2.0.0", "metrics: [{id: m, name: M, success: 4}]", true},
		{"2.0.0", `metrics: [{id: m, name: M, success: "4"}]`, true},
		{"2.0.0", `metrics: [{id: m, name: M, success: ""}]`, false},
		{"2.0.0", "questionnaires: [silos]", true},
		{"2.0.0", "questionnaires: [silos, metrics]", true},
		{"2.0.0", "questionnaires: []", false},
		{"2.0.0", "questionnaires: [silos, silos]", false},
		{"2.0.0", "answers: {silos: {in-step: {level: 0}}}", true},
		{"2.0.0", "answers: {silos: {in-step: {level: 4}}}", true},
		{"2.0.0", "answers: {silos: {in-step: {level: 5}}}", false},
		{"2.0.0", "answers: {silos: {in-step: {level: -1}}}", false},
	} {
		src := []byte("forewarn: 1\nbank: {id: core, version: " + c.version + "}\n" + c.rest + "\n")
		v, err := asEditorsRead(src)
		if err != nil {
			t.Fatal(err)
		}
		if _, found := planfile.Parse(src, bank); (len(found) == 0) != c.takes {
			t.Errorf("version %s %s: check finds %+v", c.version, c.rest, found)
		}
		if err := schema.Validate(v); (err == nil) != c.takes {
			t.Errorf("version %s %s: the schema says %v", c.version, c.rest, err)
		}
	}
}

// Beside what a schema judges by stands what editors show. A reader of schemas
// passes over it, so that nothing else would miss it.
func TestSchemaHints(t *testing.T) {
	bank := loadBank(t)
	var root map[string]any
	if err := json.Unmarshal(planSchema(t, bank), &root); err != nil {
		t.Fatal(err)
	}
	if root["title"] != "Plan" || root["description"] != "A plan of forewarn, with answers to the questions core "+bank.Version+"." {
		t.Errorf("the plan is called %q: %q", root["title"], root["description"])
	}
	// These say it all with their titles, or with the values they offer.
	brief := []string{"bank.id", "dismissed.note", "answer.level", "metrics.baseline", "metrics.objective", "metrics.readings", "metrics.readings.note", "reviews.decision", "waivers.warning", "waivers.finding"}
	eachHint(root, "", func(path string, s map[string]any) {
		if s["doNotSuggest"] == true {
			if s["title"] != nil || s["errorMessage"] == nil {
				t.Errorf("%s is refused, and not said why: %v", path, s)
			}
			return
		}
		if title, _ := s["title"].(string); title == "" {
			t.Errorf("%s has no title", path)
		}
		if d, _ := s["description"].(string); (d == "") != slices.Contains(brief, path) || d != "" && !unicode.IsUpper(rune(d[0])) {
			t.Errorf("%s is described as %q", path, d)
		}
	})
	for _, qn := range bank.Questionnaires {
		for _, q := range qn.Questions {
			s := below(root, "answers", qn.ID, q.ID)
			level := below(s, "level")
			want := append(slices.Clone(q.Rungs[:]), "left open")
			if got := texts(level["enumDescriptions"]); !slices.Equal(got, want) {
				t.Errorf("%s: the levels are described as %q, want %q", q.ID, got, want)
			}
			if s["title"] != q.Ask || s["description"] != q.Why || level["title"] != q.Ask || below(s, "evidence")["description"] != q.Proof {
				t.Errorf("%s does not show its question, why it is asked and what shows it", q.ID)
			}
			markdown, _ := s["markdownDescription"].(string)
			for l, rung := range q.Rungs {
				if !strings.Contains(markdown, fmt.Sprintf("\n- `level: %d` %s\n", l, rung)) {
					t.Errorf("%s: level %d is not in %q", q.ID, l, markdown)
				}
			}
			if !strings.HasPrefix(markdown, q.Why+"\n\n") || !strings.HasSuffix(markdown, "\n\nWhat shows it: "+q.Proof+"\n") {
				t.Errorf("%s: the description in Markdown is %q", q.ID, markdown)
			}
		}
	}
}

// Whatever can be chosen is explained, and whatever is refused says why.
func TestSchemaExplainsChoicesAndRefusals(t *testing.T) {
	bank := loadBank(t)
	var root map[string]any
	if err := json.Unmarshal(planSchema(t, bank), &root); err != nil {
		t.Fatal(err)
	}
	waiver, _ := below(root, "waivers")["items"].(map[string]any)
	scope, _ := below(root, "questionnaires")["items"].(map[string]any)
	var warnings, findings, about []string
	for _, w := range bank.Warnings {
		warnings = append(warnings, w.Title)
	}
	all, err := rules.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		findings = append(findings, r.Title)
	}
	for _, qn := range bank.Questionnaires {
		about = append(about, qn.About)
	}
	for _, c := range []struct {
		name string
		s    map[string]any
		want []string
	}{
		{"warnings", below(waiver, "warning"), append(warnings, "left open")},
		{"findings", below(waiver, "finding"), append(findings, "left open")},
		{"questionnaires", scope, about},
	} {
		if got := texts(c.s["enumDescriptions"]); !slices.Equal(got, c.want) {
			t.Errorf("%s are described as %q, want %q", c.name, got, c.want)
		}
		if choices, _ := c.s["enum"].([]any); len(choices) != len(c.want) {
			t.Errorf("%s: %d choices with %d texts", c.name, len(choices), len(c.want))
		}
	}
	definitions, _ := root["definitions"].(map[string]any)
	for name, d := range definitions {
		s := d.(map[string]any)
		if s["type"] != nil && s["properties"] == nil && s["errorMessage"] == nil {
			t.Errorf("%s: a wrong type is refused without a word", name)
		}
		if s["pattern"] != nil && s["patternErrorMessage"] == nil {
			t.Errorf("%s: a wrong form is refused without a word", name)
		}
	}
	for _, path := range [][]string{{"bank", "version"}, {"objectives", "id"}, {"metrics", "id"}} {
		s := below(root, path[0])
		if items, ok := s["items"].(map[string]any); ok {
			s = items
		}
		if s = below(s, path[1]); s["pattern"] == nil || s["patternErrorMessage"] == nil {
			t.Errorf("%s: a wrong form is refused without a word: %v", path, s)
		}
	}
	for _, s := range []map[string]any{below(root, "forewarn"), below(root, "initiative", "live"), below(root, "initiative", "tool_committed"), below(root, "answers", "alignment", "listening", "level")} {
		if s["errorMessage"] == nil {
			t.Errorf("a wrong value is refused without a word: %v", s)
		}
	}
}

// eachHint visits every key that an editor offers, with its path in the terms
// of the keys: answers are called answer, and lists as their kind.
func eachHint(s map[string]any, path string, visit func(path string, s map[string]any)) {
	if items, ok := s["items"].(map[string]any); ok {
		eachHint(items, path, visit)
	}
	properties, _ := s["properties"].(map[string]any)
	for key, v := range properties {
		at := strings.TrimPrefix(path+"."+key, ".")
		visit(at, v.(map[string]any))
		if strings.HasPrefix(at, "answers.") && strings.Count(at, ".") == 2 {
			at = "answer"
		}
		eachHint(v.(map[string]any), at, visit)
	}
}

// below returns the schema of a key, or of one inside it.
func below(s map[string]any, keys ...string) map[string]any {
	for _, key := range keys {
		properties, _ := s["properties"].(map[string]any)
		s, _ = properties[key].(map[string]any)
	}
	return s
}

// texts returns a list of texts.
func texts(v any) []string {
	list, _ := v.([]any)
	var out []string
	for _, s := range list {
		out = append(out, fmt.Sprint(s))
	}
	return out
}

func eachKey(v any, visit func(key string, s map[string]any)) {
	switch v := v.(type) {
	case map[string]any:
		properties, _ := v["properties"].(map[string]any)
		for key, s := range properties {
			visit(key, s.(map[string]any))
		}
		for _, below := range v {
			eachKey(below, visit)
		}
	case []any:
		for _, below := range v {
			eachKey(below, visit)
		}
	}
}

func TestSchemaIsTheSameEveryTime(t *testing.T) {
	bank := loadBank(t)
	if first, again := planSchema(t, bank), planSchema(t, bank); !bytes.Equal(first, again) {
		t.Error("two runs differ")
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return src
}
