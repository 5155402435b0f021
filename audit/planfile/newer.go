package planfile

import (
	"maps"
	"slices"

	"forewarn/questions"
)

// isNewer reports whether the answers belong to a later edition of the bank in
// which those of this one mean the same: questions may have been added.
func isNewer(plan *Plan, bank *questions.Bank) bool {
	theirs, ours := plan.Newest(), bank.Version
	return plan.Bank.ID == bank.ID && questions.Major(theirs) == questions.Major(ours) && questions.CompareEditions(theirs, ours) > 0
}

// Newest is the latest edition to which the plan, or an answer of it, belongs.
func (p *Plan) Newest() string {
	newest := p.Bank.Version
	later := func(edition string) {
		if questions.CompareEditions(edition, newest) > 0 {
			newest = edition
		}
	}
	later(p.Initiative.Edition)
	for _, answers := range p.Answers {
		for _, a := range answers {
			later(a.Edition)
		}
	}
	return newest
}

// setAside takes what only a newer bank knows out of what is scored, and keeps
// what it was called. In the file it stays.
func (p *Plan) setAside(bank *questions.Bank) {
	p.Questionnaires = slices.DeleteFunc(p.Questionnaires, func(id string) bool {
		unknown := bank.Questionnaire(id) == nil
		if unknown {
			p.Unknown = append(p.Unknown, id)
		}
		return unknown
	})
	for _, id := range slices.Sorted(maps.Keys(p.Answers)) {
		qn := bank.Questionnaire(id)
		if qn == nil {
			p.Unknown = append(p.Unknown, id)
			delete(p.Answers, id)
			continue
		}
		for _, question := range slices.Sorted(maps.Keys(p.Answers[id])) {
			if !slices.Contains(qn.QuestionIDs(), question) {
				p.Unknown = append(p.Unknown, question)
				delete(p.Answers[id], question)
			}
		}
	}
	p.Unknown = slices.Compact(p.Unknown)
}
