package history

import (
	"fmt"
	"strings"

	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/report/document"
	"forewarn/audit/score"
)

// Document tells of the history, for people. Clients are told of days, not of commits.
func (h *History) Document(e report.Edition) *document.Document {
	doc := &document.Document{
		Title:    "History of " + h.File,
		Sections: []document.Section{{Lead: h.inShort(), Chart: h.chart(), Table: h.table()}, {Paragraphs: h.legend()}},
	}
	if e == report.Client {
		doc.Title = "How the plan changed"
		doc.Sections = []document.Section{{Chart: h.chart(), Table: h.days()}, {Paragraphs: document.Notes(h.judged()+", by the questions of today. What moved is counted against the state before.", h.reweighed(e))}}
	}
	return doc
}

// days is the table without commits, files and what is wrong with them.
func (h *History) days() document.Table {
	t := document.Table{Caption: "The plan each time it changed, the first time first", Grid: true, Head: []document.Column{
		document.InWords("Day", 24), document.InWords("Grade", 20), document.InNumbers("Score", 16), document.InWords("What moved", 40),
	}}
	for i := range h.Rows {
		r := &h.Rows[i]
		t.Rows = append(t.Rows, func() []document.Cell {
			cells, moved := r.cells(), ""
			if r.Moved != nil {
				moved = printable.Capital(r.Moved.Says())
			}
			return []document.Cell{{Text: report.Day(r.When)}, cells[2], cells[3], {Text: moved}}
		})
	}
	return t
}

// inShort counts the commits.
func (h *History) inShort() string {
	broken := 0
	for i := range h.Rows {
		if h.Rows[i].Broken != "" {
			broken++
		}
	}
	says := counted(len(h.Rows), "commit changed", "commits changed") + " the plan"
	if broken > 0 {
		says += fmt.Sprintf("; in %d of them it could not be judged", broken)
	}
	return says + "."
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func (h *History) chart() *document.Chart {
	c := &document.Chart{Title: "The score each time the plan changed"}
	for i := range h.Rows {
		p := document.ChartPoint{On: h.Rows[i].When}
		if v := h.Rows[i].Verdict; v != nil {
			p.Low, p.High = v.Low, v.High
		}
		c.Points = append(c.Points, p)
	}
	return c
}

// reweighed says what weighs otherwise than in the questions that are built in.
func (h *History) reweighed(e report.Edition) string {
	return report.Sentence(printable.Capital(e.Of(h.Reweighed)))
}

// legend says how to read the table.
func (h *History) legend() []string {
	says := []string{
		h.judged() + ", by the questions of today (" + h.Bank + ") and with the documents of its own tree. What moved is counted against the judged commit before, and can move by the days alone that have passed.",
		"A merge is one row: what it brought to the branch that it was made on.",
	}
	if other := h.reweighed(report.Working); other != "" {
		says = append(says, other)
	}
	if h.CutOff {
		says = append(says, "This copy of the repository lacks earlier commits, so that the plan may be older than it looks. To fetch them, run: git fetch --unshallow")
	}
	return says
}

// judged says as of which day.
func (h *History) judged() string {
	if !h.AsOf.IsZero() {
		return "All states are judged as of " + report.Day(h.AsOf)
	}
	return "Each state is judged as of the day on which it was committed, in UTC"
}

// runesOfSubject is how much of a subject a table shows.
const runesOfSubject = 72

func (h *History) table() document.Table {
	t := document.Table{Caption: "The plan at each commit that changed it, the first one first", Grid: true, Head: []document.Column{
		document.InWords("Day", 11), document.InWords("Commit", 12), document.InWords("Grade", 12), document.InNumbers("Score", 15), document.InWords("Subject", 26), document.InWords("What moved", 24),
	}}
	for i := range h.Rows {
		r := &h.Rows[i]
		t.Rows = append(t.Rows, func() []document.Cell { return r.cells() })
	}
	return t
}

func (r *Row) cells() []document.Cell {
	day := "no day"
	if !r.When.IsZero() {
		day = r.When.Format("2006-01-02")
	}
	grade, points := "", ""
	switch v := r.Verdict; {
	case v == nil && r.Gone:
		grade = "deleted"
	case v == nil:
		grade = "not judged"
	default:
		grade, points = v.grades(), v.points()
	}
	return []document.Cell{{Text: day}, {Text: r.Short()}, {Text: grade}, {Text: points}, {Text: shortened(r.Subject)}, {Text: r.says()}}
}

// Short is the beginning of the commit's id.
func (r *Row) Short() string { return r.Commit[:min(10, len(r.Commit))] }

func (v *Verdict) grades() string {
	switch {
	case !v.Gradable:
		return fmt.Sprintf("none yet, %s to %s", v.LowGrade, v.HighGrade)
	case v.LowGrade != v.HighGrade:
		return v.LowGrade + ", up to " + v.HighGrade
	}
	return v.LowGrade
}

func (v *Verdict) points() string {
	low, high := score.Shown(v.Low), score.Shown(v.High)
	if low == high {
		return low
	}
	return low + " to " + high
}

// says is what moved, in words.
func (r *Row) says() string {
	var all []string
	if r.Was != "" {
		all = append(all, "was "+r.Was)
	}
	if r.Broken != "" {
		all = append(all, r.Broken)
	}
	if r.Moved != nil {
		all = append(all, r.Moved.Says())
	}
	return printable.Capital(strings.Join(all, "; "))
}

// Says lists what moved; nothing is said, too.
func (m *Moved) Says() string {
	var all []string
	for _, c := range []struct {
		n         int
		one, many string
	}{
		{m.Answers, "answer", "answers"}, {m.Raised, "warning raised", "warnings raised"}, {m.Lifted, "warning lifted", "warnings lifted"},
		{m.New, "new finding", "new findings"}, {m.Mended, "finding mended", "findings mended"}, {m.Records, "record", "records"},
	} {
		if c.n > 0 {
			all = append(all, counted(c.n, c.one, c.many))
		}
	}
	if len(all) == 0 {
		return "nothing that counts"
	}
	return strings.Join(all, ", ")
}

func shortened(text string) string {
	if runes := []rune(text); len(runes) > runesOfSubject {
		return string(runes[:runesOfSubject-1]) + "…"
	}
	return text
}
