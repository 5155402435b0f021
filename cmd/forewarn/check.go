package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"forewarn/audit"
	"forewarn/audit/policy"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/report/text"
	"forewarn/questions"
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
}

func newCheckCmd(g *globalOptions) *cobra.Command {
	o := &checkOptions{globalOptions: g}
	cmd := &cobra.Command{
		Use:     "check FILE…",
		Short:   "Judge plans as a gate, for CI",
		Long:    checkHelp,
		Example: checkExamples,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError(errors.New("check needs a file, for example: forewarn check plan.yaml"))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			o.paths = args
			return runCheck(o)
		},
	}
	f := cmd.Flags()
	o.addTerms(f)
	f.StringVar(&o.stdinName, "stdin-name", "stdin", "the name of standard input, also to find its settings and its earlier version")
	f.BoolVarP(&o.verbose, "verbose", "v", false, "say on standard error what each plan is judged by, and where that is set")
	o.outputOptions.addTo(cmd)
	return cmd
}

// addTerms adds a flag for each term of a policy, under the name of the term but
// for waivers, which are on unless somebody says otherwise.
func (o *checkOptions) addTerms(f *pflag.FlagSet) {
	o.typed = policy.Usual()
	t := &o.typed
	f.StringVar(&t.MinGrade, "min-grade", t.MinGrade, "the lowest grade that passes: A, B, C or D")
	f.StringVar(&t.MinScore, "min-score", t.MinScore, "the lowest score that passes, from 0 to 100")
	f.StringVar(&t.FailOn, "fail-on", t.FailOn, "fail on findings this severe or worse: critical, major, minor or none")
	f.StringVar(&t.Show, "show", t.Show, "show findings this severe or worse: critical, major or minor")
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
	o.typed.Waivers = !o.noWaivers
	outs, err := o.parse()
	if err != nil {
		return err
	}
	opts := o.reportOptions("")
	if err := o.fill(&opts); err != nil {
		return err
	}
	c, err := newChecking(o)
	if err != nil {
		return err
	}
	if err := keepApart(outs, append(c.read(), o.logo)...); err != nil {
		return err
	}
	c.listen(outs)
	for i := range c.jobs {
		if err := c.check(&c.jobs[i]); err != nil {
			return inputError(err)
		}
	}
	if err := c.sumUp(c.live); err != nil {
		return inputError(err)
	}
	if err := writeAll(c.later, c.run(), opts, c.text); err != nil {
		return err
	}
	return c.verdict()
}

// checking is one run of the gate over some plans.
type checking struct {
	auditor audit.Auditor
	jobs    []job

	live    io.Writer      // where lines go plan by plan
	verbose io.Writer      // where it goes by what each is judged
	later   []output       // what is written when all plans were judged
	plans   []*audit.Audit // those judged, in the order of jobs, when later needs them

	passed, failed, broken int
}

func newChecking(o *checkOptions) (*checking, error) {
	c := &checking{verbose: io.Discard}
	if o.verbose {
		c.verbose = os.Stderr
	}
	var err error
	if c.auditor.AsOf, err = o.date(); err != nil {
		return nil, err
	}
	if c.auditor.Bank, err = questions.Load(); err != nil {
		return nil, inputError(err)
	}
	c.jobs, err = o.jobs()
	return c, err
}

// read names the files that are read to judge the plans. Some may be empty, or
// the name of a commit.
func (c *checking) read() []string {
	var files []string
	for _, j := range c.jobs {
		files = append(files, j.path, j.by.Settings, j.by.Against)
	}
	return files
}

// listen parts what can be written plan by plan from what cannot.
func (c *checking) listen(outs []output) {
	c.live = io.Discard
	for _, out := range outs {
		if out.format.Name == textFormat && out.path == "" {
			c.live = os.Stdout
			continue
		}
		c.later = append(c.later, out)
	}
}

// check judges one plan and tells of it. Its error is one of writing: what is
// wrong with a plan is told and counted, so that the others are judged too.
func (c *checking) check(j *job) error {
	fmt.Fprintln(c.verbose, printable.Text(fmt.Sprintf("%s: %s", j.name, j.by)))
	p := j.audit(&c.auditor)
	switch {
	case p.Decision == nil:
		c.broken++
	case p.Passed():
		c.passed++
	default:
		c.failed++
	}
	if c.later != nil {
		c.plans = append(c.plans, p)
	}
	return text.WriteLines(c.live, p, j.by.Show)
}

// run is what the formats for other programs are given.
func (c *checking) run() *report.Run {
	return &report.Run{Plans: c.plans, Version: programVersion(), Rules: ruleTexts(c.auditor.Bank)}
}

// text writes what is otherwise told plan by plan.
func (c *checking) text(w io.Writer, _ report.Options) error {
	for i := range c.plans {
		if err := text.WriteLines(w, c.plans[i], c.jobs[i].by.Show); err != nil {
			return err
		}
	}
	return c.sumUp(w)
}

func (c *checking) sumUp(w io.Writer) error {
	if len(c.jobs) < 2 {
		return nil
	}
	_, err := fmt.Fprintf(w, "checked %d, passed %d, failed %d, broken %d\n", len(c.jobs), c.passed, c.failed, c.broken)
	return err
}

// verdict picks the exit code: a plan that could not be judged outweighs one
// that did not pass.
func (c *checking) verdict() error {
	switch {
	case c.broken > 0:
		return &codedError{code: exitInput}
	case c.failed > 0:
		return &codedError{code: exitGate}
	}
	return nil
}
