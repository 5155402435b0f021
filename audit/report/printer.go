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
	Edition Edition // for whom
	Version string  // of the program
	// Rules gives every rule that a finding can name, in the order in which they
	// are listed. Only formats that tell of them ask; without it there are none.
	Rules func() ([]Rule, error)

	// Named gives the name of a plan as programs know it, which may be another one
	// than people typed; nil leaves it.
	Named func(file string) string

	Width  int  // columns; 0 means 80
	Color  bool // whether to use terminal colours
	Source bool // whether lines of text show the place in the plan that each finding is about

	VerdictAlone bool // whether lines of text leave the findings to another output of the same run
	PassedOver   int  // how many files of the folders and patterns that were named are no plans

	Full bool // whether text lists every answer with its evidence, as pages do

	PreparedBy string // for the cover of html; may be empty
	Logo       []byte // a picture for the cover of html; may be empty
}

// Name is the name of a plan for programs.
func (o *Options) Name(file string) string {
	if o.Named == nil {
		return file
	}
	return o.Named(file)
}

// RuleList lists the rules.
func (o *Options) RuleList() ([]Rule, error) {
	if o.Rules == nil {
		return nil, nil
	}
	return o.Rules()
}
