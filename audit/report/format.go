package report

import (
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
