// Package junit writes plans as suites of tests, for servers of CI.
package junit

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/report"
	"forewarn/audit/rules"
)

// The elements have no time: an audit takes none worth telling, and two runs
// give the same bytes.

type suite struct {
	Name     string     `xml:"name,attr"`
	Tests    int        `xml:"tests,attr"`
	Failures int        `xml:"failures,attr"`
	Errors   int        `xml:"errors,attr"`
	Skipped  int        `xml:"skipped,attr"`
	Cases    []testCase `xml:"testcase"`
	Out      string     `xml:"system-out,omitempty"`
}

type testCase struct {
	Class   string   `xml:"classname,attr"`
	Name    string   `xml:"name,attr"`
	Skipped *outcome `xml:"skipped"`
	Error   *outcome `xml:"error"`
	Failure *outcome `xml:"failure"`
	Out     string   `xml:"system-out,omitempty"`
}

type outcome struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr,omitempty"`
	Text    string `xml:",chardata"`
}

// New returns a printer of the plans as suites of tests, for CI servers that
// show tests: one test for the gate, and one for each finding. A finding fails
// when it counts against the gate, and is skipped when somebody lives with it.
func New(w io.Writer, o report.Options) (report.Printer, error) {
	out := xml.NewEncoder(w)
	out.Indent("", "  ")
	return &printer{w: w, out: out, options: o, classes: map[string]int{}}, nil
}

// printer writes each suite at once, so that the root has no sums: they would
// stand before the suites.
type printer struct {
	w     io.Writer
	out   *xml.Encoder
	begun bool

	options report.Options
	classes map[string]int // how often a name of a class was given
}

func root() xml.StartElement {
	return xml.StartElement{Name: xml.Name{Local: "testsuites"}, Attr: []xml.Attr{{Name: xml.Name{Local: "name"}, Value: report.ProgramName}}}
}

// begin writes what stands before the first suite.
func (p *printer) begin() error {
	if p.begun {
		return nil
	}
	p.begun = true
	if _, err := io.WriteString(p.w, xml.Header); err != nil {
		return err
	}
	return p.out.EncodeToken(root())
}

// Print writes the suite of one plan.
func (p *printer) Print(a *audit.Audit) error {
	if err := p.begin(); err != nil {
		return err
	}
	return p.out.EncodeElement(p.newSuite(a), xml.StartElement{Name: xml.Name{Local: "testsuite"}})
}

// Close ends the document.
func (p *printer) Close() error {
	if err := p.begin(); err != nil {
		return err
	}
	if err := p.out.EncodeToken(root().End()); err != nil {
		return err
	}
	if err := p.out.Close(); err != nil {
		return err
	}
	_, err := io.WriteString(p.w, "\n")
	return err
}

// newSuite counts its cases last, so that the sums are theirs.
func (out *printer) newSuite(p *audit.Audit) suite {
	name := report.Clean(out.options.Name(p.File))
	class := numbered(out.classes, className(name))
	s := suite{Name: name, Out: report.NotJudged(p, report.Working)}
	if p.Result != nil {
		s.Out = strings.TrimSpace(report.GateVerdict(p, report.Working) + "\n" + report.Reweighed(p.Result, report.Working))
	}
	s.Cases = append(s.Cases, gateCase(p, class))
	given := map[string]int{"gate": 1}
	for _, f := range p.Findings() {
		c := newCase(p, name, f)
		c.Class, c.Name = class, numbered(given, c.Name)
		s.Cases = append(s.Cases, c)
	}
	for _, c := range s.Cases {
		s.Tests++
		switch {
		case c.Skipped != nil:
			s.Skipped++
		case c.Error != nil:
			s.Errors++
		case c.Failure != nil:
			s.Failures++
		}
	}
	return s
}

// className writes the name of a file so that a server does not take it apart at
// its dots, as it does with the packages of a class.
func className(file string) string {
	return report.ProgramName + "." + strings.ReplaceAll(file, ".", "_")
}

// numbered keeps names apart that were given before.
func numbered(given map[string]int, name string) string {
	given[name]++
	if n := given[name]; n > 1 {
		return fmt.Sprintf("%s (%d)", name, n)
	}
	return name
}

// gateCase fails exactly when the plan does not pass.
func gateCase(p *audit.Audit, class string) testCase {
	c := testCase{Class: class, Name: "gate"}
	switch {
	case p.Decision == nil:
		c.Error = &outcome{Message: report.NotJudged(p, report.Working), Type: "broken"}
	case !p.Decision.Passed():
		reasons := report.Clean(rules.Joined(p.Decision.Reasons, "; ").Working)
		c.Failure = &outcome{Message: reasons, Type: "gate", Text: report.GateVerdict(p, report.Working)}
	}
	return c
}

// newCase names it without the line, so that a server that keeps a history
// knows the finding again when it moves.
func newCase(p *audit.Audit, file string, f gate.Finding) testCase {
	c := testCase{Name: f.ID}
	if f.Key != "" {
		c.Name += " " + report.Clean(f.Key)
	}
	text := file + ":" + report.Place(f) + ": " + report.Advice(f)
	switch {
	case p.Decision == nil:
		c.Error = &outcome{Message: report.Clean(f.Message), Type: f.Severity.String(), Text: text}
	case f.Waiver != nil:
		c.Skipped = &outcome{Message: "Waived: " + report.Clean(report.Waived(f.Waiver))}
	case f.Fails:
		c.Failure = &outcome{Message: report.Clean(f.Message), Type: f.Severity.String(), Text: text}
	default:
		c.Out = text
	}
	return c
}
