package planfile

import (
	"bytes"
	"errors"

	"forewarn/audit/yamldoc"
)

// ErrNoPlan is for a file that is something else than a plan. What stands in it is
// nobody's business here, and is not shown.
var ErrNoPlan = errors.New("this is no plan of forewarn: it has none of the keys forewarn, initiative and answers; forewarn new writes a plan to start from")

// ofWorkshop is ErrNoPlan for a file of a workshop.
type ofWorkshop struct{}

// Error says what the file is for.
func (ofWorkshop) Error() string {
	return "this is no plan but a file of a workshop; forewarn workshop merge counts sheets into a plan"
}

// Is reports that the file is no plan.
func (ofWorkshop) Is(target error) bool { return target == ErrNoPlan }

// ErrEmpty is for a file in which nothing stands yet.
var ErrEmpty = errors.New("the file is empty; to start a plan, run forewarn ask with its name")

// IsPlan reports whether a text is meant to be a plan, with or without mistakes. The files
// of a workshop are none, though a sheet has answers too.
func IsPlan(text []byte) bool {
	return yamldoc.Names(text, "forewarn", "initiative", "answers") && !isOfWorkshop(text)
}

func isOfWorkshop(text []byte) bool { return yamldoc.Names(text, "sheet", "workshop", "published") }

// Kind returns ErrEmpty or ErrNoPlan for a text that is no plan, and else nil.
func Kind(text []byte) error {
	switch {
	case len(text) > yamldoc.MaxBytes:
		return nil // which is all that is to be said of it, and Parse says it
	case len(bytes.TrimSpace(text)) == 0:
		return ErrEmpty
	case isOfWorkshop(text):
		return ofWorkshop{}
	case !IsPlan(text):
		return ErrNoPlan
	}
	return nil
}
