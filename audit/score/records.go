package score

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
)

// readRecords finds the faults of every record of the plan.
func readRecords(plan *planfile.Plan, asOf planfile.AsOf) *records {
	r := &records{plan: plan, asOf: asOf, dates: map[string]bool{}}
	r.ahead()
	r.plan = happened(plan, asOf)
	r.launch()
	r.objectives()
	r.stakeholders()
	r.metrics()
	r.programmes()
	r.scenarios()
	return r
}

// objectives asks for a goal and for who answers for it, one after the other:
// the second cannot be known before the first. One that is met is asked for nothing.
func (r *records) objectives() {
	for i, o := range r.plan.Objectives {
		if !o.Met.IsZero() {
			continue
		}
		goal := lack{o.Goal == "", rules.ObjectiveWithoutGoal, "goal", "the plan does not say which goal %s serves", "no goal", "add goal and goal_owner", "say which goal it serves, and who answers for that goal"}
		if o.Goal != "" {
			goal = lack{o.GoalOwner == "", rules.ObjectiveWithoutOwner, "goal_owner", "the plan does not say who answers for the goal of %s", "nobody who answers for its goal", "add goal_owner", "name who answers for the goal"}
		}
		r.record("objectives", i, kindCalled("objective", o.ID, cmp.Or(o.Statement, o.ID)), goal,
			lack{o.Due.IsZero(), rules.ObjectiveWithoutDate, "due", "the plan does not say by which day %s is due", "no date", "add due, the day on which it should be true", "set the day on which it should be true"},
			r.past(rules.TargetPast, "due", "was due on", o.Due))
	}
}

// stakeholders asks who was told, and whether they were asked back. What was
// said and what was understood can be two things.
func (r *records) stakeholders() {
	names := map[string]bool{}
	for i, s := range r.plan.Stakeholders {
		name := planfile.PlainName(s.Group)
		r.record("stakeholders", i, kindCalled("group", s.Group, s.Group),
			lack{s.Told.IsZero(), rules.StakeholderNotTold, "told", "the plan does not say when %s was told the purpose", "no day on which it was told", "tell them, and add told with the date", "tell them, and note the date"},
			lack{!s.Told.IsZero() && s.Restated.IsZero(), rules.StakeholderNotAsked, "restated",
				"the plan does not say when %s said the purpose in its own words", "no day on which it said the purpose in its own words", "ask them, and add restated with the date", "ask them, and note the date"},
			lack{absent: !s.Told.IsZero() && !s.Restated.IsZero() && s.Restated.Before(s.Told), rule: rules.RestatedTooEarly, field: "restated",
				says: fmt.Sprintf("%%s said the purpose in its own words on %s, and was told it on %s", s.Restated.Format(time.DateOnly), s.Told.Format(time.DateOnly)), hint: "correct one of the two days"},
			lack{absent: names[name], rule: rules.GroupTwice, field: "group", says: "%s is listed twice", hint: "put what is known of it into one entry"})
		names[name] = true
	}
	listed := len(r.plan.Stakeholders) > 0
	r.list("stakeholders",
		lack{absent: listed && !r.anyGroup((*planfile.Stakeholder).IsTheirWork), rule: rules.NoEmployees,
			says: "the plan lists no group who will do the work", hint: "add the employees, volunteers or partners who will do it"},
		lack{absent: listed && !r.anyGroup((*planfile.Stakeholder).IsForThem), rule: rules.NoCustomers,
			says: "the plan lists no group whom it is for", hint: "add the people whom this is for"})
}

// anyGroup reports whether a group of which something is true is listed.
func (r *records) anyGroup(is func(*planfile.Stakeholder) bool) bool {
	return slices.ContainsFunc(r.plan.Stakeholders, func(s planfile.Stakeholder) bool { return is(&s) })
}

// programmes asks for somebody to talk to, and for regular talks.
func (r *records) programmes() {
	for i, p := range r.plan.Programmes {
		r.record("programmes", i, kindCalled("other work", p.Name, p.Name),
			lack{p.Lead == "", rules.ProgrammeWithoutLead, "lead", "the plan does not say who runs %s", "nobody who runs it", "add lead, the person to talk to", "name the person to talk to"},
			lack{p.MeetsDays == 0, rules.ProgrammeNeverMeets, "meets_days", "the plan does not say how often you talk with whoever runs %s", "no days between talks", "add meets_days, the days from one talk to the next", "set the days from one talk to the next"})
	}
}

// scenarios asks for an answer and for who gives it, and tells a risk from
// what is merely uncomfortable.
func (r *records) scenarios() {
	discomfort := 0
	for i, s := range r.plan.Scenarios {
		r.record("scenarios", i, kindCalled("scenario", s.What, s.What),
			lack{s.Response == "", rules.ScenarioWithoutResponse, "response", "the plan does not say what is done first in %s", "no response", "add response, what would be done first", "agree on what would be done first"},
			lack{s.Owner == "", rules.ScenarioWithoutOwner, "owner", "the plan names no owner for %s", "no owner", "add owner, the person who would act", "name the person who would act"})
		if s.Risk == "discomfort" {
			discomfort++
		}
	}
	r.list("scenarios", lack{absent: discomfort >= 2 && discomfort == len(r.plan.Scenarios), rule: rules.OnlyDiscomfort,
		says: "every scenario is a discomfort, none a loss", hint: "ask what could cost money, stop the work or harm your name"})
}

// answerable returns who is named in the record that a fault is of.
func answerable(p *planfile.Plan, f *fault) string {
	if f.index == whole {
		return ""
	}
	switch f.kind {
	case "objectives":
		return p.Objectives[f.index].GoalOwner
	case "stakeholders":
		return p.Stakeholders[f.index].Owner
	case "metrics":
		return p.Metrics[f.index].Owner
	case "programmes":
		return p.Programmes[f.index].Lead
	case "scenarios":
		return p.Scenarios[f.index].Owner
	}
	return ""
}
