package questions_test

import (
	"slices"
	"strings"
	"testing"

	"forewarn/questions"
)

func TestRules(t *testing.T) {
	bank, err := questions.Load()
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, r := range bank.Rules() {
		ids = append(ids, r.ID)
		if r.Title == "" || !strings.HasPrefix(r.Help, "**") || strings.Contains(r.Help, "%!") {
			t.Errorf("%s: not a whole rule: %q", r.ID, r)
		}
	}
	if want := slices.Concat(bank.WarningIDs(), bank.FindingIDs()); !slices.Equal(ids, want) {
		t.Errorf("the rules are %v, want %v", ids, want)
	}
}

func TestRuleSeverity(t *testing.T) {
	bank, err := questions.Load()
	if err != nil {
		t.Fatal(err)
	}
	severity := map[string]string{}
	for _, r := range bank.Rules() {
		severity[r.ID] = r.Severity
	}
	for _, tc := range []struct{ id, want, why string }{
		{"tools-before-strategy", "critical", "it caps at D"},
		{"stovepipe", "major", "it caps at C"},
		{"one-leg", "minor", "it is a caution"},
		{"yaml-syntax", "error", "the file cannot be used"},
		{"dangling-reference", "error", "the file cannot be used"},
		{"metric-without-stop", "major", "an answer can hang on it"},
		{"claim-without-record", "major", "an answer hangs on it"},
		{"waiver-expired", "minor", "no answer hangs on it"},
	} {
		if got := severity[tc.id]; got != tc.want {
			t.Errorf("%s is %q, want %q: %s", tc.id, got, tc.want, tc.why)
		}
	}
}

// Help is Markdown: nothing in a text of the bank may be taken for markup.
func TestRuleHelpIsEscaped(t *testing.T) {
	bank := &questions.Bank{Findings: []questions.Finding{{ID: "x", Title: "X", Why: "tool_committed <b> *a* `c` [d](e) | f", Do: "g."}}}
	want := "**Why it matters:** tool\\_committed \\<b> \\*a\\* \\`c\\` \\[d](e) \\| f\n\n**What to do:** g."
	if got := bank.Rules()[0].Help; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
