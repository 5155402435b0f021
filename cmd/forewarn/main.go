// Command forewarn audits how ready a social media or community initiative is.
package main

import (
	"errors"
	"os"

	"github.com/spf13/cobra"
)

func main() {
	os.Exit(run())
}

// run executes the command line and prints its error, once.
func run() int {
	cobra.MousetrapHelpText = "" // started from a file manager is fine too
	err := newRootCmd().Execute()
	var coded *codedError
	switch {
	case err == nil:
		return exitDone
	case !errors.As(err, &coded):
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
