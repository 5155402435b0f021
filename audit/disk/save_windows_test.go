package disk

import "syscall"

func errFull() error { return syscall.Errno(112) }
