package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"forewarn/audit"
	"forewarn/audit/interview"
	"forewarn/audit/planfile"
	"forewarn/audit/printable"
	"forewarn/audit/report/text"
	"forewarn/questions"
)

type askOptions struct {
	*globalOptions
	path       string
	only       []string
	quick      bool
	deep       bool
	again      bool
	accessible bool
}

func newAskCmd(g *globalOptions) *cobra.Command {
	o := &askOptions{globalOptions: g}
	cmd := &cobra.Command{
		Use:   "ask [FILE]",
		Short: "Answer the questions, and save after every answer",
		Long: `ask starts or resumes the interview on a plan (default plan.yaml; a missing one is
made). Every answer is saved before the next question shows, so you can stop at
any moment with Ctrl-C and go on later.`,
		Example: `  forewarn ask
  forewarn ask --quick            the core questions alone
  forewarn ask --deep             the deeper questions too: ways out, principles, planning
  forewarn ask --only metrics     one questionnaire
  forewarn ask --again            all questions, with the earlier answers selected`,
		RunE: func(_ *cobra.Command, args []string) (err error) {
			if o.path, err = atMostOneFile(args); err != nil {
				return err
			}
			return runAsk(o)
		},
	}
	cmd.Flags().StringSliceVar(&o.only, "only", nil, "ask these questionnaires alone")
	cmd.Flags().BoolVar(&o.quick, "quick", false, "ask the core questions alone, and of records only what must be said")
	cmd.Flags().BoolVar(&o.deep, "deep", false, "ask the deeper questionnaires too; each counts once its last question is answered")
	cmd.Flags().BoolVar(&o.again, "again", false, "ask answered questions too, with the answers selected")
	cmd.Flags().BoolVar(&o.accessible, "accessible", false, "ask line by line, for screen readers and piped lines")
	return cmd
}

func runAsk(o *askOptions) error {
	if !o.accessible && !interactive() {
		return &codedError{
			code: exitUsage,
			err:  errors.New("an interview needs a terminal"),
			next: "Write the plan with forewarn new and an editor, or give lines to forewarn ask --accessible.",
		}
	}
	auditor, err := o.auditor()
	if err != nil {
		return err
	}
	bank := auditor.Bank
	if err := knownQuestionnaires(bank, o.only); err != nil {
		return err
	}
	file, err := openOrCreate(o.path, bank)
	if err != nil {
		return readError(err)
	}
	outcome, err := interviewOn(file, auditor, o)
	if err := errors.Join(err, file.Close()); err != nil {
		return o.stopped(err)
	}
	return o.finish(outcome, auditor)
}

func knownQuestionnaires(bank *questions.Bank, only []string) error {
	for _, id := range only {
		if bank.Questionnaire(id) == nil {
			return usageError(fmt.Errorf("--only %q is not a questionnaire; they are %s", id, inWords(bank.QuestionnaireIDs())))
		}
	}
	return nil
}

// inWords lists names as people do.
func inWords(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// openOrCreate opens a plan, and makes one where there is none or an empty file.
// Whoever else has made one in the meantime was first.
func openOrCreate(path string, bank *questions.Bank) (*planfile.File, error) {
	text, err := planfile.Read(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && errors.Is(planfile.Kind(text), planfile.ErrEmpty) {
		skeleton, err := planfile.Skeleton(bank)
		if err != nil {
			return nil, err
		}
		if err := planfile.Create(path, skeleton); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
	}
	return planfile.Open(path, bank)
}

func interviewOn(file *planfile.File, auditor *audit.Auditor, o *askOptions) (interview.Outcome, error) {
	forms, err := planfile.LoadForms()
	if err != nil {
		return interview.Outcome{}, err
	}
	opts := interview.Options{
		Bank: auditor.Bank, Forms: forms, AsOf: auditor.AsOf, Again: o.again, Quick: o.quick, Deep: o.deep, Only: o.only,
		Colour: o.colour(os.Stderr),
	}
	if o.accessible || os.Getenv("TERM") == "dumb" {
		return interview.RunLines(file, opts, os.Stdin, promptStream{newStream(os.Stderr, printable.Plain)})
	}
	return interview.Run(file, opts, os.Stdin, os.Stderr)
}

// stopped is for an interview that ended with an error.
func (o *askOptions) stopped(err error) error {
	return &codedError{code: exitInput, err: err, next: o.howToGoOn()}
}

func (o *askOptions) howToGoOn() string {
	command := "forewarn"
	if flags := o.flags(); flags != "" || o.path != defaultPlan {
		command = "forewarn ask" + flags + " " + printable.Word(o.path)
	}
	return fmt.Sprintf("Every answer you gave is saved in %s. Go on with: %s", printable.Text(o.path), command)
}

// flags repeats those that going on needs. Without --again it goes on where it
// stopped.
func (o *askOptions) flags() string {
	flags := ""
	if o.accessible {
		flags += " --accessible"
	}
	if o.quick {
		flags += " --quick"
	}
	if o.deep {
		flags += " --deep"
	}
	if len(o.only) > 0 {
		flags += " --only " + strings.Join(o.only, ",")
	}
	return flags
}

// finish shows what the answers come to, or how to go on.
func (o *askOptions) finish(outcome interview.Outcome, auditor *audit.Auditor) error {
	if outcome.Signal != nil {
		return &codedError{code: signalCode(outcome.Signal), next: o.howToGoOn()}
	}
	plan, err := auditOf(o.path, auditor)
	if err != nil {
		return err
	}
	if err := printTo(func(out *stream) error { return text.Summary(out, plan.Result, o.textOptions()) }); err != nil {
		return err
	}
	if n := plan.Result.Open.Before; n > 0 {
		tell(beforeGrade(n))
	}
	if outcome.End != interview.Finished {
		tell(o.howToGoOn())
		return nil
	}
	tell("The whole report: forewarn report " + printable.Word(o.path))
	return nil
}

// beforeGrade says how far a plan is from a grade.
func beforeGrade(answers int) string {
	if answers == 1 {
		return "1 more answer has to be known before there can be a grade: forewarn ask"
	}
	return fmt.Sprintf("%d more answers have to be known before there can be a grade: forewarn ask", answers)
}
