// Package text writes for people at a terminal.
package text

import (
	"fmt"
	"io"
	"strings"

	"forewarn/audit"
	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/report/document"
	"forewarn/audit/rules"
	"forewarn/audit/score"

	"github.com/charmbracelet/x/ansi"
)

// New returns a printer of whole reports for reading on a terminal or in a mail.
func New(w io.Writer, o report.Options) (report.Printer, error) {
	return &whole{w: w, options: o}, nil
}

type whole struct {
	w       io.Writer
	options report.Options
	plans   int
}

// Print writes the report of one plan, or why there is none.
func (t *whole) Print(plan *audit.Audit) error {
	t.plans++
	c, err := document.NewChapter(t.plans, plan, &t.options)
	if err != nil {
		return err
	}
	if plan.Result == nil {
		return t.unjudged(c)
	}
	p := newPage(t.options)
	p.title(c)
	p.verdict(c)
	p.situation(c)
	p.bars(c.Result)
	p.warnings(c)
	p.outcomes(c)
	p.way(c)
	p.next(c, max(shownSteps, c.StepsOfWay()))
	p.table("What is overdue, or ends soon", c.Overdue())
	p.findings(c)
	p.unknowns(c)
	p.notAgreed(c)
	if t.options.Full {
		p.answers(c)
	}
	p.sourceList(c)
	p.method(c)
	_, err = io.WriteString(t.w, p.String())
	return err
}

// unjudged writes why there is no report.
func (t *whole) unjudged(c *document.Chapter) error {
	if c.Edition == report.Working {
		return writeUnjudged(t.w, c.Audit)
	}
	_, err := fmt.Fprintf(t.w, "%s: %s\n", report.Clean(c.Name), report.NotJudged(c.Audit, c.Edition))
	return err
}

// Close has nothing to add.
func (t *whole) Close() error { return nil }

// Summary writes the verdict, the names of the warnings and the three things
// to do next.
func Summary(w io.Writer, r *score.Result, o report.Options) error {
	c, err := document.NewChapter(1, &audit.Audit{Result: r}, &o)
	if err != nil {
		return err
	}
	p := newPage(o)
	p.title(c)
	p.verdict(c)
	p.bars(r)
	p.warningTitles(r)
	p.way(c)
	p.next(c, 3)
	_, err = io.WriteString(w, p.String())
	return err
}

func (p *page) title(c *document.Chapter) {
	i := &c.Result.Initiative
	p.para(0, p.bold(report.Clean(c.Name)))
	about := document.Notes(document.Labelled("for", report.Clean(i.Client)), document.Labelled("owner", report.Clean(i.Owner)), "audited on "+report.Day(c.Result.AsOf.Day))
	p.para(0, p.faint(strings.Join(about, " · ")))
	if i.Intent != "" {
		p.para(0, report.Clean(i.Intent))
	}
	p.blank()
}

func (p *page) verdict(c *document.Chapter) {
	r := c.Result
	p.para(0, p.bold(p.inGrade(r.Grade(), report.Verdict(r, c.Edition))))
	p.para(0, p.faint(fmt.Sprintf("Claimed %s, supported %s. Known %s%%; with evidence %s%%, shown %s%%.",
		score.Shown(r.Claimed), score.Shown(r.Low.Score), report.Percent(r.Coverage), report.Percent(r.Evidenced), report.Percent(r.Shown))))
	p.blank()
}

// situation says what holds the plan where it is, how it stood before, and what a gate
// makes of it.
func (p *page) situation(c *document.Chapter) {
	list := func(title string, texts []string) {
		if len(texts) == 0 {
			return
		}
		p.heading(title)
		for _, text := range texts {
			p.para(0, "- "+report.Clean(text))
		}
		p.blank()
	}
	list("What holds it", c.Holding())
	list("Since last time", c.Since())
	list("To know", c.Gate())
}

func (p *page) bars(r *score.Result) {
	width := 0
	for _, s := range r.Questionnaires {
		width = max(width, ansi.StringWidth(s.Title))
	}
	cells := max(5, min(40, p.width-width-10)) // a long title may leave no room
	for _, s := range r.Questionnaires {
		title := s.Title + strings.Repeat(" ", width-ansi.StringWidth(s.Title))
		if s.Low == nil {
			p.line("%s  not applicable", title)
			continue
		}
		p.line("%s  %s %5s", title, p.bar(s, cells), score.Shown(s.Low))
	}
	p.para(0, p.faint("█ supported  ▓ claimed, not yet supported  ? not yet known  · to do"))
	for _, s := range r.Questionnaires {
		if s.Scale != "" {
			p.para(0, p.faint(s.Title+": "+s.Scale+"."))
		}
	}
	p.blank()
}

// bar draws a questionnaire as cells: what is supported, what is only claimed,
// what open answers could still bring, and the rest.
func (p *page) bar(s score.Section, cells int) string {
	low := cellsOf(s.Low, cells)
	claimed := max(low, cellsOf(s.Claimed, cells))
	high := max(claimed, min(cells, claimed+cellsOf(s.High, cells)-low))
	return p.green(strings.Repeat("█", low)) + strings.Repeat("▓", claimed-low) +
		p.faint(strings.Repeat("?", high-claimed)+strings.Repeat("·", cells-high))
}

// warnings tells the confirmed ones in full, and names the possible ones.
func (p *page) warnings(c *document.Chapter) {
	if len(c.Confirmed) > 0 {
		p.heading("Warnings: how CRM projects failed, and what your plan says")
		p.para(0, p.faint("CRM is customer relationship management: software that keeps track of customers, and the projects that brought it in."))
		p.blank()
	}
	for i := range c.Confirmed {
		p.warning(c, i+1, &c.Confirmed[i])
	}
	possible := c.Result.Warnings[:0:0]
	for _, w := range c.Result.Warnings {
		if !w.Confirmed {
			possible = append(possible, w)
		}
	}
	if len(possible) == 0 {
		return
	}
	p.heading("Possible warnings: open answers decide")
	waivers := report.Waivers(c.Audit)
	for _, w := range possible {
		p.para(0, "- "+w.Title+", "+w.Effect()+":")
		for _, b := range w.Because {
			p.para(2, report.Clean(c.Edition.Of(b.Whole()))+p.lineOf(b.Pos))
		}
		p.waived(2, waivers[w.ID])
	}
	p.blank()
}

// waived says who lives with a warning, where somebody does.
func (p *page) waived(indent int, w *planfile.Waiver) {
	if w != nil {
		p.para(indent, "Waived: "+report.Sentence(report.Clean(report.Waived(w))))
	}
}

func (p *page) warning(c *document.Chapter, n int, w *document.Warning) {
	number := fmt.Sprintf("%d. ", n)
	p.para(0, p.bold(number+w.Title)+", "+w.Effect())
	labelled := func(label, text string) { p.para(len(number), p.cyan(label+":")+" "+text) }
	labelled("How CRM failed this way", w.CRM)
	labelled("What it can look like here", w.Here)
	for _, b := range w.Because {
		labelled("Your plan says"+p.lineOf(b.Pos), report.Clean(c.Edition.Of(b.Whole())))
	}
	for _, other := range w.Elsewhere {
		labelled(report.CaseLabel(other.Case), other.Says+" "+p.faint("("+report.SourceNumbers(other.References)+p.explained("; ", other.ID)+")"))
	}
	labelled("Do first", w.Do)
	p.waived(len(number), w.Waiver)
	p.para(len(number), p.faint("Strength "+w.Strength+", "+report.SourceNumbers(w.References)+p.explained("; more with: ", w.ID)))
	p.blank()
}

// explained names the command that tells more, for who works on the plan.
func (p *page) explained(before, id string) string {
	if p.Edition != report.Working {
		return ""
	}
	return before + "forewarn explain " + id
}

func (p *page) sourceList(c *document.Chapter) {
	for _, list := range c.SourceLists() {
		p.heading(list.Title)
		for _, s := range list.Sources {
			p.para(0, fmt.Sprintf("%d. %s.", s.Number, s.Cite))
		}
		p.blank()
	}
}

func (p *page) warningTitles(r *score.Result) {
	if len(r.Warnings) == 0 {
		return
	}
	p.heading("Warnings")
	for _, w := range r.Warnings {
		p.para(0, "! "+p.bold(w.Title)+", "+w.Effect()+p.faint(" ("+w.ID+")"))
	}
	p.blank()
}

func (p *page) next(c *document.Chapter, most int) {
	steps := c.Steps()
	if len(steps) == 0 {
		return
	}
	most = min(most, len(steps))
	p.heading("What to do next")
	for i := range steps[:most] {
		p.step(i+1, &steps[i])
	}
	if rest := len(steps) - most; rest > 0 {
		p.para(0, p.faint(report.Counted(rest, "more step is", "more steps are")+" not shown here."))
	}
	p.blank()
}

// way tells what the cheapest way takes. Its steps are the first to do next.
func (p *page) way(c *document.Chapter) {
	w := c.Way()
	if w == nil {
		return
	}
	p.heading(w.Title)
	p.para(0, w.Says+" "+c.Result.Weights.Says)
	p.blank()
}

// shownSteps is how many steps are shown where the way has fewer.
const shownSteps = 10

// step is one that can be read alone.
func (p *page) step(n int, s *document.Step) {
	number := fmt.Sprintf("%d. ", n)
	p.para(0, p.bold(number+s.Ask)+p.idOf(s.Question)+p.lineOf(s.Pos)+p.faint(fmt.Sprintf("  +%s points, %s", score.Shown(s.Gain), s.Takes)))
	p.para(len(number), report.Clean(s.Do)+p.faint(" Who: "+report.Clean(s.Who)))
	if len(s.Lifts) > 0 {
		p.para(len(number), p.faint("Takes away the warning "+report.List(s.Lifts)+"."))
	}
	if s.Always {
		p.para(len(number), p.faint("Part of every cheapest way."))
	}
}

// idOf names a question as the file has it, for who works on that.
func (p *page) idOf(question string) string {
	if p.Edition != report.Working {
		return ""
	}
	return p.faint(" " + question)
}

// table writes the rows of a table, a paragraph each.
func (p *page) table(title string, t document.Table) {
	if len(t.Rows) == 0 {
		return
	}
	p.heading(title)
	for _, row := range t.Rows {
		cells := row()
		var parts []string
		for _, cell := range cells[1:] {
			parts = append(parts, inALine(cell))
		}
		p.para(0, "- "+report.Clean(cells[0].Text)+p.faint(", "+report.Clean(strings.Join(document.Notes(parts...), "; "))))
	}
	p.blank()
}

func (p *page) findings(c *document.Chapter) {
	first := true
	for f := range report.OtherFindings(c.Audit) {
		if first {
			p.heading("What the plan's own records lack")
			first = false
		}
		says, _ := f.Plain()
		says = c.Edition.Of(rules.Wording{Working: f.Message, Client: says})
		p.para(0, "- "+report.Clean(says)+p.lineOf(f.Pos)+p.faint(", "+f.Severity.String()))
	}
	if !first {
		p.blank()
	}
}

func (p *page) unknowns(c *document.Chapter) {
	tables := c.Unknown()
	if len(tables) == 0 {
		return
	}
	p.heading("Known unknowns: whom to ask")
	for _, t := range tables {
		p.para(0, report.Clean(t.Caption)+":")
		for _, row := range t.Rows {
			cells := row()
			p.para(2, "- "+cells[0].Text+" "+p.faint(strings.Join(append([]string{"worth up to " + cells[1].Text}, cells[0].Notes...), ", ")))
		}
	}
	p.blank()
}

func (p *page) notAgreed(c *document.Chapter) {
	first := true
	for it := range report.NotAgreed(c.Result) {
		if first {
			p.heading("Where you did not agree")
			first = false
		}
		p.para(0, fmt.Sprintf("- %s %s%s", it.Ask, report.Clean(strings.Join(report.Otherwise(it), " ")), p.lineOf(it.Pos)))
	}
	if !first {
		p.blank()
	}
}

// answers lists every answer with what stands behind it.
func (p *page) answers(c *document.Chapter) {
	p.heading("Every answer and its evidence")
	for _, t := range c.Answers() {
		p.blank()
		p.para(0, p.bold(t.Caption))
		for _, row := range t.Rows {
			cells := row()
			p.para(0, "- "+cells[0].Text+p.faint(prefixed(" (", strings.Join(cells[0].Notes, ", "), ")")))
			for i, cell := range cells[1:] {
				p.para(2, p.cyan(t.Head[i+1].Title+":")+" "+report.Clean(inALine(cell)))
			}
		}
	}
	p.blank()
}

// inALine is a cell with its notes behind it.
func inALine(c document.Cell) string {
	line := ""
	for _, part := range document.Notes(append([]string{c.Text, c.Address}, c.Notes...)...) {
		switch {
		case line == "":
		case strings.HasSuffix(line, "."):
			line += " "
		default:
			line += ", "
		}
		line += part
	}
	return line
}

// prefixed puts text between two others, when there is any.
func prefixed(before, text, after string) string {
	if text == "" {
		return ""
	}
	return before + text + after
}

func (p *page) method(c *document.Chapter) {
	p.heading("Method and limits")
	if c.Edition == report.Working {
		p.para(0, fmt.Sprintf("Questions %s %s; an answer counts as far as evidence and records bear it out.", c.Result.Bank.ID, c.Result.Bank.Version))
	} else {
		p.para(0, "An answer counts as far as evidence and records bear it out.")
	}
	p.para(0, report.Scope(c.Result))
	p.para(0, "Figures are cut to one decimal and never rounded up, so that parts can add up to a little less than their sum.")
	p.para(0, "The grade reads preparation. It is no forecast and was not tested on outcomes.")
	p.para(0, "Strength of a warning: A several independent sources, B one, C only the documents behind this audit.")
	if c.Edition == report.Client {
		p.para(0, p.faint("Prepared with forewarn."))
	}
}
