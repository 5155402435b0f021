package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"slices"
	"syscall"
	"time"

	"github.com/charmbracelet/huh"
	"github.com/spf13/cobra"

	"forewarn/audit/interview"
	"forewarn/audit/planfile"
	"forewarn/audit/printable"
	"forewarn/audit/workshop"
	"forewarn/questions"
)

type workshopAnswerOptions struct {
	*workshopOptions
	sheet      string
	role       string
	again      bool
	accessible bool
}

func newWorkshopAnswerCmd(w *workshopOptions) *cobra.Command {
	o := &workshopAnswerOptions{workshopOptions: w}
	cmd := &cobra.Command{
		Use:   "answer [SHEET]",
		Short: "Fill in one sheet in the terminal",
		Long: `answer asks one person the questions of the workshop, and writes a sheet without a name
(default sheet- and the beginning of its random number). Every answer is saved as soon
as it is given; with the name of the sheet, answer goes on where it was left.`,
		Example: `  forewarn workshop answer --role staff
  forewarn workshop answer sheet-0f1e2d3c.yaml`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				o.sheet = args[0]
			}
			return runWorkshopAnswer(o)
		},
	}
	cmd.Flags().StringVar(&o.role, "role", "", "the role in which the person answers")
	cmd.Flags().BoolVar(&o.again, "again", false, "ask all questions, with the earlier answers selected")
	cmd.Flags().BoolVar(&o.accessible, "accessible", false, "ask line by line, for screen readers and piped lines")
	return cmd
}

func runWorkshopAnswer(o *workshopAnswerOptions) error {
	w, auditor, err := o.load()
	if err != nil {
		return err
	}
	if !o.accessible && !interactive() {
		return &codedError{code: exitUsage, err: errors.New("filling in a sheet needs a terminal"), next: "Give lines to forewarn workshop answer --accessible."}
	}
	if o.role != "" && !slices.Contains(w.Roles, o.role) {
		return usageError(fmt.Errorf("--role %q is none of %s", o.role, inWords(w.Roles)))
	}
	sheet, err := o.open(w, auditor.Bank)
	if err != nil {
		return err
	}
	outcome, err := o.interview(sheet, auditor.Bank)
	if err := errors.Join(err, sheet.Close()); err != nil && !errors.Is(err, interview.ErrInputEnded) {
		return &codedError{code: exitInput, err: err, next: o.goOn()}
	}
	if outcome.Signal != nil {
		return &codedError{code: signalCode(outcome.Signal), next: o.goOn()}
	}
	given, asked := len(sheet.Sheet().Answers), len(w.Questions(auditor.Bank))
	tell(fmt.Sprintf("%d of %d questions are answered in %s. Hand that file in. To go on or to change something: forewarn workshop answer %s",
		given, asked, printable.Text(o.sheet), printable.Word(o.sheet)))
	return nil
}

func (o *workshopAnswerOptions) goOn() string {
	return "What was answered is saved. To go on: forewarn workshop answer " + printable.Word(o.sheet)
}

// open opens the sheet, and makes one where none is named or none is there.
func (o *workshopAnswerOptions) open(w *workshop.Workshop, bank *questions.Bank) (*workshop.Filling, error) {
	if o.sheet != "" {
		sheet, err := workshop.Fill(o.sheet, w, bank)
		if !errors.Is(err, fs.ErrNotExist) {
			if err == nil && o.role != "" && o.role != sheet.Sheet().Role {
				err = errors.Join(usageError(fmt.Errorf("%q was begun in the role %s; begin another sheet for %s", o.sheet, sheet.Sheet().Role, o.role)), sheet.Close())
				return nil, err
			}
			if err != nil {
				return nil, readError(err)
			}
			return sheet, nil
		}
	}
	if err := o.askRole(w); err != nil {
		return nil, err
	}
	s := &workshop.Sheet{Format: workshop.Format, Workshop: w.ID, Number: workshop.NewNumber(), Bank: w.Bank, Role: o.role}
	if o.sheet == "" {
		o.sheet = "sheet-" + s.Number[:8] + ".yaml"
	}
	if err := workshop.Create(o.sheet, s.Entries(w, bank)); err != nil {
		return nil, inputError(err)
	}
	sheet, err := workshop.Fill(o.sheet, w, bank)
	if err != nil {
		return nil, readError(err)
	}
	return sheet, nil
}

func (o *workshopAnswerOptions) askRole(w *workshop.Workshop) error {
	if len(w.Roles) == 1 {
		o.role = w.Roles[0]
	}
	if o.role != "" {
		return nil
	}
	var options []huh.Option[string]
	for _, role := range w.Roles {
		options = append(options, huh.NewOption(printable.Text(role), role))
	}
	return askFields(o.accessible, huh.NewGroup(huh.NewSelect[string]().Title("In which role do you answer?").Options(options...).Value(&o.role)))
}

func (o *workshopAnswerOptions) interview(sheet *workshop.Filling, bank *questions.Bank) (interview.Outcome, error) {
	opts := interview.Options{
		Bank: bank, File: printable.Word(o.sheet), Sheet: true, Again: o.again, Colour: o.colour(os.Stderr),
		Only:  sheet.Plan().Questionnaires,
		Quick: sheet.Core(),
		Today: func() planfile.AsOf { return planfile.Now(time.Now()) },
	}
	if o.accessible || os.Getenv("TERM") == "dumb" {
		tell("Answer for yourself: your sheet has no name, and is counted with those of the others.")
		signal.Ignore(syscall.SIGPIPE)
		defer signal.Reset(syscall.SIGPIPE)
		return interview.RunLines(sheet, opts, os.Stdin, promptStream{newStream(os.Stderr, printable.Plain)})
	}
	return interview.Run(sheet, opts, os.Stdin, os.Stderr)
}
