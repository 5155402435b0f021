// Package text writes for people at a terminal.
package text

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"forewarn/audit"
	"forewarn/audit/planfile"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/score"
)

// New returns a printer of whole reports for reading on a terminal or in a mail.
func New(w io.Writer, o report.Options) (report.Printer, error) { return &whole{w, o}, nil }

type whole struct {
	w       io.Writer
	options report.Options
}

// Print writes the report of one plan, or why there is none.
func (t *whole) Print(plan *audit.Audit) error {
	if plan.Result == nil {
		return writeUnjudged(t.w, plan)
	}
	p, r := newPage(t.options), plan.Result
	p.title(r)
	p.verdict(r)
	p.notes(plan)
	p.bars(r)
	p.warnings(plan)
	p.next(r, 10)
	p.findings(plan)
	p.unknowns(r)
	p.notAgreed(r)
	p.sourceList()
	p.method(r)
	_, err := io.WriteString(t.w, p.String())
	return err
}

// Close has nothing to add.
func (t *whole) Close() error { return nil }

// Summary writes the verdict, the names of the warnings and the three things
// to do next.
func Summary(w io.Writer, r *score.Result, o report.Options) error {
	p := newPage(o)
	p.title(r)
	p.verdict(r)
	p.bars(r)
	p.warningTitles(r)
	p.next(r, 3)
	_, err := io.WriteString(w, p.String())
	return err
}

func (p *page) title(r *score.Result) {
	name := r.Initiative.Name
	if name == "" {
		name = "Unnamed initiative"
	}
	p.para(0, p.bold(report.Clean(name)))
	var about []string
	if r.Initiative.Client != "" {
		about = append(about, "for "+report.Clean(r.Initiative.Client))
	}
	if r.Initiative.Owner != "" {
		about = append(about, "owner "+report.Clean(r.Initiative.Owner))
	}
	about = append(about, "audited on "+r.AsOf.Day.Format("2 January 2006"))
	p.para(0, p.faint(strings.Join(about, " · ")))
	if r.Initiative.Intent != "" {
		p.para(0, report.Clean(r.Initiative.Intent))
	}
	p.blank()
}

func (p *page) verdict(r *score.Result) {
	p.para(0, p.bold(p.inGrade(r.Grade(), report.Verdict(r))))
	p.para(0, p.faint(fmt.Sprintf("Claimed %s, supported %s. Known %s%%; with evidence %s%%, shown %s%%.",
		score.Shown(r.Claimed), score.Shown(r.Low.Score), report.Percent(r.Coverage), report.Percent(r.Evidenced), report.Percent(r.Shown))))
	p.blank()
}

// notes says what the reader should know of how the plan was judged.
func (p *page) notes(plan *audit.Audit) {
	if plan.Decision == nil || len(plan.Decision.Notes) == 0 {
		return
	}
	for _, note := range plan.Decision.Notes {
		p.para(0, report.Sentence(printable.Capital(report.Clean(note))))
	}
	p.blank()
}

func (p *page) bars(r *score.Result) {
	width := 0
	for _, s := range r.Questionnaires {
		width = max(width, len(s.Title))
	}
	cells := min(40, p.width-width-10)
	for _, s := range r.Questionnaires {
		if s.Low == nil {
			p.line("%-*s  not applicable", width, s.Title)
			continue
		}
		p.line("%-*s  %s %5s", width, s.Title, p.bar(s, cells), score.Shown(s.Low))
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
func (p *page) warnings(plan *audit.Audit) {
	confirmed, possible := split(plan.Result.Warnings)
	if len(confirmed) > 0 {
		p.heading("Warnings: how CRM projects failed, and what your plan says")
		p.para(0, p.faint("CRM is customer relationship management: software that keeps track of customers, and the projects that brought it in."))
		p.blank()
	}
	waivers := report.Waivers(plan)
	for i, w := range confirmed {
		p.warning(i+1, w, waivers[w.ID])
	}
	if len(possible) == 0 {
		return
	}
	p.heading("Possible warnings: open answers decide")
	for _, w := range possible {
		p.para(0, "- "+w.Title+", "+w.Effect()+":")
		for _, b := range w.Because {
			p.para(2, report.Clean(b.String())+p.lineOf(b.Pos))
		}
		p.waived(2, waivers[w.ID])
	}
	p.blank()
}

func split(warnings []score.Warning) (confirmed, possible []score.Warning) {
	for _, w := range warnings {
		if w.Confirmed {
			confirmed = append(confirmed, w)
		} else {
			possible = append(possible, w)
		}
	}
	return confirmed, possible
}

// waived says who lives with a warning, where somebody does.
func (p *page) waived(indent int, w *planfile.Waiver) {
	if w != nil {
		p.para(indent, fmt.Sprintf("Waived until %s by %s: %s", w.Until.Format(time.DateOnly), report.Clean(w.Owner), report.Clean(w.Reason)))
	}
}

func (p *page) warning(n int, w score.Warning, waiver *planfile.Waiver) {
	number := fmt.Sprintf("%d. ", n)
	p.para(0, p.bold(number+w.Title)+", "+w.Effect())
	labelled := func(label, text string) { p.para(len(number), p.cyan(label+":")+" "+text) }
	labelled("How CRM failed this way", w.CRM)
	labelled("What it can look like here", w.Here)
	for _, b := range w.Because {
		labelled("Your plan says"+p.lineOf(b.Pos), report.Clean(b.String()))
	}
	for _, c := range w.Cases {
		labelled(report.CaseLabel(c), c.Says+" "+p.faint("("+p.refer(c.Sources)+"; forewarn explain "+c.ID+")"))
	}
	labelled("Do first", w.Do)
	p.waived(len(number), waiver)
	p.para(len(number), p.faint("Strength "+w.Strength+", "+p.refer(w.Sources)+"; more with: forewarn explain "+w.ID))
	p.blank()
}

// refer numbers sources in the order in which the report first needs them.
func (p *page) refer(sources []string) string {
	var numbers []string
	for _, s := range sources {
		i := slices.Index(p.sources, s)
		if i < 0 {
			i = len(p.sources)
			p.sources = append(p.sources, s)
		}
		numbers = append(numbers, strconv.Itoa(i+1))
	}
	if len(numbers) == 1 {
		return "source " + numbers[0]
	}
	return "sources " + report.List(numbers)
}

func (p *page) sourceList() {
	if len(p.sources) == 0 {
		return
	}
	p.heading("Sources")
	for i, s := range p.sources {
		p.para(0, fmt.Sprintf("%d. %s.", i+1, s))
	}
	p.blank()
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

func (p *page) next(r *score.Result, most int) {
	if len(r.Next) == 0 {
		return
	}
	most = min(most, len(r.Next))
	p.heading("What to do next: most points for the effort first")
	for i, s := range r.Next[:most] {
		p.step(i+1, s)
	}
	if rest := len(r.Next) - most; rest > 0 {
		p.para(0, p.faint(fmt.Sprintf("%d more steps are not shown here. Effort 1 is an afternoon, effort 5 a quarter of a year.", rest)))
	}
	p.blank()
}

func (p *page) step(n int, s score.Step) {
	number := fmt.Sprintf("%d. ", n)
	p.para(0, p.bold(number+s.Question)+p.lineOf(s.Pos)+p.faint(fmt.Sprintf("  +%s points, effort %d", score.Shown(s.Gain), s.Effort)))
	p.para(len(number), report.Sentence(report.Clean(s.Do)))
	if len(s.Lifts) > 0 {
		p.para(len(number), p.faint("Takes away the warning "+report.List(s.Lifts)+"."))
	}
}

func (p *page) findings(plan *audit.Audit) {
	first := true
	for f := range report.OtherFindings(plan) {
		if first {
			p.heading("What the plan's own records lack")
			first = false
		}
		p.para(0, "- "+report.Clean(f.Message)+p.lineOf(f.Pos)+p.faint(", "+f.Severity.String()))
	}
	if !first {
		p.blank()
	}
}

func (p *page) unknowns(r *score.Result) {
	if len(r.Unknowns) == 0 {
		return
	}
	p.heading("Known unknowns: whom to ask")
	for _, u := range r.Unknowns {
		p.para(0, fmt.Sprintf("- %s: %s%s %s", report.Whom(report.Clean(u.Who)), u.Ask, p.lineOf(u.Pos), p.faint("worth up to "+score.Shown(u.Worth)+" points")))
	}
	p.blank()
}

func (p *page) notAgreed(r *score.Result) {
	first := true
	for it := range report.NotAgreed(r) {
		if first {
			p.heading("Where you did not agree")
			first = false
		}
		p.para(0, fmt.Sprintf("- %s %s%s", it.Ask, report.Clean(it.Answer.Dissent), p.lineOf(it.Pos)))
	}
	if !first {
		p.blank()
	}
}

func (p *page) method(r *score.Result) {
	p.heading("Method and limits")
	p.para(0, fmt.Sprintf("Questions %s %s; an answer counts as far as evidence and records bear it out.", r.Bank.ID, r.Bank.Version))
	p.para(0, report.Scope(r))
	p.para(0, "The grade reads preparation. It is no forecast and was not tested on outcomes.")
	p.para(0, "Strength of a warning: A several independent sources, B one, C only the documents behind this audit.")
}
