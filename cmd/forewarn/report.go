package main

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/policy"
	"forewarn/audit/report"
	"forewarn/audit/report/html"
	"forewarn/audit/score"
)

type reportOptions struct {
	*globalOptions
	outputOptions
	path        string
	against     string // a commit, a branch or a file
	withHistory bool
	to          string     // a grade, as it was typed
	goal        score.Goal // what it says
}

func newReportCmd(g *globalOptions) *cobra.Command {
	o := &reportOptions{globalOptions: g}
	cmd := &cobra.Command{
		Use:   "report [FILE]",
		Short: "Show the graded report of a plan",
		Long: `report grades a plan (default plan.yaml; - is standard input) and shows the verdict,
the warnings with the lines that raised them, and what to do next: first the cheapest
way to the next grade, or to the one that --to names. HTML and Markdown are for a
client unless --edition working is given.`,
		Example: `  forewarn report
  forewarn report --as-of 2026-12-31 client.yaml
  forewarn report --to B -o tasks=tasks.csv -o ics=dates.ics
  forewarn report -o html=report.html --prepared-by "Dana Ruiz" client.yaml
  forewarn report --against main
  forewarn report -o text -o json=report.json`,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if o.path, err = atMostOneFile(args); err != nil {
				return err
			}
			if o.goal, err = goalFrom(o.to, cmd.Flags().Changed("to")); err != nil {
				return err
			}
			return runReport(o)
		},
	}
	o.addTo(cmd)
	cmd.Flags().StringVar(&o.against, "against", "", "say what has changed since this commit, branch or file")
	cmd.Flags().BoolVar(&o.full, "full", false, "in text, list every answer with its evidence, as HTML and Markdown do")
	cmd.Flags().BoolVar(&o.withHistory, "with-history", false, "add to html the plan at each commit of git that changed it")
	cmd.Flags().StringVar(&o.to, "to", "", "the grade to which the cheapest way is worked out: A, B, C or D (default the next one)")
	return cmd
}

func runReport(o *reportOptions) error {
	targets, err := o.targets(formats(wholeText()), forReading)
	if err != nil {
		return err
	}
	earlier, against, err := o.earlier()
	if err != nil {
		return err
	}
	if err := keepApart(targets, o.path, against, o.logo); err != nil {
		return err
	}
	auditor, err := o.auditor(o.path)
	if err != nil {
		return err
	}
	if err := o.addHistory(targets, auditor); err != nil {
		return err
	}
	auditor.To = o.goal
	plan, err := auditOf(o.path, auditor, earlier)
	if err != nil {
		return err
	}
	noteMoved(plan, auditor, o.path)
	if err := reached(plan.Result, o.goal, o.path); err != nil {
		return err
	}
	return o.write(targets, plan, auditor)
}

// write writes the report to every place.
func (o *reportOptions) write(targets []target, plan *audit.Audit, auditor *audit.Auditor) error {
	opts, err := o.options(o.globalOptions, auditor.Bank)
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
	if err := out.close(); err != nil {
		return err
	}
	tellNoTasks(targets, plan.Result.Way)
	return nil
}

// forReading says for whom a report is unless somebody says otherwise: pages are
// handed over, and text is for who works on the plan.
func forReading(f format) report.Edition {
	if f.name == htmlFormat || f.name == markdownFormat {
		return report.Client
	}
	return report.Working
}

// earlier is what the plan is held against, as a gate does it, and the file that this
// is read from; nil and nothing where it is not asked for.
func (o *reportOptions) earlier() (*audit.Earlier, string, error) {
	if o.against == "" {
		return nil, "", nil
	}
	typed := policy.Usual()
	typed.Against, typed.Bank = o.against, o.bank
	if wrong := typed.Check(); wrong != nil {
		return nil, "", misfitError(wrong)
	}
	given := func(key string) bool { return key == "against" || key == "bank" && o.bankGiven }
	by, err := policy.NewSettings(&typed, given).For(o.path)
	if err != nil {
		return nil, "", readError(err)
	}
	j := &job{path: o.path, name: o.path, by: by}
	if err := (bases{}).settle(j); err != nil {
		return nil, "", err
	}
	if o.path == stdinPath && j.againstFile() == "" {
		return nil, "", usageError(errors.New("standard input has no place in a commit; name the file, or a file to compare with"))
	}
	return j.earlier(), j.againstFile(), nil
}

// addHistory lets the html end with the history of the plan, where that is asked for.
func (o *reportOptions) addHistory(targets []target, auditor *audit.Auditor) error {
	if !o.withHistory {
		return nil
	}
	isHTML := func(t target) bool { return t.format.name == htmlFormat }
	switch {
	case !slices.ContainsFunc(targets, isHTML):
		return usageError(errors.New("--with-history is for html, and no html is written; add -o html=PATH, or run forewarn history"))
	case o.path == stdinPath:
		return usageError(errors.New("--with-history: standard input has no history; name the file"))
	}
	h, err := historyOf(o.globalOptions, auditor, o.path)
	if err != nil {
		return err
	}
	for i := range targets {
		if isHTML(targets[i]) {
			targets[i].format.new = html.NewWith(h.Document(targets[i].edition))
		}
	}
	return nil
}

// auditOf audits a plan of which nothing is asked but that it can be judged.
func auditOf(path string, auditor *audit.Auditor, earlier *audit.Earlier) (*audit.Audit, error) {
	src, err := readSource(path, path)
	if err != nil {
		return nil, inputError(err)
	}
	out := auditor.Audit(src, gate.Terms{Ungated: true}, earlier)
	switch {
	case len(out.Errors) > 0:
		return nil, invalidError(path, out)
	case out.Broken != "":
		return nil, inputError(errors.New(out.Broken))
	}
	return out, nil
}
