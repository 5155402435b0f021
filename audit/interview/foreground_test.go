//go:build linux || darwin

package interview

import (
	"os"

	"golang.org/x/sys/unix"
)

// foreground is the process group that has a terminal.
func foreground(tty *os.File) (int, error) {
	return unix.IoctlGetInt(int(tty.Fd()), unix.TIOCGPGRP)
}
