package report

import (
	"cmp"
	"slices"

	"forewarn/audit"
	"forewarn/audit/gate"
)

// Placed is a finding with the plan that it is about.
type Placed struct {
	*audit.Audit
	gate.Finding
}

// WorstFirst lists the findings of every plan, the gravest first and else in
// the order of the plans. What was mended comes last.
func (run *Run) WorstFirst() []Placed {
	var out, mended []Placed
	for i := range run.Plans {
		p := run.Plans[i]
		for _, f := range p.Findings() {
			out = append(out, Placed{p, f})
		}
		if p.Decision != nil {
			for _, f := range p.Decision.Mended {
				mended = append(mended, Placed{p, f})
			}
		}
	}
	grave := func(a, b Placed) int { return cmp.Compare(a.Severity, b.Severity) }
	slices.SortStableFunc(out, grave)
	slices.SortStableFunc(mended, grave)
	return append(out, mended...)
}
