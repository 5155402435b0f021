package document

import (
	"fmt"

	"forewarn/audit/gate"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
)

// ErrorTable lists why a plan could not be judged.
func (c *Chapter) ErrorTable() Table {
	if c.Edition == report.Client {
		return Table{}
	}
	t := Table{
		Caption: "Errors in the plan",
		Head:    []Column{InWords("Error", 66), InNumbers("Line", 10), InWords("Rule", 24)},
	}
	for i := range c.Errors {
		f := &c.Errors[i]
		t.Rows = append(t.Rows, func() []Cell {
			return []Cell{{Text: printable.Capital(f.Message), Notes: Notes(f.Hint)}, {Text: LineNumber(f.Finding)}, {Text: f.ID}}
		})
	}
	return t
}

// Lacking lists the findings from the plan's own records.
func (c *Chapter) Lacking() Table {
	t := Table{
		Caption: "Findings, by their place in the plan",
		Head:    []Column{InWords("Finding", 76), InWords("Severity", 14), InNumbers("Line", 10)},
	}
	if c.Edition == report.Client {
		t.Caption, t.Head = "Findings, in the order of the plan", []Column{InWords("Finding", 84), InWords("Severity", 16)}
	}
	for f := range report.OtherFindings(c.Audit) {
		t.Rows = append(t.Rows, func() []Cell { return c.lacking(f) })
	}
	return t
}

func (c *Chapter) lacking(f *gate.Finding) []Cell {
	says, advice := f.Plain()
	about := Notes(advice)
	if f.State == gate.New {
		about = append(about, "New since the earlier plan")
	}
	if f.Waiver != nil {
		about = append(about, "Waived: "+report.Waived(f.Waiver))
	}
	cells := []Cell{{Text: printable.Capital(says), Notes: about}, {Text: f.Severity.String()}}
	if c.Edition == report.Working {
		cells = append(cells, Cell{Text: LineNumber(f.Finding)})
	}
	return cells
}

// Mended lists what only the earlier plan had.
func (c *Chapter) Mended() Table {
	t := Table{Caption: "Mended since the earlier plan", Head: []Column{InWords("Finding", 80), InWords("Severity", 20)}}
	if c.Decision == nil {
		return t
	}
	for _, f := range c.Decision.Mended {
		says, _ := f.Plain()
		t.Add(Cell{Text: printable.Capital(says)}, Cell{Text: f.Severity.String()})
	}
	return t
}

// Placed names a question by its id, and the line of its answer where that is known.
func Placed(question string, at yamldoc.Pos) string {
	if !at.Known() {
		return question
	}
	return fmt.Sprintf("%s, line %d", question, at.Line)
}

// LineNumber is the line of a finding; empty where it is not known.
func LineNumber(f *rules.Finding) string {
	if !f.Pos.Known() {
		return ""
	}
	return fmt.Sprint(f.Pos.Line)
}
