// Package room tells a room what it said: where people are apart, and what to talk about
// first. It tells what is published and no more.
package room

import (
	"math/big"
	"slices"

	"forewarn/audit/planfile"
	"forewarn/audit/score"
	"forewarn/audit/workshop"
	"forewarn/questions"
)

// MostTopics is how many questions a room is told to talk about.
const MostTopics = 5

// Room is what was heard in a workshop, as far as it is published.
type Room struct {
	Initiative string
	Minimum    int
	Sheets     int      // the most that are behind a question
	Alpha      *big.Rat // Krippendorff's, over all questions; nil where there is none
	Topics     []Topic  // what to talk about first, the most important one first
	Questions  []Question
	Notes      []Note
}

// Question is one that was asked, with how the sheets fell.
type Question struct {
	*questions.Question
	Section string // the title of its questionnaire
	Heard   *planfile.Heard
	Answer  planfile.Answer // what the plan says now
}

// Topic is a question to talk about, with the rungs that are furthest apart.
type Topic struct {
	workshop.Topic
	*Question
}

// Note is what people wrote for the room on a question.
type Note struct {
	Ask   string
	Texts []string // sorted by their words, which tells nothing about whose they are
}

// Of is what was heard of a plan: its questions that a workshop asked, with their result for
// what they are worth. Notes are taken from those sheets that were published.
func Of(w *workshop.Workshop, bank *questions.Bank, plan *planfile.Plan, result *score.Result, sheets []*workshop.Sheet, published *workshop.Published) *Room {
	r := &Room{Initiative: plan.Initiative.Name, Minimum: w.Minimum}
	heard := map[string]planfile.Heard{}
	var order []string
	var units []planfile.Tally
	for _, q := range w.Questions(bank) {
		a := plan.Answer(q.Questionnaire.ID, q.ID)
		r.Questions = append(r.Questions, Question{q.Question, q.Questionnaire.Title, a.Heard, a})
		if a.Heard == nil {
			continue
		}
		order = append(order, q.ID)
		heard[q.ID] = *a.Heard
		units = append(units, a.Heard.All())
		r.Sheets = max(r.Sheets, a.Heard.All().Sheets())
	}
	r.Alpha, _ = workshop.Alpha(units)
	for _, t := range workshop.Topics(order, heard, worth(result)) {
		if len(r.Topics) < MostTopics {
			r.Topics = append(r.Topics, Topic{t, r.question(t.Question)})
		}
	}
	r.Notes = notes(r, sheets, published)
	return r
}

func (r *Room) question(id string) *Question {
	i := slices.IndexFunc(r.Questions, func(q Question) bool { return q.ID == id })
	return &r.Questions[i]
}

// worth is how many points each question is worth.
func worth(result *score.Result) map[string]*big.Rat {
	out := map[string]*big.Rat{}
	for i := range result.Questionnaires {
		for j := range result.Questionnaires[i].Items {
			it := &result.Questionnaires[i].Items[j]
			out[it.ID] = it.Worth
		}
	}
	return out
}

// notes are those of the sheets that were published, by question.
func notes(r *Room, sheets []*workshop.Sheet, published *workshop.Published) []Note {
	var out []Note
	for i := range r.Questions {
		q := &r.Questions[i]
		if q.Heard == nil {
			continue
		}
		var texts []string
		for _, s := range sheets {
			if text := s.Notes[q.ID]; text != "" && published.Has(s) {
				texts = append(texts, text)
			}
		}
		slices.Sort(texts)
		if len(texts) > 0 {
			out = append(out, Note{q.Ask, texts})
		}
	}
	return out
}
