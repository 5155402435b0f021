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
	Kind  string // of the records that it looks at
	Means string // what the records must show, as the end of a sentence that begins with "until"
	// test returns what fails the check, first the fault to be named; nothing when
	// the records pass.
	test func(*records) []*fault
}

// Checks lists the checks. Each asks for one record that bears an answer out: who
// writes down more is not asked for more.
func Checks() []Check {
	return []Check{
		{"objectives-have-goals", "objectives", "the plan lists an objective with the goal that it serves", goal},
		{"objective-due-soon", "objectives", "an objective is due within 180 days of the launch, or of the audit once the launch is past or where none is set, or one is met",
			dueSoon},
		{"employees-told", "stakeholders", "a group whose work it is has a day on which it was told",
			told("a group who will do the work was told the purpose", rules.NoEmployees, (*planfile.Stakeholder).IsTheirWork)},
		{"customers-told", "stakeholders", "a group whom it is for has a day on which it was told",
			told("a group whom it is for was told the purpose", rules.NoCustomers, (*planfile.Stakeholder).IsForThem)},
		{"purpose-restated", "stakeholders", "a group has a day on which it said the purpose in its own words, or showed it by trying",
			restated},
		{"metrics-name-objectives", "metrics", "an objective has a measure", tied},
		{"metrics-have-baselines", "metrics", "a measure of an objective has a baseline",
			measure("a baseline", func(m *planfile.Metric) bool { return m.Baseline != nil }, rules.MetricWithoutBaseline)},
		{"metrics-have-reviews", "metrics", "a measure of an objective has an owner and the days between reviews",
			measure("both an owner and the days between reviews", func(m *planfile.Metric) bool { return m.Owner != "" && m.ReviewDays > 0 },
				rules.MetricWithoutOwner, rules.MetricWithoutCadence)},
		{"metrics-in-words-numbers", "metrics", "the plan lists a measure kept in numbers and one kept in words",
			wordsAndNumbers},
		{"metric-leads", "metrics", "the plan lists a leading measure",
			leads},
		{"metric-has-success", "metrics", "a measure of an objective has a success line that can be compared, and the day for it",
			measure("a success line that can be compared, and its day", func(m *planfile.Metric) bool { return counts(m, m.Success) && !m.By.IsZero() },
				rules.MetricWithoutSuccess, rules.MetricWithoutDate, rules.NotComparable)},
		{"metric-has-stop", "metrics", "a measure of an objective has a stop line that can be compared",
			measure("a stop line that can be compared", func(m *planfile.Metric) bool { return counts(m, m.Stop) },
				rules.MetricWithoutStop, rules.NotComparable)},
		{"metric-has-both-lines", "metrics", "a measure of an objective has a success line and a stop line with room between them",
			measure("a success line and a stop line with room between them", apart, rules.MetricWithoutSuccess, rules.MetricWithoutStop, rules.NotComparable, rules.StopBeyondSuccess)},
		{"programmes-listed", "programmes", "the plan lists your other work for these people, or says with an empty list that there is none",
			listed},
		{"programmes-meet", "programmes", "the plan lists who runs other work of yours and the days between talks, or says with an empty list that there is none",
			meets},
		{"scenario-answered", "scenarios", "a scenario has a response and an owner", answered},
		{"scenario-risk-named", "scenarios", "a scenario names its risk", riskNamed},
		{"lesson-noted", "reviews", "a review has a lesson, once the first day for a review has come", lesson},
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

// bears returns the rung that the records bear out by themselves: the one that the
// bank names, where every check of the question passes on records that are there. An
// empty list passes some checks, and bears out nothing.
func (r *records) bears(checks []Check, e *entry) int {
	if e.Bears == 0 || len(e.failing) > 0 {
		return 0
	}
	for _, c := range checks {
		if slices.Contains(e.Checks, c.ID) && r.plan.Count(c.Kind) == 0 {
			return 0
		}
	}
	return e.Bears
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

// none returns a fault of a whole list and what to do about it, at the place of the
// first of those that bear it out, which follow it.
func none(kind, says, do string, faults []*fault) []*fault {
	all := &fault{kind: kind, index: whole, says: says, do: do}
	if len(faults) > 0 {
		all.index, all.field = faults[0].index, faults[0].field
	}
	return append([]*fault{all}, faults...)
}

// goal passes when an objective names the goal that it serves.
func goal(r *records) []*fault {
	if slices.ContainsFunc(r.plan.Objectives, func(o planfile.Objective) bool { return o.Goal != "" }) {
		return nil
	}
	return none("objectives", "no objective names a goal that it serves", "write beside an objective in the plan the goal that it serves", r.by("objectives", rules.ObjectiveWithoutGoal))
}

// measure passes when a measure of an objective has something, or any measure where
// there is no objective.
func measure(what string, has func(*planfile.Metric) bool, rules ...string) func(*records) []*fault {
	return func(r *records) []*fault {
		for i := range r.plan.Metrics {
			m := &r.plan.Metrics[i]
			if has(m) && (len(r.plan.Objectives) == 0 || r.objective(m) != nil) {
				return nil
			}
		}
		says, do := "no measure of an objective has "+what, "write beside a measure of an objective in the plan "+what
		if len(r.plan.Metrics) == 0 {
			says, do = "no measure is listed", "enter a measure of an objective in the plan, with "+what
		}
		return none("metrics", says, do, r.by("metrics", rules...))
	}
}

// tied passes when a measure names an objective that is listed.
func tied(r *records) []*fault {
	for i := range r.plan.Metrics {
		if r.objective(&r.plan.Metrics[i]) != nil {
			return nil
		}
	}
	return none("metrics", "no objective has a measure", "enter in the plan a measure for an objective", r.by("metrics", rules.MetricWithoutObjective))
}

// told passes when a group that is meant was told the purpose, as what says it. The
// rule missing finds that there is no such group.
func told(what, missing string, is func(*planfile.Stakeholder) bool) func(*records) []*fault {
	return func(r *records) []*fault {
		for i := range r.plan.Stakeholders {
			if s := &r.plan.Stakeholders[i]; is(s) && !s.Told.IsZero() {
				return nil
			}
		}
		untold := slices.DeleteFunc(r.by("stakeholders", rules.StakeholderNotTold), func(f *fault) bool { return !is(&r.plan.Stakeholders[f.index]) })
		return none("stakeholders", "the plan does not say when "+what, "note in the plan the day on which "+what, append(untold, r.by("stakeholders", missing)...))
	}
}

// restated passes when one group was asked back.
func restated(r *records) []*fault {
	if slices.ContainsFunc(r.plan.Stakeholders, func(s planfile.Stakeholder) bool { return !s.Restated.IsZero() }) {
		return nil
	}
	return none("stakeholders", "the plan does not say when a group said the purpose in its own words",
		"note in the plan the day on which a group said the purpose in its own words", r.by("stakeholders", rules.StakeholderNotAsked))
}

// dueSoon passes when an objective is due near the launch, or near the audit once
// that is past or where there is none; what is met already was begun.
func dueSoon(r *records) []*fault {
	from, what := r.plan.Initiative.Launch, "launch"
	if from.IsZero() || r.asOf.IsOver(from) {
		from, what = r.asOf.Day, "date of this audit"
	}
	near := func(o planfile.Objective) bool {
		return !o.Met.IsZero() || !o.Due.IsZero() && o.Due.Sub(from).Abs() <= soon
	}
	if slices.ContainsFunc(r.plan.Objectives, near) {
		return nil
	}
	return none("objectives", "no objective is due within 180 days of the "+what,
		"give an objective in the plan a day within 180 days of the "+what, r.by("objectives", rules.ObjectiveWithoutDate))
}

func wordsAndNumbers(r *records) []*fault {
	if r.count("quantitative") > 0 && r.count("qualitative") > 0 {
		return nil
	}
	return none("metrics", "the measures are not in both numbers and words",
		"enter in the plan a measure kept in numbers and one kept in words", r.by("metrics", rules.OneKindOfMeasure))
}

func leads(r *records) []*fault {
	if r.count("leading") > 0 {
		return nil
	}
	return none("metrics", "no measure is a leading one", "enter in the plan a leading measure, one that moves before the result does", r.by("metrics", rules.AllLagging))
}

// unlisted says that nothing is known of other work. An empty list says that there
// is none, which will do.
func unlisted() []*fault {
	return none("programmes", "your other work for these people is not listed",
		"enter in the plan your other work for these people and who leads it, or that there is none", nil)
}

func listed(r *records) []*fault {
	if r.plan.Programmes == nil {
		return unlisted()
	}
	return nil
}

func meets(r *records) []*fault {
	if r.plan.Programmes == nil {
		return unlisted()
	}
	set := func(p planfile.Programme) bool { return p.Lead != "" && p.MeetsDays > 0 }
	if len(r.plan.Programmes) == 0 || slices.ContainsFunc(r.plan.Programmes, set) {
		return nil
	}
	return none("programmes", "no other work has both a lead and the days between talks",
		"write beside other work in the plan who leads it, and how many days pass between your talks", r.by("programmes", rules.ProgrammeWithoutLead, rules.ProgrammeNeverMeets))
}

// answered passes when it is settled for one scenario what is done first, and by whom.
func answered(r *records) []*fault {
	if slices.ContainsFunc(r.plan.Scenarios, func(s planfile.Scenario) bool { return s.Response != "" && s.Owner != "" }) {
		return nil
	}
	return none("scenarios", "no scenario has both a response and an owner",
		"write into the plan, for a scenario, what is done first and who does it", r.by("scenarios", rules.ScenarioWithoutResponse, rules.ScenarioWithoutOwner))
}

func riskNamed(r *records) []*fault {
	if slices.ContainsFunc(r.plan.Scenarios, func(s planfile.Scenario) bool { return s.Risk != "" }) {
		return nil
	}
	return none("scenarios", "no scenario names its risk", "write beside a scenario in the plan whether it is a real risk or mere discomfort", nil)
}

// lesson passes when a review has one, or while no day for a review has come.
func lesson(r *records) []*fault {
	if slices.ContainsFunc(r.plan.Reviews, func(v planfile.Review) bool { return v.Lesson != "" && r.asOf.HasCome(v.On) }) {
		return nil
	}
	if first := r.firstReview(); first.IsZero() || !r.asOf.HasCome(first) {
		return nil
	}
	return none("reviews", "a day for a review has come, and no review has a lesson", "enter in the plan what a review taught you", nil)
}

// firstReview is the first day on which a measure was to be looked at: so many days
// after its baseline, or after the launch. It is zero where there is none.
func (r *records) firstReview() time.Time {
	var first time.Time
	consider := func(from time.Time, days int) {
		if day := from.AddDate(0, 0, days); !from.IsZero() && (first.IsZero() || day.Before(first)) {
			first = day
		}
	}
	for _, m := range r.plan.Metrics {
		if m.ReviewDays <= 0 {
			continue
		}
		consider(r.plan.Initiative.Launch, m.ReviewDays)
		if m.Baseline != nil {
			consider(m.Baseline.On, m.ReviewDays)
		}
	}
	return first
}
