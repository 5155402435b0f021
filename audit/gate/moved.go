package gate

import (
	"fmt"
	"slices"
	"strconv"

	"forewarn/audit/outcome"
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
)

// movedLines finds the lines that are others than in the earlier plan when it was late
// to move them: after the launch, or after the first reading.
func movedLines(plan *planfile.Plan, r *score.Result, against *Baseline) []rules.Finding {
	if against == nil || against.Plan == nil {
		return nil
	}
	var out []rules.Finding
	for _, m := range outcome.Moved([]outcome.Version{{Plan: against.Plan}, {Plan: plan, On: r.AsOf.Day}}) {
		after := "the launch"
		if m.Read {
			after = "the first reading"
		}
		says := func(measure string) string {
			return fmt.Sprintf("the %s of measure %s was moved after %s, %s", m.What, measure, after, fromTo(&m))
		}
		out = append(out, plan.Place(rules.Finding{
			Severity: rules.Major, ID: rules.LineMoved, Message: says(strconv.Quote(m.Metric)), Named: says(rules.Quoted(m.Measure)),
			Hint: "put it back, or agree on the new one with those who drew it, and note that as a review",
		}, "metrics", strconv.Itoa(m.Index)))
	}
	return out
}

func fromTo(m *outcome.Move) string {
	switch {
	case m.From.Text == "":
		return "and is drawn at " + m.To.Text
	case m.To.Text == "":
		return "was " + m.From.Text + " and is gone"
	}
	return "from " + m.From.Text + " to " + m.To.Text
}

// hidden reports whether a crossed line of the earlier plan is only out of sight, as a
// line of its measure was moved.
func hidden(now []Finding, crossed *Finding) bool {
	return crossed.ID == rules.LineCrossed && slices.ContainsFunc(now, func(f Finding) bool {
		return f.ID == rules.LineMoved && f.About.Record == crossed.About.Record
	})
}
