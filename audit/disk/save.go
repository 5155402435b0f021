package disk

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// system is what saving needs of the file system beside what os does directly.
type system struct {
	create  func(name string, perm fs.FileMode) (handle, error) // fails when name exists
	link    func(from, to string) error                         // fails when to exists
	rename  func(from, to string) error
	swap    func(a, b string) error // fails where that cannot be done
	syncDir func(inside string)     // makes a name in the folder of inside durable
}

// handle is a file that is being written.
type handle interface {
	Write(p []byte) (int, error)
	Chmod(mode fs.FileMode) error
	Chown(uid, gid int) error
	Sync() error
	Close() error
}

func realSystem() system {
	return system{
		create: func(name string, perm fs.FileMode) (handle, error) {
			f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
			if err != nil {
				return nil, err
			}
			return f, nil
		},
		link:    link,
		rename:  rename,
		swap:    swap,
		syncDir: syncDir,
	}
}

// ErrChanged is for a file that holds something else than was last read of it.
var ErrChanged = errors.New("it was changed meanwhile")

// replace puts content in place of what the file at path was last known to hold.
// Whoever reads it meanwhile, or after a crash, finds the old content or the new
// one, never a part. What somebody else saved until the very moment stays, with
// ErrChanged. The mode is kept, and the owner where that is allowed. The caller
// has the lock on path, and path is no link: renaming would replace the link.
func (s system) replace(path string, known, content []byte) (err error) {
	old, err := os.Stat(path)
	if err != nil {
		return err
	}
	temp := tempName(path)
	// A leftover can only be of a run that was killed, as the lock is ours.
	// Removing it first also means that a link of this name is never followed.
	os.Remove(temp)
	f, err := s.create(temp, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(temp)
		}
	}()
	if err := fill(f, content, func() error { return likeness(f, old) }); err != nil {
		return err
	}
	if err := holds(path, known); err != nil {
		return err
	}
	if err := s.place(temp, path, known); err != nil {
		return err
	}
	s.syncDir(path)
	return nil
}

// place lets the file temp take the place of the one at path. Between the last
// look at that one and its end lies a moment in which an editor can save. Where
// two files can change their names, what was there is looked at once more behind
// the change, and put back if it is not what was known.
func (s system) place(temp, path string, known []byte) error {
	if err := s.swap(temp, path); err != nil {
		return s.rename(temp, path)
	}
	if err := holds(temp, known); err != nil {
		return errors.Join(err, s.swap(temp, path))
	}
	os.Remove(temp) // what it holds has been replaced
	return nil
}

// holds returns ErrChanged when a file holds something else.
func holds(path string, known []byte) error {
	now, err := os.ReadFile(path)
	if err == nil && !bytes.Equal(now, known) {
		return ErrChanged
	}
	return err
}

// tempName is the one name for unfinished content of the file at path. A fixed
// name means that runs that were killed leave at most one such file, and that
// the next run clears it away.
func tempName(path string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".tmp")
}

// fill writes content to f, calls then when there is something to do before
// the content becomes durable, and closes f in any case.
func fill(f handle, content []byte, then func() error) error {
	if _, err := f.Write(content); err != nil {
		_ = f.Close()
		return err
	}
	return finish(f, true, then)
}

// finish calls then when there is something to do before the content becomes
// durable, makes it so unless that is impossible, and closes f in any case.
func finish(f handle, durable bool, then func() error) error {
	var err error
	if durable && then != nil {
		err = then()
	}
	if err == nil && durable {
		err = f.Sync() // or a crash could leave the new name with no content
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

// likeness gives f the owner and the mode of the file old. Both go to the file that
// is open: its name may be that of another one by now.
func likeness(f handle, old fs.FileInfo) error {
	keepOwner(f, old)
	return f.Chmod(old.Mode().Perm())
}
