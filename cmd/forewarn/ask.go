package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"forewarn/audit"
	"forewarn/audit/disk"
	"forewarn/audit/interview"
	"forewarn/audit/planfile"
	"forewarn/audit/printable"
	"forewarn/audit/score"
	"forewarn/audit/yamldoc"
	"forewarn/questions"
)

type askOptions struct {
	*globalOptions
	path       string
	at         string
	only       []string
	quick      bool
	deep       bool
	again      bool
	present    bool
	accessible bool
	created    bool // the plan was not there before
}

func newAskCmd(g *globalOptions) *cobra.Command {
	o := &askOptions{globalOptions: g}
	cmd := &cobra.Command{
		Use:   "ask [QUESTION] [FILE]",
		Short: "Answer the questions, and save after every answer",
		Long: `ask starts or resumes the interview on a plan (default plan.yaml; a missing one is
made). Everything is saved as soon as it is given, so you can stop at any moment
with Ctrl-C and go on later. With the id of a question, ask opens there; what is
no id and could be a file, such as ./baseline, is the plan.

While you answer, o shows all that has been said so far and leads to each of it,
n takes a note on the question, x records who does not agree, and ? lists all keys.`,
		Example: `  forewarn ask
  forewarn ask stop-line          at one question, and then on
  forewarn ask --quick            the core questions alone
  forewarn ask --deep             the deeper questions too: ways out, principles, planning
  forewarn ask --only metrics     one questionnaire
  forewarn ask --again            all questions, with the earlier answers selected
  forewarn ask --present          for a projector: a question and its lines alone`,
		RunE: func(_ *cobra.Command, args []string) error { return runAsk(o, args) },
	}
	cmd.Flags().StringVar(&o.at, "at", "", "open at the question with this id")
	cmd.Flags().StringSliceVar(&o.only, "only", nil, "ask these questionnaires alone")
	cmd.Flags().BoolVar(&o.quick, "quick", false, "ask the core questions alone, and of records only what must be said")
	cmd.Flags().BoolVar(&o.deep, "deep", false, "ask the deeper questionnaires too; each counts once its last question is answered")
	cmd.Flags().BoolVar(&o.again, "again", false, "ask answered questions too, with the answers selected")
	cmd.Flags().BoolVar(&o.present, "present", false, "show a question and its lines alone, and the answer of last time on demand")
	cmd.Flags().BoolVar(&o.accessible, "accessible", false, "ask line by line, for screen readers and piped lines")
	return cmd
}

func runAsk(o *askOptions, args []string) error {
	auditor, err := o.begin(args)
	if err != nil {
		return err
	}
	auditor.To = score.NextGrade
	if !o.accessible && !interactive() {
		return &codedError{
			code: exitUsage,
			err:  errors.New("an interview needs a terminal"),
			next: "Write the plan with forewarn new and an editor, or give lines to forewarn ask --accessible.",
		}
	}
	if err := o.checkOnly(auditor.Bank); err != nil {
		return err
	}
	file, err := o.openOrCreate(auditor.Bank)
	if err != nil {
		return readError(err)
	}
	outcome, err := o.interview(file, auditor.Bank)
	if outcome.Saved == 0 && o.created {
		err = errors.Join(err, o.takeAway(file))
	}
	if err := errors.Join(err, file.Close()); err != nil {
		return &codedError{code: exitInput, err: err, next: o.ending(outcome)}
	}
	return o.finish(outcome, auditor)
}

// takeAway removes the plan that was made for nothing. One in which somebody else has
// written meanwhile stays, as their work.
func (o *askOptions) takeAway(file *planfile.File) error {
	err := file.Discard()
	if errors.Is(err, disk.ErrChanged) {
		o.created = false
		return nil
	}
	return err
}

// begin takes the question and the plan from the arguments, by the bank for the plan:
// which of them is a question is known by a bank, and which bank counts by the folder of
// the plan.
func (o *askOptions) begin(args []string) (*audit.Auditor, error) {
	guess := defaultPlan
	if n := len(args); n > 0 && looksLikeFile(args[n-1]) {
		guess = args[n-1]
	}
	auditor, err := o.auditor(guess)
	if err != nil {
		return nil, err
	}
	if err := o.name(auditor.Bank, args); err != nil {
		return nil, err
	}
	if filepath.Dir(o.path) != filepath.Dir(guess) {
		return o.auditor(o.path)
	}
	return auditor, nil
}

// name takes the question and the plan from the arguments.
func (o *askOptions) name(bank *questions.Bank, args []string) error {
	o.path = defaultPlan
	if len(args) > 2 {
		return usageError(errors.New("ask takes one question and one file"))
	}
	asked, sought := o.at, "question"
	if len(args) == 2 || len(args) == 1 && !isFile(bank, args[0]) {
		if asked != "" {
			return usageError(fmt.Errorf("--at %q and %q are two questions to open at", asked, args[0]))
		}
		asked, sought, args = args[0], "question and no file", args[1:]
	}
	if len(args) == 1 {
		o.path = args[0]
	}
	if asked == "" {
		return nil
	}
	id, err := questionCalled(bank, asked, sought)
	o.at = id
	return err
}

// isFile reports whether an argument that stands alone is a plan: no id of a question,
// and there, or with the look of a path.
func isFile(bank *questions.Bank, arg string) bool {
	_, err := questionCalled(bank, arg, "")
	return err != nil && looksLikeFile(arg)
}

func looksLikeFile(arg string) bool {
	if _, err := os.Stat(arg); err == nil || strings.ContainsRune(filepath.ToSlash(arg), '/') {
		return true
	}
	return slices.Contains([]string{".yaml", ".yml", ".json"}, strings.ToLower(filepath.Ext(arg)))
}

// questionCalled is the id of the question with an id, or with one that it had before.
// sought says what there is none of, if there is not.
func questionCalled(bank *questions.Bank, id, sought string) (string, error) {
	if _, q := bank.Question(id); q != nil {
		return id, nil
	}
	for i := range bank.Questionnaires {
		for _, q := range bank.Questionnaires[i].Questions {
			if q.Was == id && id != "" {
				return q.ID, nil
			}
		}
	}
	if heir := bank.Retired[id]; heir != "" {
		return "", usageError(fmt.Errorf("%q is no longer asked; %s took its place", id, heir))
	}
	hint := yamldoc.DidYouMean(id, bank.QuestionIDs())
	if hint != "" {
		hint = "; " + hint
	}
	return "", usageError(fmt.Errorf("there is no %s %q%s", sought, id, hint))
}

// checkOnly makes sure that --only names questionnaires, and the one of the question to
// open at among them.
func (o *askOptions) checkOnly(bank *questions.Bank) error {
	for _, id := range o.only {
		if bank.Questionnaire(id) == nil {
			return usageError(fmt.Errorf("--only %q is not a questionnaire; they are %s", id, inWords(bank.QuestionnaireIDs())))
		}
	}
	if qn, _ := bank.Question(o.at); qn != nil && len(o.only) > 0 && !slices.Contains(o.only, qn.ID) {
		return usageError(fmt.Errorf("the question %q belongs to the questionnaire %q, which --only leaves out; add it to --only", o.at, qn.ID))
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

// openOrCreate opens the plan, and makes one where there is none or an empty file.
// Whoever else has made one in the meantime was first.
func (o *askOptions) openOrCreate(bank *questions.Bank) (*planfile.File, error) {
	text, err := planfile.Read(o.path)
	missing := errors.Is(err, fs.ErrNotExist)
	if missing || err == nil && errors.Is(planfile.Kind(text), planfile.ErrEmpty) {
		skeleton, err := planfile.Skeleton(bank)
		if err != nil {
			return nil, err
		}
		err = planfile.Create(o.path, skeleton)
		if err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		o.created = missing && err == nil
	}
	return planfile.Open(o.path, bank)
}

func (o *askOptions) interview(file *planfile.File, bank *questions.Bank) (interview.Outcome, error) {
	forms, err := planfile.LoadForms()
	if err != nil {
		return interview.Outcome{}, err
	}
	today := func() planfile.AsOf {
		day, _ := o.date() // which was read before
		return day
	}
	hasFile := planfile.InFolder(filepath.Dir(o.path))
	opts := interview.Options{
		Bank: bank, Forms: forms, File: printable.Word(o.path),
		Again: o.again, Quick: o.quick, Deep: o.deep, Only: o.only, At: o.at, Present: o.present, Colour: o.colour(os.Stderr),
		Today: today, HasFile: hasFile,
		Audit: func(plan *planfile.Plan, to score.Goal) (*score.Result, error) {
			return (&audit.Auditor{Bank: bank, AsOf: today(), To: to}).Score(plan, hasFile)
		},
	}
	if o.accessible || os.Getenv("TERM") == "dumb" {
		// Whoever no longer reads ends the interview, and not the program before it has
		// put things in order.
		signal.Ignore(syscall.SIGPIPE)
		defer signal.Reset(syscall.SIGPIPE)
		return interview.RunLines(file, opts, os.Stdin, promptStream{newStream(os.Stderr, printable.Plain)})
	}
	return interview.Run(file, opts, os.Stdin, os.Stderr)
}
