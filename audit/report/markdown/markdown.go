// Package markdown writes reports for pages on GitHub and in wikis, and the
// summary of a step of GitHub Actions.
package markdown

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"forewarn/audit"
	"forewarn/audit/disk"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/report/document"
	"forewarn/audit/score"
)

// New returns a printer of a page on GitHub or in a wiki. Nothing that a plan
// says becomes markup, a link or a picture there.
func New(w io.Writer, o report.Options) (report.Printer, error) {
	return &printer{w: w, options: o, overview: document.NewOverview(), chapters: &disk.Spool{}}, nil
}

// printer writes the chapters aside, as the overview stands before them. It
// waits with the first until it knows whether there are others: then all of
// their headings are a level lower.
type printer struct {
	w        io.Writer
	options  report.Options
	overview *document.Overview
	chapters *disk.Spool
	first    *document.Chapter // nil when it is written
}

// Print writes one chapter aside, and the first as soon as there are others.
func (p *printer) Print(a *audit.Audit) error {
	c, err := document.NewChapter(len(p.overview.Rows)+1, a, &p.options)
	if err != nil {
		return err
	}
	p.overview.List(c)
	if len(p.overview.Rows) == 1 {
		p.first = c
		return nil
	}
	if err := p.writeFirst(1); err != nil {
		return err
	}
	return p.write(c, 1)
}

// writeFirst writes the first chapter, unless that was done.
func (p *printer) writeFirst(level int) error {
	if p.first == nil {
		return nil
	}
	c := p.first
	p.first = nil
	return p.write(c, level)
}

func (p *printer) write(c *document.Chapter, level int) error {
	m := markdown{Writer: bufio.NewWriter(p.chapters), options: p.options, level: level}
	m.chapter(c)
	return m.Flush()
}

// Close writes the page.
func (p *printer) Close() (err error) {
	defer func() { err = errors.Join(err, p.chapters.Close()) }()
	if err := p.writeFirst(0); err != nil {
		return err
	}
	if p.overview.Several() {
		m := markdown{Writer: bufio.NewWriter(p.w), options: p.options}
		m.heading(1, p.overview.Title())
		m.table(p.overview.Table)
		if err := m.Flush(); err != nil {
			return err
		}
	}
	_, err = p.chapters.WriteTo(p.w)
	return err
}

func (m *markdown) chapter(c *document.Chapter) {
	if c.Result == nil {
		m.broken(c)
		return
	}
	m.title(c)
	m.verdict(c)
	m.questionnaires(c.Result)
	m.warnings(c)
	m.outcomes(c)
	m.way(c)
	m.section(c.ElseTitle(), c.StepTable())
	m.section("What is overdue, or ends soon", c.Overdue())
	m.section("Findings", c.Lacking())
	m.section("Mended since the earlier plan", c.Mended())
	m.sections("Known unknowns: whom to ask", c.Unknown())
	m.section("Where you did not agree", c.NotAgreed())
	m.records(c)
	m.sections("Every answer and its evidence", c.Answers())
	m.sources(c)
	m.method(c)
}

func (m *markdown) broken(c *document.Chapter) {
	m.heading(1, c.Name)
	m.para("**" + escaped(printable.Capital(report.Sentence(report.NotJudged(c.Audit, c.Edition)))) + "**")
	m.table(c.ErrorTable())
}

func (m *markdown) title(c *document.Chapter) {
	i := c.Result.Initiative
	m.heading(1, c.Name)
	about := document.Notes(document.Labelled("for", i.Client), document.Labelled("owner", i.Owner), document.Labelled("audited on", report.Day(c.Result.AsOf.Day)),
		document.Labelled("prepared by", m.options.PreparedBy), document.Labelled("plan", c.Source()))
	m.para(escaped(strings.Join(about, " · ")))
	if i.Intent != "" {
		m.para(opening(i.Intent))
	}
}

func (m *markdown) verdict(c *document.Chapter) {
	r := c.Result
	m.heading(2, "Verdict")
	m.outcome(c)
	m.list("What holds it:", c.Holding())
	m.list("Since last time:", c.Since())
	m.firstSteps(c)
	m.para(escaped(fmt.Sprintf("Claimed %s, supported %s. Known %s%%; with evidence %s%%, shown %s%%.",
		score.Shown(r.Claimed), score.Shown(r.Low.Score), report.Percent(r.Coverage), report.Percent(r.Evidenced), report.Percent(r.Shown))))
}

// outcome is the verdict with all that the gate has to say to it.
func (m *markdown) outcome(c *document.Chapter) {
	m.para("**" + escaped(report.GateVerdict(c.Audit, c.Edition)) + "**")
	m.list("It does not pass:", c.Edition.All(c.Decision.Reasons))
	for _, note := range c.Edition.All(c.Decision.Notes) {
		m.para(opening(report.Sentence(printable.Capital(note))))
	}
}

func (m *markdown) questionnaires(r *score.Result) {
	t := document.Table{Head: []document.Column{{Title: "Questionnaire"}, {Title: "Supported", Number: true}, {Title: "Claimed", Number: true},
		{Title: "With open answers, up to", Number: true}, {Title: "Weight, of 100", Number: true}}}
	for _, s := range r.Questionnaires {
		name, weight := document.Cell{Text: s.Name()}, document.Cell{Text: document.Share(r, &s)}
		if s.Low == nil {
			t.Add(name, document.Cell{Text: "not applicable"}, document.Cell{}, document.Cell{}, document.Cell{})
			continue
		}
		t.Add(name, document.Cell{Text: score.Shown(s.Low)}, document.Cell{Text: score.Shown(s.Claimed)}, document.Cell{Text: score.Shown(s.High)}, weight)
	}
	m.section("Questionnaires", t)
}

func (m *markdown) warnings(c *document.Chapter) {
	if len(c.Confirmed) > 0 {
		m.heading(2, "Warnings: how CRM projects failed, and what the plan says")
		m.para("CRM is customer relationship management: software that keeps track of customers, and the projects that brought it in.")
	}
	for i, w := range c.Confirmed {
		m.warning(c, i+1, w)
	}
	m.section("Possible warnings: open answers decide", c.Possible())
}

// warning tells how it went elsewhere first, then what this plan says.
func (m *markdown) warning(c *document.Chapter, n int, w document.Warning) {
	m.heading(3, fmt.Sprintf("%d. %s, %s", n, w.Title, w.Effect()))
	if w.Waiver != nil {
		m.label("Waived", report.Waived(w.Waiver))
	}
	m.label("How CRM failed this way", w.CRM)
	m.label("What it can look like here", w.Here)
	for _, s := range w.Said {
		label := "The plan says"
		if s.Pos.Known() && c.Edition == report.Working {
			label += fmt.Sprintf(" in line %d", s.Pos.Line)
		}
		m.label(label, c.Edition.Of(s.Whole()))
	}
	for _, e := range w.Elsewhere {
		m.label(report.CaseLabel(e.Case), e.Says+" ("+report.SourceNumbers(e.References)+")")
	}
	m.label("Do first", w.Do)
	m.label("Strength", w.Strength+", "+report.SourceNumbers(w.References))
}

// firstSteps names the steps to begin with, and what is not known yet.
func (m *markdown) firstSteps(c *document.Chapter) {
	var steps []string
	for _, s := range c.First() {
		steps = append(steps, "“"+s.Ask+"” "+s.Do+" Who: "+s.Who)
	}
	m.list("To do first:", steps)
	if says := c.FoundOut(); says != "" {
		m.para("**To find out:** " + escaped(says))
	}
}

// way is the cheapest way to the grade that was asked for.
func (m *markdown) way(c *document.Chapter) {
	w := c.Way()
	if w == nil {
		return
	}
	m.heading(2, w.Title)
	m.para(escaped(w.Says + " " + c.Result.Weights.Says))
	m.table(c.WayTable(w))
}

// sections writes tables below one heading, each below its caption.
func (m *markdown) sections(title string, tables []document.Table) {
	if len(tables) == 0 {
		return
	}
	m.heading(2, title)
	for _, t := range tables {
		m.heading(3, t.Caption)
		m.table(t)
	}
}

// records leaves out the kinds of which there are none.
func (m *markdown) records(c *document.Chapter) {
	for _, t := range append([]document.Table{c.Objectives(), c.Measures(), c.Stakeholders()}, c.OtherRecords()...) {
		m.section(t.Caption, t)
	}
}

func (m *markdown) sources(c *document.Chapter) {
	for _, list := range c.SourceLists() {
		m.heading(2, list.Title)
		for _, s := range list.Sources {
			// Every list begins where its first number says, and may leave some out.
			m.para(fmt.Sprintf("%d\\. %s", s.Number, escaped(report.Sentence(s.Cite))))
		}
	}
}

func (m *markdown) method(c *document.Chapter) {
	m.heading(2, "Method and limits")
	b, questions := c.Result.Bank, ""
	if c.Edition == report.Working {
		questions = fmt.Sprintf("Questions %s %s. ", b.ID, b.Version)
	}
	m.para(escaped(questions + "An answer counts as far as evidence and records bear it out. " +
		"Figures are cut to one decimal and never rounded up, so that parts can add up to a little less than their sum. " +
		"The grade reads preparation: it is no forecast and was not tested on outcomes. " +
		"Strength of a warning: A several independent sources, B one, C only the documents behind this audit."))
	m.para(escaped(report.Scope(c.Result)))
	if c.Edition == report.Client {
		m.para("Prepared with forewarn.")
		return
	}
	m.para(escaped("Written by forewarn " + m.options.Version + "."))
}
