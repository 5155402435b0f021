package score

import (
	"forewarn/audit/outcome"
	"forewarn/audit/planfile"
)

// Outcome holds the readings of the plan's measures against the lines drawn beforehand.
func (r *Result) Outcome() *outcome.Outcome {
	return outcome.Read(&planfile.Plan{
		Initiative: r.Initiative, Objectives: r.Records.Objectives, Metrics: r.Records.Metrics, Reviews: r.Records.Reviews,
	}, r.AsOf)
}
