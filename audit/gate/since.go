package gate

import (
	"cmp"
	"math/big"
	"slices"

	"forewarn/audit/planfile"
)

// Since is how the plan stood before, and what has been entered in it.
type Since struct {
	Name       string            // of the earlier plan
	Grade      string            // as the gate counts it
	Score      *big.Rat          // 0 to 100
	New        int               // findings that the earlier plan did not have
	Readings   int               // of measures, entered or changed
	Reviews    []planfile.Review // entered or changed, in the order of the file
	Comparable bool              // whether grades and scores are: both plans answer the same questions
}

// entered says what of outcomes the plan has and the earlier one has not.
func (s *Since) entered(plan, earlier *planfile.Plan) {
	if s == nil || earlier == nil {
		return
	}
	for i := range plan.Metrics {
		m := &plan.Metrics[i]
		var had []planfile.Reading
		if at := slices.IndexFunc(earlier.Metrics, func(e planfile.Metric) bool { return e.ID == m.ID }); at >= 0 {
			had = earlier.Metrics[at].Readings
		}
		for _, r := range m.Readings {
			if !slices.ContainsFunc(had, func(e planfile.Reading) bool { return same(&e, &r) }) {
				s.Readings++
			}
		}
	}
	for _, r := range plan.Reviews {
		if !slices.Contains(earlier.Reviews, r) {
			s.Reviews = append(s.Reviews, r)
		}
	}
}

// same reports whether two readings say the same of the same day.
func same(a, b *planfile.Reading) bool {
	return a.On.Equal(b.On) && cmp.Or(cmp.Compare(a.Value.Text, b.Value.Text), cmp.Compare(a.Verdict, b.Verdict)) == 0
}
