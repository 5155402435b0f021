package score_test

import (
	"fmt"
	"maps"
	"slices"

	"pgregory.net/rapid"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/questions"
)

// checks are all the record checks there are.
func checks() []questions.Check {
	return []questions.Check{
		questions.ObjectivesHaveGoals, questions.ObjectiveDueSoon, questions.EmployeesTold, questions.CustomersTold,
		questions.PurposeRestated, questions.MetricsNameObjectives, questions.MetricsHaveBaselines,
		questions.MetricsHaveTargets, questions.MetricsHaveReviews, questions.MetricsInWordsNumbers,
		questions.MetricLeads, questions.MetricHasSuccess, questions.MetricHasStop, questions.ProgrammesListed, questions.ProgrammesMeet,
	}
}

func drawWorld(t *rapid.T) world {
	w := world{
		bank: drawBank(t),
		plan: &planfile.Plan{Forewarn: planfile.Format, Answers: map[string]map[string]planfile.Answer{}},
		c:    score.Circumstances{AsOf: day(40), Weakened: map[string]rules.Finding{}},
	}
	w.plan.Initiative.ToolCommitted = rapid.SampledFrom([]*bool{nil, ptr(true), ptr(false)}).Draw(t, "tool_committed")
	w.plan.Initiative.Live = rapid.SampledFrom([]*bool{nil, ptr(true), ptr(false)}).Draw(t, "live")
	for _, qn := range w.bank.Questionnaires {
		w.plan.Answers[qn.ID] = drawAnswers(t, qn)
		for _, id := range slices.Sorted(maps.Keys(w.plan.Answers[qn.ID])) {
			if ev := w.plan.Answers[qn.ID][id].Evidence; ev != nil && ev.Shown != "" && chance(t, 20, "weakened "+id) {
				w.c.Weakened[id] = rules.Finding{ID: "evidence-stale", Severity: rules.Minor, Key: id}
			}
		}
	}
	if chance(t, 70, "all in scope") {
		w.plan.Questionnaires = ids(w.bank)
	} else {
		w.plan.Questionnaires = rapid.SliceOfNDistinct(rapid.SampledFrom(ids(w.bank)), 1, -1, rapid.ID).Draw(t, "scope")
	}
	drawRecords(t, w.plan)
	return w
}

func chance(t *rapid.T, percent int, what string) bool {
	return rapid.IntRange(1, 100).Draw(t, what) <= percent
}

func ids(b *questions.Bank) []string {
	var out []string
	for _, qn := range b.Questionnaires {
		out = append(out, qn.ID)
	}
	return out
}

func drawBank(t *rapid.T) *questions.Bank {
	b := &questions.Bank{ID: "random", Version: "1.0.0"}
	var all []string
	for i := range rapid.IntRange(1, 4).Draw(t, "questionnaires") {
		qn := questions.Questionnaire{ID: fmt.Sprint("s", i), Weight: rapid.IntRange(1, 40).Draw(t, "section weight")}
		for j := range rapid.IntRange(1, 6).Draw(t, "questions") {
			q := question(fmt.Sprintf("s%dq%d", i, j), rapid.IntRange(1, 3).Draw(t, "weight"))
			q.Effort = rapid.IntRange(1, 5).Draw(t, "effort")
			q.Core = chance(t, 30, "core")
			q.NotApplicable = !q.Core && chance(t, 60, "may be not applicable")
			if chance(t, 40, "checked") {
				q.Checks = rapid.SliceOfNDistinct(rapid.SampledFrom(checks()), 1, 2, rapid.ID).Draw(t, "checks")
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
		if chance(t, 25, "fact") {
			name := rapid.SampledFrom([]string{"tool_committed", "live"}).Draw(t, "fact")
			c.Facts[name] = rapid.SampledFrom([]questions.Fact{questions.Yes, questions.No, questions.Unknown}).Draw(t, "value")
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
			out[q.ID] = drawLevel(t)
		}
	}
	return out
}

func drawLevel(t *rapid.T) planfile.Answer {
	return planfile.Answer{
		Level: ptr(rapid.IntRange(0, questions.MaxLevel).Draw(t, "level")),
		Evidence: rapid.SampledFrom([]*planfile.Evidence{
			nil, {Vouched: "Ben", On: day(1)}, {Shown: "notes.md", On: day(1)},
		}).Draw(t, "evidence"),
	}
}

// with returns the world with another answer to one question.
func (w world) with(qn, q string, a planfile.Answer) world {
	plan := *w.plan
	plan.Answers = maps.Clone(plan.Answers)
	plan.Answers[qn] = maps.Clone(plan.Answers[qn])
	plan.Answers[qn][q] = a
	w.plan = &plan
	return w
}

// copied returns the world with records that can be changed.
func (w world) copied() world {
	plan := *w.plan
	plan.Objectives = slices.Clone(plan.Objectives)
	plan.Stakeholders = slices.Clone(plan.Stakeholders)
	plan.Metrics = slices.Clone(plan.Metrics)
	plan.Programmes = slices.Clone(plan.Programmes)
	w.plan = &plan
	return w
}

// place is a question in scope.
type place struct{ qn, q string }

// pick draws a question in scope and gives it an answer, whatever it had.
func (w world) pick(t *rapid.T, a planfile.Answer) (place, world) {
	var all []place
	for _, qn := range w.bank.Questionnaires {
		for _, q := range qn.Questions {
			if slices.Contains(w.plan.Questionnaires, qn.ID) {
				all = append(all, place{qn.ID, q.ID})
			}
		}
	}
	p := rapid.SampledFrom(all).Draw(t, "question")
	return p, w.with(p.qn, p.q, a)
}

// open draws a question in scope and leaves it open.
func (w world) open(t *rapid.T) (place, world) {
	return w.pick(t, rapid.SampledFrom([]planfile.Answer{{}, {Unknown: "Ana"}}).Draw(t, "open answer"))
}

// mayLeave draws an open question in scope that can be answered not applicable.
func (w world) mayLeave(t *rapid.T) (place, world) {
	p, w := w.open(t)
	qn := w.bank.Questionnaire(p.qn)
	for i := range qn.Questions {
		if q := &qn.Questions[i]; q.ID == p.q {
			q.Core, q.NotApplicable = false, true
		}
	}
	heavy := question(p.qn+"heavy", 50)
	qn.Questions = append(qn.Questions, heavy)
	return p, w.with(p.qn, heavy.ID, drawLevel(t))
}
