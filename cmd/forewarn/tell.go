package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/charmbracelet/x/term"

	"forewarn/audit/printable"
	"forewarn/audit/report/text"
)

// tell writes a message for people to standard error. A terminal would break
// its lines within words; elsewhere a line stays whole, for programs to read.
func tell(message string) {
	message = strings.TrimRight(message, "\n")
	if term.IsTerminal(os.Stderr.Fd()) {
		if width, _, err := term.GetSize(os.Stderr.Fd()); err == nil && width > 0 {
			message = text.Wrap(message, width)
		}
	}
	fmt.Fprintln(promptStream{newStream(os.Stderr, printable.Plain)}, message)
}
