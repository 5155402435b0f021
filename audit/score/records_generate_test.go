package score_test

import (
	"fmt"
	"math/big"

	"pgregory.net/rapid"

	"forewarn/audit/planfile"
)

// maybe is a value that records often have.
func maybe[T any](t *rapid.T, value T) T {
	var none T
	if chance(t, 75, "present") {
		return value
	}
	return none
}

func drawRecords(t *rapid.T, p *planfile.Plan) {
	p.Initiative.Launch = maybe(t, day(60))
	for i := range rapid.IntRange(0, 2).Draw(t, "objectives") {
		p.Objectives = append(p.Objectives, planfile.Objective{
			ID: fmt.Sprint("o", i), Statement: "It works", Goal: maybe(t, "cost"), GoalOwner: maybe(t, "Ana"),
			Due: maybe(t, day(rapid.IntRange(1, 400).Draw(t, "due"))),
		})
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "stakeholders") {
		p.Stakeholders = append(p.Stakeholders, planfile.Stakeholder{
			Group: fmt.Sprint("g", i), Kind: rapid.SampledFrom([]string{"employees", "customers", "members", "public"}).Draw(t, "kind"),
			Told: maybe(t, day(3)), Restated: maybe(t, day(4)),
		})
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "metrics") {
		p.Metrics = append(p.Metrics, drawMetric(t, fmt.Sprint("m", i)))
	}
	if chance(t, 50, "programmes") {
		p.Programmes = []planfile.Programme{}
		for i := range rapid.IntRange(0, 2).Draw(t, "how many programmes") {
			p.Programmes = append(p.Programmes, planfile.Programme{Name: fmt.Sprint("p", i), Lead: maybe(t, "Ana"), MeetsDays: maybe(t, 14)})
		}
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "scenarios") {
		p.Scenarios = append(p.Scenarios, planfile.Scenario{
			What: fmt.Sprint("x", i), Risk: rapid.SampledFrom([]string{"loss", "discomfort"}).Draw(t, "risk"),
			Response: maybe(t, "say so"), Owner: maybe(t, "Ben"),
		})
	}
}

func drawMetric(t *rapid.T, id string) planfile.Metric {
	return planfile.Metric{
		ID: id, Name: id, Objective: maybe(t, "o0"),
		How:      rapid.SampledFrom([]string{"", "quantitative", "qualitative"}).Draw(t, "how"),
		Kind:     rapid.SampledFrom([]string{"", "leading", "lagging"}).Draw(t, "kind"),
		Better:   rapid.SampledFrom([]string{"", "higher", "lower"}).Draw(t, "better"),
		Baseline: maybe(t, &planfile.Baseline{Value: amount(26), On: day(1)}),
		Success:  maybe(t, amount(4)), Stop: maybe(t, amount(24)),
		By: maybe(t, day(100)), Owner: maybe(t, "Dana"), Source: maybe(t, "export"), ReviewDays: maybe(t, 14),
	}
}

func amount(n int64) planfile.Amount {
	return planfile.Amount{Text: fmt.Sprint(n), Number: big.NewRat(n, 1)}
}

// completions returns what would fill one gap in the plan's records each: no
// record is changed that is there already.
func completions(p *planfile.Plan) map[string]func(*planfile.Plan) {
	out := map[string]func(*planfile.Plan){
		"an objective": func(p *planfile.Plan) {
			p.Objectives = append(p.Objectives, soundObjective(fmt.Sprint("o", len(p.Objectives))))
		},
		"employees told": func(p *planfile.Plan) {
			p.Stakeholders = append(p.Stakeholders, planfile.Stakeholder{Kind: "employees", Told: day(2), Restated: day(3)})
		},
		"members told": func(p *planfile.Plan) {
			p.Stakeholders = append(p.Stakeholders, planfile.Stakeholder{Kind: "members", Told: day(2)})
		},
		"programmes": func(p *planfile.Plan) {
			if p.Programmes == nil {
				p.Programmes = []planfile.Programme{}
			}
		},
	}
	if len(p.Objectives) > 0 {
		out["a number"] = func(p *planfile.Plan) { p.Metrics = append(p.Metrics, soundMetric("n", "quantitative", "leading")) }
		out["words"] = func(p *planfile.Plan) { p.Metrics = append(p.Metrics, soundMetric("w", "qualitative", "lagging")) }
	}
	for i, o := range p.Objectives {
		out[fmt.Sprint("objective ", i)] = func(p *planfile.Plan) {
			whole := soundObjective(o.ID)
			p.Objectives[i] = planfile.Objective{ID: o.ID, Goal: or(o.Goal, whole.Goal), GoalOwner: or(o.GoalOwner, whole.GoalOwner), Due: or(o.Due, whole.Due)}
		}
	}
	for i, s := range p.Stakeholders {
		out[fmt.Sprint("stakeholder ", i)] = func(p *planfile.Plan) {
			p.Stakeholders[i].Told, p.Stakeholders[i].Restated = or(s.Told, day(2)), or(s.Restated, day(3))
		}
	}
	for i, x := range p.Programmes {
		out[fmt.Sprint("programme ", i)] = func(p *planfile.Plan) {
			p.Programmes[i].Lead, p.Programmes[i].MeetsDays = or(x.Lead, "Ana"), or(x.MeetsDays, 7)
		}
	}
	for i, m := range p.Metrics {
		whole := soundMetric(m.ID, m.How, m.Kind)
		out[fmt.Sprint("baseline ", i)] = func(p *planfile.Plan) { p.Metrics[i].Baseline = or(m.Baseline, whole.Baseline) }
		out[fmt.Sprint("date ", i)] = func(p *planfile.Plan) { p.Metrics[i].By = or(m.By, whole.By) }
		out[fmt.Sprint("owner ", i)] = func(p *planfile.Plan) { p.Metrics[i].Owner = or(m.Owner, whole.Owner) }
		out[fmt.Sprint("review ", i)] = func(p *planfile.Plan) { p.Metrics[i].ReviewDays = or(m.ReviewDays, whole.ReviewDays) }
		out[fmt.Sprint("lines ", i)] = func(p *planfile.Plan) { p.Metrics[i].Success, p.Metrics[i].Stop = whole.Success, whole.Stop }
		out[fmt.Sprint("kinds ", i)] = func(p *planfile.Plan) {
			p.Metrics[i].How, p.Metrics[i].Kind = or(m.How, "qualitative"), or(m.Kind, "leading")
		}
	}
	return out
}

func or[T comparable](a, b T) T {
	var none T
	if a != none {
		return a
	}
	return b
}

func soundObjective(id string) planfile.Objective {
	return planfile.Objective{ID: id, Statement: "It works", Goal: "cost", GoalOwner: "Ana", Due: day(70)}
}

func soundMetric(id, how, kind string) planfile.Metric {
	return planfile.Metric{
		ID: id, Name: id, Objective: "o0", How: how, Kind: kind, Better: "lower",
		Baseline: &planfile.Baseline{Value: amount(26), On: day(1)}, Success: amount(4), Stop: amount(24),
		By: day(100), Owner: "Dana", Source: "export", ReviewDays: 14,
	}
}
