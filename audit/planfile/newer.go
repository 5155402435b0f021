package planfile

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"forewarn/questions"
)

// isNewer reports whether the answers belong to a later edition of the bank in
// which those of this one mean the same: questions may have been added.
func isNewer(plan *Plan, bank *questions.Bank) bool {
	theirs, ours := strings.Split(plan.Bank.Version, "."), strings.Split(bank.Version, ".")
	if plan.Bank.ID != bank.ID || len(theirs) != 3 || len(ours) != 3 || theirs[0] != ours[0] {
		return false
	}
	for i := 1; i < 3; i++ {
		their, err1 := strconv.Atoi(theirs[i])
		our, err2 := strconv.Atoi(ours[i])
		if err1 != nil || err2 != nil || their != our {
			return err1 == nil && err2 == nil && their > our
		}
	}
	return false
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
