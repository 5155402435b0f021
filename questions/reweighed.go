package questions

import (
	"reflect"
	"strconv"
)

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

// Changed is how many questionnaires, questions, warnings, prompts, cases and sources of
// Core are others here in a text, a weight or a cap.
func (b *Bank) Changed() int {
	n := 0
	count := func(same bool) {
		if !same {
			n++
		}
	}
	for i := range b.Core.Questionnaires {
		was, is := &b.Core.Questionnaires[i], &b.Questionnaires[i]
		count(was.Title == is.Title && was.About == is.About && was.Scale == is.Scale && was.Weight == is.Weight)
		for j := range was.Questions {
			was, is := was.Questions[j], is.Questions[j]
			was.Since, is.Since = "", "" // which is told in editions of each
			count(reflect.DeepEqual(was, is))
		}
	}
	alike(b.Core.Warnings, b.Warnings, count)
	alike(b.Core.Prompts, b.Prompts, count)
	alike(b.Core.Cases, b.Cases, count)
	alike(b.Core.Sources, b.Sources, count)
	return n
}

// alike counts for each item of the core whether it is the same in a list that begins with
// those.
func alike[T any](core, list []T, count func(same bool)) {
	for i := range core {
		count(reflect.DeepEqual(core[i], list[i]))
	}
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
