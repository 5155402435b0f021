package disk

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
	"time"
)

// rename tries again for about a second: a virus scanner, an indexer or an
// editor that has the file open for a moment makes it fail.
func rename(from, to string) error {
	const tries = 8
	err := os.Rename(from, to)
	for i := 0; err != nil && i < tries; i++ {
		time.Sleep(5 * time.Millisecond << i)
		err = os.Rename(from, to)
	}
	return err
}

// syncDir has nothing to do: a folder cannot be synchronised here.
func syncDir(string) {}

// keepOwner has nothing to do: a new file belongs to whom its folder says.
func keepOwner(handle, fs.FileInfo) {}

func diskFull(err error) bool {
	const handleDiskFull, full = syscall.Errno(39), syscall.Errno(112)
	return errors.Is(err, full) || errors.Is(err, handleDiskFull)
}

func isMounted(error) bool { return false }

func readOnlyDisk(err error) bool {
	const writeProtect = syscall.Errno(19)
	return errors.Is(err, writeProtect)
}

func inUse(err error) bool {
	const sharingViolation, lockViolation = syscall.Errno(32), syscall.Errno(33)
	return errors.Is(err, sharingViolation) || errors.Is(err, lockViolation)
}
