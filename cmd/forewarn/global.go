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
	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/yamldoc"
	"forewarn/questions"
)

// globalOptions are the flags that every command takes.
type globalOptions struct {
	asOf  string
	color string

	bank      string // the file that a flag names
	bankGiven bool
	banks     map[string]*questions.Bank // read so far, by their file; the one that is built in without a name
}

// date is the day of the audit.
func (g *globalOptions) date() (planfile.AsOf, error) {
	if g.asOf == "" {
		return planfile.Now(time.Now()), nil
	}
	t, err := time.Parse(time.DateOnly, g.asOf)
	if err != nil {
		hint := ""
		if day := yamldoc.MendDate(g.asOf); day != "" {
			hint = "; write " + day
		}
		return planfile.AsOf{}, usageError(fmt.Errorf("--as-of %q is not a date like 2026-11-02%s", g.asOf, hint))
	}
	return planfile.OnDay(t), nil
}

// auditor audits plans by the bank for this one.
func (g *globalOptions) auditor(plan string) (*audit.Auditor, error) {
	today, err := g.date()
	if err != nil {
		return nil, err
	}
	bank, err := g.bankFor(plan)
	if err != nil {
		return nil, err
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

func (g *globalOptions) check(cmd *cobra.Command, _ []string) error {
	g.bankGiven = cmd.Flags().Changed("bank")
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

// defaultPlan is the plan that commands use when none is named.
const defaultPlan = "plan.yaml"
