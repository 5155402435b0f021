//go:build unix

package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

func rename(from, to string) error { return os.Rename(from, to) }

// syncDir passes over errors: some file systems cannot do it, and by then the
// rename has been done, so that calling the save a failure would be wrong.
func syncDir(inside string) {
	dir, err := os.Open(filepath.Dir(inside))
	if err != nil {
		return
	}
	defer dir.Close()
	_ = dir.Sync()
}

// keepOwner matters to an administrator who edits the file of somebody else,
// and to a file shared with a group. Others may not do it, and need not.
func keepOwner(f handle, old fs.FileInfo) {
	if s, ok := old.Sys().(*syscall.Stat_t); ok {
		_ = f.Chown(int(s.Uid), int(s.Gid))
	}
}

func diskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

// isMounted is so of a file that is mounted by itself, as into a container: it
// cannot be replaced, only its folder's files can.
func isMounted(err error) bool {
	return errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.EXDEV)
}

func readOnlyDisk(err error) bool { return errors.Is(err, syscall.EROFS) }

// inUse is never so here: an open file can be replaced.
func inUse(error) bool { return false }
