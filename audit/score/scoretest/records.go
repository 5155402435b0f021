package scoretest

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"forewarn/audit/planfile"
	"forewarn/questions"
)

// maybe is a value that records often have.
func maybe[T any](t *rapid.T, value T) T {
	var none T
	if Chance(t, 75, "present") {
		return value
	}
	return none
}

// rarely is a value that records seldom have.
func rarely[T any](t *rapid.T, value T) T {
	var none T
	if Chance(t, 20, "present") {
		return value
	}
	return none
}

// DrawRecords draws the records of a plan, complete or not.
func DrawRecords(t *rapid.T, p *planfile.Plan) {
	p.Initiative.Launch = maybe(t, Day(60))
	for i := range rapid.IntRange(0, 2).Draw(t, "objectives") {
		p.Objectives = append(p.Objectives, planfile.Objective{
			ID: fmt.Sprint("o", i), Statement: "It works", Goal: maybe(t, "cost"), GoalOwner: maybe(t, "Ana"),
			Due: maybe(t, Day(rapid.IntRange(1, 400).Draw(t, "due"))), Met: rarely(t, Day(rapid.IntRange(1, 60).Draw(t, "met"))),
		})
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "stakeholders") {
		p.Stakeholders = append(p.Stakeholders, planfile.Stakeholder{
			Group: fmt.Sprint("g", i), Kind: rapid.SampledFrom([]string{"employees", "customers", "members", "public"}).Draw(t, "kind"),
			Told: maybe(t, Day(3)), Restated: maybe(t, Day(4)), ForThem: rarely(t, Ptr(Chance(t, 50, "for them"))), TheirWork: rarely(t, Ptr(Chance(t, 50, "their work"))),
		})
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "metrics") {
		p.Metrics = append(p.Metrics, drawMetric(t, fmt.Sprint("m", i)))
	}
	if Chance(t, 50, "programmes") {
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
	for range rapid.IntRange(0, 2).Draw(t, "reviews") {
		p.Reviews = append(p.Reviews, planfile.Review{On: Day(rapid.IntRange(1, 60).Draw(t, "review")), Decision: "continue", Lesson: maybe(t, "so that is it")})
	}
}

func drawMetric(t *rapid.T, id string) planfile.Metric {
	return planfile.Metric{
		ID: id, Name: id, Objective: maybe(t, "o0"),
		How:      rapid.SampledFrom([]string{"", "quantitative", "qualitative"}).Draw(t, "how"),
		Kind:     rapid.SampledFrom([]string{"", "leading", "lagging"}).Draw(t, "kind"),
		Better:   rapid.SampledFrom([]string{"", "higher", "lower"}).Draw(t, "better"),
		Baseline: maybe(t, &planfile.Baseline{Value: Amount(26), On: Day(1)}),
		Success:  maybe(t, drawLine(t, 4)), Stop: maybe(t, drawLine(t, 24)),
		By: maybe(t, Day(100)), Owner: maybe(t, "Dana"), Source: maybe(t, "export"), ReviewDays: maybe(t, 14),
	}
}

// drawLine draws a number, or words.
func drawLine(t *rapid.T, n int64) planfile.Amount {
	if Chance(t, 25, "in words") {
		return planfile.Amount{Text: rapid.SampledFrom([]string{"most", "few", "24 h"}).Draw(t, "words")}
	}
	return Amount(n)
}

// Amount is a number as a plan has it.
func Amount(n int64) planfile.Amount {
	return planfile.Amount{Text: fmt.Sprint(n), Number: big.NewRat(n, 1)}
}

// Completions returns what would fill one gap in the plan's records each: no
// record is changed that is there already.
func Completions(p *planfile.Plan) map[string]func(*planfile.Plan) {
	out := map[string]func(*planfile.Plan){
		"a scenario": func(p *planfile.Plan) {
			p.Scenarios = append(p.Scenarios, planfile.Scenario{What: "more", Risk: "loss", Response: "say so", Owner: "Ben"})
		},
		"a lesson": func(p *planfile.Plan) {
			p.Reviews = append(p.Reviews, planfile.Review{On: Day(2), Decision: "adjust", Lesson: "evenings"})
		},
		"employees told": func(p *planfile.Plan) {
			p.Stakeholders = append(p.Stakeholders, planfile.Stakeholder{Kind: "employees", Told: Day(2), Restated: Day(3)})
		},
		"members told": func(p *planfile.Plan) {
			p.Stakeholders = append(p.Stakeholders, planfile.Stakeholder{Kind: "members", Told: Day(2)})
		},
		"programmes": func(p *planfile.Plan) {
			if p.Programmes == nil {
				p.Programmes = []planfile.Programme{}
			}
		},
	}
	if len(p.Objectives) > 0 || len(p.Metrics) == 0 {
		// The first objective asks measures that belong to none for one that they belong to.
		out["an objective"] = func(p *planfile.Plan) {
			p.Objectives = append(p.Objectives, SoundObjective(fmt.Sprint("o", len(p.Objectives))))
		}
	}
	if len(p.Objectives) > 0 {
		out["a number"] = func(p *planfile.Plan) { p.Metrics = append(p.Metrics, SoundMetric("n", "quantitative", "leading")) }
		out["words"] = func(p *planfile.Plan) { p.Metrics = append(p.Metrics, SoundMetric("w", "qualitative", "lagging")) }
	}
	for i, o := range p.Objectives {
		out[fmt.Sprint("objective ", i)] = func(p *planfile.Plan) {
			whole := SoundObjective(o.ID)
			p.Objectives[i] = planfile.Objective{ID: o.ID, Goal: cmp.Or(o.Goal, whole.Goal), GoalOwner: cmp.Or(o.GoalOwner, whole.GoalOwner), Due: cmp.Or(o.Due, whole.Due), Met: o.Met}
		}
		out[fmt.Sprint("objective met ", i)] = func(p *planfile.Plan) { p.Objectives[i].Met = cmp.Or(o.Met, Day(2)) }
	}
	for i, s := range p.Stakeholders {
		out[fmt.Sprint("stakeholder ", i)] = func(p *planfile.Plan) {
			p.Stakeholders[i].Told, p.Stakeholders[i].Restated = cmp.Or(s.Told, Day(2)), cmp.Or(s.Restated, Day(3))
		}
		out[fmt.Sprint("whose ", i)] = func(p *planfile.Plan) {
			p.Stakeholders[i].ForThem, p.Stakeholders[i].TheirWork = cmp.Or(s.ForThem, Ptr(true)), cmp.Or(s.TheirWork, Ptr(true))
		}
	}
	for i, x := range p.Programmes {
		out[fmt.Sprint("programme ", i)] = func(p *planfile.Plan) {
			p.Programmes[i].Lead, p.Programmes[i].MeetsDays = cmp.Or(x.Lead, "Ana"), cmp.Or(x.MeetsDays, 7)
		}
	}
	completeMetrics(out, p.Metrics)
	return out
}

// completeMetrics adds what would fill one gap in a metric each.
func completeMetrics(out map[string]func(*planfile.Plan), metrics []planfile.Metric) {
	for i, m := range metrics {
		whole := SoundMetric(m.ID, m.How, m.Kind)
		out[fmt.Sprint("baseline ", i)] = func(p *planfile.Plan) { p.Metrics[i].Baseline = cmp.Or(m.Baseline, whole.Baseline) }
		out[fmt.Sprint("date ", i)] = func(p *planfile.Plan) { p.Metrics[i].By = cmp.Or(m.By, whole.By) }
		out[fmt.Sprint("owner ", i)] = func(p *planfile.Plan) { p.Metrics[i].Owner = cmp.Or(m.Owner, whole.Owner) }
		out[fmt.Sprint("review ", i)] = func(p *planfile.Plan) { p.Metrics[i].ReviewDays = cmp.Or(m.ReviewDays, whole.ReviewDays) }
		out[fmt.Sprint("success ", i)] = func(p *planfile.Plan) { p.Metrics[i].Success = orLine(m.Success, whole.Success) }
		out[fmt.Sprint("stop ", i)] = func(p *planfile.Plan) { p.Metrics[i].Stop = orLine(m.Stop, whole.Stop) }
		out[fmt.Sprint("direction ", i)] = func(p *planfile.Plan) { p.Metrics[i].Better = cmp.Or(m.Better, whole.Better) }
		out[fmt.Sprint("numbers ", i)] = func(p *planfile.Plan) { p.Metrics[i].How = cmp.Or(m.How, "quantitative") }
		out[fmt.Sprint("kinds ", i)] = func(p *planfile.Plan) {
			p.Metrics[i].How, p.Metrics[i].Kind = cmp.Or(m.How, "qualitative"), cmp.Or(m.Kind, "leading")
		}
	}
}

func orLine(line, other planfile.Amount) planfile.Amount {
	if line.Text == "" && line.Number == nil {
		return other
	}
	return line
}

// SoundObjective is an objective that lacks nothing.
func SoundObjective(id string) planfile.Objective {
	return planfile.Objective{ID: id, Statement: "It works", Goal: "cost", GoalOwner: "Ana", Due: Day(70)}
}

// SoundMetric is a measure that lacks nothing.
func SoundMetric(id, how, kind string) planfile.Metric {
	return planfile.Metric{
		ID: id, Name: id, Objective: "o0", How: how, Kind: kind, Better: "lower",
		Baseline: &planfile.Baseline{Value: Amount(26), On: Day(1)}, Success: Amount(4), Stop: Amount(24),
		By: Day(100), Owner: "Dana", Source: "export", ReviewDays: 14,
	}
}

// Sound returns a plan whose records pass every check and raise no finding,
// with one question answered at level 2.
func Sound(t testing.TB) World {
	t.Helper()
	w := Parse(t, "1: 1=2")
	w.C.AsOf = AsOf(40)
	p := w.Plan
	p.Initiative.Launch = Day(60)
	p.Objectives = []planfile.Objective{SoundObjective("o0"), SoundObjective("o1")}
	p.Stakeholders = []planfile.Stakeholder{
		{Group: "staff", Kind: "employees", Told: Day(2), Restated: Day(3)},
		{Group: "owners", Kind: "customers", Told: Day(2), Restated: Day(3)},
	}
	p.Metrics = []planfile.Metric{SoundMetric("m0", "quantitative", "leading"), SoundMetric("m1", "qualitative", "lagging")}
	p.Programmes = []planfile.Programme{{Name: "news", Lead: "Ana", MeetsDays: 14}}
	p.Reviews = []planfile.Review{{On: Day(1), Decision: "adjust", Lesson: "evenings are better"}}
	p.Scenarios = []planfile.Scenario{
		{What: "a bad tip", Risk: "loss", Response: "pin a correction", Owner: "Ben"},
		{What: "mockery", Risk: "discomfort", Response: "listen", Owner: "Ben"},
	}
	return w
}

// Sorted puts messages in the order of findings without a place.
func Sorted(want []string) []string {
	out := append([]string(nil), want...)
	slices.Sort(out)
	return out
}

// Best returns a plan of the bank with every question of these questionnaires shown
// at the top, and records that lack nothing.
func Best(t testing.TB, bank *questions.Bank, scope ...string) World {
	t.Helper()
	w := Sound(t)
	w.Bank = bank
	w.Plan.Bank = planfile.BankRef{ID: bank.ID, Version: bank.Version}
	w.Plan.Initiative.ToolCommitted, w.Plan.Initiative.Live = Ptr(true), Ptr(true)
	w.Plan.Questionnaires = scope
	w.Plan.Answers = map[string]map[string]planfile.Answer{}
	for _, id := range scope {
		w.Plan.Answers[id] = map[string]planfile.Answer{}
		for _, q := range bank.Questionnaire(id).Questions {
			w.Plan.Answers[id][q.ID] = ShownAt(questions.MaxLevel)
		}
	}
	return w
}

// ShownAt is an answer at a level that something shows.
func ShownAt(level int) planfile.Answer {
	return planfile.Answer{Level: Ptr(level), On: Day(1), Evidence: &planfile.Evidence{Shown: "notes.md", On: Day(1)}}
}

// Poor returns a plan of all the questions that are built in, each of them answered as
// thought out, and none of its records kept.
func Poor(t testing.TB) World {
	t.Helper()
	bank, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	w := Best(t, bank, bank.QuestionnaireIDs()...)
	w.Plan = &planfile.Plan{Forewarn: planfile.Format, Bank: w.Plan.Bank, Initiative: w.Plan.Initiative, Questionnaires: w.Plan.Questionnaires, Answers: w.Plan.Answers}
	for _, qn := range bank.Questionnaires {
		for i, q := range qn.Questions {
			w.Plan.Answers[qn.ID][q.ID] = planfile.Answer{Level: Ptr(i % 2), On: Day(1)}
		}
	}
	return w
}
