package disk

import "golang.org/x/sys/unix"

// swap lets two files change their names in one step, where the file system can.
func swap(a, b string) error {
	return unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
}
