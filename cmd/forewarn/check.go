package main

import (
	"os"
	"slices"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"forewarn/audit"
	"forewarn/audit/policy"
	"forewarn/audit/printable"
)

type checkOptions struct {
	*globalOptions
	outputOptions
	typed     policy.Typed // in the flags
	noWaivers bool
	given     func(key string) bool // whether the flag of a term was given
	paths     []string
	stdinName string
	verbose   bool
	noSource  bool
	withBank  string // the file of an edition to come
}

func newCheckCmd(g *globalOptions) *cobra.Command {
	o := &checkOptions{globalOptions: g}
	cmd := &cobra.Command{
		Use:     "check [FILE…]",
		Short:   "Judge plans as a gate, for CI",
		Long:    checkHelp,
		Example: checkExamples,
		RunE: func(_ *cobra.Command, args []string) error {
			if o.paths = args; len(args) == 0 {
				o.paths = []string{defaultPlan}
			}
			return runCheck(o)
		},
	}
	f := cmd.Flags()
	o.addTerms(f)
	f.StringVar(&o.stdinName, "stdin-name", "stdin", "the name of standard input, also to find its settings and its earlier version")
	f.BoolVarP(&o.verbose, "verbose", "v", false, "say on standard error what each plan is judged by, and where that is set")
	f.BoolVar(&o.noSource, "no-source", false, "on a terminal, do not show the line of the plan under each finding")
	f.StringVar(&o.withBank, "with-bank", "", "say which plans would change their grade by this bank, such as an edition to come")
	o.outputOptions.addTo(cmd)
	return cmd
}

// addTerms adds a flag for each term of a policy, under the name of the term but
// for waivers, which are on unless somebody says otherwise.
func (o *checkOptions) addTerms(f *pflag.FlagSet) {
	o.typed = policy.Usual()
	t := &o.typed
	f.StringVar(&t.MinGrade, "min-grade", t.MinGrade, "the lowest grade that passes: A, B, C, D or none (default D)")
	f.StringVar(&t.MinScore, "min-score", t.MinScore, "the lowest score that passes, from 0 to 100")
	f.StringVar(&t.FailOn, "fail-on", t.FailOn, "fail on findings this severe or worse: critical, major, minor or none")
	f.StringVar(&t.Show, "show", t.Show, "show findings this severe or worse: critical, major, minor or note")
	f.StringVar(&t.Against, "against", t.Against, "fail on what is worse than in this commit, branch or file")
	f.StringVar(&t.Tolerance, "tolerance", t.Tolerance, "how many points the score may be lower with --against (default 0)")
	f.StringVar(&t.MaxAge, "max-age", t.MaxAge, "fail on answers and evidence older than this, such as 90d or 12w")
	f.BoolVar(&o.noWaivers, "no-waivers", false, "judge as if no plan had waivers, for auditors")
	o.given = func(key string) bool {
		if key == "waivers" {
			key = "no-waivers"
		}
		return f.Changed(key)
	}
}

func runCheck(o *checkOptions) error {
	o.typed.Waivers, o.typed.Bank = !o.noWaivers, o.bank
	targets, err := o.targets(formats(lineText()), working)
	if err != nil {
		return err
	}
	today, err := o.date()
	if err != nil {
		return err
	}
	work, err := o.plan()
	if err != nil {
		return err
	}
	auditor := &audit.Auditor{AsOf: today, To: wayFor(targets)}
	out, err := o.open(targets, work)
	if err != nil {
		return err
	}
	defer out.drop()
	outcome, err := o.judge(work.jobs, auditor, out)
	if err != nil {
		return err
	}
	if err := work.tellGone(); err != nil {
		return err
	}
	work.tellNext()
	return outcome.verdict()
}

// work is what a run has to do.
type work struct {
	*selection
	jobs  []job
	bases bases
	next  *nextBank
}

// plan finds the plans and what each is judged by.
func (o *checkOptions) plan() (*work, error) {
	if wrong := o.typed.Check(); wrong != nil {
		return nil, misfitError(wrong)
	}
	chosen, err := expand(o.paths)
	if err != nil {
		return nil, inputError(err)
	}
	w := &work{selection: chosen, bases: bases{}}
	if w.jobs, err = o.jobs(chosen.files, w.bases); err != nil {
		return nil, err
	}
	if o.withBank == "" {
		return w, nil
	}
	if w.next, err = o.nextBank(o.withBank); err != nil {
		return nil, err
	}
	for i := range w.jobs {
		w.jobs[i].next = w.next
	}
	return w, nil
}

// open begins what is written. Where all of it goes to files, the verdicts are
// told as well.
func (o *checkOptions) open(targets []target, w *work) (*printers, error) {
	if err := keepApart(targets, append(readBy(w.jobs), o.logo, o.withBank)...); err != nil {
		return nil, err
	}
	opts, err := o.options(o.globalOptions, banks(w.jobs)...)
	if err != nil {
		return nil, err
	}
	opts.PassedOver = w.passedOver
	opts.Source = !o.noSource && term.IsTerminal(os.Stdout.Fd())
	out, err := openPrinters(targets, opts)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(targets, target.isStandardOutput) {
		err = out.tellVerdicts(opts)
	}
	return out, err
}

// judge judges the plans one by one, and lets every output take its place.
func (o *checkOptions) judge(jobs []job, auditor *audit.Auditor, out *printers) (tally, error) {
	var t tally
	for i := range jobs {
		if o.verbose {
			tell(printable.Text(jobs[i].says()))
		}
		a := jobs[i].audit(auditor)
		t.count(a)
		if err := out.Print(a); err != nil {
			return t, err
		}
	}
	return t, out.close()
}

// tellGone names the plans that are gone since what is compared with.
func (w *work) tellGone() error {
	gone, err := w.bases.gone(w.searched)
	if err != nil {
		return inputError(err)
	}
	for _, note := range gone {
		tell(printable.Text(note))
	}
	return nil
}

// tally counts what became of the plans.
type tally struct{ failed, broken int }

func (t *tally) count(a *audit.Audit) {
	switch {
	case a.Decision == nil:
		t.broken++
	case !a.Passed():
		t.failed++
	}
}

// verdict picks the exit code: a plan that could not be judged outweighs one
// that did not pass.
func (t *tally) verdict() error {
	switch {
	case t.broken > 0:
		return &codedError{code: exitInput}
	case t.failed > 0:
		return &codedError{code: exitGate}
	}
	return nil
}
