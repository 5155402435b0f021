package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/charmbracelet/x/term"

	"forewarn/audit/report"
)

// tell writes a message for people to standard error. A terminal would break
// its lines within words; elsewhere a line stays whole, for programs to read.
func tell(text string) {
	text = strings.TrimRight(text, "\n")
	if term.IsTerminal(os.Stderr.Fd()) {
		if width, _, err := term.GetSize(os.Stderr.Fd()); err == nil && width > 0 {
			text = report.Wrap(text, width)
		}
	}
	fmt.Fprintln(os.Stderr, text)
}
