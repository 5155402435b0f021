package json

import (
	"encoding/json"
	"fmt"
	"math/big"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/outcome"
	"forewarn/audit/planfile"
	"forewarn/audit/printable"
	"forewarn/audit/report/reporttest"
	"forewarn/audit/rules"
	"forewarn/audit/score"
)

func TestJSONIsAsItsSchemaSays(t *testing.T) {
	schema := reporttest.Compiled(t, Schema())
	for name, run := range reporttest.Runs(t) {
		if err := schema.Validate(reporttest.Decoded(t, reporttest.Written(t, New, run))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestReportSchemaRefuses(t *testing.T) {
	schema := reporttest.Compiled(t, Schema())
	good := string(reporttest.Written(t, New, reporttest.Runs(t)["broken beside"]))
	for _, tc := range []struct{ name, old, with string }{
		{"another version", `"forewarn-report": 2,`, `"forewarn-report": 1,`},
		{"a key more", `"rules": [`, `"rulez": [], "rules": [`},
		{"a key more deep down", `"fingerprint":`, `"line": 1, "fingerprint":`},
		{"a key less", `"passed": true,`, ``},
		{"a number for a text", `"file": "plans/ready.yaml"`, `"file": 7`},
		{"a float for a score", `"shown": "93.6"`, `"shown": 92.7`},
		{"a score that was rounded", `"shown": "93.6"`, `"shown": "93.64"`},
		{"a fraction of nothing", `"exact": "19/27"`, `"exact": "19/0"`},
		{"half a fraction", `"exact": "19/27"`, `"exact": "19/"`},
		{"a fraction as a float", `"exact": "19/27"`, `"exact": "0.65"`},
		{"no percentage", `"percent": "70"`, `"percent": ""`},
		{"a percentage with its sign", `"percent": "70"`, `"percent": "70%"`},
		{"less than none", `"weight": 25`, `"weight": -1`},
		{"a date without a day", `"as_of": "2026-11-21"`, `"as_of": "2026-11"`},
		{"a date with a time", `"as_of": "2026-11-21"`, `"as_of": "2026-11-21T00:00:00Z"`},
		{"a severity that there is not", `"severity": "critical"`, `"severity": "grave"`},
		{"a date in words", `"as_of": "2026-11-21"`, `"as_of": "21 November"`},
		{"null for a list", `"plans": [`, `"plans": null, "x": [`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			bad := strings.Replace(good, tc.old, tc.with, 1)
			if bad == good {
				t.Fatalf("the report has no %s to change", tc.old)
			}
			if schema.Validate(reporttest.Decoded(t, []byte(bad))) == nil {
				t.Error("the schema takes it")
			}
		})
	}
}

// An editor and a reader of the schema see for every key what it holds.
func TestReportSchemaDescribesEveryKey(t *testing.T) {
	keys := 0
	var walk func(path string, s map[string]any)
	walk = func(path string, s map[string]any) {
		if items, ok := s["items"].(map[string]any); ok {
			walk(path+"[]", items)
		}
		properties, _ := s["properties"].(map[string]any)
		for key, p := range properties {
			keys++
			p := p.(map[string]any)
			if about, _ := p["description"].(string); !strings.HasSuffix(about, ".") {
				t.Errorf("%s.%s is described as %q", path, key, about)
			}
			walk(path+"."+key, p)
		}
	}
	schema := reporttest.Decoded(t, Schema())
	if schema["title"] != "forewarn report" || schema["description"] == nil {
		t.Errorf("the report is called %q: %q", schema["title"], schema["description"])
	}
	walk("", schema)
	if keys < 100 {
		t.Errorf("only %d keys were looked at", keys)
	}
}

// Each key has something to say in one report or another, so that none can be
// left empty unseen.
func TestJSONFillsEveryKey(t *testing.T) {
	filled := map[string]bool{}
	var walk func(path string, v any)
	walk = func(path string, v any) {
		says := v != nil && v != "" && v != false && v != json.Number("0")
		switch v := v.(type) {
		case map[string]any:
			for key, below := range v {
				walk(path+"."+key, below)
			}
		case []any:
			says = len(v) > 0
			for _, below := range v {
				walk(path+"[]", below)
			}
		}
		filled[path] = filled[path] || says
	}
	runs := reporttest.Runs(t)
	runs["more of it"] = reporttest.Of(reporttest.Audit(t, gate.Terms{}, "plans/more.yaml", `forewarn: 1
bank: {id: core, version: 2.0.0}
initiative: {edition: 2.0.0}
answers: {silos: {in-step: {level: 1, dissent: Ben sees it otherwise, edition: 2.0.0, agreed: 2026-11-03, heard: {counts: [1, 4, 2, 0, 0], unknown: 2, not_applicable: 1, roles: {staff: {counts: [1, 4, 0, 0, 0], unknown: 2, not_applicable: 1}}}}}}
objectives: [{id: o, statement: s, met: 2026-11-01}]
metrics: [{id: m, name: Time, stop: 24, readings: [{on: 2026-11-02, value: 19}]}]
waivers: [{finding: metric-without-owner, reason: the owner is away, owner: Dana Ruiz, until: 2027-01-31}]
reviews: [{on: 2026-11-01, decision: adjust, level: tactical}]
`))
	runs["errors"] = reporttest.Of(reporttest.Audit(t, gate.Terms{}, "plans/errors.yaml", "forewarn: 1\nbank: {id: core, version: 2.0.0}\nanswers: {silos: {in-step: {level: 9}}}\n"))
	capped := strings.Replace(reporttest.Text(t, "ready.yaml"), "in-step: {level: 4", "in-step: {level: 1", 1)
	capped += "waivers: [{warning: stovepipe, reason: we merge in January, owner: Dana Ruiz, until: 2027-01-31}]\n"
	held := reporttest.Of(reporttest.Since(t, gate.Terms{}, "", "plans/capped.yaml", capped))
	held[0].Result.Bank.Reweighed.Working = "questionnaire silos weighs 20, not 15"
	for _, end := range []*score.End{&held[0].Result.Low, &held[0].Result.High} {
		end.Caps = append(end.Caps, score.Cap{Grade: "C", Questionnaire: "silos"})
	}
	runs["held down"] = held
	runs["read"] = reporttest.Of(read(t))
	for _, run := range runs {
		walk("", reporttest.Decoded(t, reporttest.Written(t, New, run)))
	}
	for _, never := range []string{ // a plan that was not scored, or is not the one that is judged, has none
		".plans[].errors[].possible", ".plans[].errors[].state", ".plans[].errors[].waiver", ".plans[].errors[].subject", ".plans[].errors[].lacks",
		".plans[].decision.mended[].possible", ".plans[].decision.mended[].waiver",
	} {
		delete(filled, never)
	}
	for path, says := range filled {
		if !says {
			t.Errorf("%s is empty in every report", path)
		}
	}
}

// read is a plan with a reading and a decision since the earlier one, and with a line
// that was moved after them.
func read(t *testing.T) *audit.Audit {
	const before = "forewarn: 1\nbank: {id: core, version: 2.0.0}\nanswers: {}\nmetrics: [{id: m, name: Time, better: lower, success: 4, stop: 24"
	a := reporttest.Since(t, gate.Terms{}, before+"}]\n", "plans/read.yaml",
		before+", review_days: 14, readings: [{on: 2026-11-01, value: 19}]}]\nreviews: [{on: 2026-11-02, decision: adjust, lesson: Ask at night, level: tactical}]\n")
	a.Moved = []outcome.Move{{
		Metric: "m", What: "stop line", From: planfile.Amount{Text: "20", Number: big.NewRat(20, 1)}, To: planfile.Amount{Text: "24", Number: big.NewRat(24, 1)},
		On: time.Date(2026, 11, 2, 0, 0, 0, 0, time.UTC), Name: "1a2b3c4d5e", Read: true,
	}}
	return a
}

// A reader gets back what the plan says, also what a terminal is not shown.
func TestJSONLosesNoCharacter(t *testing.T) {
	name := "a\u202e\u009b\x7f\u200d\U000e0041 \U0001f9d1\u200d\U0001f33e \\u202e <&> \u65e5"
	r := reporttest.Sample()
	r.Initiative.Name = name
	text := reporttest.Written(t, New, reporttest.Of(&audit.Audit{Result: r, Decision: &gate.Decision{}}))
	if printable.Text(string(text)) != string(text) {
		t.Error("the report is not safe for a terminal")
	}
	doc := reporttest.Decoded(t, text)
	got := doc["plans"].([]any)[0].(map[string]any)["result"].(map[string]any)["initiative"].(map[string]any)["name"]
	if got != name {
		t.Errorf("%q came back as %q", name, got)
	}
}

// No number is a float, and each fraction is the exact one.
func TestJSONNumbersAreExact(t *testing.T) {
	run := reporttest.Runs(t)["half-way"]
	doc := reporttest.Decoded(t, reporttest.Written(t, New, run))
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for _, x := range v {
				walk(x)
			}
		case []any:
			for _, x := range v {
				walk(x)
			}
		case json.Number:
			if strings.ContainsAny(v.String(), ".eE") {
				t.Errorf("%s is no whole number", v)
			}
		}
	}
	walk(doc)
	low := doc["plans"].([]any)[0].(map[string]any)["result"].(map[string]any)["low"].(map[string]any)["score"].(map[string]any)
	exact, ok := new(big.Rat).SetString(low["exact"].(string))
	if !ok || exact.Cmp(run[0].Result.Low.Score) != 0 || low["shown"] != "47.8" {
		t.Errorf("the low score is written as %v", low)
	}
}

// Whatever a Result and a Decision hold is in the report, also what is added
// to them later: each of their texts and numbers is given a value of its own,
// which must turn up.
func TestJSONHoldsEverything(t *testing.T) {
	f := &filler{}
	p := &audit.Audit{File: "plan.yaml", Result: new(score.Result), Decision: new(gate.Decision)}
	f.fill(reflect.ValueOf(p.Result).Elem(), "result")
	f.fill(reflect.ValueOf(p.Decision).Elem(), "decision")
	out := string(reporttest.Written(t, New, reporttest.Of(p)))
	if len(f.marks) < 150 {
		t.Errorf("only %d values were given", len(f.marks))
	}
	for _, m := range f.marks {
		// A Decision has all findings of a Result, and more of each. Of the days of an
		// audit, readers are told the one by which it is dated. Programs know questions
		// and records by their ids.
		told := !strings.HasPrefix(m.path, "result.Findings") && m.path != "result.AsOf.Begun" && m.path != "result.AsOf.Over" && !forPeople(m.path)
		if !strings.Contains(out, m.text) && told {
			t.Errorf("%s is not in the report", m.path)
		}
	}
}

// forPeople reports whether a value of a finding only says by names what another says
// by ids.
func forPeople(path string) bool {
	return slices.ContainsFunc([]string{".Named", ".NamedSubject", ".Advice", ".Client", ".Weak", ".Because[].Ask", "Findings[].Title", "Mended[].Title"}, func(end string) bool {
		return strings.HasSuffix(path, end)
	})
}

// filler gives every value within a value a mark of its own.
type filler struct {
	marks []struct{ path, text string }
}

func (f *filler) mark(path, format string) (n int) {
	n = 1001 + len(f.marks)
	f.marks = append(f.marks, struct{ path, text string }{path, fmt.Sprintf(format, n)})
	return n
}

func (f *filler) fill(v reflect.Value, path string) {
	switch v.Interface().(type) {
	case rules.Severity, planfile.State: // words, which the schema lists
		v.SetInt(1)
		return
	case *big.Rat:
		v.Set(reflect.ValueOf(big.NewRat(int64(f.mark(path, `"%d/9973"`)), 9973)))
		return
	case time.Time:
		day := reporttest.Day().AddDate(0, 0, len(f.marks))
		v.Set(reflect.ValueOf(day))
		f.marks = append(f.marks, struct{ path, text string }{path, day.Format(time.DateOnly)})
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("text %d", f.mark(path, `"text %d"`)))
	case reflect.Int:
		format := `: %d`
		if strings.HasSuffix(path, "[]") {
			format = ` %d`
		}
		v.SetInt(int64(f.mark(path, format)))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), path)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		f.fill(v.Index(0), path+"[]")
	case reflect.Map:
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		f.fill(key, path+"[key]")
		f.fill(value, path+"[value]")
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(key, value)
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i), path+"."+v.Type().Field(i).Name)
		}
	default:
		panic("nothing is known of " + path)
	}
}
