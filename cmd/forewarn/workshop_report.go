package main

import (
	"io"

	"github.com/spf13/cobra"

	"forewarn/audit"
	"forewarn/audit/report"
	"forewarn/audit/report/json"
	"forewarn/audit/workshop"
	"forewarn/audit/workshop/room"
)

type workshopReportOptions struct {
	*workshopOptions
	tellingOptions
}

func newWorkshopReportCmd(w *workshopOptions) *cobra.Command {
	o := &workshopReportOptions{workshopOptions: w, tellingOptions: tellingOptions{globalOptions: w.globalOptions}}
	cmd := &cobra.Command{
		Use:   "report [SHEET|FOLDER…]",
		Short: "Tell the room where it agrees and where it does not",
		Long: `report tells a room what its sheets say, as far as merge has published it: which five
questions to talk about first, with the two positions in words, where roles see it
otherwise, who stands alone, and how the sheets fell on each question.

With the sheets named again, it prints the notes that their writers let be shown,
without names and in no order of theirs.`,
		Example: `  forewarn workshop report
  forewarn workshop report sheets -o html=room.html -o text`,
		RunE: func(_ *cobra.Command, args []string) error { return runWorkshopReport(o, args) },
	}
	o.addTo(cmd)
	return cmd
}

func runWorkshopReport(o *workshopReportOptions, sheets []string) error {
	w, auditor, err := o.load()
	if err != nil {
		return err
	}
	path := o.plan(w)
	targets, err := o.places(append(sheets, path, o.path)...)
	if err != nil {
		return err
	}
	plan, err := readPlan(path, auditor)
	if err != nil {
		return err
	}
	result, err := auditor.Score(plan, nil)
	if err != nil {
		return inputError(err)
	}
	g, published, err := o.notes(w, auditor, sheets)
	if err != nil {
		return err
	}
	said := room.Of(w, auditor.Bank, plan, result, g.Sheets, published)
	o.telling = telling{said.Document(), func(out io.Writer, opts report.Options) error { return json.WriteRoom(out, said, opts) }}
	if err := o.tell(targets); err != nil {
		return err
	}
	return refusals(len(g.Refused))
}

// notes reads the sheets of which notes are shown.
func (o *workshopReportOptions) notes(w *workshop.Workshop, auditor *audit.Auditor, paths []string) (*workshop.Gathered, *workshop.Published, error) {
	if len(paths) == 0 {
		return &workshop.Gathered{}, &workshop.Published{}, nil
	}
	return o.gather(paths, w, auditor)
}
