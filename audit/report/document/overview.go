package document

import "fmt"

// Overview lists plans with their grades, in front of their chapters.
type Overview struct {
	Table
	last string // the name of the plan that was listed last
}

// NewOverview returns the overview of no plan.
func NewOverview() *Overview {
	return &Overview{Table: Table{
		Caption: "The plans in this report",
		Head:    []Column{InWords("Plan", 40), InWords("Grade", 22), InNumbers("Score", 24), InNumbers("Warnings", 14)},
	}}
}

// List adds the plan of a chapter.
func (o *Overview) List(c *Chapter) {
	o.last = c.Name
	if c.Result == nil {
		o.Add(Cell{Text: c.Name, Anchor: c.ID}, Cell{Text: "not judged"}, Cell{Text: "none"}, Cell{Text: "none"})
		return
	}
	o.Add(Cell{Text: c.Name, Anchor: c.ID, Notes: c.working(c.File)}, Cell{Text: GradeRange(c.Result)}, Cell{Text: ScoreRange(c.Result)}, Cell{Text: fmt.Sprint(len(c.Result.Warnings))})
}

// Title is that of the report as a whole.
func (o *Overview) Title() string {
	if o.Several() {
		return fmt.Sprintf("Readiness of %d plans", len(o.Rows))
	}
	return "Readiness report: " + o.last
}

// Several reports whether the report needs an overview.
func (o *Overview) Several() bool { return len(o.Rows) != 1 }
