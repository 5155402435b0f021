package markdown

import (
	"fmt"
	"io"
	"slices"

	"forewarn/audit/gate"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/report/document"
)

const (
	// summaryMost is where a summary stops telling of plans one by one. GitHub
	// takes at most 1 MiB for a step, to which others may have written too.
	summaryMost = 512 << 10
	// summaryFindings is how many findings of a plan are listed.
	summaryFindings = 20
)

// WriteSummary writes what a step of GitHub Actions shows below its job: all
// plans in a table, then for each its verdict, its warnings, what to do next
// and its findings, the gravest first.
func WriteSummary(w io.Writer, run *report.Run, o report.Options) error {
	doc := document.New(run, o)
	m := markdown{doc: doc, level: 1}
	m.heading(1, "forewarn: "+count(run))
	m.table(summaryTable(doc))
	for i, c := range doc.Chapters {
		if m.Len() > summaryMost {
			m.para(fmt.Sprintf("%d more plans are in the table alone.", len(doc.Chapters)-i))
			break
		}
		m.summary(c)
	}
	_, err := io.WriteString(w, m.String())
	return err
}

// count sums up what became of the plans.
func count(run *report.Run) string {
	passed, broken := 0, 0
	for _, p := range run.Plans {
		switch {
		case p.Decision == nil:
			broken++
		case p.Decision.Passed():
			passed++
		}
	}
	all := len(run.Plans)
	return fmt.Sprintf("checked %d, passed %d, failed %d, broken %d", all, passed, all-passed-broken, broken)
}

// summaryTable has every plan, however many follow in full.
func summaryTable(doc *document.Document) document.Table {
	t := document.Table{Head: []document.Column{{Title: "Plan"}, {Title: "Outcome"}, {Title: "Grade"}, {Title: "Score", Number: true}, {Title: "Warnings", Number: true}}}
	for _, c := range doc.Chapters {
		file := document.Cell{Text: c.File}
		if c.Result == nil {
			t.Add(file, document.Cell{Text: "broken"}, document.Cell{}, document.Cell{}, document.Cell{})
			continue
		}
		outcome := "passed"
		if !c.Decision.Passed() {
			outcome = "failed"
		}
		t.Add(file, document.Cell{Text: outcome}, document.Cell{Text: document.GradeRange(c.Result)}, document.Cell{Text: document.ScoreRange(c.Result)}, document.Cell{Text: fmt.Sprint(len(c.Result.Warnings))})
	}
	return t
}

// summary is one plan, as short as the page below a job wants it.
func (m *markdown) summary(c *document.Chapter) {
	m.heading(2, c.File)
	if c.Result == nil {
		m.para("**" + escaped(printable.Capital(report.Sentence(report.NotJudged(c.Audit)))) + "**")
		m.summaryFindings(c)
		return
	}
	m.outcome(c)
	if next := c.Steps(); len(next.Rows) > 0 {
		m.para("What to do next:")
		next.Rows = next.Rows[:min(3, len(next.Rows))]
		m.table(next)
	}
	m.summaryFindings(c)
}

func (m *markdown) summaryFindings(c *document.Chapter) {
	findings := slices.Clone(c.Findings())
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
