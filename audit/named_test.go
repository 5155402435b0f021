package audit_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
)

// Whoever has no file before them is told of questions and records by their names,
// and of no key.
func TestFindingsByName(t *testing.T) {
	bank, err := audit.Bank()
	if err != nil {
		t.Fatal(err)
	}
	ids := slices.Concat(bank.QuestionIDs(), rules.IDs(), []string{"first-answer", "goodwill"})
	key := regexp.MustCompile(`\b[a-z]+_[a-z]+\b|\b(add|set) (baseline|success|stop|by|owner|source|objective|goal|due|told|restated|lead|response|live|on)\b|--`)
	auditor := audit.Auditor{Bank: bank, AsOf: planfile.OnDay(time.Date(2027, 6, 1, 0, 0, 0, 0, time.UTC))}
	seen := map[string]bool{}
	for _, text := range []string{lackingPlan, strings.ReplaceAll(lackingPlan, "2026-11-02", "2028-01-01")} {
		a := auditor.Audit(audit.Source{Name: "plan.yaml", Text: []byte(text), Present: func(string) bool { return false }}, gate.Terms{MaxAge: 30, Show: rules.Note}, nil)
		if a.Result == nil {
			t.Fatalf("the plan is not judged: %s %v", a.Broken, a.Errors)
		}
		for _, f := range a.Findings() {
			if bank.Warning(f.ID) != nil {
				continue
			}
			seen[f.ID] = true
			message, advice := f.Plain()
			for _, id := range ids {
				// An id of one word may be a word of the sentence.
				if says := message + " " + advice; strings.Contains(says, `"`+id) || strings.Contains(id, "-") && strings.Contains(says, id) {
					t.Errorf("%s names %s: %s (%s)", f.ID, id, message, advice)
				}
			}
			if found := key.FindString(message + " " + advice); found != "" {
				t.Errorf("%s speaks of %q: %s (%s)", f.ID, found, message, advice)
			}
		}
	}
	for _, id := range []string{
		rules.MetricWithoutBaseline, rules.MetricWithoutSuccess, rules.MetricWithoutCadence, rules.ObjectiveWithoutGoal, rules.StakeholderNotTold, rules.ProgrammeNeverMeets,
		rules.ScenarioWithoutOwner, rules.WaiverExpired, rules.ClaimWithoutRecord, rules.AnswerStale, rules.EvidenceMissing, rules.FutureDate, rules.NotComparable,
	} {
		if !seen[id] {
			t.Errorf("nothing raises %s", id)
		}
	}
}

// lackingPlan has a record of each kind that lacks what it could say.
const lackingPlan = `forewarn: 1
bank: {id: core, version: 2.0.0}
initiative: {name: Desk, owner: Dana Ruiz, intent: Owners get answers.}
answers:
  metrics:
    baseline: {level: 4, on: 2026-11-02, evidence: {shown: docs/numbers.md, on: 2026-11-02}}
    success-line: {level: 3, on: 2026-11-02, evidence: {vouched: Priya Nair, on: 2026-11-02}}
objectives:
  - {id: answers, statement: Owners find an answer}
stakeholders:
  - {group: Service team, kind: employees}
metrics:
  - {id: first-answer, name: Time to an answer, objective: answers}
  - {id: goodwill, name: Goodwill, objective: answers, how: quantitative, success: "4 stars", readings: [{on: 2026-11-02, value: 3}]}
programmes:
  - {name: Newsletter}
scenarios:
  - {what: A wrong tip spreads}
waivers:
  - {finding: metric-without-owner, reason: until the team is complete, owner: Dana Ruiz, until: 2026-11-02}
`
