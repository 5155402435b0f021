package score

import (
	"slices"
	"strconv"
	"time"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
)

// readRecords finds the faults of every record of the plan.
func readRecords(plan *planfile.Plan, asOf time.Time) *records {
	r := &records{plan: happened(plan, asOf), asOf: asOf}
	r.objectives()
	r.stakeholders()
	r.metrics()
	r.programmes()
	r.scenarios()
	return r
}

// happened returns the plan without the days to come on which groups are to be
// told or asked: until then these are intentions.
func happened(plan *planfile.Plan, asOf time.Time) *planfile.Plan {
	p := *plan
	p.Stakeholders = slices.Clone(plan.Stakeholders)
	for i := range p.Stakeholders {
		for _, day := range []*time.Time{&p.Stakeholders[i].Told, &p.Stakeholders[i].Restated} {
			if day.After(asOf) {
				*day = time.Time{}
			}
		}
	}
	return &p
}

// objectives asks for a goal and for who answers for it, one after the other:
// the second cannot be known before the first.
func (r *records) objectives() {
	for i, o := range r.plan.Objectives {
		goal := lack{o.Goal == "", rules.ObjectiveWithoutGoal, "goal", "names no goal that it serves", "add goal and goal_owner"}
		if o.Goal != "" {
			goal = lack{o.GoalOwner == "", rules.ObjectiveWithoutGoal, "goal_owner", "does not say who answers for its goal", "add goal_owner"}
		}
		r.record("objectives", i, "objective "+strconv.Quote(o.ID), goal,
			lack{o.Due.IsZero(), rules.ObjectiveWithoutDate, "due", "has no date", "add due, the day on which it should be true"})
	}
}

// stakeholders asks who was told, and whether they were asked back. What was
// said and what was understood can be two things.
func (r *records) stakeholders() {
	for i, s := range r.plan.Stakeholders {
		r.record("stakeholders", i, "group "+strconv.Quote(s.Group),
			lack{s.Told.IsZero(), rules.StakeholderNotTold, "told", "has not been told the purpose", "tell them, and add told with the date"},
			lack{!s.Told.IsZero() && s.Restated.IsZero(), rules.StakeholderNotAsked, "restated",
				"was told the purpose and has not said it in its own words", "ask them, and add restated with the date"})
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
			lack{p.Lead == "", rules.ProgrammeWithoutLead, "lead", "has no lead", "add lead, the person to talk to"},
			lack{p.MeetsDays == 0, rules.ProgrammeNeverMeets, "meets_days", "has no regular meeting with this initiative", "add meets_days, the days from one meeting to the next"})
	}
}

// scenarios asks for an answer and for who gives it, and tells a risk from
// what is merely uncomfortable.
func (r *records) scenarios() {
	discomfort := 0
	for i, s := range r.plan.Scenarios {
		r.record("scenarios", i, "scenario "+strconv.Quote(s.What),
			lack{s.Response == "", rules.ScenarioWithoutResponse, "response", "has no response", "add response, what would be done first"},
			lack{s.Owner == "", rules.ScenarioWithoutOwner, "owner", "has no owner", "add owner, the person who would act"})
		if s.Risk == "discomfort" {
			discomfort++
		}
	}
	r.list("scenarios", lack{absent: discomfort >= 2 && discomfort == len(r.plan.Scenarios), rule: rules.OnlyDiscomfort,
		says: "every scenario is a discomfort, none a loss", hint: "ask what could cost money, stop the work or harm your name"})
}
