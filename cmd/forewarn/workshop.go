package main

import (
	"errors"
	"path/filepath"

	"github.com/spf13/cobra"

	"forewarn/audit"
	"forewarn/audit/report"
	"forewarn/audit/workshop"
)

// defaultWorkshop is the file that the commands of a workshop read unless another is named.
const defaultWorkshop = "workshop.yaml"

// workshopOptions are the flags that every command of a workshop takes.
type workshopOptions struct {
	*globalOptions
	path string // of workshop.yaml
}

func newWorkshopCmd(g *globalOptions) *cobra.Command {
	o := &workshopOptions{globalOptions: g}
	cmd := &cobra.Command{
		Use:   "workshop",
		Short: "Let many people answer apart, and count their sheets into one plan",
		Long: `A workshop is many people on one plan: each answers apart, then the room sees where it
splits. new begins one. form writes the questions as a page to fill in, answer asks them
in the terminal, and import takes in what a survey tool gives back: each makes sheets
without names. merge counts the sheets into the plan, and report tells the
room where it agrees and where it does not. Nothing is published about a group that is
too small to hide in.

Whoever merges sees the sheets, and in a small room a voice is known by what it says:
the sheets keep names out of the plan, not out of anybody's head.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.PersistentFlags().StringVar(&o.path, "workshop", defaultWorkshop, "the file of the workshop")
	cmd.AddCommand(newWorkshopNewCmd(o), newWorkshopFormCmd(o), newWorkshopAnswerCmd(o), newWorkshopMergeCmd(o), newWorkshopReportCmd(o), newWorkshopImportCmd(o))
	g.addBank(cmd.Commands()...)
	return cmd
}

// load reads the workshop, with the auditor of the day.
func (o *workshopOptions) load() (*workshop.Workshop, *audit.Auditor, error) {
	auditor, err := o.auditor(o.path)
	if err != nil {
		return nil, nil, err
	}
	w, err := workshop.Load(o.path, auditor.Bank)
	if err != nil {
		return nil, nil, readError(err)
	}
	return w, auditor, nil
}

// plan is where the plan of a workshop lies.
func (o *workshopOptions) plan(w *workshop.Workshop) string {
	return filepath.Join(filepath.Dir(o.path), w.Plan)
}

// refusals is the error that some sheets do not count; each was told of by itself.
func refusals(n int) error {
	if n == 0 {
		return nil
	}
	return &codedError{code: exitInput, err: errors.New(report.Counted(n, "sheet does not count", "sheets do not count") + ", for the reason given above")}
}
