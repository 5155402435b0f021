package document

import (
	"fmt"

	"forewarn/audit/report"
	"forewarn/audit/score"
)

// Way is the cheapest way to a grade, in words.
type Way struct {
	Title string
	Says  string // what it takes and what it reaches, or why there is none; a sentence or two
	Steps []Step // none where there is no way
}

// Way is the cheapest way to the grade that was asked for; nil where none was.
func (c *Chapter) Way() *Way {
	w := c.Result.Way
	if w == nil {
		return nil
	}
	out := &Way{Title: "The cheapest way to a grade", Says: w.Why}
	switch {
	case w.Why != "" && w.To == c.Result.Low.Grade:
		out.Title = "The way to a better grade"
	case w.To != "":
		out.Title = "The cheapest way to " + article(w.To)
	}
	if w.Why != "" {
		return out
	}
	for i := range w.Steps {
		out.Steps = append(out.Steps, c.step(&w.Steps[i]))
	}
	takes := report.Counted(len(w.Steps), "step", "steps") + ", " + score.Duration(w.Pieces()) + " altogether,"
	if w.Score == nil {
		out.Says = takes + " and there can be a first grade. Which one it is, the answers decide."
		return out
	}
	out.Says = fmt.Sprintf("%s and the plan has %s points and %s.", takes, score.Shown(w.Score), article(w.Grade))
	return out
}

// StepsOfWay is how many steps the way has that is shown.
func (c *Chapter) StepsOfWay() int {
	if c.Result.Way == nil {
		return 0
	}
	return len(c.Result.Way.Steps)
}

// ElseTitle heads the steps of StepTable.
func (c *Chapter) ElseTitle() string {
	if c.StepsOfWay() > 0 {
		return "What else there is to do"
	}
	return "What to do next"
}

// WayTable lists the steps of a way.
func (c *Chapter) WayTable(w *Way) Table {
	return c.stepTable("Steps of the way, most points for the effort first", w.Steps)
}
