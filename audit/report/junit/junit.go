// Package junit writes plans as suites of tests, for servers of CI.
package junit

import (
	"encoding/xml"
	"io"
	"strings"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/report"
)

// The elements have no time: an audit takes none worth telling, and two runs
// give the same bytes.

type suites struct {
	XMLName  xml.Name `xml:"testsuites"`
	Name     string   `xml:"name,attr"`
	Tests    int      `xml:"tests,attr"`
	Failures int      `xml:"failures,attr"`
	Errors   int      `xml:"errors,attr"`
	Suites   []suite  `xml:"testsuite"`
}

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

// Write writes the plans as suites of tests, for CI servers that show tests:
// one test for the gate, and one for each finding. A finding fails when it
// counts against the gate, and is skipped when somebody lives with it.
func Write(w io.Writer, run *report.Run, _ report.Options) error {
	all := suites{Name: report.ProgramName}
	for i := range run.Plans {
		s := newSuite(run.Plans[i])
		all.Tests += s.Tests
		all.Failures += s.Failures
		all.Errors += s.Errors
		all.Suites = append(all.Suites, s)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	out := xml.NewEncoder(w)
	out.Indent("", "  ")
	if err := out.Encode(all); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// newSuite counts its cases last, so that the sums are theirs.
func newSuite(p *audit.Audit) suite {
	s := suite{Name: report.Clean(p.File), Out: report.NotJudged(p)}
	if p.Result != nil {
		s.Out = report.GateVerdict(p)
	}
	s.Cases = append(s.Cases, gateCase(p))
	for _, f := range p.Findings() {
		s.Cases = append(s.Cases, newCase(p, f))
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

// gateCase fails exactly when the plan does not pass.
func gateCase(p *audit.Audit) testCase {
	c := testCase{Class: report.Clean(p.File), Name: "gate"}
	switch {
	case p.Decision == nil:
		c.Error = &outcome{Message: report.NotJudged(p), Type: "broken"}
	case !p.Decision.Passed():
		reasons := report.Clean(strings.Join(p.Decision.Reasons, "; "))
		c.Failure = &outcome{Message: reasons, Type: "gate", Text: report.GateVerdict(p)}
	}
	return c
}

// newCase names it without the line, so that a server that keeps a history
// knows the finding again when it moves.
func newCase(p *audit.Audit, f gate.Finding) testCase {
	c := testCase{Class: report.Clean(p.File), Name: f.ID}
	if f.Key != "" {
		c.Name += " " + report.Clean(f.Key)
	}
	text := report.Clean(p.File) + ":" + report.Place(f) + ": " + report.Advice(f)
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
