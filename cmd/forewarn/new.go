package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"forewarn/audit/planfile"
	"forewarn/audit/printable"
)

type newOptions struct {
	*globalOptions
	path    string
	example bool
}

func newNewCmd(g *globalOptions) *cobra.Command {
	o := &newOptions{globalOptions: g}
	cmd := &cobra.Command{
		Use:   "new [FILE]",
		Short: "Write a plan to fill in, or a complete example",
		Long: `new writes a plan (default plan.yaml; - is standard output) whose comments say what
goes where. It never writes over a file that exists.`,
		Example: `  forewarn new
  forewarn new --example example.yaml
  forewarn new --example - | forewarn report -`,
		RunE: func(_ *cobra.Command, args []string) (err error) {
			if o.path, err = atMostOneFile(args); err != nil {
				return err
			}
			return runNew(o)
		},
	}
	cmd.Flags().BoolVar(&o.example, "example", false, "write a complete, realistic plan")
	return cmd
}

func runNew(o *newOptions) error {
	content, err := o.content()
	if err != nil {
		return err
	}
	if o.path == stdinPath {
		if _, err := os.Stdout.Write(content); err != nil {
			return printed(err)
		}
		return nil
	}
	if err := planfile.Create(o.path, content); err != nil {
		return inputError(err)
	}
	path := printable.Word(o.path)
	tell(fmt.Sprintf("Wrote %s. Answer its questions with forewarn ask%s %s or in an editor; grade it with forewarn report%s %s", path, o.bankFlag(), path, o.bankFlag(), path))
	return nil
}

func (o *newOptions) content() ([]byte, error) {
	bank, err := o.bankFor(o.path)
	if err != nil {
		return nil, err
	}
	if o.example && bank.Core != nil {
		return nil, usageError(fmt.Errorf("the example answers the questions that are built in, and here those of %s are asked; leave --example out", bank.ID))
	}
	if o.example {
		return planfile.Example(), nil
	}
	plan, err := planfile.Skeleton(bank)
	if err != nil {
		return nil, inputError(err)
	}
	return plan, nil
}
