// Package disk reads and writes the files of people who have only one copy:
// as much as is asked for and no more, wholly or not at all, and with failures
// in plain words that name the next step. What a file holds, and which command
// of the program is that step, is told by the caller, in a Kind.
package disk

import "fmt"

// Kind is a kind of file, such as a plan or a report: how much of one is read,
// and what somebody can do who meets trouble with one. Each text is the second
// half of a sentence, without a full stop; where one is left out, a general one
// takes its place.
type Kind struct {
	MaxBytes int64 // that are of use; of a longer file one more is read, to show it

	IfMissing func(path string) string // there is no such file to read
	IfFolder  func(path string) string // it is a folder
	IfPipe    string                   // it is a pipe or a device
	IfTaken   func(path string) string // a new file cannot have this name
	Elsewhere string                   // it cannot be written where it should be
	Holder    string                   // who else may have it open, such as "another forewarn"
}

func (k Kind) missing(path string) string { return said(k.IfMissing, path, "check the path") }

func (k Kind) folder(path string) string { return said(k.IfFolder, path, "name a file") }

func (k Kind) taken(path string) string { return said(k.IfTaken, path, "choose another name") }

func said(words func(string) string, path, general string) string {
	if words == nil {
		return general
	}
	return words(path)
}

// failure is what went wrong with a file, in plain words and with the next
// step. It wraps the error of the operating system, whose text it leaves out
// where it has plainer words.
type failure struct {
	doing     string // reading, opening, creating, writing, saving, making
	path      string
	why, next string
	err       error
}

// Error returns one sentence without a full stop.
func (f *failure) Error() string {
	return fmt.Sprintf("%s %q: %s; %s", f.doing, f.path, f.why, f.next)
}

// Unwrap returns the error of the operating system, or nil.
func (f *failure) Unwrap() error { return f.err }
