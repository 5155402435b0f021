package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"forewarn/audit"
	"forewarn/audit/planfile"
	"forewarn/audit/printable"
	"forewarn/audit/report/text"
	"forewarn/audit/yamldoc"
)

type reviewOptions struct {
	*globalOptions
	path       string
	readings   []string // ID=VALUE each
	on         string
	decision   string
	lesson     string
	level      string
	all        bool
	accessible bool
}

func newReviewCmd(g *globalOptions) *cobra.Command {
	o := &reviewOptions{globalOptions: g}
	cmd := &cobra.Command{
		Use:   "review [FILE]",
		Short: "Hold what happened against the lines drawn beforehand",
		Long: `review asks for the readings that are due, and says for each measure and for the whole
whether it is a success, whether to adjust or whether to stop, by the lines that the
plan (default plan.yaml) drew beforehand. The whole is as its worst measure, never an
average. Then it asks what was decided and what was learned. All of it is written into
the plan as soon as it is given, and nothing else in there is changed.

A reading is due as many days after the last one as the measure has under review_days;
the first, as many after the launch, or after the baseline where no launch is set.

Without a terminal, give the readings and the decision as flags. A value may have the
unit of its measure behind it; a measure kept in words takes your verdict: success,
adjust or stop. Behind a colon may stand what a reader should know.`,
		Example: `  forewarn review
  forewarn review --all           every measure, whether it is due or not
  forewarn review --reading first-answer=19 --on 2027-02-15
  forewarn review --reading 'in-their-words=adjust: most still call twice'
  forewarn review --decision adjust --lesson 'Night questions wait' --lesson-kind tactical`,
		RunE: func(_ *cobra.Command, args []string) (err error) {
			if o.path, err = atMostOneFile(args); err != nil {
				return err
			}
			return runReview(o)
		},
	}
	cmd.Flags().StringArrayVar(&o.readings, "reading", nil, "a reading, as MEASURE=VALUE; may be given several times")
	cmd.Flags().StringVar(&o.on, "on", "", "the day of the readings and of the decision (default the day of --as-of)")
	cmd.Flags().StringVar(&o.decision, "decision", "", "what was decided: continue, adjust or stop")
	cmd.Flags().StringVar(&o.lesson, "lesson", "", "what was learned; needs --decision")
	cmd.Flags().StringVar(&o.level, "lesson-kind", "", "strategic (what you do, and for whom) or tactical (how); needs --lesson")
	cmd.Flags().BoolVar(&o.all, "all", false, "ask for every measure, whether a reading is due or not")
	cmd.Flags().BoolVar(&o.accessible, "accessible", false, "ask line by line, for screen readers and piped lines")
	return cmd
}

func runReview(o *reviewOptions) error {
	if o.path == stdinPath {
		return usageError(errors.New("review writes into the plan, so it needs the name of a file"))
	}
	auditor, err := o.auditor(o.path)
	if err != nil {
		return err
	}
	on, err := o.day(auditor.AsOf)
	if err != nil {
		return err
	}
	given := len(o.readings) > 0 || o.decision != "" || o.lesson != "" || o.level != ""
	if !given && !o.accessible && !interactive() {
		return &codedError{
			code: exitUsage, err: errors.New("asking for readings needs a terminal"),
			next: "Give them as flags, forewarn review --reading MEASURE=VALUE, or lines to forewarn review --accessible. How it stands: forewarn report.",
		}
	}
	if err := o.write(given, auditor, on); err != nil {
		return err
	}
	a, err := auditOf(o.path, auditor, nil)
	if err != nil {
		return err
	}
	return printTo(func(out *stream) error { return text.Standing(out, a, lookUp(a, auditor, o.path), o.textOptions()) })
}

// day is that of the readings: --on, or the day of the audit.
func (o *reviewOptions) day(asOf planfile.AsOf) (time.Time, error) {
	if o.on == "" {
		return asOf.Day, nil
	}
	on, err := time.Parse(time.DateOnly, o.on)
	if err != nil {
		hint := ""
		if day := yamldoc.MendDate(o.on); day != "" {
			hint = "; write " + day
		}
		return time.Time{}, usageError(fmt.Errorf("--on %q is not a date like 2027-02-15%s", o.on, hint))
	}
	return on, nil
}

// write opens the plan, and writes what is given by flags or by answers.
func (o *reviewOptions) write(given bool, auditor *audit.Auditor, on time.Time) error {
	file, err := planfile.Open(o.path, auditor.Bank)
	if err != nil {
		return readError(err)
	}
	if given {
		err = o.writeGiven(file, on, auditor.AsOf)
	} else {
		err = o.ask(file, auditor, on)
	}
	if closing := file.Close(); closing != nil && err == nil {
		return inputError(closing)
	}
	return err
}

// drawFirst is what to do about a plan or a measure that nothing can be held against.
func (o *reviewOptions) drawFirst() string {
	return "Draw the lines first: forewarn ask success-line" + o.bankFlag() + " " + printable.Word(o.path)
}
