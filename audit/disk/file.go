package disk

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// File is a file that is open for changes. It is locked until Close. It is not
// for use by several goroutines.
type File struct {
	kind   Kind
	path   string // as the user named it
	target string // with links followed
	system system
	lock   lock
	open   bool

	content []byte // as last read or replaced
	others  bool   // whether somebody else has changed it since it was opened
	mode    fs.FileMode
}

// Open locks the file at path and reads it. The error wraps ErrLocked when
// somebody else has it open, under whatever name.
func (k Kind) Open(path string) (*File, error) { return k.openOn(realSystem(), path) }

func (k Kind) openOn(s system, path string) (*File, error) {
	info, err := k.regular(path)
	if err != nil {
		return nil, err
	}
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return nil, k.readFailure(path, err)
	}
	held, err := acquire(target)
	if errors.Is(err, ErrLocked) {
		return nil, k.locked("opening", path, err)
	}
	if err != nil {
		return nil, k.writeFailure("opening", target, err)
	}
	os.Remove(tempName(target))
	f := &File{kind: k, path: path, target: target, system: s, lock: held, open: true, mode: info.Mode().Perm()}
	if f.content, err = k.Read(target); err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

// Path returns the name under which the file was opened.
func (f *File) Path() string { return f.path }

// Content returns what the file holds, as last read or replaced. It is not to
// be changed.
func (f *File) Content() []byte { return f.content }

// Writable returns why the file is not to be written although it could be:
// replacing it would go against the wish of whoever marked it.
func (f *File) Writable() error {
	if f.mode&0o200 == 0 {
		return &failure{doing: "opening", path: f.path, why: "it is marked as read-only", next: "make it writable, or work on a copy"}
	}
	return nil
}

// Replace puts content in place of what the file holds, when it returns nil;
// otherwise the file was left alone. The error wraps ErrChanged when somebody else
// has changed the file meanwhile: Renew takes that on, and KeepAside keeps content
// beside it. What is not different needs no saving. The caller may change content
// later.
func (f *File) Replace(content []byte) error {
	if bytes.Equal(content, f.content) {
		return nil
	}
	if !f.open {
		return fmt.Errorf("saving %q: it was closed", f.path)
	}
	if err := f.whole(content); err != nil {
		return err
	}
	now, err := f.kind.Read(f.target)
	if err != nil || !bytes.Equal(now, f.content) {
		return fmt.Errorf("saving %q: %w", f.path, ErrChanged)
	}
	err = f.system.replace(f.target, f.content, content)
	switch {
	case errors.Is(err, ErrChanged), err != nil && !present(f.target):
		return fmt.Errorf("saving %q: %w", f.path, ErrChanged)
	case err != nil:
		return f.kind.writeFailure("saving", f.target, err)
	}
	f.content = bytes.Clone(content)
	return nil
}

// Renew reads the file again, after somebody else has changed it. What use refuses is
// not taken on, and its error returned.
func (f *File) Renew(use func(content []byte) error) error {
	content, err := f.kind.Read(f.target)
	if err == nil {
		err = use(content)
	}
	if err == nil {
		f.others = f.others || !bytes.Equal(content, f.content)
		f.content = content
	}
	return err
}

// whole returns an error when content, or what the file holds, is more than is
// read: what was not read would be lost, and no change in it be noticed.
func (f *File) whole(content []byte) error {
	if most := f.kind.MaxBytes; int64(max(len(content), len(f.content))) > most {
		why := fmt.Sprintf("it is longer than %d bytes, which is the most that is read", most)
		return &failure{doing: "saving", path: f.path, why: why, next: "make it shorter"}
	}
	return nil
}

// Discard removes the file, as long as nobody else has changed it since it was
// opened; the error wraps ErrChanged when somebody has. A file that is gone already
// is no error.
func (f *File) Discard() error {
	if !present(f.target) {
		return nil
	}
	if f.others || holds(f.target, f.content) != nil {
		return fmt.Errorf("removing %q: %w", f.path, ErrChanged)
	}
	if err := os.Remove(f.target); err != nil {
		return f.kind.writeFailure("removing", f.target, err)
	}
	return nil
}

// Close releases the lock. A File that is closed takes no more changes.
func (f *File) Close() error {
	if !f.open {
		return nil
	}
	f.open = false
	return f.lock.release()
}
