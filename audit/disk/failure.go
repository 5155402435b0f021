package disk

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// readFailure says why path could not be read.
func (k Kind) readFailure(path string, err error) error {
	f := &failure{doing: "reading", path: path, err: err}
	switch {
	case errors.Is(err, fs.ErrNotExist) && present(path):
		f.why, f.next = "it is a link to a file that is not there", "mend the link, or name the file itself"
	case errors.Is(err, fs.ErrNotExist):
		f.why, f.next = "there is no such file", k.missing(path)
	case errors.Is(err, fs.ErrPermission):
		f.why, f.next = "you may not read it", "ask its owner for permission to read it"
	default:
		f.why, f.next = bare(err), "check the path"
	}
	return f
}

// writeFailure says why path could not be written. The folder that it speaks of
// is the one that err is about, as path may be a link into another.
func (k Kind) writeFailure(doing, path string, err error) error {
	f := &failure{doing: doing, path: path, err: err}
	dir, wayOut := filepath.Dir(cmp.Or(about(err), path)), cmp.Or(k.Elsewhere, "write it elsewhere")
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.why, f.next = fmt.Sprintf("the folder %q is not there", dir), "make that folder, then try again"
	case errors.Is(err, fs.ErrExist):
		f.why, f.next = fmt.Sprintf("%q is in the way", about(err)), "remove it, then try again"
	case errors.Is(err, syscall.EISDIR):
		f.why, f.next = "it is a folder", k.folder(path)
	case errors.Is(err, syscall.ENOTDIR):
		f.why, f.next = "there is a file where a folder should be", wayOut
	case diskFull(err):
		f.why, f.next = "the disk is full", "free some space, then try again"
	case errors.Is(err, fs.ErrPermission), readOnlyDisk(err):
		f.why, f.next = fmt.Sprintf("nothing may be written in the folder %q", dir), "make that folder writable, or "+wayOut
	case isMounted(err):
		f.why, f.next = "it is mounted by itself, and so cannot be replaced", "mount the folder that it is in"
	case inUse(err):
		f.why, f.next = "another program has the file open", "close it there, then try again"
	default:
		f.why, f.next = bare(err), "try again, or "+wayOut
	}
	return f
}

// bare is the innermost reason in err, without the operations and the paths
// around it, which the failure names in its own way.
func bare(err error) string {
	for inner := errors.Unwrap(err); inner != nil; inner = errors.Unwrap(err) {
		err = inner
	}
	return err.Error()
}

// about is the path that err is about, if it says; of two, the new one.
func about(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Path
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.New
	}
	return ""
}
