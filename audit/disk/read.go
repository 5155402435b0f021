package disk

import (
	"cmp"
	"io"
	"io/fs"
	"os"
)

// Read reads a file. Anything but a regular one is refused unopened, so that a
// pipe cannot make it wait. The error says in plain words what to do next, and
// wraps the cause.
func (k Kind) Read(path string) ([]byte, error) {
	if _, err := k.regular(path); err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, k.readFailure(path, err)
	}
	defer f.Close()
	src, err := io.ReadAll(io.LimitReader(f, k.MaxBytes+1))
	if err != nil {
		return nil, k.readFailure(path, err)
	}
	return src, nil
}

// regular returns what is known about the file at path, which may be a link to
// it, and refuses all that is not a file with content of its own.
func (k Kind) regular(path string) (fs.FileInfo, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, k.readFailure(path, err)
	case info.IsDir():
		return nil, &failure{doing: "reading", path: path, why: "it is a folder", next: k.folder(path)}
	case !info.Mode().IsRegular():
		return nil, &failure{doing: "reading", path: path, why: "it is a pipe or a device", next: cmp.Or(k.IfPipe, "name a file")}
	}
	return info, nil
}

// present reports whether something has this name, be it a link to nothing.
func present(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
