package interview

import (
	"forewarn/audit/planfile"
	"forewarn/audit/yamldoc"
)

// Store keeps the answers of an interview. A method that changes the plan has
// saved it durably when it returns nil; when it returns an error, nothing was
// changed. *planfile.File implements it.
type Store interface {
	// Plan returns the plan as it was last saved.
	Plan() *planfile.Plan
	// SetAnswer records the answer to a question in place of any earlier one.
	SetAnswer(questionnaire, question string, a planfile.Answer) error
	// Set writes one value: Set([]string{"initiative", "name"}, "Help desk"),
	// Set([]string{"metrics", "0", "baseline", "value"}, "26"). The value is a
	// string, bool, int, time.Time or audit.Amount, or a yamldoc.Map of them for
	// an entry that is not there yet; nil removes the key.
	Set(path []string, value any) error
	// Append adds a record at the end of its list, and makes the list when
	// there is none. With a nil record it makes an empty list: the statement
	// that there are none.
	Append(kind string, record yamldoc.Map) error
	// Remove takes record i out of its list.
	Remove(kind string, i int) error
}
