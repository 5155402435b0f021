package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"forewarn/audit"
	"forewarn/audit/report/catalogue"
	"forewarn/audit/report/document"
	"forewarn/audit/report/markdown"
	"forewarn/audit/report/text"
	"forewarn/audit/yamldoc"
)

type explainOptions struct {
	*globalOptions
	id     string // empty lists them all
	all    bool
	format string
}

func newExplainCmd(g *globalOptions) *cobra.Command {
	o := &explainOptions{globalOptions: g}
	cmd := &cobra.Command{
		Use:   "explain [ID]",
		Short: "Say what a question, warning or finding means and what to do about it",
		Long: `explain says why a question, a warning or a finding matters, what happened in CRM
(customer relationship management), how to mend it, what it weighs, and its
sources. Without an ID it lists them all.`,
		Example: `  forewarn explain stovepipe
  forewarn explain in-step
  forewarn explain --all -o markdown > questions.md`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 || len(args) == 1 && o.all {
				return usageError(errors.New("explain takes one ID, or --all"))
			}
			if len(args) == 1 {
				o.id = args[0]
			}
			return runExplain(o)
		},
	}
	cmd.Flags().BoolVar(&o.all, "all", false, "explain everything")
	cmd.Flags().StringVarP(&o.format, "output", "o", textFormat, "write text or markdown")
	return cmd
}

func runExplain(o *explainOptions) error {
	if o.format != textFormat && o.format != markdownFormat {
		return usageError(fmt.Errorf("-o %q is not text or markdown", o.format))
	}
	all, err := loadCatalogue()
	if err != nil {
		return inputError(err)
	}
	switch {
	case o.all && o.format == markdownFormat:
		return o.show(all.Whole())
	case o.all:
		return o.showEach(all)
	case o.id == "":
		return o.show(all.Contents())
	}
	entry := all.Entry(o.id)
	if entry == nil {
		return unknownID(all, o.id)
	}
	return o.show(entry)
}

// loadCatalogue explains the bank that is built in.
func loadCatalogue() (*catalogue.Catalogue, error) {
	bank, err := audit.Bank()
	if err != nil {
		return nil, err
	}
	return catalogue.New(bank)
}

// showEach shows every entry as it is shown by itself.
func (o *explainOptions) showEach(all *catalogue.Catalogue) error {
	for i, id := range all.IDs() {
		if i > 0 {
			if _, err := fmt.Println(); err != nil {
				return inputError(err)
			}
		}
		if err := o.show(all.Entry(id)); err != nil {
			return err
		}
	}
	return nil
}

func (o *explainOptions) show(doc *document.Document) error {
	if o.format == markdownFormat {
		return printed(markdown.WriteDocument(os.Stdout, doc))
	}
	return printed(text.WriteDocument(os.Stdout, doc, o.textOptions()))
}

func unknownID(all *catalogue.Catalogue, id string) error {
	next := "forewarn explain lists them all."
	if s := yamldoc.Suggest(id, all.IDs()); s != "" {
		next = fmt.Sprintf("Did you mean %q? %s", s, next)
	}
	return &codedError{
		code: exitUsage,
		err:  fmt.Errorf("there is no question, warning or finding %q", id),
		next: next,
	}
}
