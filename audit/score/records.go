package score

import (
	"fmt"
	"slices"
	"strconv"
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
// the second cannot be known before the first.
func (r *records) objectives() {
	for i, o := range r.plan.Objectives {
		goal := lack{absent: o.Goal == "", rule: rules.ObjectiveWithoutGoal, field: "goal", says: "names no goal that it serves", hint: "add goal and goal_owner"}
		if o.Goal != "" {
			goal = lack{absent: o.GoalOwner == "", rule: rules.ObjectiveWithoutGoal, field: "goal_owner", says: "does not say who answers for its goal", hint: "add goal_owner"}
		}
		r.record("objectives", i, "objective "+strconv.Quote(o.ID), goal,
			lack{absent: o.Due.IsZero(), rule: rules.ObjectiveWithoutDate, field: "due", says: "has no date", hint: "add due, the day on which it should be true"},
			r.past(rules.TargetPast, "due", "was due on", o.Due))
	}
}

// stakeholders asks who was told, and whether they were asked back. What was
// said and what was understood can be two things.
func (r *records) stakeholders() {
	names := map[string]bool{}
	for i, s := range r.plan.Stakeholders {
		name := planfile.PlainName(s.Group)
		r.record("stakeholders", i, "group "+strconv.Quote(s.Group),
			lack{absent: s.Told.IsZero(), rule: rules.StakeholderNotTold, field: "told", says: "has not been told the purpose", hint: "tell them, and add told with the date"},
			lack{absent: !s.Told.IsZero() && s.Restated.IsZero(), rule: rules.StakeholderNotAsked, field: "restated",
				says: "was told the purpose and has not said it in its own words", hint: "ask them, and add restated with the date"},
			lack{absent: !s.Told.IsZero() && !s.Restated.IsZero() && s.Restated.Before(s.Told), rule: rules.RestatedTooEarly, field: "restated",
				says: fmt.Sprintf("said the purpose in its own words on %s, and was told it on %s", s.Restated.Format(time.DateOnly), s.Told.Format(time.DateOnly)), hint: "correct one of the two days"},
			lack{absent: names[name], rule: rules.GroupTwice, field: "group", says: "is listed twice", hint: "put what is known of it into one entry"})
		names[name] = true
	}
	listed := len(r.plan.Stakeholders) > 0
	r.list("stakeholders",
		lack{absent: listed && !r.anyKind("employees"), rule: rules.NoEmployees,
			says: "no group of employees is among the stakeholders", hint: "add the employees whose work will change"},
		lack{absent: listed && !r.anyKind("customers", "members"), rule: rules.NoCustomers,
			says: "no group of customers or members is among the stakeholders", hint: "add the people whom this is for"})
}

// anyKind reports whether a group of one of the kinds is listed.
func (r *records) anyKind(kinds ...string) bool {
	return slices.ContainsFunc(r.plan.Stakeholders, func(s planfile.Stakeholder) bool { return slices.Contains(kinds, s.Kind) })
}

// programmes asks for somebody to talk to, and for regular talks.
func (r *records) programmes() {
	for i, p := range r.plan.Programmes {
		r.record("programmes", i, "programme "+strconv.Quote(p.Name),
			lack{absent: p.Lead == "", rule: rules.ProgrammeWithoutLead, field: "lead", says: "has no lead", hint: "add lead, the person to talk to"},
			lack{absent: p.MeetsDays == 0, rule: rules.ProgrammeNeverMeets, field: "meets_days", says: "has no regular meeting with this initiative", hint: "add meets_days, the days from one meeting to the next"})
	}
}

// scenarios asks for an answer and for who gives it, and tells a risk from
// what is merely uncomfortable.
func (r *records) scenarios() {
	discomfort := 0
	for i, s := range r.plan.Scenarios {
		r.record("scenarios", i, "scenario "+strconv.Quote(s.What),
			lack{absent: s.Response == "", rule: rules.ScenarioWithoutResponse, field: "response", says: "has no response", hint: "add response, what would be done first"},
			lack{absent: s.Owner == "", rule: rules.ScenarioWithoutOwner, field: "owner", says: "has no owner", hint: "add owner, the person who would act"})
		if s.Risk == "discomfort" {
			discomfort++
		}
	}
	r.list("scenarios", lack{absent: discomfort >= 2 && discomfort == len(r.plan.Scenarios), rule: rules.OnlyDiscomfort,
		says: "every scenario is a discomfort, none a loss", hint: "ask what could cost money, stop the work or harm your name"})
}
