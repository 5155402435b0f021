package disk

import (
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
)

// Write writes a file that nobody edits, such as a report, in one step: whoever
// reads it meanwhile, or after a failure, finds what was there before or all
// that is new. Of several that write it at the same time, the last one wins. A
// file that is there keeps its mode. A link is followed, and what is no regular
// file, such as /dev/stderr, is written to.
func (k Kind) Write(path string, content []byte) error {
	if err := realSystem().write(path, content); err != nil {
		return k.writeFailure("writing", path, err)
	}
	return nil
}

func (s system) write(path string, content []byte) error {
	old, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return s.writeNew(path, content)
	case err != nil:
		return err
	case !old.Mode().IsRegular():
		return os.WriteFile(path, content, 0)
	}
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return err
	}
	return s.swap(target, content, old)
}

// writeNew follows a link to nothing, as the shell does.
func (s system) writeNew(path string, content []byte) error {
	target, err := os.Readlink(path)
	if err != nil { // it is no link
		return s.swap(path, content, nil)
	}
	if !filepath.IsAbs(target) {
		folder, err := filepath.EvalSymlinks(filepath.Dir(path))
		if err != nil {
			return err
		}
		target = filepath.Join(folder, target)
	}
	return s.write(target, content)
}

// swap puts content at path in one step, in the likeness of old unless that is
// nil. There is no lock on such a file: the name of the unfinished file is random,
// so that nobody else writes or removes it.
func (s system) swap(path string, content []byte, old fs.FileInfo) (err error) {
	temp := filepath.Join(filepath.Dir(path), ".forewarn-"+strconv.FormatUint(rand.Uint64(), 36)+".tmp")
	perm := fs.FileMode(0o666)
	if old != nil {
		perm = 0o600 // until it has the mode of old
	}
	f, err := s.create(temp, perm)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(temp)
		}
	}()
	err = fill(f, content, func() error {
		if old == nil {
			return nil
		}
		return likeness(f, temp, old)
	})
	if err != nil {
		return err
	}
	if err := s.rename(temp, path); err != nil {
		return err
	}
	s.syncDir(path)
	return nil
}
