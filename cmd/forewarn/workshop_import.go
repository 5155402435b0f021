package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"forewarn/audit/disk"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/workshop"
	"forewarn/questions"
)

type workshopImportOptions struct {
	*workshopOptions
	folder string
	dryRun bool
}

func newWorkshopImportCmd(w *workshopOptions) *cobra.Command {
	o := &workshopImportOptions{workshopOptions: w}
	cmd := &cobra.Command{
		Use:   "import FILE.csv",
		Short: "Take in the answers of a survey tool",
		Long: `import makes sheets of what a survey tool gives back as CSV: a row a person, a column a
question, a column for the role. Questions are known by their ids or their words,
answers by their lines or by the digits of these. It says what it has understood, and
names the columns that it has not; --dry-run says that alone.

A response is known by the column "response id" where there is one, and else by the
file and the row: whoever imports a table twice makes no second sheet of it.`,
		Example: `  forewarn workshop import --dry-run answers.csv
  forewarn workshop import answers.csv -o sheets && forewarn workshop merge sheets`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError(errors.New("import takes the name of one file"))
			}
			return runWorkshopImport(o, args[0])
		},
	}
	cmd.Flags().StringVarP(&o.folder, "output", "o", "", "the folder that the sheets go to (default sheets, beside the workshop's file)")
	cmd.Flags().BoolVar(&o.dryRun, "dry-run", false, "say what was understood, and write nothing")
	return cmd
}

func runWorkshopImport(o *workshopImportOptions, path string) error {
	w, auditor, err := o.load()
	if err != nil {
		return err
	}
	src, err := disk.Kind{MaxBytes: workshop.MostTable}.Read(path)
	if err != nil {
		return inputError(err)
	}
	table, err := workshop.ReadTable(filepath.ToSlash(path), src, w, auditor.Bank)
	if table != nil {
		tellColumns(table, auditor.Bank)
	}
	if err != nil {
		return &codedError{code: exitInput, err: fmt.Errorf("reading %q: %w", path, err), next: "To see which columns it takes, run: forewarn workshop form -o csv=form.csv"}
	}
	for _, r := range table.Refused {
		tell(fmt.Sprintf("%s does not count: %s", printable.Text(r.Name), printable.Text(r.Why)))
	}
	if err := o.write(table, w, auditor.Bank); err != nil {
		return err
	}
	return refusals(len(table.Refused))
}

// tellColumns says what each column was taken for.
func tellColumns(t *workshop.Table, bank *questions.Bank) {
	var known, unknown []string
	for _, c := range t.Columns {
		header := "“" + printable.Text(c.Header) + "”"
		switch _, q := bank.Question(c.Means); {
		case c.Means == "":
			unknown = append(unknown, header)
		case q != nil:
			known = append(known, fmt.Sprintf("%s: %s", header, q.Ask))
		default:
			known = append(known, fmt.Sprintf("%s: the %s", header, c.Means))
		}
	}
	if len(known) > 0 {
		tell("Understood:\n  " + strings.Join(known, "\n  "))
	}
	if len(unknown) > 0 {
		tell("Not understood, and left out: " + strings.Join(unknown, ", "))
	}
}

// write writes the sheets that are not there yet.
func (o *workshopImportOptions) write(t *workshop.Table, w *workshop.Workshop, bank *questions.Bank) error {
	folder := o.folder
	if folder == "" {
		folder = filepath.Join(filepath.Dir(o.path), "sheets")
	}
	there, err := imported(folder, w, bank)
	if err != nil {
		return err
	}
	fresh, before := 0, 0
	for _, s := range t.Sheets {
		if old, ok := there[s.From]; ok {
			if !old.Says(s.Sheet) {
				t.Refused = append(t.Refused, workshop.Refusal{Name: s.Name, Why: ""})
				tell(fmt.Sprintf("%s does not count: it was imported before, as %s, and says something else now", printable.Text(s.Name), printable.Text(old.Name)))
				continue
			}
			before++
			continue
		}
		fresh++
		if o.dryRun {
			continue
		}
		if err := o.create(folder, s, w, bank); err != nil {
			return err
		}
	}
	says := fmt.Sprintf("%s in %s", report.Counted(fresh, "sheet is new", "sheets are new"), printable.Text(folder))
	if o.dryRun {
		says = fmt.Sprintf("%s be new in %s; nothing was written", report.Counted(fresh, "sheet would", "sheets would"), printable.Text(folder))
	}
	if before > 0 {
		says += fmt.Sprintf(", and %s imported before", report.Counted(before, "was", "were"))
	}
	tell(says + ".")
	if fresh > 0 && !o.dryRun {
		tell("To count them into the plan: forewarn workshop merge " + printable.Word(folder))
	}
	return nil
}

// imported are the sheets of a folder that came from a survey, by their response.
func imported(folder string, w *workshop.Workshop, bank *questions.Bank) (map[string]workshop.Handed, error) {
	there := map[string]workshop.Handed{}
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return there, nil
	}
	handed, _, err := workshop.Collect([]string{folder}, w, bank)
	if err != nil {
		return nil, inputError(err)
	}
	for _, h := range handed {
		if h.From != "" {
			there[h.From] = h
		}
	}
	return there, nil
}

func (o *workshopImportOptions) create(folder string, s workshop.Handed, w *workshop.Workshop, bank *questions.Bank) error {
	s.Number = workshop.NewNumber()
	if err := (disk.Kind{}).MakeFolder(folder); err != nil {
		return inputError(err)
	}
	if err := workshop.Create(filepath.Join(folder, "sheet-"+s.Number[:8]+".yaml"), s.Entries(w, bank)); err != nil {
		return inputError(err)
	}
	return nil
}
