package scoretest

import (
	"fmt"
	"maps"
	"slices"
	"sync"

	"pgregory.net/rapid"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/questions"
)

// Checks are the ids of all the record checks there are.
func Checks() []string {
	var ids []string
	for _, c := range score.Checks() {
		ids = append(ids, c.ID)
	}
	return ids
}

// Draw draws a bank, which is a random one or the shipped one, a plan that answers it,
// and the day of the audit.
func Draw(t *rapid.T) World {
	if Chance(t, 40, "shipped bank") {
		return drawWorld(t, shippedBank(t))
	}
	return drawWorld(t, drawBank(t, 4, 6))
}

// DrawSmall draws a bank of at most six questions, of which every way to answer them
// can be tried, and a plan that answers it.
func DrawSmall(t *rapid.T) World { return drawWorld(t, drawBank(t, 3, 2)) }

func drawWorld(t *rapid.T, bank *questions.Bank) World {
	w := World{
		Bank: bank,
		Plan: &planfile.Plan{Forewarn: planfile.Format, Answers: map[string]map[string]planfile.Answer{}},
		C:    score.Circumstances{AsOf: AsOf(40), Weakened: map[string]rules.Finding{}},
	}
	w.Plan.Initiative.ToolCommitted = rapid.SampledFrom([]*bool{nil, Ptr(true), Ptr(false)}).Draw(t, "tool_committed")
	w.Plan.Initiative.Live = rapid.SampledFrom([]*bool{nil, Ptr(true), Ptr(false)}).Draw(t, "live")
	for _, qn := range w.Bank.Questionnaires {
		w.Plan.Answers[qn.ID] = drawAnswers(t, qn)
		for _, id := range slices.Sorted(maps.Keys(w.Plan.Answers[qn.ID])) {
			if ev := w.Plan.Answers[qn.ID][id].Evidence; ev != nil && ev.Shown != "" && Chance(t, 20, "weakened "+id) {
				w.C.Weakened[id] = rules.Finding{ID: "evidence-stale", Severity: rules.Minor, Key: id}
			}
		}
	}
	if Chance(t, 70, "all in scope") {
		w.Plan.Questionnaires = ids(w.Bank)
	} else {
		w.Plan.Questionnaires = rapid.SliceOfNDistinct(rapid.SampledFrom(ids(w.Bank)), 1, -1, rapid.ID).Draw(t, "scope")
	}
	DrawRecords(t, w.Plan)
	return w
}

// Chance draws true this often.
func Chance(t *rapid.T, percent int, what string) bool {
	return rapid.IntRange(1, 100).Draw(t, what) <= percent
}

func ids(b *questions.Bank) []string {
	var out []string
	for _, qn := range b.Questionnaires {
		out = append(out, qn.ID)
	}
	return out
}

// shippedBank is a copy that a property may change.
func shippedBank(t *rapid.T) *questions.Bank {
	read, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	bank := *read
	bank.Warnings = slices.Clone(bank.Warnings)
	bank.Questionnaires = slices.Clone(bank.Questionnaires)
	for i := range bank.Questionnaires {
		qn := &bank.Questionnaires[i]
		qn.Questions = slices.Clone(qn.Questions)
		for j := range qn.Questions {
			qn.Questions[j].Checks = slices.Clone(qn.Questions[j].Checks)
		}
	}
	return &bank
}

// shipped reads the bank that is built in once.
var shipped = sync.OnceValues(func() (*questions.Bank, error) {
	return questions.Load(questions.Known{Records: planfile.FormKinds(), Facts: score.Facts(), Rules: rules.IDs(), Checks: Checks()})
})

// drawBank draws a bank with at most so many questionnaires, and questions in each.
func drawBank(t *rapid.T, questionnaires, most int) *questions.Bank {
	b := &questions.Bank{ID: "random", Version: "1.0.0"}
	var all []string
	for i := range rapid.IntRange(1, questionnaires).Draw(t, "questionnaires") {
		qn := questions.Questionnaire{ID: fmt.Sprint("s", i), Weight: rapid.IntRange(1, 40).Draw(t, "section weight")}
		for j := range rapid.IntRange(1, most).Draw(t, "questions") {
			q := question(fmt.Sprintf("s%dq%d", i, j), rapid.IntRange(1, 3).Draw(t, "weight"))
			q.Effort = rapid.IntRange(1, 5).Draw(t, "effort")
			q.Core = Chance(t, 30, "core")
			q.NotApplicable = !q.Core && Chance(t, 60, "may be not applicable")
			if Chance(t, 40, "checked") {
				q.Checks = rapid.SliceOfNDistinct(rapid.SampledFrom(Checks()), 1, 2, rapid.ID).Draw(t, "checks")
			}
			qn.Questions = append(qn.Questions, q)
			all = append(all, q.ID)
		}
		b.Questionnaires = append(b.Questionnaires, qn)
	}
	for i := range rapid.IntRange(0, 5).Draw(t, "warnings") {
		b.Warnings = append(b.Warnings, drawWarning(t, fmt.Sprint("w", i), all))
	}
	return b
}

func drawWarning(t *rapid.T, id string, all []string) questions.Warning {
	w := questions.Warning{ID: id, Cap: rapid.SampledFrom([]string{"", "B", "C", "D"}).Draw(t, "cap")}
	for range rapid.IntRange(1, 3).Draw(t, "conditions") {
		c := questions.Condition{AtMost: map[string]int{}, Facts: map[string]questions.Fact{}}
		for _, q := range rapid.SliceOfNDistinct(rapid.SampledFrom(all), 1, 2, rapid.ID).Draw(t, "tests") {
			c.AtMost[q] = rapid.IntRange(0, 3).Draw(t, "at most")
		}
		if Chance(t, 25, "fact") {
			name := rapid.SampledFrom([]string{"tool_committed", "live"}).Draw(t, "fact")
			// One value of each fact, as a bank may have: both ends are to be attained.
			c.Facts[name] = map[string]questions.Fact{"tool_committed": questions.Yes, "live": questions.No}[name]
		}
		w.When = append(w.When, c)
	}
	return w
}

// drawAnswers keeps to the limits on not applicable.
func drawAnswers(t *rapid.T, qn questions.Questionnaire) map[string]planfile.Answer {
	out := map[string]planfile.Answer{}
	room := 0
	for _, q := range qn.Questions {
		room += q.Weight
	}
	room /= 4
	for _, q := range qn.Questions {
		switch n := rapid.IntRange(0, 9).Draw(t, "state"); {
		case n == 0: // blank
		case n == 1:
			out[q.ID] = planfile.Answer{Unknown: "Ana"}
		case n <= 4 && q.NotApplicable && q.Weight <= room:
			out[q.ID] = planfile.Answer{NotApplicable: "there is none"}
			room -= q.Weight
		default:
			out[q.ID] = DrawLevel(t)
		}
	}
	return out
}

// DrawLevel draws an answer at a level, with or without evidence.
func DrawLevel(t *rapid.T) planfile.Answer {
	return planfile.Answer{
		Level: Ptr(rapid.IntRange(0, questions.MaxLevel).Draw(t, "level")),
		Evidence: rapid.SampledFrom([]*planfile.Evidence{
			nil, {Vouched: "Ben", On: Day(1)}, {Shown: "notes.md", On: Day(1)},
		}).Draw(t, "evidence"),
	}
}

// With returns the world with another answer to one question.
func (w World) With(qn, q string, a planfile.Answer) World {
	plan := *w.Plan
	plan.Answers = maps.Clone(plan.Answers)
	plan.Answers[qn] = maps.Clone(plan.Answers[qn])
	if plan.Answers[qn] == nil {
		plan.Answers[qn] = map[string]planfile.Answer{}
	}
	plan.Answers[qn][q] = a
	w.Plan = &plan
	return w
}

// Copied returns the world with records that can be changed.
func (w World) Copied() World {
	plan := *w.Plan
	plan.Objectives = slices.Clone(plan.Objectives)
	plan.Stakeholders = slices.Clone(plan.Stakeholders)
	plan.Metrics = slices.Clone(plan.Metrics)
	plan.Programmes = slices.Clone(plan.Programmes)
	plan.Scenarios = slices.Clone(plan.Scenarios)
	plan.Reviews = slices.Clone(plan.Reviews)
	w.Plan = &plan
	return w
}

// Place is a question in scope.
type Place struct{ Qn, Q string }

// Pick draws a question in scope and gives it an answer, whatever it had.
func (w World) Pick(t *rapid.T, a planfile.Answer) (Place, World) {
	var all []Place
	for _, qn := range w.Bank.Questionnaires {
		for _, q := range qn.Questions {
			if slices.Contains(w.Plan.Questionnaires, qn.ID) {
				all = append(all, Place{qn.ID, q.ID})
			}
		}
	}
	p := rapid.SampledFrom(all).Draw(t, "question")
	return p, w.With(p.Qn, p.Q, a)
}

// Open draws a question in scope and leaves it open.
func (w World) Open(t *rapid.T) (Place, World) {
	return w.Pick(t, rapid.SampledFrom([]planfile.Answer{{}, {Unknown: "Ana"}}).Draw(t, "open answer"))
}

// MayLeave draws an open question in scope that can be answered not applicable.
func (w World) MayLeave(t *rapid.T) (Place, World) {
	p, w := w.Open(t)
	qn := w.Bank.Questionnaire(p.Qn)
	for i := range qn.Questions {
		if q := &qn.Questions[i]; q.ID == p.Q {
			q.Core, q.NotApplicable = false, true
		}
	}
	heavy := question(p.Qn+"heavy", 50)
	qn.Questions = append(qn.Questions, heavy)
	return p, w.With(p.Qn, heavy.ID, DrawLevel(t))
}
