package score

import (
	"fmt"
	"slices"
	"time"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/questions"
)

// soon is how long after the launch the first objective may be due.
const soon = 180 * 24 * time.Hour

// Check is a test on a plan's records that a question of the bank may name. A
// failing one holds its question at level 1.
type Check struct {
	ID    string
	Means string // what the records must show, as the end of a sentence that begins with "until"
	// test returns what fails the check, first the fault to be named; nothing when
	// the records pass.
	test func(*records) []*fault
}

// Checks lists the checks.
func Checks() []Check {
	return []Check{
		{"objectives-have-goals", "the plan lists an objective, and each names a goal and who answers for it",
			every("objectives", rules.ObjectiveWithoutGoal)},
		{"objective-due-soon", "an objective is due within 180 days of the launch, or of the audit where no launch is set",
			dueSoon},
		{"employees-told", "a group of employees has a day on which it was told",
			told("employees", rules.NoEmployees, "employees")},
		{"customers-told", "a group of customers or members has a day on which it was told",
			told("customers or members", rules.NoCustomers, "customers", "members")},
		{"purpose-restated", "a group has a day on which it said the purpose in its own words",
			restated},
		{"metrics-name-objectives", "the plan lists a measure, and each names an objective",
			every("metrics", rules.MetricWithoutObjective)},
		{"metrics-have-baselines", "the plan lists a measure, and each has a baseline",
			every("metrics", rules.MetricWithoutBaseline)},
		{"metrics-have-targets", "the plan lists a measure, and each has a success line and the day for it",
			every("metrics", rules.MetricWithoutSuccess, rules.MetricWithoutDate)},
		{"metrics-have-reviews", "the plan lists a measure, and each has an owner and the days between reviews",
			every("metrics", rules.MetricWithoutOwner, rules.MetricWithoutCadence)},
		{"metrics-in-words-numbers", "the plan lists a measure kept in numbers and one kept in words",
			wordsAndNumbers},
		{"metric-leads", "the plan lists a leading measure",
			leads},
		{"metric-has-success", "a measure has a success line and the day for it",
			oneMetric("no measure has a success line and a date", rules.MetricWithoutSuccess, rules.MetricWithoutDate)},
		{"metric-has-stop", "a measure has a stop line",
			oneMetric("no measure has a stop line", rules.MetricWithoutStop)},
		{"programmes-listed", "the plan lists your other programmes, or says with an empty list that there are none",
			every("programmes")},
		{"programmes-meet", "the plan lists your other programmes, and each has a lead and the days between meetings",
			every("programmes", rules.ProgrammeWithoutLead, rules.ProgrammeNeverMeets)},
	}
}

// fail returns the first fault of each check of the question that the records
// fail, and marks every fault that fails one.
func (r *records) fail(checks []Check, q *questions.Question) ([]*fault, error) {
	var failing []*fault
	for _, id := range q.Checks {
		i := slices.IndexFunc(checks, func(c Check) bool { return c.ID == id })
		if i < 0 {
			return nil, fmt.Errorf("scoring question %q: there is no record check %q", q.ID, id)
		}
		faults := checks[i].test(r)
		for _, f := range faults {
			f.major = true
		}
		if len(faults) > 0 {
			failing = append(failing, faults[0])
		}
	}
	return failing, nil
}

// by returns the faults that the rules have found in one kind of record.
func (r *records) by(kind string, rules ...string) []*fault {
	var out []*fault
	for i := range r.faults {
		if f := &r.faults[i]; f.kind == kind && slices.Contains(rules, f.rule) {
			out = append(out, f)
		}
	}
	return out
}

// none returns a fault of a whole list, followed by those that bear it out.
func none(kind, says string, faults []*fault) []*fault {
	return append([]*fault{{kind: kind, index: whole, says: says}}, faults...)
}

// unlisted says what is missing when a list cannot be checked; empty when it
// can. An empty list of programmes says that there are none, which will do.
func (r *records) unlisted(kind string) string {
	switch {
	case kind == "objectives" && len(r.plan.Objectives) == 0:
		return "no objective is listed"
	case kind == "metrics" && len(r.plan.Metrics) == 0:
		return "no measure is listed"
	case kind == "programmes" && r.plan.Programmes == nil:
		return "the other programmes are not listed"
	}
	return ""
}

// every passes when there is a list and no record of it breaks the rules.
func every(kind string, rules ...string) func(*records) []*fault {
	return func(r *records) []*fault {
		if says := r.unlisted(kind); says != "" {
			return none(kind, says, nil)
		}
		return r.by(kind, rules...)
	}
}

// oneMetric passes when there is a metric that breaks none of the rules.
func oneMetric(says string, rules ...string) func(*records) []*fault {
	return func(r *records) []*fault {
		faults := r.by("metrics", rules...)
		for i := range r.plan.Metrics {
			if !slices.ContainsFunc(faults, func(f *fault) bool { return f.index == i }) {
				return nil
			}
		}
		return none("metrics", says, faults)
	}
}

// told passes when a group of one of the kinds was told the purpose. The rule
// missing finds that there is no such group.
func told(who, missing string, kinds ...string) func(*records) []*fault {
	return func(r *records) []*fault {
		of := func(i int) bool { return slices.Contains(kinds, r.plan.Stakeholders[i].Kind) }
		for i, s := range r.plan.Stakeholders {
			if of(i) && !s.Told.IsZero() {
				return nil
			}
		}
		untold := slices.DeleteFunc(r.by("stakeholders", rules.StakeholderNotTold), func(f *fault) bool { return !of(f.index) })
		return none("stakeholders", "no group of "+who+" has been told the purpose", append(untold, r.by("stakeholders", missing)...))
	}
}

// restated passes when one group was asked back.
func restated(r *records) []*fault {
	if slices.ContainsFunc(r.plan.Stakeholders, func(s planfile.Stakeholder) bool { return !s.Restated.IsZero() }) {
		return nil
	}
	return none("stakeholders", "no group has said the purpose in its own words", r.by("stakeholders", rules.StakeholderNotAsked))
}

// dueSoon passes when an objective is due near the launch, or near the audit
// when no launch is planned.
func dueSoon(r *records) []*fault {
	from, what := r.plan.Initiative.Launch, "launch"
	if from.IsZero() {
		from, what = r.asOf.Day, "date of this audit"
	}
	near := func(o planfile.Objective) bool { return !o.Due.IsZero() && o.Due.Sub(from).Abs() <= soon }
	if slices.ContainsFunc(r.plan.Objectives, near) {
		return nil
	}
	return none("objectives", "no objective is due within 180 days of the "+what, r.by("objectives", rules.ObjectiveWithoutDate))
}

func wordsAndNumbers(r *records) []*fault {
	if r.count("quantitative") > 0 && r.count("qualitative") > 0 {
		return nil
	}
	return none("metrics", "the measures are not in both numbers and words", r.by("metrics", rules.OneKindOfMeasure))
}

func leads(r *records) []*fault {
	if r.count("leading") > 0 {
		return nil
	}
	return none("metrics", "no measure is a leading one", r.by("metrics", rules.AllLagging))
}
