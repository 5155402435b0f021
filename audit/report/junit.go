package report

import (
	"encoding/xml"
	"io"
	"strings"

	"forewarn/audit"
	"forewarn/audit/gate"
)

// The elements have no time: an audit takes none worth telling, and two runs
// give the same bytes.

type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
	Out      string      `xml:"system-out,omitempty"`
}

type junitCase struct {
	Class   string        `xml:"classname,attr"`
	Name    string        `xml:"name,attr"`
	Skipped *junitOutcome `xml:"skipped"`
	Error   *junitOutcome `xml:"error"`
	Failure *junitOutcome `xml:"failure"`
	Out     string        `xml:"system-out,omitempty"`
}

type junitOutcome struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr,omitempty"`
	Text    string `xml:",chardata"`
}

// JUnit writes the plans as suites of tests, for CI servers that show tests:
// one test for the gate, and one for each finding. A finding fails when it
// counts against the gate, and is skipped when somebody lives with it.
func JUnit(w io.Writer, run *Run, _ Options) error {
	all := junitSuites{Name: programName}
	for i := range run.Plans {
		s := newJUnitSuite(run.Plans[i])
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

// newJUnitSuite counts its cases last, so that the sums are theirs.
func newJUnitSuite(p *audit.Audit) junitSuite {
	s := junitSuite{Name: clean(p.File), Out: notJudged(p)}
	if p.Result != nil {
		s.Out = GateVerdict(p)
	}
	s.Cases = append(s.Cases, junitGate(p))
	for _, f := range p.Findings() {
		s.Cases = append(s.Cases, newJUnitCase(p, f))
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

// junitGate fails exactly when the plan does not pass.
func junitGate(p *audit.Audit) junitCase {
	c := junitCase{Class: clean(p.File), Name: "gate"}
	switch {
	case p.Decision == nil:
		c.Error = &junitOutcome{Message: notJudged(p), Type: "broken"}
	case !p.Decision.Passed():
		reasons := clean(strings.Join(p.Decision.Reasons, "; "))
		c.Failure = &junitOutcome{Message: reasons, Type: "gate", Text: GateVerdict(p)}
	}
	return c
}

// newJUnitCase names it without the line, so that a server that keeps a history
// knows the finding again when it moves.
func newJUnitCase(p *audit.Audit, f gate.Finding) junitCase {
	c := junitCase{Class: clean(p.File), Name: f.ID}
	if f.Key != "" {
		c.Name += " " + clean(f.Key)
	}
	text := clean(p.File) + ":" + place(f) + ": " + advice(f)
	switch {
	case p.Decision == nil:
		c.Error = &junitOutcome{Message: clean(f.Message), Type: f.Severity.String(), Text: text}
	case f.Waiver != nil:
		c.Skipped = &junitOutcome{Message: "Waived: " + clean(waived(f.Waiver))}
	case f.Fails:
		c.Failure = &junitOutcome{Message: clean(f.Message), Type: f.Severity.String(), Text: text}
	default:
		c.Out = text
	}
	return c
}
