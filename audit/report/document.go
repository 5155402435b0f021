package report

import "fmt"

// document is a report that is read, in no format.
type document struct {
	PreparedBy string
	Version    string // of the program
	Chapters   []*chapter
}

func newDocument(run *Run, o Options) *document {
	doc := &document{PreparedBy: o.PreparedBy, Version: run.Version}
	for i := range run.Plans {
		doc.Chapters = append(doc.Chapters, newChapter(i+1, run.Plans[i]))
	}
	return doc
}

// Title is that of the document as a whole.
func (d *document) Title() string {
	if len(d.Chapters) == 1 {
		return "Readiness report: " + d.Chapters[0].Name
	}
	return fmt.Sprintf("Readiness of %d plans", len(d.Chapters))
}

// Several reports whether the document needs an overview.
func (d *document) Several() bool { return len(d.Chapters) != 1 }

// Overview lists the plans with their grades.
func (d *document) Overview() table {
	t := table{
		Caption: "The plans in this report",
		Head:    []column{inWords("Plan", 40), inWords("Grade", 22), inNumbers("Score", 24), inNumbers("Warnings", 14)},
	}
	for _, c := range d.Chapters {
		if c.Result == nil {
			t.add(cell{Text: c.Name, Anchor: c.ID}, cell{Text: "not judged"}, cell{Text: "none"}, cell{Text: "none"})
			continue
		}
		t.add(cell{Text: c.Name, Anchor: c.ID, Notes: []string{c.File}}, cell{Text: gradeRange(c.Result)}, cell{Text: scoreRange(c.Result)}, cell{Text: fmt.Sprint(len(c.Result.Warnings))})
	}
	return t
}
