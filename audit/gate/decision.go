package gate

// Decision is what a gate makes of a plan.
type Decision struct {
	Reasons  []string  // why the plan does not pass, a sentence each without a full stop; none when it passes
	Met      []string  // what was asked for and is met, for a plan that passes; likewise
	Findings []Finding // all of the plan's, by place, then id
	Mended   []Finding // those that only the baseline has
	Grade    string    // the headline grade as the gate counts it: waived warnings do not hold it down
	Lifted   []string  // the ids of the waived warnings that would have
	Notes    []string  // what the reader should know of the waivers and the comparison, a sentence each without a full stop
}

// Passed reports whether nothing stands against the plan.
func (d *Decision) Passed() bool { return len(d.Reasons) == 0 }
