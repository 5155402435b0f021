package junit

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/report/reporttest"
	"forewarn/audit/rules"
	"forewarn/audit/score/scoretest"
)

// junitElement is what an element may hold.
type junitElement struct {
	must, may []string // attributes
	elements  []string
}

// junitForm is the form that Jenkins and others have in common.
func junitForm() map[string]junitElement {
	return map[string]junitElement{
		"testsuites": {may: []string{"name", "time", "tests", "failures", "errors"}, elements: []string{"testsuite"}},
		"testsuite": {
			must:     []string{"name", "tests", "failures", "errors"},
			may:      []string{"skipped", "time", "timestamp", "hostname", "id", "package", "file"},
			elements: []string{"properties", "testcase", "system-out", "system-err"},
		},
		"testcase":   {must: []string{"name"}, may: []string{"classname", "time"}, elements: []string{"skipped", "error", "failure", "system-out", "system-err"}},
		"skipped":    {may: []string{"message", "type"}},
		"error":      {may: []string{"message", "type"}},
		"failure":    {may: []string{"message", "type"}},
		"system-out": {},
	}
}

// Servers know a case by its class and name: within a file, each has its own, and
// a class is not taken apart at the dots of a path.
func TestJUnitNamesAreUnique(t *testing.T) {
	runs := reporttest.Runs(t)
	runs["alike"] = []*audit.Audit{
		reporttest.Audit(t, gate.Terms{}, "a/plan.b.yaml", reporttest.Text(t, "tools-first.yaml")),
		reporttest.Audit(t, gate.Terms{}, "a/plan_b.yaml", reporttest.Text(t, "tools-first.yaml")),
	}
	for name, run := range runs {
		var doc struct {
			Suites []struct {
				Cases []testCase `xml:"testcase"`
			} `xml:"testsuite"`
		}
		if err := xml.Unmarshal(reporttest.Written(t, New, run), &doc); err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, s := range doc.Suites {
			for _, c := range s.Cases {
				id := c.Class + "\n" + c.Name
				if seen[id] || strings.Count(c.Class, ".") != 1 {
					t.Errorf("%s: a case is called %q", name, id)
				}
				seen[id] = true
			}
		}
	}
}

func TestJUnitHasTheCommonForm(t *testing.T) {
	for name, run := range reporttest.Runs(t) {
		t.Run(name, func(t *testing.T) {
			in := xml.NewDecoder(bytes.NewReader(reporttest.Written(t, New, run)))
			var open []string
			for {
				token, err := in.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Fatal(err)
				}
				switch token := token.(type) {
				case xml.StartElement:
					checkJUnitElement(t, open, token)
					open = append(open, token.Name.Local)
				case xml.EndElement:
					open = open[:len(open)-1]
				}
			}
		})
	}
}

func checkJUnitElement(t *testing.T, open []string, e xml.StartElement) {
	t.Helper()
	form, known := junitForm()[e.Name.Local]
	if !known {
		t.Errorf("there is no element %s", e.Name.Local)
	}
	if len(open) == 0 && e.Name.Local != "testsuites" || len(open) > 0 && !slices.Contains(junitForm()[open[len(open)-1]].elements, e.Name.Local) {
		t.Errorf("%s stands in %v", e.Name.Local, open)
	}
	var has []string
	for _, a := range e.Attr {
		has = append(has, a.Name.Local)
		if !slices.Contains(slices.Concat(form.must, form.may), a.Name.Local) {
			t.Errorf("%s has an attribute %s", e.Name.Local, a.Name.Local)
		}
	}
	for _, must := range form.must {
		if !slices.Contains(has, must) {
			t.Errorf("%s has no attribute %s", e.Name.Local, must)
		}
	}
}

// suites is the whole document.
type suites struct {
	Suites []suite `xml:"testsuite"`
}

func readJUnit(t *testing.T, run []*audit.Audit) suites {
	t.Helper()
	var out suites
	if err := xml.Unmarshal(reporttest.Written(t, New, run), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// The numbers that a server shows are those of the cases.
func TestJUnitCounts(t *testing.T) {
	for name, run := range reporttest.Runs(t) {
		all := readJUnit(t, run)
		if len(all.Suites) != len(run) {
			t.Errorf("%s: %d suites for %d plans", name, len(all.Suites), len(run))
		}
		for i, s := range all.Suites {
			if s.Tests != len(s.Cases) || s.Tests != 1+len(run[i].Findings()) {
				t.Errorf("%s: %s says %d tests and has %d", name, s.Name, s.Tests, len(s.Cases))
			}
			passed := s.Failures == 0 && s.Errors == 0
			if d := run[i].Decision; passed != (d != nil && d.Passed()) {
				t.Errorf("%s: %s passed: %t, against the gate", name, s.Name, passed)
			}
		}
	}
}

func TestJUnitOutcomeOfAFinding(t *testing.T) {
	finding := func(id string, s rules.Severity) gate.Finding {
		return gate.Finding{Finding: &rules.Finding{ID: id, Severity: s, Key: "k", Message: "m"}}
	}
	fails := func(f gate.Finding) gate.Finding { f.Fails = true; return f }
	waive := func(f gate.Finding) gate.Finding {
		f.Waiver = &planfile.Waiver{Reason: "r", Owner: "o", Until: reporttest.Day()}
		return f
	}
	for _, tc := range []struct {
		name    string
		finding gate.Finding
		want    string
	}{
		{"stands against the plan", fails(finding("stovepipe", rules.Major)), "failure"},
		{"does not", finding("stovepipe", rules.Major), "passed"},
		{"waived", waive(finding("stovepipe", rules.Major)), "skipped"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			p := &audit.Audit{File: "plan.yaml", Decision: &gate.Decision{Reasons: scoretest.Alike("why")}}
			c := newCase(p, "plan.yaml", tc.finding)
			got := map[bool]string{c.Skipped != nil: "skipped", c.Failure != nil: "failure", c.Error != nil: "error"}[true]
			if got == "" {
				got = "passed"
			}
			if got != tc.want {
				t.Errorf("it is %s, want %s", got, tc.want)
			}
		})
	}
}

// What XML cannot hold at all is spelt out, so that no reader refuses the file.
func TestJUnitHoldsOnlyCharactersOfXML(t *testing.T) {
	var every strings.Builder
	for r := range rune(0x300) {
		every.WriteString("a" + string(r))
	}
	every.WriteString("\xff\ufffe\uffff\U0010ffff]]>")
	found := gate.Errors([]rules.Finding{{ID: "x", Key: every.String(), Message: every.String(), Hint: every.String()}})
	all := readJUnit(t, reporttest.Of(&audit.Audit{File: every.String(), Errors: found}, &audit.Audit{Broken: every.String()}))
	for _, text := range []string{all.Suites[0].Name, all.Suites[1].Out, all.Suites[0].Cases[1].Error.Text} {
		if !strings.Contains(text, `a\u001b`) || !strings.Contains(text, "]]>") || strings.ContainsFunc(text, func(r rune) bool { return r < ' ' }) {
			t.Errorf("it reads as %s", strconv.Quote(text))
		}
	}
}
