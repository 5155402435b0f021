package report

import (
	"cmp"
	"slices"

	"forewarn/audit"
	"forewarn/audit/gate"
)

// placed is a finding with the plan that it is about.
type placed struct {
	*audit.Audit
	gate.Finding
}

// worstFirst lists the findings of every plan, the gravest first and else in
// the order of the plans. What was mended comes last.
func (run *Run) worstFirst() []placed {
	var out, mended []placed
	for i := range run.Plans {
		p := run.Plans[i]
		for _, f := range p.Findings() {
			out = append(out, placed{p, f})
		}
		if p.Decision != nil {
			for _, f := range p.Decision.Mended {
				mended = append(mended, placed{p, f})
			}
		}
	}
	grave := func(a, b placed) int { return cmp.Compare(a.Severity, b.Severity) }
	slices.SortStableFunc(out, grave)
	slices.SortStableFunc(mended, grave)
	return append(out, mended...)
}
