package markdown

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/report/document"
)

const (
	// summaryMost is where a summary stops telling of plans one by one. GitHub
	// takes at most 1 MiB for a step, to which others may have written too.
	summaryMost = 512 << 10
	// summaryTable is where the table of all plans stops.
	summaryTable = 256 << 10
	// summaryFindings is how many findings of a plan are listed.
	summaryFindings = 20
)

// NewSummary returns a printer of what a step of GitHub Actions shows below its
// job: all plans in a table, then for each its verdict, its warnings, what to do
// next and its findings, the gravest first.
func NewSummary(w io.Writer, o report.Options) (report.Printer, error) {
	s := &summary{
		w: w, options: o,
		plans: document.Table{Head: []document.Column{{Title: "Plan"}, {Title: "Outcome"}, {Title: "Grade"}, {Title: "Score", Number: true}, {Title: "Warnings", Number: true}}},
	}
	return s, nil
}

// summary keeps the table of all plans, and the details of the first.
type summary struct {
	w       io.Writer
	options report.Options
	plans   document.Table
	table   int // about how many bytes that is
	details bytes.Buffer

	untold, unlisted    int // plans that are in the table alone, and not even there
	all, passed, broken int
}

// Print lists a plan, and tells of it while there is room.
func (s *summary) Print(a *audit.Audit) error {
	s.all++
	c, err := document.NewChapter(s.all, a, &s.options)
	if err != nil {
		return err
	}
	if !s.list(c) {
		s.unlisted++
		return nil
	}
	if s.table+s.details.Len() > summaryMost {
		s.untold++
		return nil
	}
	m := s.page(&s.details)
	m.summary(c)
	return m.Flush()
}

// list counts a plan, and adds it to the table while there is room.
func (s *summary) list(c *document.Chapter) bool {
	outcome := "failed"
	switch {
	case c.Result == nil:
		s.broken++
		outcome = "broken"
	case c.Passed():
		s.passed++
		outcome = "passed"
	}
	if s.table > summaryTable {
		return false
	}
	s.table += len(escaped(c.File)) + len("| failed | D, up to C | 48.8, up to 58.6 | 1 |\n")
	row := make([]document.Cell, len(s.plans.Head))
	row[0].Text, row[1].Text = c.File, outcome
	if r := c.Result; r != nil {
		row[2].Text, row[3].Text, row[4].Text = document.GradeRange(r), document.ScoreRange(r), strconv.Itoa(len(r.Warnings))
	}
	s.plans.Add(row...)
	return true
}

// Close writes the summary.
func (s *summary) Close() error {
	m := s.page(s.w)
	m.heading(1, fmt.Sprintf("forewarn: checked %d, passed %d, failed %d, broken %d", s.all, s.passed, s.all-s.passed-s.broken, s.broken))
	m.table(s.plans)
	if s.unlisted > 0 {
		m.para(fmt.Sprintf("%d more plans are not listed here.", s.unlisted))
	}
	if _, err := m.Write(s.details.Bytes()); err != nil {
		return err
	}
	if s.untold > 0 {
		m.para(fmt.Sprintf("%d more plans are in the table alone.", s.untold))
	}
	return m.Flush()
}

// page writes Markdown whose headings are below that of the summary.
func (s *summary) page(w io.Writer) *markdown {
	return &markdown{Writer: bufio.NewWriter(w), options: s.options, level: 1}
}

// summary is one plan, as short as the page below a job wants it.
func (m *markdown) summary(c *document.Chapter) {
	m.heading(2, c.File)
	if c.Result == nil {
		m.para("**" + escaped(printable.Capital(report.Sentence(report.NotJudged(c.Audit, c.Edition)))) + "**")
		m.summaryFindings(c)
		return
	}
	m.outcome(c)
	if next := c.StepTable(); len(next.Rows) > 0 {
		m.para("What to do next:")
		next.Rows = next.Rows[:min(3, len(next.Rows))]
		m.table(next)
	}
	m.summaryFindings(c)
}

func (m *markdown) summaryFindings(c *document.Chapter) {
	findings := report.ForPeople(c.Findings())
	slices.SortStableFunc(findings, func(a, b gate.Finding) int { return int(a.Severity - b.Severity) })
	t := document.Table{Head: []document.Column{{Title: "Finding"}, {Title: "Severity"}, {Title: "Line", Number: true}, {Title: "Rule"}}}
	for _, f := range findings[:min(len(findings), summaryFindings)] {
		about := document.Notes(document.Labelled("To do:", f.Hint))
		if f.Waiver != nil {
			about = append(about, "Waived: "+report.Waived(f.Waiver))
		}
		if f.State == gate.New {
			about = append(about, "New since the earlier plan")
		}
		t.Add(document.Cell{Text: printable.Capital(f.Message), Notes: about}, document.Cell{Text: f.Severity.String()}, document.Cell{Text: document.LineNumber(f.Finding)}, document.Cell{Text: f.ID})
	}
	m.table(t)
	if more := len(findings) - len(t.Rows); more > 0 {
		m.para(fmt.Sprintf("%d more findings are not shown here.", more))
	}
}
