package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"forewarn/audit/disk"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/workshop/form"
)

type workshopFormOptions struct {
	*workshopOptions
	specs []string // [FORMAT=]PATH each
}

func newWorkshopFormCmd(w *workshopOptions) *cobra.Command {
	o := &workshopFormOptions{workshopOptions: w}
	cmd := &cobra.Command{
		Use:   "form",
		Short: "Write the questions as a page to fill in, as text or as a table",
		Long: `form writes the questionnaire for those who answer it: as one page that is opened from a
mail or a stick, on a phone or a laptop, and needs no network and no server. It keeps
what is said in the browser, and ends with a sheet to download or to copy as text;
merge takes both. Printed, or where no script runs, it is a form for paper. Mail
programs run none in their preview: the page then says to save it and open it.

As text, the questions can be answered in a mail; as CSV, they can be set up in a survey
tool, whose answers import takes back.`,
		Example: `  forewarn workshop form
  forewarn workshop form -o questionnaire.html
  forewarn workshop form -o text=questions.txt -o csv=questions.csv`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return runWorkshopForm(o) },
	}
	cmd.Flags().StringArrayVarP(&o.specs, "output", "o", []string{"form.html"}, "write PATH as HTML, or FORMAT=PATH with html, text or csv; - is standard output; may be given several times")
	return cmd
}

// formTarget is a form to be written, and where to.
type formTarget struct {
	write func(io.Writer) error
	path  string
}

func runWorkshopForm(o *workshopFormOptions) error {
	w, auditor, err := o.load()
	if err != nil {
		return err
	}
	path := o.plan(w)
	plan, err := readPlan(path, auditor)
	if err != nil {
		return err
	}
	f := &form.Form{Workshop: w, Bank: auditor.Bank, Initiative: plan.Initiative.Name, Client: plan.Initiative.Client}
	targets, err := o.targets(f, path)
	if err != nil {
		return err
	}
	for _, t := range targets {
		if err := t.to(); err != nil {
			return err
		}
	}
	return nil
}

// targets takes the flags apart, and keeps the forms from the files that they are made of.
func (o *workshopFormOptions) targets(f *form.Form, plan string) ([]formTarget, error) {
	formats := map[string]func(io.Writer) error{"html": f.WriteHTML, "text": f.WriteText, "csv": f.WriteCSV}
	var out []formTarget
	for _, spec := range o.specs {
		format, path, named := strings.Cut(spec, "=")
		if !named {
			format, path = "html", spec
			if formats[spec] != nil {
				return nil, usageError(fmt.Errorf("-o %s needs a path: -o %s=PATH, or - for standard output", spec, spec))
			}
		}
		write := formats[format]
		if write == nil {
			return nil, usageError(fmt.Errorf("-o %q is none of %s", format, report.List([]string{"html", "text", "csv"})))
		}
		if path == "" {
			return nil, usageError(fmt.Errorf("-o %q needs a path", spec))
		}
		for _, taken := range []string{plan, o.path} {
			if path != stdinPath && disk.SamePlace(path, taken) {
				return nil, usageError(fmt.Errorf("-o %q would write over %q; name another file", spec, taken))
			}
		}
		out = append(out, formTarget{write, path})
	}
	return out, nil
}

// to writes the form to its place.
func (t formTarget) to() error {
	var page bytes.Buffer
	if err := t.write(&page); err != nil {
		return inputError(err)
	}
	if t.path == stdinPath {
		_, err := os.Stdout.Write(page.Bytes())
		return printed(err)
	}
	if err := (disk.Kind{}).Write(t.path, page.Bytes()); err != nil {
		return inputError(err)
	}
	tell("Wrote " + printable.Text(t.path))
	return nil
}
