package disk

import (
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Create writes a new file, whole or not at all. It never writes over anything
// that has the name already, but for a file in which nothing stands, and leaves
// nothing behind when it fails. The error wraps ErrLocked while somebody else
// creates or changes it.
func (k Kind) Create(path string, content []byte) error {
	return k.createOn(realSystem(), path, content)
}

func (k Kind) createOn(s system, path string, content []byte) error {
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		target = path // there is nothing yet
	}
	held, err := acquire(target)
	if errors.Is(err, ErrLocked) {
		return k.locked("creating", path, err)
	}
	if err != nil {
		return k.writeFailure("creating", path, err)
	}
	defer func() { _ = held.release() }()
	if blank, err := k.Read(path); err == nil && len(bytes.TrimSpace(blank)) == 0 {
		return k.created(path, s.replace(target, blank, content))
	}
	return k.created(path, s.add(path, content, 0o666))
}

func (k Kind) created(path string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrExist), errors.Is(err, ErrChanged):
		return &failure{doing: "creating", path: path, err: err, why: "there is something with this name already", next: k.taken(path)}
	}
	return k.writeFailure("creating", path, err)
}

// locked says who else has a file.
func (k Kind) locked(doing, path string, err error) error {
	return &failure{doing: doing, path: path, why: cmp.Or(k.Holder, "another program") + " has it open", next: "finish that one first", err: err}
}

// add writes a file that must not exist yet, durably and wholly or not at all. The
// caller has the lock on it, or on the file that it is beside.
func (s system) add(path string, content []byte, perm fs.FileMode) error {
	if present(path) {
		return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	}
	temp := tempName(path)
	os.Remove(temp) // the leftover of a run that was killed
	f, err := s.create(temp, perm)
	if err != nil {
		return err
	}
	defer os.Remove(temp)
	if err := fill(f, content, nil); err != nil {
		return err
	}
	if err := s.link(temp, path); err != nil {
		return err
	}
	s.syncDir(path)
	return nil
}

// link gives a finished file its name, unless something has it. Where a file
// cannot have two names, the name is taken first, by a file in which nothing
// stands: that counts as none.
func link(from, to string) error {
	err := os.Link(from, to)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_ = f.Close()
	if err := rename(from, to); err != nil {
		os.Remove(to)
		return err
	}
	return nil
}
