package gate

import "forewarn/audit/rules"

// group is all findings of one rule that stand against a plan. Each is
// reported with its place elsewhere; together they are one reason.
type group struct {
	Finding // the first of them
	times   int
}

// grouped returns those of the findings that count and are not waived, the
// gravest first, and marks them as failing the gate.
func grouped(findings []Finding, counts func(*Finding) bool) []group {
	var out []group
	for _, severity := range []rules.Severity{rules.Critical, rules.Major, rules.Minor} {
		at := map[string]int{}
		for i := range findings {
			f := &findings[i]
			if f.Severity != severity || f.Waiver != nil || !counts(f) {
				continue
			}
			f.Fails = true
			if known, ok := at[f.ID]; ok {
				out[known].times++
				continue
			}
			at[f.ID] = len(out)
			out = append(out, group{Finding: *f, times: 1})
		}
	}
	return out
}
