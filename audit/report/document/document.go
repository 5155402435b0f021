// Package document is a report that is read, in no format: chapters, tables and
// cells.
package document

import (
	"fmt"

	"forewarn/audit/report"
)

// Document is a report that is read, in no format.
type Document struct {
	PreparedBy string
	Version    string // of the program
	Chapters   []*Chapter
}

// New gathers what a run has judged.
func New(run *report.Run, o report.Options) *Document {
	doc := &Document{PreparedBy: o.PreparedBy, Version: run.Version}
	for i := range run.Plans {
		doc.Chapters = append(doc.Chapters, newChapter(i+1, run.Plans[i]))
	}
	return doc
}

// Title is that of the document as a whole.
func (d *Document) Title() string {
	if len(d.Chapters) == 1 {
		return "Readiness report: " + d.Chapters[0].Name
	}
	return fmt.Sprintf("Readiness of %d plans", len(d.Chapters))
}

// Several reports whether the document needs an overview.
func (d *Document) Several() bool { return len(d.Chapters) != 1 }

// Overview lists the plans with their grades.
func (d *Document) Overview() Table {
	t := Table{
		Caption: "The plans in this report",
		Head:    []Column{InWords("Plan", 40), InWords("Grade", 22), inNumbers("Score", 24), inNumbers("Warnings", 14)},
	}
	for _, c := range d.Chapters {
		if c.Result == nil {
			t.Add(Cell{Text: c.Name, Anchor: c.ID}, Cell{Text: "not judged"}, Cell{Text: "none"}, Cell{Text: "none"})
			continue
		}
		t.Add(Cell{Text: c.Name, Anchor: c.ID, Notes: []string{c.File}}, Cell{Text: GradeRange(c.Result)}, Cell{Text: ScoreRange(c.Result)}, Cell{Text: fmt.Sprint(len(c.Result.Warnings))})
	}
	return t
}
