package interview

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// Run holds the interview on the whole screen of a terminal and restores it
// afterwards. An error means that the terminal could not be used; what was
// answered is saved in any case.
func Run(store Store, opts Options, in, out *os.File) (Outcome, error) {
	// All that is coloured is coloured by the theme; the fields would add to it.
	profile := lipgloss.ColorProfile()
	lipgloss.SetColorProfile(termenv.Ascii)
	defer lipgloss.SetColorProfile(profile)

	m := newModel(store, opts)
	// Bubbletea's own handler takes SIGTERM for a normal end, leaves SIGHUP
	// alone, and can hang with the terminal still in raw mode.
	p := tea.NewProgram(m, tea.WithInput(in), tea.WithOutput(out), tea.WithAltScreen(), tea.WithoutSignalHandler())
	stopListening := onSignal(func(s os.Signal) { p.Send(signalMsg{s}) })
	_, err := p.Run()
	stopListening()
	return ended(m, err)
}

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
	return m.flow.outcome(Stopped), fmt.Errorf("showing the questions on the terminal: %w", err)
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
