package document

import (
	"fmt"

	"forewarn/audit/outcome"
	"forewarn/audit/report"
)

// Moves says which lines were moved when it was late to, a sentence each. Where not
// every version of the plan was looked at, limit is the sentence that says so.
func Moves(moves []outcome.Move, limit string) []string {
	var out []string
	for _, m := range moves {
		out = append(out, move(m, when(m)))
	}
	if len(out) == 0 {
		out = append(out, "No line was moved after the launch or the first reading, as far as git knows.")
	}
	if limit != "" {
		out = append(out, limit)
	}
	return out
}

// movesByDay says the same to readers who know no commits.
func movesByDay(moves []outcome.Move) []string {
	var out []string
	for _, m := range moves {
		out = append(out, move(m, "by "+report.Day(m.On)))
	}
	return out
}

func move(m outcome.Move, when string) string {
	return fmt.Sprintf("Moved after %s: the %s of “%s”, %s, %s.", late(m), m.What, m.Measure, change(m), when)
}

func late(m outcome.Move) string {
	if m.Read {
		return "the first reading"
	}
	return "the launch"
}

// change says from what to what.
func change(m outcome.Move) string {
	switch {
	case m.From.Text == "":
		return "drawn at " + Amount(m.To)
	case m.To.Text == "":
		return "which was " + Amount(m.From) + " and is gone"
	}
	return fmt.Sprintf("from %s to %s", Amount(m.From), Amount(m.To))
}

func when(m outcome.Move) string {
	if m.Name == "" {
		return "not committed yet, so that git cannot say since when"
	}
	return fmt.Sprintf("on %s, commit %s", report.Day(m.On), m.Name)
}
