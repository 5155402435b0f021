package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// showHelp shows what cobra would, and says when it cannot be written.
func showHelp(cmd *cobra.Command) error {
	about := cmp.Or(cmd.Long, cmd.Short)
	return printTo(func(out *stream) error {
		_, err := fmt.Fprintf(out, "%s\n\n%s", strings.TrimSpace(about), cmd.UsageString())
		return err
	})
}

// newHelpCmd takes the place of cobra's own, which prints the help of the
// program for a command that does not exist, and ends with 0.
func newHelpCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Show the help of a command",
		RunE: func(cmd *cobra.Command, args []string) error {
			target, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return usageError(fmt.Errorf("there is no command %q", strings.Join(args, " ")))
			}
			return target.Help()
		},
	}
}
