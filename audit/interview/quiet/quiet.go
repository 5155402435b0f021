// Package quiet keeps forewarn from asking the terminal for its background
// colour.
//
// The initialiser of bubbletea asks, and in a terminal that does not answer
// every command of the program then waits five seconds. Settling the colour
// beforehand makes it ask nothing. Go initialises, of the packages whose
// imports are ready, the one whose path sorts first: so this works exactly
// while this package imports nothing but lipgloss and its path sorts before
// github.com/charmbracelet/bubbletea. Whatever imports bubbletea imports this
// package for its side effect.
package quiet

import "github.com/charmbracelet/lipgloss"

// The value is never used: the interview shows only what reads well on a light
// and on a dark background.
func init() { lipgloss.SetHasDarkBackground(true) }
