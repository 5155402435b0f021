package gate

import "forewarn/audit/rules"

// Decision is what a gate makes of a plan.
type Decision struct {
	Reasons  []rules.Wording // why the plan does not pass, a sentence each without a full stop; none when it passes
	Met      []rules.Wording // what was asked for and is met, for a plan that passes; likewise
	Findings []Finding       // all of the plan's, by place, then id
	Mended   []Finding       // those that only the baseline has
	Grade    string          // the headline grade as the gate counts it: waived warnings do not hold it down
	Lifted   []rules.Wording // the ids and the titles of the waived warnings that would have
	Since    *Since          // nil when nothing was compared
	Notes    []rules.Wording // what the reader should know of the waivers and the comparison, a sentence each without a full stop
}

// Passed reports whether nothing stands against the plan.
func (d *Decision) Passed() bool { return len(d.Reasons) == 0 }
