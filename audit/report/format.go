package report

import (
	"fmt"
	"io"

	"forewarn/audit"
)

// Run is what one run of the program has judged, and by what.
type Run struct {
	Plans   []*audit.Audit
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
