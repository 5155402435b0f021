package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/charmbracelet/huh"
	"github.com/spf13/cobra"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/workshop"
)

type workshopNewOptions struct {
	*workshopOptions
	plan       string
	roles      []string
	people     int
	minimum    int
	core       bool
	accessible bool
}

func newWorkshopNewCmd(w *workshopOptions) *cobra.Command {
	o := &workshopNewOptions{workshopOptions: w}
	cmd := &cobra.Command{
		Use:   "new [PLAN]",
		Short: "Begin a workshop on a plan",
		Long: `new writes workshop.yaml beside a plan (default plan.yaml): which questions are asked,
in which roles people answer, and below how many sheets nothing is published. In a
terminal it asks for what no flag says. The questionnaires are those that the plan is
graded on.

Nothing is published about fewer than 5 sheets. With fewer than 10 people, 3 can be
enough to publish anything at all; then somebody who knows two of three answers knows
the third.`,
		Example: `  forewarn workshop new
  forewarn workshop new --people 12 --roles management,staff,customers
  forewarn workshop new --people 6 --roles team --minimum 3 --core`,
		RunE: func(_ *cobra.Command, args []string) (err error) {
			if o.plan, err = atMostOneFile(args); err != nil {
				return err
			}
			return runWorkshopNew(o)
		},
	}
	cmd.Flags().StringSliceVar(&o.roles, "roles", nil, "the roles in which people answer, such as management,staff,customers")
	cmd.Flags().IntVar(&o.people, "people", 0, "how many will answer")
	cmd.Flags().IntVar(&o.minimum, "minimum", 0, "below how many sheets nothing is published (default 5)")
	cmd.Flags().BoolVar(&o.core, "core", false, "ask the core questions alone")
	cmd.Flags().BoolVar(&o.accessible, "accessible", false, "ask line by line, for screen readers and piped lines")
	return cmd
}

func runWorkshopNew(o *workshopNewOptions) error {
	auditor, err := o.auditor(o.plan)
	if err != nil {
		return err
	}
	if err := o.name(); err != nil {
		return err
	}
	plan, err := readPlan(o.plan, auditor)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(o.path); err == nil {
		return &codedError{code: exitInput, err: fmt.Errorf("%q is there already", o.path), next: "To begin another workshop on this plan, name another file with --workshop."}
	}
	if len(o.roles) == 0 {
		if !o.accessible && !interactive() {
			return &codedError{code: exitUsage, err: errors.New("a workshop needs roles"), next: "Name them with --roles management,staff,customers, or run this in a terminal."}
		}
		if err := o.ask(); err != nil {
			return err
		}
	}
	return o.write(plan, auditor)
}

// name finds where the workshop goes: beside its plan.
func (o *workshopNewOptions) name() error {
	if o.plan == stdinPath {
		return usageError(errors.New("a workshop is about a plan in a file; name that"))
	}
	if o.path == defaultWorkshop {
		o.path = filepath.Join(filepath.Dir(o.plan), defaultWorkshop)
	}
	if filepath.Dir(filepath.Clean(o.path)) != filepath.Dir(filepath.Clean(o.plan)) {
		return usageError(fmt.Errorf("--workshop %q is not beside the plan %q", o.path, o.plan))
	}
	return nil
}

// readPlan reads a plan that this program's questions can be asked about.
func readPlan(path string, auditor *audit.Auditor) (*planfile.Plan, error) {
	src, err := readSource(path, path)
	if err != nil {
		return nil, inputError(err)
	}
	if a := auditor.Audit(src, gate.Terms{Ungated: true}, nil); len(a.Errors) > 0 {
		return nil, invalidError(path, a)
	}
	plan, _ := planfile.Parse(src.Text, auditor.Bank)
	if plan.Bank.Version != auditor.Bank.Version {
		return nil, &codedError{
			code: exitInput, err: fmt.Errorf("%q answers the questions %s, and this program asks %s", path, plan.Bank.Version, auditor.Bank.Version),
			next: "Answer what has changed first: forewarn ask " + printable.Word(path),
		}
	}
	return plan, nil
}

// ask asks for what no flag has said.
func (o *workshopNewOptions) ask() error {
	people, roles, agree := "", "", false
	if o.people > 0 {
		people = strconv.Itoa(o.people)
	}
	first := []huh.Field{huh.NewInput().Title("How many people will answer?").Validate(aNumber).Value(&people)}
	if o.people > 0 {
		first = nil
	}
	roleField := huh.NewInput().Title("In which roles?").Description("Separated by commas, such as management, staff, customers. One is enough.").Validate(someRole).Value(&roles)
	enough := func() bool {
		n, _ := strconv.Atoi(strings.TrimSpace(people))
		return o.minimum > 0 || n >= 2*workshop.UsualMinimum
	}
	if err := askFields(o.accessible, huh.NewGroup(append(first, roleField)...), huh.NewGroup(huh.NewConfirm().
		Title("So few people: publish from 3 sheets on?").
		Description("Otherwise nothing is published about fewer than 5. With 3, somebody who knows two of three answers knows the third.").
		Affirmative("From 3 on").Negative("From 5 on").Value(&agree)).WithHideFunc(enough)); err != nil {
		return err
	}
	o.people, _ = strconv.Atoi(strings.TrimSpace(people))
	o.roles = split(roles)
	if agree {
		o.minimum = workshop.LeastMinimum
	}
	return nil
}

func aNumber(text string) error {
	if n, err := strconv.Atoi(strings.TrimSpace(text)); err != nil || n < workshop.LeastMinimum {
		return fmt.Errorf("write a number, %d at the least", workshop.LeastMinimum)
	}
	return nil
}

func someRole(text string) error {
	if len(split(text)) == 0 {
		return errors.New("write at least one, such as staff")
	}
	return nil
}

// askFields asks the fields of some groups.
func askFields(lineByLine bool, groups ...*huh.Group) error {
	form := huh.NewForm(groups...).WithInput(os.Stdin).WithOutput(os.Stderr).WithAccessible(lineByLine || os.Getenv("TERM") == "dumb")
	err := form.Run()
	if errors.Is(err, huh.ErrUserAborted) {
		return &codedError{code: signalCode(os.Interrupt), err: errors.New("stopped, and nothing was written")}
	}
	if err != nil {
		return inputError(err)
	}
	return nil
}

// split takes a list apart at its commas.
func split(text string) []string {
	var out []string
	for _, part := range strings.Split(text, ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

func (o *workshopNewOptions) write(plan *planfile.Plan, auditor *audit.Auditor) error {
	if o.minimum == 0 {
		o.minimum = workshop.UsualMinimum
	}
	w := &workshop.Workshop{
		Format: workshop.Format, ID: workshop.NewID(), Plan: filepath.Base(o.plan), Bank: plan.Bank, Minimum: o.minimum, Core: o.core,
	}
	for _, role := range o.roles {
		w.Roles = append(w.Roles, strings.TrimSpace(role))
	}
	for i := range auditor.Bank.Questionnaires {
		if qn := &auditor.Bank.Questionnaires[i]; plan.InScope(qn) {
			w.Questionnaires = append(w.Questionnaires, qn.ID)
		}
	}
	content, err := workshop.Written(w.Entries())
	if err != nil {
		return inputError(err)
	}
	if _, found := workshop.Parse(content, auditor.Bank); len(found) > 0 {
		return usageError(fmt.Errorf("%s; %s", found[0].Message, found[0].Hint))
	}
	if err := workshop.Create(o.path, w.Entries()); err != nil {
		return inputError(err)
	}
	tell(fmt.Sprintf("Wrote %s: %s for %s. Nothing is published about fewer than %d sheets.",
		printable.Text(o.path), report.Counted(len(w.Questions(auditor.Bank)), "question", "questions"), printable.Text(inWords(w.Roles)), w.Minimum))
	if o.people > 0 && o.people < w.Minimum {
		tell(fmt.Sprintf("With %s, nothing will be published.", report.Counted(o.people, "person", "people")))
	}
	tell("Next: send everybody the page that forewarn workshop form writes, and count the sheets that come back with forewarn workshop merge.")
	return nil
}
