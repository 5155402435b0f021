package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"forewarn/audit/report/catalogue"
	"forewarn/audit/report/document"
	"forewarn/audit/report/markdown"
	"forewarn/audit/report/text"
	"forewarn/audit/yamldoc"
)

type explainOptions struct {
	*globalOptions
	words  []string // an id, or what to search for; none lists them all
	all    bool
	format string
}

func newExplainCmd(g *globalOptions) *cobra.Command {
	o := &explainOptions{globalOptions: g}
	cmd := &cobra.Command{
		Use:   "explain [ID | WORD…]",
		Short: "Say what a question, warning, note, case or finding means",
		Long: `explain says why a question, a warning or a finding matters, what happened in CRM
(customer relationship management) and elsewhere, how to mend it, what it weighs,
and its sources. Of a question it tells two made-up situations with where they would
be, of a case what others have told and judged. Words that are no ID are searched
for in what there is, and without any it lists them all.`,
		Example: `  forewarn explain stovepipe
  forewarn explain stop line
  forewarn explain case-red-cross
  forewarn explain --all -o markdown > questions.md`,
		RunE: func(_ *cobra.Command, args []string) error {
			if o.words = args; len(args) > 0 && o.all {
				return usageError(errors.New("explain takes an ID or words to search for, or --all"))
			}
			return runExplain(o)
		},
	}
	cmd.Flags().BoolVar(&o.all, "all", false, "explain everything")
	cmd.Flags().StringVarP(&o.format, "output", "o", textFormat, "write text or markdown")
	return cmd
}

func runExplain(o *explainOptions) error {
	if err := o.checkFormat(); err != nil {
		return err
	}
	all, err := o.catalogue()
	if err != nil {
		return err
	}
	switch {
	case o.all && o.format == markdownFormat:
		return o.show(all.Whole())
	case o.all:
		return o.showEach(all)
	case len(o.words) == 0:
		return o.show(all.Contents())
	}
	return o.find(all)
}

func (o *explainOptions) checkFormat() error {
	if o.format != textFormat && o.format != markdownFormat {
		return usageError(fmt.Errorf("-o %q is not text or markdown", o.format))
	}
	return nil
}

// find explains the one thing that is meant, or lists those that may be.
func (o *explainOptions) find(all *catalogue.Catalogue) error {
	words := strings.Join(o.words, " ")
	if entry := all.Entry(words); entry != nil {
		return o.show(entry)
	}
	switch found := all.Search(strings.Fields(words)); len(found) {
	case 0:
		return unknownID(all, words)
	case 1:
		return o.show(all.Entry(found[0].ID))
	default:
		return o.show(catalogue.Found(words, found))
	}
}

// catalogue explains the bank for the plans here. Where settings here name one and
// cannot be used, what is built in is explained all the same: it may be what says why.
func (g *globalOptions) catalogue() (*catalogue.Catalogue, error) {
	bank, err := g.bankFor(defaultPlan)
	if err != nil && !g.bankGiven {
		tell("The settings here cannot be used, so what follows is of the questions that are built in.")
		bank, err = g.core()
	}
	if err != nil {
		return nil, err
	}
	all, err := catalogue.New(bank)
	if err != nil {
		return nil, inputError(err)
	}
	return all, nil
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
	return printTo(func(out *stream) error {
		if o.format == markdownFormat {
			return markdown.WriteDocument(out, doc)
		}
		return text.WriteDocument(out, doc, o.textOptions())
	})
}

func unknownID(all *catalogue.Catalogue, id string) error {
	next := "forewarn explain lists them all."
	if s := yamldoc.Suggest(id, all.IDs()); s != "" {
		next = fmt.Sprintf("Did you mean %q? %s", s, next)
	}
	return &codedError{
		code: exitUsage,
		err:  fmt.Errorf("there is no question, warning, note, case or finding that has %q in its name or title", id),
		next: next,
	}
}
