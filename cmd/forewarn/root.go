package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"forewarn/audit/yamldoc"
)

const rootHelp = `forewarn audits how ready a social media or community initiative is, before it
starts and while it runs. It asks questions, each with five answers to choose
from, keeps yours in a plan.yaml, and grades them. Its warnings say how CRM
projects (customer relationship management) failed, which line of your plan
looks like it, and what to do first.

In a terminal, forewarn alone starts or resumes the audit of ./plan.yaml and then
shows the report. To see a report at once:

  forewarn new --example example.yaml
  forewarn report example.yaml

Exit codes:
  0    done, or the gate passed
  1    the gate did not pass
  2    wrong usage
  3    a plan or other input could not be read, is invalid, or could not be written
  129  ended because the terminal closed
  130  ended by Ctrl-C
  143  ended by SIGTERM`

func newRootCmd() *cobra.Command {
	g, version := &globalOptions{}, false
	cmd := &cobra.Command{
		Use:           "forewarn",
		Short:         "Audit how ready a social media or community initiative is",
		Long:          rootHelp,
		SilenceErrors: true, // main prints the error, once
		SilenceUsage:  true,

		PersistentPreRunE: g.check,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if version {
				return printTo(func(out *stream) error {
					_, err := fmt.Fprintf(out, "forewarn %s\n", programVersion())
					return err
				})
			}
			if !interactive() {
				return cmd.Help()
			}
			return runAsk(&askOptions{globalOptions: g}, nil)
		},
	}
	cmd.Flags().BoolVarP(&version, "version", "v", false, "version for forewarn")
	cmd.SetHelpCommand(newHelpCmd())
	cmd.SetFlagErrorFunc(flagError)
	cmd.PersistentFlags().StringVar(&g.asOf, "as-of", "", "the date of the audit, such as 2026-11-02 (default today)")
	cmd.PersistentFlags().StringVar(&g.color, "color", "auto", "use colours: auto, always or never")
	byBank := []*cobra.Command{
		newAskCmd(g), newNewCmd(g), newReportCmd(g), newCheckCmd(g), newReviewCmd(g), newDiffCmd(g), newHistoryCmd(g), newWorkshopCmd(g), newExplainCmd(g), newSchemaCmd(g),
	}
	g.addBank(byBank...)
	cmd.AddCommand(byBank...)
	cmd.AddCommand(newBankCmd(g), newCompletionCmd(), newManCmd(), newVersionCmd())
	addCompletions(cmd, g)
	return cmd
}

// flagError names the flag that may be meant by one that there is not.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return usageError(err)
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if near := yamldoc.Suggest(unknown.GetSpecifiedName(), names); near != "" {
		err = fmt.Errorf("%w; did you mean --%s?", err, near)
	}
	return usageError(err)
}
