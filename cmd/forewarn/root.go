package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"forewarn/audit"
	"forewarn/audit/report"
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

// defaultPlan is the plan that commands use when none is named.
const defaultPlan = "plan.yaml"

// globalOptions are the flags that every command takes.
type globalOptions struct {
	asOf  string
	color string
}

func newRootCmd() *cobra.Command {
	g := &globalOptions{}
	cmd := &cobra.Command{
		Use:           "forewarn",
		Short:         "Audit how ready a social media or community initiative is",
		Long:          rootHelp,
		Version:       programVersion(),
		SilenceErrors: true, // main prints the error, once
		SilenceUsage:  true,

		PersistentPreRunE: g.check,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !interactive() {
				return cmd.Help()
			}
			return runAsk(&askOptions{globalOptions: g, path: defaultPlan})
		},
	}
	cmd.SetVersionTemplate("forewarn {{.Version}}\n")
	cmd.SetHelpCommand(newHelpCmd())
	cmd.PersistentFlags().StringVar(&g.asOf, "as-of", "", "the date of the audit, such as 2026-11-02 (default today)")
	cmd.PersistentFlags().StringVar(&g.color, "color", "auto", "use colours: auto, always or never")
	cmd.AddCommand(
		newAskCmd(g), newNewCmd(), newReportCmd(g), newCheckCmd(g), newExplainCmd(g),
		newSchemaCmd(), newCompletionCmd(), newManCmd(), newVersionCmd(),
	)
	addCompletions(cmd)
	return cmd
}

// date is the date of the audit, midnight UTC.
func (g *globalOptions) date() (time.Time, error) {
	if g.asOf == "" {
		y, m, d := time.Now().Date()
		return time.Date(y, m, d, 0, 0, 0, 0, time.UTC), nil
	}
	t, err := time.Parse(time.DateOnly, g.asOf)
	if err != nil {
		return t, usageError(fmt.Errorf("--as-of %q is not a date like 2026-11-02", g.asOf))
	}
	return t, nil
}

// auditor audits plans by the bank that is built in.
func (g *globalOptions) auditor() (*audit.Auditor, error) {
	today, err := g.date()
	if err != nil {
		return nil, err
	}
	bank, err := audit.Bank()
	if err != nil {
		return nil, inputError(err)
	}
	return &audit.Auditor{Bank: bank, AsOf: today}, nil
}

// textOptions says how to show text on standard output.
func (g *globalOptions) textOptions() report.Options {
	o := report.Options{Color: g.colour(os.Stdout)}
	if term.IsTerminal(os.Stdout.Fd()) {
		o.Width, _, _ = term.GetSize(os.Stdout.Fd()) // 0 when not known
	}
	return o
}

// colour reports whether to use colours on f. The flag has been checked.
func (g *globalOptions) colour(f *os.File) bool {
	if g.color != "auto" {
		return g.color == "always"
	}
	return term.IsTerminal(f.Fd()) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

func (g *globalOptions) check(*cobra.Command, []string) error {
	if !slices.Contains([]string{"auto", "always", "never"}, g.color) {
		return usageError(fmt.Errorf("--color %q is not auto, always or never", g.color))
	}
	return nil
}

// interactive reports whether somebody can be asked: the questions are shown
// on standard error, so that standard output holds results alone.
func interactive() bool {
	return term.IsTerminal(os.Stdin.Fd()) && term.IsTerminal(os.Stderr.Fd())
}

// atMostOneFile takes the plan from the arguments, or the default one.
func atMostOneFile(args []string) (string, error) {
	switch len(args) {
	case 0:
		return defaultPlan, nil
	case 1:
		return args[0], nil
	}
	return "", usageError(errors.New("more than one file is named"))
}
