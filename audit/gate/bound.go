package gate

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"forewarn/audit/rules"
)

// mostOfARule is how many findings of one rule are listed. A list that nobody
// reads to its end hides the others; what is decided counts all of them.
const mostOfARule = 100

// bounded cuts a list down to the first findings of each rule, new ones before
// others, and says in one more how many there are beside.
func bounded(findings []Finding) []Finding {
	left := map[string]int{} // by rule, how many are not listed
	for i := range findings {
		left[findings[i].ID]++
	}
	for id, n := range left {
		left[id] = max(0, n-mostOfARule)
	}
	listed := listedOf(findings, left)
	if listed == nil {
		return findings
	}
	out := make([]Finding, 0, len(findings))
	for i := range findings {
		f := &findings[i]
		switch n := left[f.ID]; {
		case listed[i]:
			out = append(out, *f)
		case n > 0:
			out = append(out, f.andMore(n))
			left[f.ID] = 0
		}
	}
	return out
}

// listedOf says which findings are listed; nil for all.
func listedOf(findings []Finding, left map[string]int) []bool {
	if !slices.ContainsFunc(findings, func(f Finding) bool { return left[f.ID] > 0 }) {
		return nil
	}
	room := map[string]int{}
	listed := make([]bool, len(findings))
	for _, isTurn := range []func(*Finding) bool{
		func(f *Finding) bool { return f.State == New },
		func(f *Finding) bool { return f.State != New },
	} {
		for i := range findings {
			if f := &findings[i]; isTurn(f) && room[f.ID] < mostOfARule {
				room[f.ID]++
				listed[i] = true
			}
		}
	}
	return listed
}

// andMore stands in the place of f, the first that is not listed, for all of them.
func (f *Finding) andMore(n int) Finding {
	out := *f
	says := fmt.Sprintf("%d more findings of this rule are not listed", n)
	if n == 1 {
		says = "1 more finding of this rule is not listed"
	}
	out.Finding = &rules.Finding{Severity: f.Severity, ID: f.ID, Pos: f.Pos, Key: f.Key, Message: says, Hint: "mend those that are, then look again"}
	sum := sha256.Sum256(fmt.Appendf(nil, "more %q", f.ID))
	out.Fingerprint = hex.EncodeToString(sum[:16])
	return out
}
