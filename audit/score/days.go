package score

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
)

// longPast is how many days after its day a launch or a target is an oversight
// rather than a delay.
const longPast = 180

// happened returns the plan without what its records say was done on a day that
// has yet to come: until then these are intentions.
func happened(plan *planfile.Plan, asOf planfile.AsOf) *planfile.Plan {
	p := *plan
	p.Objectives = slices.Clone(plan.Objectives)
	for i := range p.Objectives {
		if met := &p.Objectives[i].Met; !asOf.HasCome(*met) {
			*met = time.Time{}
		}
	}
	p.Stakeholders = slices.Clone(plan.Stakeholders)
	for i := range p.Stakeholders {
		for _, day := range []*time.Time{&p.Stakeholders[i].Told, &p.Stakeholders[i].Restated} {
			if !asOf.HasCome(*day) {
				*day = time.Time{}
			}
		}
	}
	p.Metrics = slices.Clone(plan.Metrics)
	for i := range p.Metrics {
		if b := p.Metrics[i].Baseline; b != nil && !asOf.HasCome(b.On) {
			p.Metrics[i].Baseline = nil
		}
	}
	return &p
}

// ahead finds every day to come on which the records say that something was done.
func (r *records) ahead() {
	for i, o := range r.plan.Objectives {
		name := kindCalled("objective", o.ID, cmp.Or(o.Statement, o.ID))
		r.dated("objectives", i, "met", "on which %s was met", name, o.Met)
	}
	for i, s := range r.plan.Stakeholders {
		name := kindCalled("group", s.Group, s.Group)
		r.dated("stakeholders", i, "told", "on which %s was told the purpose", name, s.Told)
		r.dated("stakeholders", i, "restated", "on which %s said it in its own words", name, s.Restated)
	}
	for i, m := range r.plan.Metrics {
		name := kindCalled("measure", m.ID, cmp.Or(m.Name, m.ID))
		if m.Baseline != nil {
			r.dated("metrics", i, "baseline.on", "of the baseline of %s", name, m.Baseline.On)
		}
		for j, reading := range m.Readings {
			r.dated("metrics", i, fmt.Sprintf("readings.%d.on", j), "of a reading of %s", name, reading.On)
		}
	}
	for i, s := range r.plan.Scenarios {
		r.dated("scenarios", i, "rehearsed", "of the rehearsal of %s", called{strconv.Quote(s.What), rules.Quoted(s.What)}, s.Rehearsed)
	}
	for i, review := range r.plan.Reviews {
		r.dated("reviews", i, "on", "of a review", called{}, review.On)
	}
}

// dated finds a day to come. In what, %s stands for the name of the record.
func (r *records) dated(kind string, index int, field, what string, record called, day time.Time) {
	if !r.asOf.HasCome(day) {
		r.dates[fmt.Sprint(kind, index, strings.TrimSuffix(field, ".on"))] = true
		says := fmt.Sprintf("the day %s, %s, lies after this audit, and does not count until then", what, day.Format(time.DateOnly))
		r.faults = append(r.faults, fault{
			rule: rules.FutureDate, kind: kind, index: index, field: field, hint: CorrectDate, plain: "correct the date",
			says: strings.Replace(says, "%s", record.id, 1), named: strings.Replace(rules.DaysOut(says), "%s", record.name, 1),
		})
	}
}

// isAhead reports whether a fault only says again that a day lies ahead.
func (r *records) isAhead(f *fault) bool {
	return f.rule != rules.FutureDate && r.dates[fmt.Sprint(f.kind, f.index, f.field)]
}

// launch finds a launch that went by long ago without a word of it.
func (r *records) launch() {
	i := r.plan.Initiative
	if live := i.Live != nil && *i.Live; !live && !i.Launch.IsZero() && r.asOf.IsOlder(i.Launch, longPast) {
		says := fmt.Sprintf("the launch was planned for %s, and the plan does not say that the initiative is live", i.Launch.Format(time.DateOnly))
		r.faults = append(r.faults, fault{
			rule: rules.LaunchPast, kind: "initiative", index: whole, field: "launch", says: says, named: rules.DaysOut(says),
			hint: "set live to true, or write the new day", plain: "note that the initiative is live, or set the new day",
		})
	}
}

// past finds a target whose day went by long ago.
func (r *records) past(rule, field, says string, day time.Time) lack {
	return lack{
		absent: !day.IsZero() && r.asOf.IsOlder(day, longPast), rule: rule, field: field,
		says: "%s " + says + " " + day.Format(time.DateOnly), hint: "note under reviews what came of it, then set the next target", plain: "note what came of it as a review, then set the next target",
	}
}
