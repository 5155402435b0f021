package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"forewarn/audit"
	"forewarn/audit/disk"
	"forewarn/audit/policy"
	"forewarn/audit/printable"
	"forewarn/audit/revision"
	"forewarn/audit/yamldoc"
	"forewarn/questions"
)

// addBank lets a command judge or ask by another bank than the one that is built in.
func (g *globalOptions) addBank(cmds ...*cobra.Command) {
	for _, cmd := range cmds {
		cmd.Flags().StringVar(&g.bank, "bank", "", "the file of the bank to ask and judge by (default the questions that are built in)")
	}
}

// bankFlag is the flag that names the bank again, for a hint; empty where no flag
// named it.
func (g *globalOptions) bankFlag() string {
	if g.bank == "" {
		return ""
	}
	return " --bank " + printable.Word(g.bank)
}

// bankFor is the bank for a plan: the one that the flag names, or that the settings for
// the plan do, or else the one that is built in.
func (g *globalOptions) bankFor(plan string) (*questions.Bank, error) {
	typed := policy.Usual()
	typed.Bank = g.bank
	by, err := policy.NewSettings(&typed, func(key string) bool { return key == "bank" && g.bankGiven }).For(plan)
	if err != nil {
		return nil, readError(err)
	}
	return g.bankOf(by)
}

// bankOf is the bank of a policy. Each is read once in a run.
func (g *globalOptions) bankOf(by *policy.Policy) (*questions.Bank, error) {
	core, err := g.core()
	if err != nil || by.Bank == "" {
		return core, err
	}
	if by.BankFrom != "" {
		if err := revision.Contained(by.BankFrom, by.Bank); err != nil {
			return nil, inputError(fmt.Errorf("reading the bank %q that %s names: %w", by.Bank, by.Settings, err))
		}
	}
	return g.bankAt(by.Bank)
}

// bankAt reads the bank in a file.
func (g *globalOptions) bankAt(path string) (*questions.Bank, error) {
	path = filepath.Clean(path)
	if bank := g.banks[path]; bank != nil {
		return bank, nil
	}
	core, err := g.core()
	if err != nil {
		return nil, err
	}
	src, err := readBank(path)
	if err != nil {
		return nil, err
	}
	bank, err := questions.Extend(core, filepath.ToSlash(path), src, audit.Known())
	if err != nil {
		return nil, faultsError(path, err)
	}
	g.banks[path] = bank
	return bank, nil
}

// core is the bank that is built in.
func (g *globalOptions) core() (*questions.Bank, error) {
	if g.banks == nil {
		g.banks = map[string]*questions.Bank{}
	}
	if g.banks[""] == nil {
		bank, err := audit.Bank()
		if err != nil {
			return nil, inputError(err)
		}
		g.banks[""] = bank
	}
	return g.banks[""], nil
}

// bankKind is what somebody can do who meets trouble with the file of a bank.
func bankKind() disk.Kind {
	return disk.Kind{
		MaxBytes:  yamldoc.MaxBytes,
		IfMissing: func(path string) string { return "to begin one, run forewarn bank new " + printable.Word(path) },
		IfFolder: func(path string) string {
			return fmt.Sprintf("name the file in it, such as %q", filepath.Join(path, defaultBank))
		},
	}
}

func readBank(path string) ([]byte, error) {
	if path == stdinPath {
		return nil, usageError(errors.New("a bank is read from a file, not from standard input"))
	}
	src, err := bankKind().Read(path)
	if err != nil {
		return nil, inputError(err)
	}
	return src, nil
}

// faultsError tells what is wrong with a bank, each fault on its line.
func faultsError(path string, err error) error {
	tell(printable.Text(err.Error()))
	return &codedError{
		code: exitInput,
		err:  fmt.Errorf("%s: the bank cannot be used: %s", printable.Text(filepath.ToSlash(path)), counted(strings.Count(err.Error(), "\n")+1, "fault")),
		next: "Mend the file; forewarn bank lint " + printable.Word(path) + " looks again.",
	}
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
