package score

import (
	"forewarn/audit/outcome"
	"forewarn/audit/planfile"
)

// Outcome holds the readings of the plan's measures against the lines drawn beforehand:
// as they stood before these moves, the earliest first.
func (r *Result) Outcome(moves []outcome.Move) *outcome.Outcome {
	return outcome.Read(&planfile.Plan{
		Initiative: r.Initiative, Objectives: r.Records.Objectives, Metrics: outcome.AsDrawn(r.Records.Metrics, moves), Reviews: r.Records.Reviews,
	}, r.AsOf)
}
