package json

import (
	"forewarn/audit/outcome"
	"slices"
)

// outcomes is what the readings say by the lines drawn beforehand.
type outcomes struct {
	Verdict  string    `json:"verdict" one:"unknown success adjust stop" about:"The worst of the measures, never an average; unknown while nothing was read."`
	Decided  bool      `json:"decided" about:"Whether a review was held on the day of the latest reading or later."`
	Unread   int       `json:"unread" about:"How many measures nothing is known of yet."`
	Measures []measure `json:"measures" about:"Each measure that was read, or has a day for its next reading, in the order of the plan."`
	Moved    []move    `json:"moved" about:"Lines that were moved after the launch or the first reading, where that was looked up, the earliest first. Readings are judged by the lines as they were before."`
}

type measure struct {
	ID      string `json:"id" about:"The id of the metric."`
	Verdict string `json:"verdict" one:"unknown success adjust stop" about:"What its latest reading says."`
	Due     *date  `json:"due" about:"The day of its next reading; null when nothing says which."`
}

type move struct {
	Metric string  `json:"metric" about:"The id of the metric."`
	What   string  `json:"what" about:"What was moved: baseline, success line, stop line or better side."`
	From   *amount `json:"from" about:"As it was; null when it was not there."`
	To     *amount `json:"to" about:"As it is; null when it was taken away."`
	On     *date   `json:"on" about:"The day."`
	In     string  `json:"in" about:"The commit or the plan that has it first; empty for what is not committed."`
	Read   bool    `json:"read" about:"Whether it was moved after the first reading; else after the launch."`
}

// followed are the measures of which there is something to say: a plan can have thousands.
func followed(all []outcome.Measure) []outcome.Measure {
	return slices.DeleteFunc(slices.Clone(all), func(m outcome.Measure) bool { return len(m.Read) == 0 && m.Due.IsZero() })
}

func newOutcomes(o *outcome.Outcome, moves []outcome.Move) *outcomes {
	return &outcomes{
		Verdict: o.Whole.String(), Decided: o.Decided, Unread: o.Unread,
		Measures: each(followed(o.Measures), func(m outcome.Measure) measure {
			return measure{ID: m.ID, Verdict: m.Verdict.String(), Due: newDate(m.Due)}
		}),
		Moved: each(moves, func(m outcome.Move) move {
			return move{Metric: m.Metric, What: m.What, From: newAmount(m.From), To: newAmount(m.To), On: newDate(m.On), In: m.Name, Read: m.Read}
		}),
	}
}
