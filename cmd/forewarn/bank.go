package main

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"forewarn/audit"
	"forewarn/audit/printable"
	"forewarn/audit/report/catalogue"
	"forewarn/audit/score"
	"forewarn/questions"
)

// defaultBank is the bank that the commands about banks use when none is named.
const defaultBank = "bank.yaml"

func newBankCmd(g *globalOptions) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "bank new|lint|show",
		Short: "Write, check or read a bank of questions of your own",
		Long: `bank is for questions of your own on top of those that are built in: new writes a file
to begin with, lint says what is wrong with it, and show prints it as one page. To ask
and judge by it, name it with --bank FILE, or in .forewarn.yaml with bank: FILE.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError(fmt.Errorf("bank has no command %q, only new, lint and show", args[0]))
			}
			return cmd.Help()
		},
	}
	for _, c := range []*cobra.Command{newBankNewCmd(g), newBankLintCmd(g), newBankShowCmd(g)} {
		c.ValidArgsFunction = planFiles
		cmd.AddCommand(c)
	}
	return cmd
}

// bankNamed takes the bank from the arguments, or the default one.
func bankNamed(args []string) (string, error) {
	switch len(args) {
	case 0:
		return defaultBank, nil
	case 1:
		return args[0], nil
	}
	return "", usageError(errors.New("more than one file is named"))
}

func newBankNewCmd(g *globalOptions) *cobra.Command {
	return &cobra.Command{
		Use:   "new [FILE]",
		Short: "Write a bank to change into yours",
		Long: `new writes a bank (default bank.yaml; - is standard output) with an example of each
part, whose comments say what goes where. It never writes over a file that exists.`,
		Example: `  forewarn bank new
  forewarn bank new acme.yaml`,
		RunE: func(_ *cobra.Command, args []string) error {
			path, err := bankNamed(args)
			if err != nil {
				return err
			}
			return runBankNew(g, path)
		},
	}
}

func runBankNew(g *globalOptions, path string) error {
	core, err := g.core()
	if err != nil {
		return err
	}
	name := path
	if path == stdinPath {
		name = defaultBank
	}
	content, err := questions.NewHouse(core, printable.Word(filepath.ToSlash(name)))
	if err != nil {
		return inputError(err)
	}
	if path == stdinPath {
		return printTo(func(out *stream) error {
			_, err := out.Write(content)
			return err
		})
	}
	if err := bankKind().Create(path, content); err != nil {
		return inputError(err)
	}
	word := printable.Word(path)
	tell(fmt.Sprintf("Wrote %s. Change it into yours, look for mistakes with forewarn bank lint %s, and ask by it with forewarn ask --bank %s", word, word, word))
	return nil
}

func newBankLintCmd(g *globalOptions) *cobra.Command {
	return &cobra.Command{
		Use:   "lint [FILE]",
		Short: "Say what is wrong with a bank",
		Long: `lint reads a bank (default bank.yaml) and says everything that is wrong with it, each
with its line and column. Of a bank without a fault it says which warnings, or
conditions of theirs, can never decide anything, which are raised only in plans that
ask deeper questions, and what weighs otherwise than in the built-in questions.`,
		Example: `  forewarn bank lint acme.yaml`,
		RunE: func(_ *cobra.Command, args []string) error {
			path, err := bankNamed(args)
			if err != nil {
				return err
			}
			return runBankLint(g, path)
		},
	}
}

func runBankLint(g *globalOptions, path string) error {
	core, err := g.core()
	if err != nil {
		return err
	}
	src, err := readBank(path)
	if err != nil {
		return err
	}
	name := filepath.ToSlash(path)
	bank, remarks, err := questions.Lint(core, name, src, audit.Known())
	if err != nil {
		return faultsError(path, err)
	}
	return printTo(func(out *stream) error {
		for _, r := range remarks {
			if _, err := fmt.Fprintf(out, "%s:%s: note: %s\n", printable.Text(r.File), r.Pos, printable.Text(r.Text)); err != nil {
				return err
			}
		}
		_, err := fmt.Fprintf(out, "%s: no fault in %s\n", printable.Text(name), inShort(bank))
		if says := score.Reweighed(bank.Reweighed()); err == nil && says.Working != "" {
			_, err = fmt.Fprintf(out, "%s: %s\n", printable.Text(name), says.Working)
		}
		return err
	})
}

// inShort says what a bank adds to the one that it extends, and how much it changes.
func inShort(b *questions.Bank) string {
	var own []string
	add := func(n, of int, what string) {
		if n > of {
			own = append(own, counted(n-of, what))
		}
	}
	add(len(b.Questionnaires), len(b.Core.Questionnaires), "questionnaire")
	add(len(b.QuestionIDs()), len(b.Core.QuestionIDs()), "question")
	add(len(b.Warnings), len(b.Core.Warnings), "warning")
	add(len(b.Cases), len(b.Core.Cases), "case")
	if len(own) == 0 {
		own = []string{"nothing"}
	}
	says := fmt.Sprintf("%s %s, on %s %s: %s of its own", b.ID, b.Version, b.Core.ID, b.Core.Version, inWords(own))
	if n := b.Changed(); n > 0 {
		says += fmt.Sprintf(", %d of what is built in changed", n)
	}
	return says
}

func newBankShowCmd(g *globalOptions) *cobra.Command {
	o := &explainOptions{globalOptions: g}
	cmd := &cobra.Command{
		Use:   "show [FILE]",
		Short: "Print a bank as one page to read",
		Long: `show prints a bank as one page: what it changes, then every question with its lines,
every warning with what raises it, the cases and the sources. Without FILE it is the
bank that settings here name, or the questions that are built in.`,
		Example: `  forewarn bank show acme.yaml
  forewarn bank show acme.yaml -o markdown > questions.md`,
		RunE: func(_ *cobra.Command, args []string) error { return runBankShow(o, args) },
	}
	cmd.Flags().StringVarP(&o.format, "output", "o", textFormat, "write text or markdown")
	return cmd
}

func runBankShow(o *explainOptions, args []string) error {
	if err := o.checkFormat(); err != nil {
		return err
	}
	if len(args) > 1 {
		return usageError(errors.New("more than one file is named"))
	}
	var bank *questions.Bank
	var err error
	if len(args) == 1 {
		bank, err = o.bankAt(args[0])
	} else {
		bank, err = o.bankFor(defaultPlan)
	}
	if err != nil {
		return err
	}
	all, err := catalogue.New(bank)
	if err != nil {
		return inputError(err)
	}
	return o.show(all.Whole())
}
