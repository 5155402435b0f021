package main

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/spf13/cobra"

	"forewarn/audit/report/text"
	"forewarn/audit/yamldoc"
	"forewarn/questions"
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
	bank, err := questions.Load()
	if err != nil {
		return inputError(err)
	}
	if o.all {
		return o.explainAll(bank)
	}
	if o.id == "" {
		return o.show("What can be explained", bank.Contents())
	}
	title, texts := bank.Explain(o.id)
	if texts == nil {
		return unknownID(bank, o.id)
	}
	return o.show(title, texts)
}

// explainAll prints the whole bank.
func (o *explainOptions) explainAll(bank *questions.Bank) error {
	if o.format == markdownFormat {
		catalogue, err := bank.Catalogue()
		if err != nil {
			return inputError(err)
		}
		_, err = io.WriteString(os.Stdout, catalogue)
		return printed(err)
	}
	for i, id := range bank.IDs() {
		if i > 0 {
			fmt.Println()
		}
		if err := o.show(bank.Explain(id)); err != nil {
			return err
		}
	}
	return nil
}

func (o *explainOptions) show(title string, texts iter.Seq2[string, string]) error {
	if o.format == markdownFormat {
		_, err := io.WriteString(os.Stdout, questions.Markdown(title, texts))
		return printed(err)
	}
	return printed(text.Entry(os.Stdout, title, texts, o.textOptions()))
}

func printed(err error) error {
	if err != nil {
		return inputError(err)
	}
	return nil
}

func unknownID(bank *questions.Bank, id string) error {
	next := "forewarn explain lists them all."
	if s := yamldoc.Suggest(id, bank.IDs()); s != "" {
		next = fmt.Sprintf("Did you mean %q? %s", s, next)
	}
	return &codedError{
		code: exitUsage,
		err:  fmt.Errorf("there is no question, warning or finding %q", id),
		next: next,
	}
}
