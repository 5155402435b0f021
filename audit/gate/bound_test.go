package gate

import (
	"fmt"
	"testing"

	"forewarn/audit/rules"
)

func many(id string, n int, state State) []Finding {
	out := make([]Finding, n)
	for i := range out {
		out[i] = Finding{Finding: &rules.Finding{ID: id, Severity: rules.Major, Message: fmt.Sprint(i)}, Fingerprint: fmt.Sprint(id, i), State: state}
	}
	return out
}

// Of each rule, so many findings are listed; what is over is counted, once, and
// what is new is listed before what was there.
func TestBounded(t *testing.T) {
	for _, n := range []int{0, 1, mostOfARule, mostOfARule + 1, 5 * mostOfARule} {
		findings := append(many("a", n, ""), many("b", 3, "")...)
		got := bounded(findings)
		over := max(0, n-mostOfARule)
		if want := min(n, mostOfARule) + min(1, over) + 3; len(got) != want {
			t.Errorf("of %d, %d are listed, want %d", n, len(got), want)
		}
		if over > 0 && got[mostOfARule].Message != map[bool]string{true: "1 more finding of this rule is not listed", false: fmt.Sprintf("%d more findings of this rule are not listed", over)}[over == 1] {
			t.Errorf("of %d it says %q", n, got[mostOfARule].Message)
		}
		if over > 0 && (got[mostOfARule].Fingerprint == findings[mostOfARule].Fingerprint || got[mostOfARule].Severity != rules.Major || findings[mostOfARule].Message != fmt.Sprint(mostOfARule)) {
			t.Error("the finding that counts is not one of its own")
		}
	}
	findings := append(many("a", 2*mostOfARule, Unchanged), many("a", 2, New)...)
	got := bounded(findings)
	if last := got[len(got)-1]; last.State != New || len(got) != mostOfARule+1 {
		t.Errorf("of what is new, the last is %+v of %d", last, len(got))
	}
}
