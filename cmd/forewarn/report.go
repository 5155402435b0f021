package main

import (
	"errors"
	"io"

	"github.com/spf13/cobra"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/report"
	"forewarn/audit/report/text"
	"forewarn/questions"
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
	outs, err := o.parse()
	if err != nil {
		return err
	}
	if err := keepApart(outs, o.path, o.logo); err != nil {
		return err
	}
	today, err := o.date()
	if err != nil {
		return err
	}
	opts := o.reportOptions(o.path)
	if err := o.fill(&opts); err != nil {
		return err
	}
	bank, err := questions.Load()
	if err != nil {
		return inputError(err)
	}
	plan, err := auditOf(o.path, &audit.Auditor{Bank: bank, AsOf: today})
	if err != nil {
		return err
	}
	run := &report.Run{Plans: []*audit.Audit{plan}, Version: programVersion(), Rules: ruleTexts(bank)}
	return writeAll(outs, run, opts, func(w io.Writer, opts report.Options) error {
		return text.Write(w, plan, opts)
	})
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
