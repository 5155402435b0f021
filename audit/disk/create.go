package disk

import (
	"errors"
	"io/fs"
	"os"
)

// Create writes a new file. It never writes over anything that has the name
// already, and leaves nothing behind when it fails.
func (k Kind) Create(path string, content []byte) error {
	err := realSystem().add(path, content, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return &failure{
			doing: "creating", path: path, err: err,
			why:  "there is something with this name already",
			next: k.taken(path),
		}
	}
	if err != nil {
		return k.writeFailure("creating", path, err)
	}
	return nil
}

// add writes a file that must not exist yet, durably and wholly or not at all.
func (s system) add(path string, content []byte, perm fs.FileMode) error {
	f, err := s.create(path, perm)
	if err != nil {
		return err
	}
	if err := fill(f, content, nil); err != nil {
		os.Remove(path)
		return err
	}
	s.syncDir(path)
	return nil
}
