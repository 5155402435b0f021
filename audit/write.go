package audit

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// WriteFile writes a report in one step: whoever reads it meanwhile, or after
// a failure, finds what was there before or all that is new. A link is
// followed, and what is no regular file, such as /dev/stderr, is written to.
func WriteFile(path string, content []byte) error {
	if err := realDisk().write(path, content); err != nil {
		return writeFailure("writing", path, err)
	}
	return nil
}

func (d disk) write(path string, content []byte) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return d.addWhole(path, content)
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return os.WriteFile(path, content, 0)
	}
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return err
	}
	return d.replace(target, content)
}

// addWhole writes a new file under another name first.
func (d disk) addWhole(path string, content []byte) error {
	temp := tempName(path)
	os.Remove(temp) // left by a run that was killed
	if err := d.add(temp, content, 0o666); err != nil {
		return err
	}
	if err := d.rename(temp, path); err != nil {
		os.Remove(temp)
		return err
	}
	d.syncDir(path)
	return nil
}
