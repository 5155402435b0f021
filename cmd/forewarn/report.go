package main

import (
	"io"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/report"
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
	plan, err := planOf(bank, o.path, today)
	if err != nil {
		return err
	}
	run := &report.Run{
		Plans:   []report.Plan{*plan},
		Version: programVersion(),
		Rules:   ruleTexts(bank),
	}
	return writeAll(outs, run, opts, func(w io.Writer, opts report.Options) error {
		return report.Text(w, plan, opts)
	})
}

// planOf reads and scores one plan.
func planOf(bank *questions.Bank, path string, today time.Time) (*report.Plan, error) {
	src, err := readPlan(path)
	if err != nil {
		return nil, inputError(err)
	}
	plan, findings := planfile.Parse(src, bank)
	if len(findings) > 0 {
		return nil, openError(path, &planfile.InvalidError{Path: path, Findings: findings})
	}
	result, err := judge(bank, plan, path, today)
	if err != nil {
		return nil, inputError(err)
	}
	return &report.Plan{File: filepath.ToSlash(path), Result: result, Decision: gate.Terms{}.Judge(plan, result, nil)}, nil
}
