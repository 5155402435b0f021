//go:build unix

package interview

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"golang.org/x/sys/unix"
)

// pausing lets the shell have the terminal when somebody presses Ctrl-Z or when a
// signal from outside asks for it, and draws again once it comes back. A terminal
// without a shell behind it, to which nobody would come back, is not left.
func pausing(p *tea.Program) (pause, undo func()) {
	asked, over := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(asked, syscall.SIGTSTP)
	var one sync.Mutex
	pause = func() {
		if !one.TryLock() {
			return
		}
		defer one.Unlock()
		if !isShellJob() || p.ReleaseTerminal() != nil {
			return
		}
		stopJob()
		_ = p.RestoreTerminal() // what is wrong with it shows with the next key
	}
	go func() {
		for {
			select {
			case <-asked:
				pause()
			case <-over:
				return
			}
		}
	}()
	return pause, func() {
		signal.Stop(asked)
		close(over)
	}
}

// isShellJob reports whether a shell has started this process as a job: then its group
// is another one than that of the session's leader.
func isShellJob() bool {
	leader, err := unix.Getsid(0)
	return err == nil && leader != unix.Getpgrp()
}

// stopJob stops the job, as the terminal does for Ctrl-Z, and returns when it goes on. Go
// does not give SIGTSTP its own meaning back once somebody was notified of it, so the
// signal that nobody can catch does it.
func stopJob() {
	back := make(chan os.Signal, 1)
	signal.Notify(back, syscall.SIGCONT)
	defer signal.Stop(back)
	_ = syscall.Kill(0, syscall.SIGSTOP)
	select {
	case <-back:
	case <-time.After(notStopped):
	}
}

// notStopped is after how long it is clear that the system has not stopped the process.
const notStopped = 300 * time.Millisecond
