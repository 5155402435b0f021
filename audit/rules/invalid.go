package rules

import (
	"fmt"

	"forewarn/audit/yamldoc"
)

// InvalidError means that a file was read and cannot be used as it is.
type InvalidError struct {
	Path     string
	Findings []Finding // sorted as by Sort; at least one has severity Error
}

// Error gives the file, the first error with its line, and how many others there
// are.
func (e *InvalidError) Error() string { return fmt.Sprintf("%q: %s", e.Path, e.Summary()) }

// Summary is Error without the file.
func (e *InvalidError) Summary() string {
	first, count := e.First()
	says := first.Message
	if first.Pos.Known() {
		says = fmt.Sprintf("line %d: %s", first.Pos.Line, first.Message)
	}
	switch more := count - 1; more {
	case 0:
		return says
	case 1:
		return says + ", and 1 more error"
	default:
		return says + fmt.Sprintf(", and %d more errors", more)
	}
}

// AtMost cuts a sorted list of errors down to those that are listed, and says how
// many there are beside. The number more is of errors that are not in the list.
func AtMost(found []Finding, more int) []Finding {
	if len(found) > yamldoc.MaxProblems {
		more += len(found) - yamldoc.MaxProblems
		found = found[:yamldoc.MaxProblems]
	}
	if more == 0 {
		return found
	}
	last := yamldoc.More(more, found[len(found)-1].Pos)
	return append(found[:len(found):len(found)], FromProblems([]yamldoc.Problem{last})...)
}

// First returns the first finding that makes the file unusable, and how many are
// listed that do.
func (e *InvalidError) First() (first Finding, count int) {
	for _, x := range e.Findings {
		if x.Severity != Error {
			continue
		}
		if count == 0 {
			first = x
		}
		count++
	}
	return first, count
}

// FromProblems takes what is wrong with the form of a file for findings. They are
// about a key, as nobody knows yet what stands there.
func FromProblems(problems []yamldoc.Problem) []Finding {
	var out []Finding
	for _, p := range problems {
		out = append(out, Finding{Pos: p.Pos, About: About{Record: p.Key}, Severity: Error, ID: p.ID, Key: p.Key, Message: p.Message, Hint: p.Hint})
	}
	return out
}
