package planfile

import (
	"fmt"

	"forewarn/audit/printable"
	"forewarn/audit/rules"
)

// InvalidError means that a file was read and cannot be used as a plan.
type InvalidError struct {
	Path     string
	Findings []rules.Finding // sorted as by SortFindings; at least one has severity Error
}

// Error gives the first problem with its place, and how to see the others.
func (e *InvalidError) Error() string {
	first, count := e.first()
	place := printable.Text(e.Path)
	if first.Pos.Known() {
		place += ":" + first.Pos.String()
	}
	if count == 1 {
		return fmt.Sprintf("%s: %s; mend that, then try again", place, first.Message)
	}
	return fmt.Sprintf("%s: %s; for all %d problems, run: %s", place, first.Message, count, command("check", e.Path))
}

// first returns the first finding that makes the plan invalid, and how many do.
func (e *InvalidError) first() (first rules.Finding, count int) {
	for _, x := range e.Findings {
		if x.Severity != rules.Error {
			continue
		}
		if count == 0 {
			first = x
		}
		count++
	}
	return first, count
}
