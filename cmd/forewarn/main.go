// Command forewarn audits how ready a social media or community initiative is.
package main

import (
	"cmp"
	"errors"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func main() {
	os.Exit(run())
}

// boundMemory makes the collector work harder above the memory that a usual plan
// takes, so that one with tens of thousands of findings takes less than 100 MB
// in all formats at once, and hardly more time.
func boundMemory() {
	const usual = 72 << 20
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(usual)
	}
}

// run executes the command line and prints its error, once.
func run() int {
	boundMemory()
	cobra.MousetrapHelpText = "" // started from a file manager is fine too
	root := newRootCmd()
	var helped error
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { helped = showHelp(cmd) })
	err := cmp.Or(root.Execute(), helped)
	var coded *codedError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &coded):
	default:
		// What comes back without a code is cobra's: a wrong command or flag.
		coded = usageError(err)
	}
	if coded.err != nil {
		tell("forewarn: " + coded.err.Error())
	}
	if coded.next != "" {
		tell(coded.next)
	}
	return coded.code
}
