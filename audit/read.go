package audit

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"forewarn/audit/yamldoc"
)

// ReadFile reads a plan file. It reads at most one byte more than a plan may
// have, which is enough for Parse to say that the file is too large. Anything
// but a regular file is refused unopened, so that a pipe cannot make it wait.
// The error says in plain words what to do next, and wraps the cause.
func ReadFile(path string) ([]byte, error) {
	if _, err := regular(path); err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, readFailure(path, err)
	}
	defer f.Close()
	src, err := io.ReadAll(io.LimitReader(f, yamldoc.MaxBytes+1))
	if err != nil {
		return nil, readFailure(path, err)
	}
	return src, nil
}

// regular returns what is known about the file at path, which may be a link to
// it, and refuses all that is not a file with content of its own.
func regular(path string) (fs.FileInfo, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, readFailure(path, err)
	case info.IsDir():
		return nil, &failure{doing: "reading", path: path, why: "it is a folder", next: fmt.Sprintf("name the file in it, such as %q", filepath.Join(path, "plan.yaml"))}
	case !info.Mode().IsRegular():
		return nil, &failure{doing: "reading", path: path, why: "it is a pipe or a device", next: "write the plan to a file, and name that, or give it to forewarn check -"}
	}
	return info, nil
}

// present reports whether something has this name, be it a link to nothing.
func present(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
