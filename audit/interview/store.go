package interview

import (
	"forewarn/audit/planfile"
	"forewarn/audit/yamldoc"
)

// Store keeps the answers of an interview. A method that changes the plan has
// saved it durably when it returns nil; when it returns an error, nothing was
// changed. A *planfile.ConflictError says that somebody else has changed the same
// entry, and that Plan has theirs now. *planfile.File implements it.
type Store interface {
	// Plan returns the plan as it was last saved or read.
	Plan() *planfile.Plan
	// SetAnswer records the answer to a question in place of any earlier one.
	SetAnswer(questionnaire, question string, a planfile.Answer) error
	// Set writes one value at a key path of the file, such as ("initiative", "name")
	// or ("metrics", "0", "baseline", "value"), and returns where it stands now. The
	// value is a string, bool, int, time.Time or planfile.Amount, or a yamldoc.Map of
	// them for an entry that is not there yet; nil removes the key.
	Set(path []string, value any) ([]string, error)
	// Append adds a record at the end of a list, and makes the list when there is
	// none. It returns the path of the record. With a nil record it makes an empty
	// list: the statement that there are none.
	Append(list []string, record yamldoc.Map) ([]string, error)
	// Remove takes the record at a path out of its list.
	Remove(path []string) error
}
