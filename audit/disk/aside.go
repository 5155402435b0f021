package disk

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
)

// AsideError says that content may not replace the file, and stands beside it.
type AsideError struct {
	Name string // of the file that it is in
	err  error
}

func (e *AsideError) Error() string { return e.err.Error() }

// Unwrap returns why.
func (e *AsideError) Unwrap() error { return e.err }

// KeepAside writes what may not replace the file, because somebody else has changed
// it, to another one beside it. why is what Renew returned, or nil. It returns the
// *AsideError that says so, or why that could not be done.
func (f *File) KeepAside(content []byte, why error) error {
	name, err := f.aside(content)
	if err != nil {
		return f.kind.writeFailure("saving", f.path, err)
	}
	e := &failure{doing: "saving", path: f.path, err: why}
	e.why = "it was changed elsewhere since it was opened here, and was left alone"
	e.next = fmt.Sprintf("what you have here is in %q: bring the two together, then try again", name)
	switch {
	case errors.Is(why, fs.ErrNotExist):
		e.why = "it is no longer there"
		e.next = fmt.Sprintf("what you have here is in %q: rename that to %q, then try again", name, filepath.Base(f.path))
	case why != nil:
		e.why = fmt.Sprintf("it was changed elsewhere, and cannot be used as it is now (%s)", why)
		e.next = fmt.Sprintf("what you have here is in %q: mend %q, then try again", name, filepath.Base(f.path))
	}
	return &AsideError{name, e}
}

// aside returns the name of a file that holds content. The names are counted up;
// one that holds the same text already, from an earlier try, is used again.
func (f *File) aside(content []byte) (string, error) {
	const most = 1000
	for n := 1; n <= most; n++ {
		name := fmt.Sprintf("%s.unsaved-%d", f.path, n)
		err := f.system.add(name, content, f.mode)
		if !errors.Is(err, fs.ErrExist) {
			return name, err
		}
		if now, err := f.kind.Read(name); err == nil && bytes.Equal(now, content) {
			return name, nil
		}
	}
	return "", fmt.Errorf("%d files named %s.unsaved are in the way", most, filepath.Base(f.path))
}
