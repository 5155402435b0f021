package interview

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/term"
	"github.com/muesli/termenv"
)

// Run holds the interview on the whole screen of a terminal and restores it
// afterwards. An error means that the terminal could not be used; what was
// answered is saved in any case.
func Run(store Store, opts Options, in, out *os.File) (Outcome, error) {
	return newModel(store, opts).run(in, out)
}

// run shows a model until it ends.
func (m *model) run(in, out *os.File) (Outcome, error) {
	// All that is coloured is coloured by the theme; the fields would add to it.
	profile := lipgloss.ColorProfile()
	lipgloss.SetColorProfile(termenv.Ascii)
	defer lipgloss.SetColorProfile(profile)

	// Bubbletea's own handler takes SIGTERM for a normal end, leaves SIGHUP
	// alone, and can hang with the terminal still in raw mode.
	p := tea.NewProgram(m, tea.WithInput(inPieces(in)), tea.WithOutput(out), tea.WithAltScreen(), tea.WithoutSignalHandler())
	var undo func()
	m.pause, undo = pausing(p)
	defer undo()
	before, _ := term.GetState(in.Fd()) // nil where there is none to come back to
	stuck := make(chan os.Signal, 1)
	stopListening := onSignal(func(s os.Signal) {
		go p.Send(signalMsg{s})
		time.AfterFunc(mostWait, func() { stuck <- s })
	})
	defer stopListening()
	over := make(chan error, 1)
	go func() {
		_, err := p.Run()
		over <- err
	}()
	select {
	case err := <-over:
		return ended(m, err)
	case s := <-stuck:
		if before != nil {
			_ = term.Restore(in.Fd(), before) // there is nobody left to be told
		}
		return Outcome{End: Signalled, Signal: s, Unseen: true}, nil
	}
}

// mostWait is how long the end waits for a terminal that has stopped reading what is
// written to it.
const mostWait = time.Second

// ended is the outcome of a program that has run.
func ended(m *model, err error) (Outcome, error) {
	switch {
	case m.outcome != nil:
		return *m.outcome, nil
	case errors.Is(err, syscall.EIO):
		// The terminal was closed, and its end was read before its signal came.
		m.end(Signalled, syscall.SIGHUP)
		return *m.outcome, nil
	case err == nil:
		err = errors.New("it ended by itself")
	}
	return m.flow.outcome(Stopped, m.widget.value()), fmt.Errorf("showing the questions on the terminal: %w", err)
}

// onSignal calls do for the first signal that asks the program to end, until
// the function that it returns is called.
func onSignal(do func(os.Signal)) (stop func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	over := make(chan struct{})
	go func() {
		select {
		case s := <-signals:
			do(s)
		case <-over:
		}
	}()
	return func() {
		signal.Stop(signals)
		close(over)
	}
}
