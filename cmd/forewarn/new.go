package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"forewarn/audit"
	"forewarn/audit/planfile"
	"forewarn/audit/printable"
)

type newOptions struct {
	path    string
	example bool
}

func newNewCmd() *cobra.Command {
	o := &newOptions{}
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
	content, err := newPlan(o.example)
	if err != nil {
		return inputError(err)
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
	tell(fmt.Sprintf("Wrote %s. Answer its questions with forewarn ask %s or in an editor; grade it with forewarn report %s", path, path, path))
	return nil
}

func newPlan(example bool) ([]byte, error) {
	if example {
		return planfile.Example(), nil
	}
	bank, err := audit.Bank()
	if err != nil {
		return nil, err
	}
	return planfile.Skeleton(bank)
}
