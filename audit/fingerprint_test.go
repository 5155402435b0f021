package audit_test

import (
	"forewarn/audit/planfile"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"forewarn/audit"
	"forewarn/audit/gate"
)

// crowded is a plan with findings of every kind: about answers, about single
// records and whole lists, about waivers, and about records of one name.
const crowded = `forewarn: 1
bank: {id: core, version: 2.0.0}
initiative: {name: Desk, owner: Dana, tool_committed: true}
answers:
  alignment:
    business-goal: {level: 3, on: 2026-01-02, evidence: {shown: gone.md, on: 2026-01-02}}
    first-step: {level: 1}
    listening: {level: 2, on: 2027-01-01, evidence: {vouched: Ben, on: 2027-01-01}}
  metrics:
    measures-tied: {level: 4, on: 2026-11-02}
    baseline: {level: 3, on: 2026-11-02}
  silos:
    in-step: {level: 0, on: 2026-11-02}
objectives:
  - {id: answers, statement: Owners find an answer}
  - {id: trust, statement: Owners come back}
stakeholders:
  - {group: Staff, kind: employees}
  - {group: Neighbours, kind: other, told: 2026-11-01}
metrics:
  - {id: first-answer, name: Median time, how: quantitative}
  - {id: comebacks, name: Who comes back, how: quantitative, stop: 5, better: higher, readings: [{on: 2026-11-01, value: 4}]}
programmes:
  - {name: Newsletter}
  - {name: Counter}
  - {name: Counter}
scenarios:
  - {what: An unsafe tip, risk: discomfort}
  - {what: Mockery, risk: discomfort}
waivers:
  - {finding: too-many-metrics, reason: later, owner: Dana, until: 2026-01-01}
`

// marks are the fingerprints of what is found, in an order of their own.
func marks(t *testing.T, auditor *audit.Auditor, text string) (marks, messages []string) {
	t.Helper()
	src := audit.Source{Name: "plan.yaml", Text: []byte(text), Present: func(string) bool { return false }}
	a := auditor.Audit(src, gate.Terms{MaxAge: 90}, nil)
	if a.Result == nil {
		t.Fatalf("not judged: %+v %s", a.Errors, a.Broken)
	}
	for _, f := range a.Findings() {
		marks, messages = append(marks, f.Fingerprint), append(messages, f.Message)
	}
	slices.Sort(marks)
	if len(slices.Compact(slices.Clone(marks))) != len(marks) {
		t.Error("two findings have one fingerprint")
	}
	return marks, messages
}

func TestFingerprintsOutliveAnotherWording(t *testing.T) {
	auditor := newAuditor(t)
	want, before := marks(t, auditor, crowded)
	if len(want) < 40 {
		t.Fatalf("only %d findings", len(want))
	}
	reword(reflect.ValueOf(auditor.Bank).Elem())
	got, after := marks(t, auditor, crowded)
	if !slices.Equal(got, want) {
		t.Error("another wording makes other fingerprints")
	}
	if slices.Equal(before, after) {
		t.Error("the bank was not reworded")
	}
}

// reword changes every text of a bank that is no id.
func reword(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if v.CanSet() && strings.Contains(v.String(), " ") {
			v.SetString("Said otherwise: " + v.String())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			reword(v.Field(i))
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			reword(v.Index(i))
		}
	}
}

func TestFingerprintsOutliveAnotherOrder(t *testing.T) {
	auditor := newAuditor(t)
	want, _ := marks(t, auditor, crowded)
	lines := strings.SplitAfter(crowded, "\n")
	for i := 0; i < len(lines); i++ { // turns every list round
		j := i
		for j < len(lines) && strings.HasPrefix(lines[j], "  - ") {
			j++
		}
		slices.Reverse(lines[i:j])
		i = max(i, j-1)
	}
	turned := strings.Replace(strings.Join(lines, ""), "initiative:", "# a line more\n\ninitiative:", 1)
	if got, _ := marks(t, auditor, turned); !slices.Equal(got, want) {
		t.Errorf("another order makes other fingerprints")
	}
}

func newAuditor(t testing.TB) *audit.Auditor {
	t.Helper()
	bank, err := audit.Bank()
	if err != nil {
		t.Fatal(err)
	}
	return &audit.Auditor{Bank: bank, AsOf: planfile.OnDay(time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC))}
}
