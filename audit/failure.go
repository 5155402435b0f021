package audit

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
)

// failure is what went wrong with a file, in plain words and with the next
// step. It wraps the error of the operating system, whose text it leaves out
// where it has plainer words.
type failure struct {
	doing     string // reading, opening, writing, saving
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

// readFailure says why path could not be read.
func readFailure(path string, err error) error {
	f := &failure{doing: "reading", path: path, err: err}
	switch {
	case errors.Is(err, fs.ErrNotExist) && present(path):
		f.why, f.next = "it is a link to a file that is not there", "mend the link, or name the file itself"
	case errors.Is(err, fs.ErrNotExist):
		f.why, f.next = "there is no such file", "to start one, run: "+command("new", path)
	case errors.Is(err, fs.ErrPermission):
		f.why, f.next = "you may not read it", "ask its owner for permission to read it"
	default:
		f.why, f.next = bare(err), "check the path"
	}
	return f
}

// writeFailure says why the plan at path could not be written.
func writeFailure(doing, path string, err error) error {
	return failedWrite(doing, path, "work on a copy of the plan elsewhere", err)
}

// failedWrite says why path could not be written. The way out is for when that
// cannot be helped.
func failedWrite(doing, path, wayOut string, err error) error {
	f := &failure{doing: doing, path: path, err: err}
	dir := filepath.Dir(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.why, f.next = fmt.Sprintf("the folder %q is not there", dir), "make that folder, then try again"
	case errors.Is(err, fs.ErrExist):
		f.why, f.next = fmt.Sprintf("%q is in the way", about(err)), "remove it, then try again"
	case diskFull(err):
		f.why, f.next = "the disk is full", "free some space, then try again"
	case errors.Is(err, fs.ErrPermission), readOnlyDisk(err):
		f.why, f.next = fmt.Sprintf("nothing may be written in the folder %q", dir), "make that folder writable, or "+wayOut
	case inUse(err):
		f.why, f.next = "another program has the file open", "close it there, then try again"
	default:
		f.why, f.next = bare(err), "try again, or "+wayOut
	}
	return f
}

// bare is the innermost reason in err, without the operations and the paths
// around it, which the failure names in its own way.
func bare(err error) string {
	for inner := errors.Unwrap(err); inner != nil; inner = errors.Unwrap(err) {
		err = inner
	}
	return err.Error()
}

// about is the path that err is about, if it says.
func about(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Path
	}
	return ""
}

// command is a command line of this program that can be typed as it stands.
func command(verb, path string) string {
	return "forewarn " + verb + " " + ShellQuoted(path)
}

// ShellQuoted returns the path of a file as one word that can be pasted into a
// shell: nothing in it is run, expanded or taken for a flag. What a terminal
// must not be given is spelt out, as by Printable, so that a name with such
// characters has to be typed in another way.
func ShellQuoted(path string) string {
	if strings.HasPrefix(path, "-") {
		path = "./" + path
	}
	const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-"
	if strings.Trim(path, plain) == "" && path != "" {
		return path
	}
	return "'" + strings.ReplaceAll(Printable(path), "'", `'\''`) + "'"
}
