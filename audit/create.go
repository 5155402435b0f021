package audit

import (
	"errors"
	"io/fs"
	"os"
)

// Create writes a new plan file. It never writes over anything that has the
// name already, and leaves nothing behind when it fails.
func Create(path string, content []byte) error {
	err := realDisk().add(path, content, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return &failure{
			doing: "creating", path: path, err: err,
			why:  "there is something with this name already",
			next: "choose another name, or to go on with it, run: " + command("ask", path),
		}
	}
	if err != nil {
		return writeFailure("creating", path, err)
	}
	return nil
}

// add writes a file that must not exist yet, durably and wholly or not at all.
func (d disk) add(path string, content []byte, perm fs.FileMode) error {
	f, err := d.create(path, perm)
	if err != nil {
		return err
	}
	if err := fill(f, content, nil); err != nil {
		os.Remove(path)
		return err
	}
	d.syncDir(path)
	return nil
}
