package main

import (
	"fmt"
	"slices"
	"strings"

	"forewarn/audit/printable"
	"forewarn/audit/score"
)

// goalFrom reads the grade to which a way is to lead; without one it is the next.
func goalFrom(typed string, given bool) (score.Goal, error) {
	if !given {
		return score.NextGrade, nil
	}
	if slices.Contains(score.Goals(), typed) {
		return score.Goal(typed), nil
	}
	words := score.Goals()
	last := len(words) - 1
	err := fmt.Errorf("--to %q is not %s or %s", typed, strings.Join(words[:last], ", "), words[last])
	if upper := strings.ToUpper(typed); slices.Contains(words, upper) {
		err = fmt.Errorf("%w; did you mean %s?", err, upper)
	}
	return score.NoGoal, usageError(err)
}

// reached refuses a way to a grade that the plan has, or is above.
func reached(r *score.Result, to score.Goal, path string) error {
	if to == score.NextGrade || !r.Gradable || r.Low.Grade > string(to) {
		return nil
	}
	is := "is"
	if r.Low.Grade < string(to) {
		is = "is better:"
	}
	return usageError(fmt.Errorf("--to %s: the grade of %q %s %s; leave --to out for the way to the next grade", to, printable.Text(path), is, r.Low.Grade))
}

// wayFor is the goal of a run that asks for no way but by what it writes.
func wayFor(targets []target) score.Goal {
	if slices.ContainsFunc(targets, func(t target) bool { return t.format.name == tasksFormat }) {
		return score.NextGrade
	}
	return score.NoGoal
}

// tellNoTasks says why a table of tasks is empty.
func tellNoTasks(targets []target, w *score.Way) {
	if w != nil && w.Why != "" && wayFor(targets) != score.NoGoal {
		tell("There are no tasks. " + printable.Text(w.Why))
	}
}
