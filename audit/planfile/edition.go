package planfile

import (
	"fmt"
	"maps"
	"slices"

	"forewarn/audit/rules"
	"forewarn/questions"
)

// rename reads answers that stand under an earlier id of their question.
func (p *Plan) rename(bank *questions.Bank) {
	p.was = map[string]string{}
	for i := range bank.Questionnaires {
		qn := &bank.Questionnaires[i]
		for j := range qn.Questions {
			q := &qn.Questions[j]
			answers := p.Answers[qn.ID]
			earlier, there := answers[q.Was]
			if _, both := answers[q.ID]; q.Was == "" || !there || both {
				continue
			}
			delete(answers, q.Was)
			answers[q.ID] = earlier
			p.was[q.ID] = q.Was
		}
	}
}

// editions sets aside the answers to questions that have changed since they were
// given, and those to questions that are no longer asked.
func (c *checker) editions() {
	p := c.plan
	p.Earlier = map[string]Answer{}
	c.edition(p.Initiative.Edition, "initiative", "edition")
	for i := range c.bank.Questionnaires {
		qn := &c.bank.Questionnaires[i]
		for _, id := range slices.Sorted(maps.Keys(c.bank.Retired)) {
			if _, ok := p.Answers[qn.ID][id]; ok {
				p.retired = append(p.retired, [2]string{qn.ID, id})
				delete(p.Answers[qn.ID], id)
			}
		}
		for j := range qn.Questions {
			q := &qn.Questions[j]
			c.sameOnce(qn, q)
			a, ok := p.Answers[qn.ID][q.ID]
			c.edition(a.Edition, "answers", qn.ID, q.ID, "edition")
			if ok && a.State() != Blank && p.isOlder(a.Edition, q.Since) {
				p.Earlier[q.ID] = a
				p.Answers[qn.ID][q.ID] = Answer{}
			}
		}
	}
	for _, fact := range slices.Sorted(maps.Keys(c.bank.Narrowed)) {
		since := c.bank.Narrowed[fact]
		if v := p.fact(fact); v != nil && *v != nil && **v && p.isOlder(p.Initiative.Edition, since) {
			*v, p.again = nil, append(p.again, fact)
		}
	}
}

// edition holds what an answer names to an edition that is known here.
func (c *checker) edition(named string, path ...string) {
	switch {
	case named == "":
	case !questions.IsEdition(named):
		c.add(rules.WrongType, path, "for example "+c.bank.Version, "%q is not a version of the questions", named)
	case c.isOther(named):
		c.add(rules.BankMismatch, path, c.newerBank("install a newer forewarn"), "it was given under version %s of the questions, and this program has %s", named, c.bank.Version)
	}
}

// isOther reports whether in an edition some answers mean something that is not known
// here. One in which questions were only added is not.
func (c *checker) isOther(edition string) bool {
	return questions.CompareEditions(questions.Major(edition)+".0.0", c.bank.Version) > 0
}

// sameOnce refuses a question that is answered under its id and under an earlier one.
func (c *checker) sameOnce(qn *questions.Questionnaire, q *questions.Question) {
	if _, both := c.plan.Answers[qn.ID][q.Was]; q.Was != "" && both {
		c.add(rules.DuplicateID, []string{"answers", qn.ID, q.Was}, "delete the entry under the earlier name",
			"the question %q is answered twice, also under its earlier name %q", q.ID, q.Was)
		delete(c.plan.Answers[qn.ID], q.Was)
	}
}

// AskAgain reports whether a fact of the initiative is taken as open because its
// question has changed since it was answered.
func (p *Plan) AskAgain(fact string) bool { return slices.Contains(p.again, fact) }

// IsBefore reports whether the plan belongs to an edition before the one since which
// something means what it means.
func (p *Plan) IsBefore(since string) bool { return p.isOlder("", since) }

// isOlder reports whether what was given under an edition, or else under that of the
// plan, was given before something changed.
func (p *Plan) isOlder(edition, since string) bool {
	if edition == "" {
		edition = p.Bank.Version
	}
	return since != "" && questions.CompareEditions(edition, since) < 0
}

// fact is where a plan keeps the fact that a bank knows by this name.
func (p *Plan) fact(name string) **bool {
	switch name {
	case "tool_committed":
		return &p.Initiative.ToolCommitted
	case "live":
		return &p.Initiative.Live
	}
	return nil
}

// Changed finds every answer that was given to a question as it was, and every one
// to a question that is no longer asked, in the questionnaires that are in scope.
func (p *Plan) Changed(bank *questions.Bank, inScope func(questionnaire string) bool) []rules.Finding {
	var out []rules.Finding
	for i := range bank.Questionnaires {
		if qn := &bank.Questionnaires[i]; inScope(qn.ID) {
			out = append(out, p.changed(qn)...)
		}
	}
	for _, r := range p.retired {
		if inScope(r[0]) {
			out = append(out, p.Place(rules.Finding{
				Severity: rules.Note, ID: rules.QuestionRetired,
				Message: fmt.Sprintf("%q is no longer asked; %q took its place", r[1], bank.Retired[r[1]]),
				Named:   "an answer is to a question that is no longer asked",
				Hint:    "delete the entry", Advice: "nothing is left to do",
			}, "answers", r[0], r[1]))
		}
	}
	return out
}

func (p *Plan) changed(qn *questions.Questionnaire) []rules.Finding {
	var out []rules.Finding
	for j := range qn.Questions {
		q := &qn.Questions[j]
		if old := p.Earlier[q.ID]; old.State() != Blank {
			out = append(out, p.Place(rules.Finding{
				Severity: rules.Minor, ID: rules.QuestionChanged,
				Message: fmt.Sprintf("the question %q changed in edition %s; the answer to the earlier one, %s, no longer counts", q.ID, q.Since, old.InShort()),
				Named:   fmt.Sprintf("the question “%s” has changed since it was answered; the earlier answer no longer counts", q.Ask),
				Hint:    "answer it again with forewarn ask", Advice: "answer it again",
			}, "answers", qn.ID, q.ID))
		}
	}
	return out
}

// InShort quotes an answer in a few words.
func (a Answer) InShort() string {
	switch a.State() {
	case AtLevel:
		return fmt.Sprintf("level %d", *a.Level)
	case DontKnow:
		return fmt.Sprintf("don't know (%s)", a.Unknown)
	case NotApplicable:
		return fmt.Sprintf("not applicable (%s)", a.NotApplicable)
	}
	return "none"
}
