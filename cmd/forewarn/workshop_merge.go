package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"forewarn/audit"
	"forewarn/audit/planfile"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/workshop"
)

type workshopMergeOptions struct {
	*workshopOptions
	dryRun bool
}

func newWorkshopMergeCmd(w *workshopOptions) *cobra.Command {
	o := &workshopMergeOptions{workshopOptions: w}
	cmd := &cobra.Command{
		Use:   "merge SHEET|FOLDER…",
		Short: "Count the sheets into the plan",
		Long: `merge counts sheets into the plan of the workshop: beside each question stands how they
fell, and where nobody has answered it, the lower median becomes the answer. Name all
sheets each time, as files or as a folder. What was published is remembered, by hashes
that tell no answers, in a file beside workshop.yaml; commit that with the plan.

A sheet that is named twice counts once. One that was changed, or belongs to another
workshop or edition, does not count, and is named. Nothing is published about fewer
sheets than the minimum, nor about what later sheets add while those are fewer.`,
		Example: `  forewarn workshop merge sheets
  forewarn workshop merge --dry-run sheets late/*.yaml`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError(errors.New("name the sheets, or the folder that they are in"))
			}
			return runWorkshopMerge(o, args)
		},
	}
	cmd.Flags().BoolVar(&o.dryRun, "dry-run", false, "say what would be published, and write nothing")
	return cmd
}

func runWorkshopMerge(o *workshopMergeOptions, paths []string) error {
	w, auditor, err := o.load()
	if err != nil {
		return err
	}
	g, published, err := o.gather(paths, w, auditor)
	if err != nil {
		return err
	}
	if n := len(g.Twice); n > 0 {
		tell(report.Counted(n, "sheet was named again, and counts once.", "sheets were named again, and count once."))
	}
	m := workshop.Merge(w, auditor.Bank, g.Sheets, published, auditor.AsOf.Day)
	if err := o.write(w, m, published, auditor); err != nil {
		return err
	}
	return refusals(len(g.Refused))
}

// gather reads the sheets, and what was published before.
func (o *workshopOptions) gather(paths []string, w *workshop.Workshop, auditor *audit.Auditor) (*workshop.Gathered, *workshop.Published, error) {
	published, err := workshop.LoadPublished(o.path, w)
	if err != nil {
		return nil, nil, readError(err)
	}
	handed, refused, err := workshop.Collect(paths, w, auditor.Bank)
	if err != nil {
		return nil, nil, inputError(err)
	}
	g, err := workshop.Gather(handed, published)
	g.Refused = append(refused, g.Refused...)
	for _, r := range g.Refused {
		tell(fmt.Sprintf("%s does not count: %s", printable.Text(r.Name), printable.Text(r.Why)))
	}
	if err != nil {
		return nil, nil, inputError(err)
	}
	return g, published, nil
}

// write writes what is published: first that it is, so that a merge that is cut off can
// never be followed by one that tells more than it may.
func (o *workshopMergeOptions) write(w *workshop.Workshop, m *workshop.Merged, before *workshop.Published, auditor *audit.Auditor) error {
	path := o.plan(w)
	if o.dryRun {
		tell(o.says(m, before, nil, path) + " Nothing was written.")
		return nil
	}
	if len(m.Heard) == 0 {
		tell(o.says(m, before, nil, path))
		return nil
	}
	file, err := planfile.Open(path, auditor.Bank)
	if err != nil {
		return readError(err)
	}
	answered, err := o.save(w, m, before, auditor, file)
	if err := errors.Join(err, file.Close()); err != nil {
		return inputError(err)
	}
	tell(o.says(m, before, answered, path))
	return nil
}

func (o *workshopMergeOptions) save(w *workshop.Workshop, m *workshop.Merged, before *workshop.Published, auditor *audit.Auditor, file *planfile.File) ([]string, error) {
	if is := file.Plan().Bank; is != w.Bank {
		return nil, fmt.Errorf("%q answers the questions %s %s, and the workshop asks %s %s; answer what has changed first, with forewarn ask", o.plan(w), is.ID, is.Version, w.Bank.ID, w.Bank.Version)
	}
	if m.After != before {
		if err := m.After.Save(o.path); err != nil {
			return nil, err
		}
	}
	return file.Hear(m.Heard, auditor.AsOf.Day)
}

// says tells what became of the sheets.
func (o *workshopMergeOptions) says(m *workshop.Merged, before *workshop.Published, answered []string, path string) string {
	sheets := m.Sheets + m.Waiting
	says := report.Counted(sheets, "sheet counts", "sheets count") + "."
	switch {
	case len(m.Heard) == 0:
		return says + " Nothing is published yet: " + needed(m)
	case m.After == before && m.Waiting > 0:
		return says + fmt.Sprintf(" %s published, as before, and %s: %s", report.Counted(m.Sheets, "is", "are"), report.Counted(m.Waiting, "waits", "wait"), needed(m))
	case m.After == before:
		return says + " All of them were published before."
	}
	says += fmt.Sprintf(" How they fell on %s is in %s.", report.Counted(len(m.Heard), "question", "questions"), printable.Text(path))
	if n := len(answered); n > 0 {
		says += fmt.Sprintf(" The answer to %s is theirs.", report.Counted(n, "question", "questions"))
	}
	return says
}

// needed says how many sheets are missing before anything more is published.
func needed(m *workshop.Merged) string {
	return report.Counted(m.Missing, "more is needed.", "more are needed.")
}
