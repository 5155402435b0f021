package score

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
	"forewarn/questions"
)

// sheet is a plan marked by a bank: the questions in scope in bank order, each
// with its answer and the levels that count.
type sheet struct {
	bank     *questions.Bank
	plan     *planfile.Plan
	asOf     planfile.AsOf
	sections []section
	scored   []*entry // the questions of all sections that apply
	weight   int64    // of the sections that have a question to score
}

// section is one questionnaire in scope. Weights are small whole numbers, so
// that products of four of them fit an int64.
type section struct {
	*questions.Questionnaire
	entries []entry
	weight  int64 // of the questions that apply; 0 leaves the section out of the score
}

// entry is one question in scope with its answer.
type entry struct {
	*questions.Question
	section  *section
	order    int // its place in sheet.scored
	answer   planfile.Answer
	state    planfile.State
	pos      yamldoc.Pos
	level    [3]int         // by end
	ceiling  int            // how high its evidence carries
	weakened *rules.Finding // why shown evidence counts as vouched only; or nil
	failing  []*fault       // the first fault of each record check that fails
	borne    int            // the rung that the records bear out by themselves; 0 for none
}

// newSheet reads the answers in scope. An answer that contradicts itself or
// the bank is an error, so that it can never be scored by accident.
func newSheet(bank *questions.Bank, plan *planfile.Plan) (*sheet, error) {
	scope, err := scope(bank, plan)
	if err != nil {
		return nil, err
	}
	s := &sheet{bank: bank, plan: plan, sections: make([]section, len(scope))}
	for i, qn := range scope {
		s.sections[i].Questionnaire = qn
		if err := s.read(&s.sections[i]); err != nil {
			return nil, fmt.Errorf("scoring questionnaire %q: %w", qn.ID, err)
		}
	}
	if s.weight == 0 {
		return nil, errors.New("scoring the plan: no question is in its scope")
	}
	return s, nil
}

// scope returns the questionnaires that the plan names, or those for everybody
// when it names none, in bank order.
func scope(bank *questions.Bank, plan *planfile.Plan) ([]*questions.Questionnaire, error) {
	for _, id := range plan.Questionnaires {
		if bank.Questionnaire(id) == nil {
			return nil, fmt.Errorf("scoring the plan: its scope names questionnaire %q, which the bank does not have", id)
		}
	}
	var in []*questions.Questionnaire
	for i := range bank.Questionnaires {
		qn := &bank.Questionnaires[i]
		if plan.InScope(qn) {
			in = append(in, qn)
		}
	}
	return in, nil
}

// inScope reports whether a questionnaire is in the plan's scope.
func (s *sheet) inScope(id string) bool {
	return slices.ContainsFunc(s.sections, func(sec section) bool { return sec.ID == id })
}

// read takes the plan's answers to the questions of a section.
func (s *sheet) read(sec *section) error {
	answers := s.plan.Answers[sec.ID]
	sec.entries = make([]entry, len(sec.Questions))
	var total int64
	known := 0
	for i := range sec.Questions {
		q := &sec.Questions[i]
		a, answered := answers[q.ID]
		if err := accept(q, a); err != nil {
			return fmt.Errorf("question %q: %w", q.ID, err)
		}
		if answered {
			known++
		}
		sec.entries[i] = entry{Question: q, section: sec, answer: a, state: a.State(), pos: s.plan.At("answers", sec.ID, q.ID)}
		total += int64(q.Weight)
		s.add(&sec.entries[i])
	}
	if known < len(answers) {
		return sec.strange(answers)
	}
	if 4*(total-sec.weight) > total {
		return errors.New("more than a quarter of its weight is not applicable")
	}
	if sec.weight > 0 {
		s.weight += int64(sec.Weight)
	}
	return nil
}

// add counts an entry among those that are scored, when it applies.
func (s *sheet) add(e *entry) {
	if e.applies() {
		e.order = len(s.scored)
		e.section.weight += int64(e.Weight)
		s.scored = append(s.scored, e)
	}
}

// applies reports whether the question is scored at all.
func (e *entry) applies() bool { return e.state != planfile.NotApplicable }

// open reports whether the answer is still to come.
func (e *entry) open() bool { return e.state == planfile.Blank || e.state == planfile.DontKnow }

// accept says why an answer cannot stand for a question.
func accept(q *questions.Question, a planfile.Answer) error {
	switch {
	case a.Level != nil && (*a.Level < 0 || *a.Level > questions.MaxLevel):
		return fmt.Errorf("level %d is not between 0 and %d", *a.Level, questions.MaxLevel)
	case a.Unknown != "" && a.NotApplicable != "", a.Level != nil && a.Unknown+a.NotApplicable != "":
		return errors.New("it has more than one answer")
	case a.NotApplicable != "" && q.Core:
		return errors.New("a core question is marked not applicable")
	case a.NotApplicable != "" && !q.NotApplicable:
		return errors.New("it is marked not applicable, which the bank does not allow")
	}
	return nil
}

// strange names the first of the answers that the section has no question for.
func (sec *section) strange(answers map[string]planfile.Answer) error {
	ids := slices.Sorted(maps.Keys(answers))
	i := slices.IndexFunc(ids, func(id string) bool { return !slices.Contains(sec.QuestionIDs(), id) })
	return fmt.Errorf("an answer is for question %q, which it does not have", ids[i])
}
