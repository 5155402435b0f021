package json

import (
	"forewarn/audit/planfile"
	"forewarn/audit/score"
)

// questionnaire has the outcome of its questions, in the bank's order.
type questionnaire struct {
	ID        string     `json:"id" about:"Its id."`
	Title     string     `json:"title" about:"What it is called."`
	Scale     string     `json:"scale" about:"How its points read, where the title does not say; may be empty."`
	Weight    int        `json:"weight" about:"Its share of the score, beside the weights of the others in scope."`
	Low       *points    `json:"low" about:"The low end, from 0 to 100; null when none of its questions applies."`
	High      *points    `json:"high" about:"The high end; null when none of its questions applies."`
	Claimed   *points    `json:"claimed" about:"The low end if every answer counted as claimed; null when none of its questions applies."`
	Questions []question `json:"questions" about:"The outcome of each question."`
}

// question tells what is claimed from what is supported.
type question struct {
	ID       string  `json:"id" about:"Its id."`
	Ask      string  `json:"ask" about:"What is asked."`
	Core     bool    `json:"core" about:"Whether there is no grade without an answer to it."`
	State    string  `json:"state" one:"blank level unknown not-applicable" about:"What was answered: nothing yet, a level, don't know, or that the question does not apply."`
	Level    int     `json:"level" about:"The level that is claimed, from 0 to 4; 0 for the other states."`
	Low      int     `json:"low" about:"The level that is supported; an open answer counts as 0."`
	High     int     `json:"high" about:"The level that is supported; an open answer counts as 4."`
	Borne    int     `json:"borne" about:"The level that the plan's records bear out by themselves; 0 for none."`
	HeldBy   string  `json:"held_by" about:"Why less is supported than claimed; empty when all is supported."`
	Rung     string  `json:"rung" about:"The claimed level in words; empty for the other states."`
	NextRung string  `json:"next_rung" about:"The level above the supported one in words; empty at the top."`
	Climb    string  `json:"climb" about:"How to get there."`
	Proof    string  `json:"proof" about:"What would show the answer to somebody else."`
	Effort   int     `json:"effort" about:"What one level costs, from 1, an afternoon, to 5, a quarter of a year."`
	Worth    *points `json:"worth" about:"The points that the best answer brings."`
	Brought  *points `json:"brought" about:"The points that the supported level brings."`
	Answer   answer  `json:"answer" about:"The answer as the plan has it."`
	Place    *place  `json:"place" about:"Where in the file; null when that is not known."`
}

// answer is the answer as it is written, before anything is made of it.
type answer struct {
	Level         *int      `json:"level" about:"The level; null for the other states."`
	Unknown       string    `json:"unknown" about:"Who would know; empty for the other states."`
	NotApplicable string    `json:"not_applicable" about:"Why the question does not apply; empty for the other states."`
	On            *date     `json:"on" about:"The day of the answer."`
	Evidence      *evidence `json:"evidence" about:"What stands behind the level; null when nothing does."`
	Note          string    `json:"note" about:"A note beside it; may be empty."`
	Dissent       string    `json:"dissent" about:"Who sees it otherwise, and how; empty where all agree. It is never scored."`
	Heard         *heard    `json:"heard" about:"How the sheets of a workshop fell on the question; null where there was none. It is never scored."`
	Agreed        *date     `json:"agreed" about:"The day on which the room agreed on the level; null where it did not."`
	Edition       string    `json:"edition" about:"The edition of the questions under which it was given; empty for that of the plan."`
}

// heard is how sheets fell, without names.
type heard struct {
	Counts        []int  `json:"counts" about:"How many sheets gave each level, from 0."`
	Unknown       int    `json:"unknown" about:"How many said don't know."`
	NotApplicable int    `json:"not_applicable" about:"For how many it does not apply."`
	Roles         []role `json:"roles" about:"The roles that are large enough to be shown, by name."`
}

type role struct {
	Name          string `json:"name" about:"What the role is called."`
	Counts        []int  `json:"counts" about:"How many of its sheets gave each level, from 0."`
	Unknown       int    `json:"unknown" about:"How many of them said don't know."`
	NotApplicable int    `json:"not_applicable" about:"For how many of them it does not apply."`
}

type evidence struct {
	Vouched string `json:"vouched" about:"Who vouches for it; empty when it is shown."`
	Shown   string `json:"shown" about:"The path or the address that shows it; empty when it is vouched for."`
	On      *date  `json:"on" about:"The day of the evidence."`
}

func newQuestionnaire(s score.Section) questionnaire {
	return questionnaire{
		ID: s.ID, Title: s.Title, Scale: s.Scale, Weight: s.Weight,
		Low: newPoints(s.Low), High: newPoints(s.High), Claimed: newPoints(s.Claimed),
		Questions: each(s.Items, newQuestion),
	}
}

func newQuestion(i score.Item) question {
	return question{
		ID: i.ID, Ask: i.Ask, Core: i.Core, State: stateWord(i.State),
		Level: i.Level, Low: i.Low, High: i.High, Borne: i.Borne, HeldBy: i.HeldBy,
		Rung: i.Rung, NextRung: i.NextRung, Climb: i.Climb, Proof: i.Proof, Effort: i.Effort,
		Worth: newPoints(i.Worth), Brought: newPoints(i.Brought),
		Answer: newAnswer(i.Answer), Place: newPlace(i.Pos),
	}
}

// stateWord names a state by the word that the plan has for it.
func stateWord(s planfile.State) string {
	switch s {
	case planfile.AtLevel:
		return "level"
	case planfile.DontKnow:
		return "unknown"
	case planfile.NotApplicable:
		return "not-applicable"
	}
	return "blank"
}

func newAnswer(a planfile.Answer) answer {
	out := answer{Level: a.Level, Unknown: a.Unknown, NotApplicable: a.NotApplicable, On: newDate(a.On), Agreed: newDate(a.Agreed), Note: a.Note, Dissent: a.Dissent, Edition: a.Edition}
	if e := a.Evidence; e != nil {
		out.Evidence = &evidence{Vouched: e.Vouched, Shown: e.Shown, On: newDate(e.On)}
	}
	if a.Heard != nil {
		out.Heard = newHeard(a.Heard)
	}
	return out
}
