package audit

import "forewarn/audit/yamldoc"

// Severity says how much a finding matters. A lower one is worse.
type Severity int

// The severities, worst first.
const (
	Error    Severity = iota // the file cannot be used
	Critical                 // a warning that caps the grade at D
	Major                    // a warning that caps at C, or a record that fails a check
	Minor                    // everything else
)

// String gives the word that is printed.
func (s Severity) String() string {
	return [...]string{"error", "critical", "major", "minor"}[s]
}

// Finding is one thing to be said about a place in a plan.
type Finding struct {
	Pos      yamldoc.Pos
	Severity Severity
	ID       string // a rule that "forewarn explain" knows
	Key      string // the key path, such as metrics[0].baseline
	Message  string // one sentence without a full stop
	Hint     string // what to do about it; may be empty
}
