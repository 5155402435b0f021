// Package rules is what the program itself can find fault with, and the form in
// which a fault is told. It does not know how plans are read or scored.
package rules

import (
	"cmp"
	"slices"

	"forewarn/audit/yamldoc"
)

// Severity says how much a finding matters. A lower one is worse.
type Severity int

// The severities, worst first.
const (
	Error    Severity = iota // the file cannot be used
	Critical                 // a warning that caps the grade at D
	Major                    // a warning that caps at C, or a record that fails a check
	Minor                    // a warning that caps at B or not at all, and what a record lacks besides
	Note                     // a question to think about, which fails no gate
)

// words are those of the severities.
func words() [5]string { return [5]string{"error", "critical", "major", "minor", "note"} }

// String gives the word that is printed.
func (s Severity) String() string { return words()[s] }

// Finding is one thing to be said about a place in a plan.
type Finding struct {
	About    About
	Pos      yamldoc.Pos
	Severity Severity
	ID       string // a rule that "forewarn explain" knows
	Key      string // the key path, such as metrics[0].baseline
	Message  string // one sentence without a full stop
	Subject  string // the record that says nothing where it could, such as measure "first-answer"; empty for any other finding
	Lacks    string // what that record lacks, in a few words
	Hint     string // what to do about it; may be empty

	// The same for whoever has no file before them: questions and records by their
	// names, and no keys. Where one is empty, Message and Hint say it as well.
	Named, NamedSubject, Advice string
}

// Plain returns what a finding says, and what to do about it, without ids and keys.
func (f *Finding) Plain() (message, advice string) {
	return cmp.Or(f.Named, f.Message), cmp.Or(f.Advice, f.Hint)
}

// About is what a finding is about, by what outlives another wording, another
// order and other lines. Where both are empty, it is about the plan.
type About struct {
	Question string // its id
	Record   string // its kind, and which one: metrics/first-answer; the kind alone for the whole list
}

// Sort sorts by line, column and id, and where these are equal by key
// and message, so that the order never depends on anything else.
func Sort(list []Finding) {
	slices.SortStableFunc(list, func(a, b Finding) int { return a.Compare(&b) })
}

// Compare compares f with another finding in the order of Sort.
func (f *Finding) Compare(other *Finding) int {
	last := func(f *Finding) int {
		if f.ID == MoreErrors {
			return 1
		}
		return 0
	}
	return cmp.Or(
		cmp.Compare(last(f), last(other)),
		cmp.Compare(f.Pos.Line, other.Pos.Line),
		cmp.Compare(f.Pos.Col, other.Pos.Col),
		cmp.Compare(f.ID, other.ID),
		cmp.Compare(f.Key, other.Key),
		cmp.Compare(f.Message, other.Message),
	)
}
