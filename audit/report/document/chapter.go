package document

import (
	"cmp"
	"fmt"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/rules"
	"forewarn/audit/score"
)

// Chapter is the report of one plan. Its methods are what the page asks for.
type Chapter struct {
	*audit.Audit
	ID   string // every id in the chapter begins with it
	Name string

	Confirmed []Warning // those that stand whatever the open answers are
	Sources   []string  // in the order in which the warnings cite them

	items map[string]*score.Item // by question
}

func newChapter(n int, p *audit.Audit) *Chapter {
	c := &Chapter{Audit: p, ID: fmt.Sprintf("plan-%d", n), Name: p.File, items: map[string]*score.Item{}}
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
func (c *Chapter) ErrorTable() Table {
	t := Table{
		Caption: "Errors in the plan",
		Head:    []Column{InWords("Error", 66), inNumbers("Line", 10), InWords("Rule", 24)},
	}
	for _, f := range c.Errors {
		t.Add(Cell{Text: printable.Capital(f.Message), Notes: Notes(f.Hint)}, Cell{Text: LineNumber(f.Finding)}, Cell{Text: f.ID})
	}
	return t
}

// Lacking lists the findings from the plan's own records.
func (c *Chapter) Lacking() Table {
	t := Table{
		Caption: "Findings, by their place in the plan",
		Head:    []Column{InWords("Finding", 76), InWords("Severity", 14), inNumbers("Line", 10)},
	}
	for _, f := range report.OtherFindings(c.Audit) {
		about := Notes(f.Hint)
		if f.State == gate.New {
			about = append(about, "New since the earlier plan")
		}
		if f.Waiver != nil {
			about = append(about, "Waived: "+report.Waived(f.Waiver))
		}
		t.Add(Cell{Text: printable.Capital(f.Message), Notes: about}, Cell{Text: f.Severity.String()}, Cell{Text: LineNumber(f.Finding)})
	}
	return t
}

// Mended lists what only the earlier plan had.
func (c *Chapter) Mended() Table {
	t := Table{Caption: "Mended since the earlier plan", Head: []Column{InWords("Finding", 80), InWords("Severity", 20)}}
	if c.Decision == nil {
		return t
	}
	for _, f := range c.Decision.Mended {
		t.Add(Cell{Text: printable.Capital(f.Message)}, Cell{Text: f.Severity.String()})
	}
	return t
}

// LineNumber is the line of a finding; empty where it is not known.
func LineNumber(f rules.Finding) string {
	if !f.Pos.Known() {
		return ""
	}
	return fmt.Sprint(f.Pos.Line)
}
