package interview

import (
	"slices"

	"forewarn/audit/planfile"
	"forewarn/questions"
)

// Step is one thing that the interview asks for: a fact of the initiative
// (Record and Field are set), a question (Question is set), or the records of
// one kind (Record alone is set).
type Step struct {
	Questionnaire *questions.Questionnaire // nil for a fact of the initiative
	Question      *questions.Question
	Record        *planfile.Form
	Field         *planfile.Field
	Due           bool // asked in this run: still open, or everything is walked again
}

// initiative is the kind of the record that a plan has one of.
const initiative = "initiative"

// Steps returns everything that the interview can ask, in order: the facts of
// the initiative, then for each questionnaire the records that its questions rest
// on, and its questions. It lists answered steps too, because the overview and going
// back reach them.
func Steps(bank *questions.Bank, plan *planfile.Plan, opts Options) []Step {
	steps := factSteps(plan, opts)
	listed := map[string]bool{}
	for i := range bank.Questionnaires {
		qn := &bank.Questionnaires[i]
		if !isAsked(qn, plan, opts) {
			continue
		}
		steps = append(steps, recordSteps(qn, plan, opts, listed)...)
		steps = append(steps, questionSteps(qn, plan, opts)...)
	}
	return steps
}

// recordSteps asks for the records that a questionnaire rests on. Two questionnaires
// may rest on the same; they are asked for once.
func recordSteps(qn *questions.Questionnaire, plan *planfile.Plan, opts Options, listed map[string]bool) []Step {
	var steps []Step
	for _, kind := range qn.Records {
		record := opts.Forms.Of(kind)
		if record == nil || listed[kind] {
			continue
		}
		listed[kind] = true
		if opts.Quick {
			record = inOneBreath(record)
		}
		steps = append(steps, Step{Questionnaire: qn, Record: record, Due: opts.Again || plan.Value(kind) == nil})
	}
	return steps
}

// inOneBreath is a form with the fields alone without which there is no record.
func inOneBreath(form *planfile.Form) *planfile.Form {
	short := *form
	short.Fields = slices.DeleteFunc(slices.Clone(form.Fields), func(f planfile.Field) bool { return !f.Required })
	return &short
}

// NextDue returns the index of the first step from i on that is due, or
// len(steps).
func NextDue(steps []Step, i int) int {
	for i < len(steps) && !steps[i].Due {
		i++
	}
	return i
}

// isAsked reports whether the questions of a questionnaire are among the steps.
func isAsked(qn *questions.Questionnaire, plan *planfile.Plan, opts Options) bool {
	switch {
	case slices.Contains(qn.QuestionIDs(), opts.At):
		return true
	case len(opts.Only) > 0:
		return slices.Contains(opts.Only, qn.ID)
	}
	return isCounted(qn, plan, opts)
}

// isCounted reports whether the questions of a questionnaire have numbers: those of
// the plan's scope have them, also when a part of it alone is asked.
func isCounted(qn *questions.Questionnaire, plan *planfile.Plan, opts Options) bool {
	return opts.Deep && qn.Deep || plan.InScope(qn) || slices.Contains(opts.Only, qn.ID) || slices.Contains(qn.QuestionIDs(), opts.At)
}

func questionSteps(qn *questions.Questionnaire, plan *planfile.Plan, opts Options) []Step {
	var steps []Step
	for i := range qn.Questions {
		q := &qn.Questions[i]
		if isQuestionAsked(q, opts) {
			a := plan.Answer(qn.ID, q.ID)
			due := opts.Again || a.State() == planfile.Blank || opts.owesEvidence(a) || a.IsHeard()
			steps = append(steps, Step{Questionnaire: qn, Question: q, Due: due})
		}
	}
	return steps
}

func isQuestionAsked(q *questions.Question, opts Options) bool {
	return !opts.Quick || q.Core || q.ID == opts.At
}

// factSteps asks for a fact that a plan must have until it is there. One that
// it may have is asked for only until the questions have begun, so that
// leaving it empty is asked once.
func factSteps(plan *planfile.Plan, opts Options) []Step {
	record := opts.Forms.Of(initiative)
	if record == nil {
		return nil
	}
	var steps []Step
	begun := hasAnswers(plan)
	for i := range record.Fields {
		field := &record.Fields[i]
		open := plan.Value(fieldPath([]string{initiative}, field.Key)...) == nil
		due := open && (field.Required || !begun || plan.AskAgain(field.Key))
		if opts.Again {
			due = true
		}
		if len(opts.Only) > 0 { // these questionnaires alone; going back reaches the facts
			due = false
		}
		steps = append(steps, Step{Record: record, Field: field, Due: due})
	}
	return steps
}

// hasAnswers looks into the answers, because a new plan lists every question
// without one.
func hasAnswers(plan *planfile.Plan) bool {
	for _, answers := range plan.Answers {
		for _, a := range answers {
			if a.State() != planfile.Blank {
				return true
			}
		}
	}
	return false
}
