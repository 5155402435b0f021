package main

import (
	"errors"

	"github.com/spf13/cobra"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/report/text"
)

type reportOptions struct {
	*globalOptions
	outputOptions
	path string
}

func newReportCmd(g *globalOptions) *cobra.Command {
	o := &reportOptions{globalOptions: g}
	cmd := &cobra.Command{
		Use:   "report [FILE]",
		Short: "Show the graded report of a plan",
		Long: `report grades a plan (default plan.yaml; - is standard input) and shows the verdict,
the warnings with the lines that raised them, and what to do next.`,
		Example: `  forewarn report
  forewarn report --as-of 2026-12-31 client.yaml
  forewarn report -o html=report.html --prepared-by "Dana Ruiz" client.yaml
  forewarn report -o text -o json=report.json`,
		RunE: func(_ *cobra.Command, args []string) (err error) {
			if o.path, err = atMostOneFile(args); err != nil {
				return err
			}
			return runReport(o)
		},
	}
	o.addTo(cmd)
	return cmd
}

func runReport(o *reportOptions) error {
	targets, err := o.targets(formats(text.New))
	if err != nil {
		return err
	}
	if err := keepApart(targets, o.path, o.logo); err != nil {
		return err
	}
	auditor, err := o.auditor()
	if err != nil {
		return err
	}
	opts, err := o.options(o.globalOptions, auditor.Bank)
	if err != nil {
		return err
	}
	plan, err := auditOf(o.path, auditor)
	if err != nil {
		return err
	}
	out, err := openPrinters(targets, opts)
	if err != nil {
		return err
	}
	defer out.drop()
	if err := out.Print(plan); err != nil {
		return err
	}
	return out.close()
}

// auditOf audits a plan of which nothing is asked but that it can be judged.
func auditOf(path string, auditor *audit.Auditor) (*audit.Audit, error) {
	src, err := readSource(path, path)
	if err != nil {
		return nil, inputError(err)
	}
	out := auditor.Audit(src, gate.Terms{}, nil)
	switch {
	case len(out.Errors) > 0:
		return nil, invalidError(path, out)
	case out.Broken != "":
		return nil, inputError(errors.New(out.Broken))
	}
	return out, nil
}
