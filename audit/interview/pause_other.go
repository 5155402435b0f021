//go:build !unix

package interview

import tea "github.com/charmbracelet/bubbletea"

// pausing does nothing where there are no jobs of a shell.
func pausing(*tea.Program) (pause, undo func()) { return nil, func() {} }
