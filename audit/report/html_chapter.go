package report

import (
	"cmp"
	"fmt"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/printable"
	"forewarn/audit/rules"
	"forewarn/audit/score"
)

// chapter is the report of one plan. Its methods are what the page asks for.
type chapter struct {
	*audit.Audit
	ID   string // every id in the chapter begins with it
	Name string

	Confirmed []warning // those that stand whatever the open answers are
	Sources   []string  // in the order in which the warnings cite them

	items map[string]*score.Item // by question
}

func newChapter(n int, p *audit.Audit) *chapter {
	c := &chapter{Audit: p, ID: fmt.Sprintf("plan-%d", n), Name: p.File, items: map[string]*score.Item{}}
	if p.Result == nil {
		return c
	}
	c.Name = cmp.Or(p.Result.Initiative.Name, "Unnamed initiative")
	for i := range p.Result.Questionnaires {
		items := p.Result.Questionnaires[i].Items
		for j := range items {
			c.items[items[j].ID] = &items[j]
		}
	}
	c.warn()
	return c
}

// ErrorTable lists why a plan could not be judged.
func (c *chapter) ErrorTable() table {
	t := table{
		Caption: "Errors in the plan",
		Head:    []column{inWords("Error", 66), inNumbers("Line", 10), inWords("Rule", 24)},
	}
	for _, f := range c.Errors {
		t.add(cell{Text: printable.Capital(f.Message), Notes: notes(f.Hint)}, cell{Text: lineNumber(f.Finding)}, cell{Text: f.ID})
	}
	return t
}

// Lacking lists the findings from the plan's own records.
func (c *chapter) Lacking() table {
	t := table{
		Caption: "Findings, by their place in the plan",
		Head:    []column{inWords("Finding", 76), inWords("Severity", 14), inNumbers("Line", 10)},
	}
	for _, f := range otherFindings(c.Audit) {
		about := notes(f.Hint)
		if f.State == gate.New {
			about = append(about, "New since the earlier plan")
		}
		if f.Waiver != nil {
			about = append(about, "Waived: "+waived(f.Waiver))
		}
		t.add(cell{Text: printable.Capital(f.Message), Notes: about}, cell{Text: f.Severity.String()}, cell{Text: lineNumber(f.Finding)})
	}
	return t
}

// Mended lists what only the earlier plan had.
func (c *chapter) Mended() table {
	t := table{Caption: "Mended since the earlier plan", Head: []column{inWords("Finding", 80), inWords("Severity", 20)}}
	if c.Decision == nil {
		return t
	}
	for _, f := range c.Decision.Mended {
		t.add(cell{Text: printable.Capital(f.Message)}, cell{Text: f.Severity.String()})
	}
	return t
}

func lineNumber(f rules.Finding) string {
	if !f.Pos.Known() {
		return ""
	}
	return fmt.Sprint(f.Pos.Line)
}
