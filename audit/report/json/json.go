// Package json writes reports for other programs, with all that is known.
package json

import (
	"bufio"
	"encoding/json"
	"io"
	"strings"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/report"
)

// version is the version of the format. Keys may be added to it; one that
// is taken away or means something else makes a new version.
const version = 2

// New returns a printer of everything that is known of the plans, for other
// programs. Its form is that of Schema. No number in it is rounded: each score
// comes as it is shown and as an exact fraction.
func New(w io.Writer, o report.Options) (report.Printer, error) {
	return &printer{out: bufio.NewWriter(w), options: o}, nil
}

// printer writes plan by plan between the head of the document and its end, and
// finding by finding in a plan, which can have thousands.
type printer struct {
	out     *bufio.Writer
	options report.Options
	plans   int
	rest    string // of the document, behind its plans
}

// Print writes one plan.
func (p *printer) Print(a *audit.Audit) error {
	if err := p.begin(); err != nil {
		return err
	}
	if p.plans > 0 {
		p.write(",")
	}
	p.plans++
	p.write("\n    ")
	return p.plan(a)
}

// begin writes the document up to its first plan.
func (p *printer) begin() error {
	if p.rest != "" {
		return nil
	}
	rules, err := p.options.RuleList()
	if err != nil {
		return err
	}
	text, err := encoded("", whole{
		Format:  version,
		Program: program{Name: report.ProgramName, Version: p.options.Version},
		Rules:   each(rules, func(r report.Rule) rule { return rule(r) }),
		Plans:   []plan{},
	})
	p.rest = p.upTo("plans", text)
	return err
}

// plan writes a plan as it is without its findings, and them in their places.
func (p *printer) plan(a *audit.Audit) error {
	text, err := encoded("    ", newPlan(a))
	if err != nil {
		return err
	}
	lists := []list{{"errors", a.Errors, "      "}}
	if d := a.Decision; d != nil {
		lists = append(lists, list{"findings", d.Findings, "        "}, list{"mended", d.Mended, "        "})
	}
	for _, l := range lists {
		text = p.upTo(l.key, text)
		if err := p.findings(l); err != nil {
			return err
		}
	}
	p.write(text)
	return nil
}

// list is a list of findings under a key that is indented so far.
type list struct {
	key      string
	findings []gate.Finding
	indent   string
}

// upTo writes a text up to the first item of the empty list under key, and
// returns the rest. No text of a plan can be taken for a key: its quotation
// marks are escaped.
func (p *printer) upTo(key, text string) (rest string) {
	before, rest, _ := strings.Cut(text, `"`+key+`": []`)
	p.write(before)
	p.write(`"` + key + `": [`)
	return "]" + rest
}

// findings writes the items of a list.
func (p *printer) findings(l list) error {
	for i, f := range l.findings {
		text, err := encoded(l.indent+"  ", newFinding(f))
		if err != nil {
			return err
		}
		if i > 0 {
			p.write(",")
		}
		p.write("\n" + l.indent + "  ")
		p.write(text)
	}
	if len(l.findings) > 0 {
		p.write("\n" + l.indent)
	}
	return nil
}

// write writes a text. What goes wrong is told by Close.
func (p *printer) write(text string) { _, _ = p.out.WriteString(escaped(text)) }

// encoded is a value whose further lines begin with prefix.
func encoded(prefix string, v any) (string, error) {
	var text strings.Builder
	out := json.NewEncoder(&text)
	out.SetIndent(prefix, "  ")
	out.SetEscapeHTML(false)
	err := out.Encode(v)
	return strings.TrimSuffix(text.String(), "\n"), err
}

// Close ends the document.
func (p *printer) Close() error {
	if err := p.begin(); err != nil {
		return err
	}
	if p.plans > 0 {
		p.write("\n  ")
	}
	p.write(p.rest)
	p.write("\n")
	return p.out.Flush()
}

// newPlan leaves what a broken plan does not have null, and out its findings.
func newPlan(p *audit.Audit) plan {
	out := plan{File: p.File, Errors: []finding{}}
	if p.Result == nil {
		out.Broken = report.NotJudged(p, report.Working)
	}
	out.Passed = p.Passed()
	if p.Decision != nil {
		out.Decision = newDecision(p.Decision)
	}
	if p.Result != nil {
		out.Result = newResult(p.Result)
		out.Outcome = newOutcomes(p.Result.Outcome(p.Moved), p.Moved)
	}
	return out
}

func newDecision(d *gate.Decision) *decision {
	out := &decision{
		Grade:    d.Grade,
		Lifted:   each(d.Lifted, working),
		Reasons:  each(d.Reasons, working),
		Met:      each(d.Met, working),
		Findings: []finding{},
		Mended:   []finding{},
		Notes:    each(d.Notes, working),
	}
	if s := d.Since; s != nil {
		out.Since = &since{Name: s.Name, Grade: s.Grade, Score: newPoints(s.Score), New: s.New, Readings: s.Readings, Reviews: each(s.Reviews, newReview), Comparable: s.Comparable}
	}
	return out
}

func newFinding(f gate.Finding) finding {
	out := finding{
		Rule: f.ID, Severity: f.Severity.String(), Message: f.Message, Subject: f.Subject, Lacks: f.Lacks, Hint: f.Hint,
		Question: f.About.Question, Record: f.About.Record,
		Key: f.Key, Place: newPlace(f.Pos), Fingerprint: f.Fingerprint, Possible: f.Possible,
	}
	if f.State != "" {
		state := string(f.State)
		out.State = &state
	}
	if f.Waiver != nil {
		w := newWaiver(*f.Waiver)
		out.Waiver = &w
	}
	return out
}
