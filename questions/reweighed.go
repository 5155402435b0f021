package questions

import "strconv"

// Reweighed is something that weighs, or holds the grade, otherwise than in the bank
// that was extended.
type Reweighed struct {
	Kind     string // questionnaire, question or warning
	ID, Name string // Name is its title, or the question as it is asked
	Was, Is  string // the weight, or the cap; empty for a warning that caps nothing
}

// Reweighed lists the weights and caps that are others than those of Core, in the
// order of the bank; nothing for a bank that stands alone.
func (b *Bank) Reweighed() []Reweighed {
	if b.Core == nil {
		return nil
	}
	var out []Reweighed
	for i := range b.Core.Questionnaires {
		was, is := &b.Core.Questionnaires[i], &b.Questionnaires[i]
		out = otherwise(out, "questionnaire", is.ID, is.Title, strconv.Itoa(was.Weight), strconv.Itoa(is.Weight))
		for j := range was.Questions {
			q := &is.Questions[j]
			out = otherwise(out, "question", q.ID, q.Ask, strconv.Itoa(was.Questions[j].Weight), strconv.Itoa(q.Weight))
		}
	}
	for i := range b.Core.Warnings {
		was, is := &b.Core.Warnings[i], &b.Warnings[i]
		out = otherwise(out, "warning", is.ID, is.Title, was.Cap, is.Cap)
	}
	return out
}

func otherwise(list []Reweighed, kind, id, name, was, is string) []Reweighed {
	if was == is {
		return list
	}
	return append(list, Reweighed{Kind: kind, ID: id, Name: name, Was: was, Is: is})
}

// Reworded reports whether a question of Core is asked, or its rungs are told, in other
// words than there: what was written for those may not fit these.
func (b *Bank) Reworded(question string) bool {
	if b.Core == nil {
		return false
	}
	_, was := b.Core.Question(question)
	_, is := b.Question(question)
	return was != nil && (was.Ask != is.Ask || was.Rungs != is.Rungs)
}
