package report

import "forewarn/audit"

// Printer writes audits in one format, one after the other, as far as the form
// of the format allows. It keeps no more of them than it has to.
type Printer interface {
	Print(a *audit.Audit) error
	// Close writes what can only be written last. It does not close what the
	// Printer writes to.
	Close() error
}

// Options says how audits are shown, and by what they were made.
type Options struct {
	Version string // of the program
	Rules   []Rule // every rule that a finding can name, in the order in which they are listed

	Width int  // columns; 0 means 80
	Color bool // whether to use terminal colours

	PreparedBy string // for the cover of html; may be empty
	Logo       []byte // a picture for the cover of html; may be empty
}

// Rule is the text behind the id of a finding.
type Rule struct {
	ID, Title string
	Severity  string // error, critical, major or minor; the gravest that its findings can have
	Help      string // why it matters and what to do, in Markdown
}
