//go:build unix

package interview

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	tea "github.com/charmbracelet/bubbletea"
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
		if err := p.ReleaseTerminal(); err != nil {
			return
		}
		back := make(chan os.Signal, 1)
		signal.Notify(back, syscall.SIGCONT)
		signal.Stop(asked) // so that the signal stops this process, too
		_ = syscall.Kill(0, syscall.SIGTSTP)
		select {
		case <-back:
		case <-time.After(notStopped):
		}
		signal.Stop(back)
		signal.Notify(asked, syscall.SIGTSTP)
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

// notStopped is after how long it is clear that the system has not stopped the process.
const notStopped = 300 * time.Millisecond
