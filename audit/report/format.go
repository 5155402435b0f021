package report

import (
	"fmt"
	"io"

	"forewarn/audit/gate"
	"forewarn/audit/score"
)

// Plan is a plan that was judged, or that could not be.
type Plan struct {
	File     string         // its name as the user gave it, with slashes
	Result   *score.Result  // nil when the plan could not be read or has errors
	Decision *gate.Decision // of the gate; nil exactly when Result is
	Errors   []gate.Finding // why the plan has no Result; empty when it could not even be read
	Broken   string         // the same in one line, or why it could not be judged; empty when there is a Result
}

// Findings lists what is to be said about places in the plan.
func (p *Plan) Findings() []gate.Finding {
	if p.Decision == nil {
		return p.Errors
	}
	return p.Decision.Findings
}

// Run is what one run of the program has judged, and by what.
type Run struct {
	Plans   []Plan
	Version string // of the program
	Rules   []Rule // every rule that a finding can name, in bank order
}

// Rule is the text behind the id of a finding.
type Rule struct {
	ID, Title string
	Severity  string // error, critical, major or minor; the gravest that its findings can have
	Help      string // why it matters and what to do, in Markdown
}

// Format is a way to write a Run.
type Format struct {
	Name  string
	Write func(w io.Writer, run *Run, o Options) error
}

// Formats lists the formats for other programs and for handing over, in the
// order in which they are named to users. Text is for people at a terminal.
func Formats() []Format {
	return []Format{
		{Name: "json", Write: JSON},
		{Name: "sarif", Write: SARIF},
		{Name: "junit", Write: JUnit},
		{Name: "github", Write: GitHub},
		{Name: "markdown", Write: Markdown},
		{Name: "html", Write: HTML},
	}
}

// Find returns the format of this name.
func Find(name string) (Format, error) {
	names := ""
	for _, f := range Formats() {
		if f.Name == name {
			return f, nil
		}
		names += ", " + f.Name
	}
	return Format{}, fmt.Errorf("there is no format %q; they are text%s", name, names)
}
