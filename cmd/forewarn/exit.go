package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/policy"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/report/text"
	"forewarn/audit/rules"
)

// The exit codes, each with one meaning. They are listed in the help of the
// root command and in the README.
const (
	exitDone  = 0 // done, or the gate passed
	exitGate  = 1 // the gate did not pass
	exitUsage = 2 // wrong usage
	exitInput = 3 // a plan or other input could not be read, is invalid, or could not be written
)

// codedError is an error with the exit code that it ends the program with. It
// may have no text, when everything has been said on the way.
type codedError struct {
	code int
	err  error
	next string // what to do next, on a line of its own
}

// Error gives the text without what to do next.
func (e *codedError) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

func usageError(err error) *codedError {
	return &codedError{code: exitUsage, err: err, next: "forewarn --help lists the commands, forewarn COMMAND --help the flags of one."}
}

func inputError(err error) error {
	return &codedError{code: exitInput, err: err}
}

// signalCode is the code that a shell gives to a program ended by a signal.
func signalCode(sig os.Signal) int {
	if n, ok := sig.(syscall.Signal); ok {
		return 128 + int(n)
	}
	return 128 + int(syscall.SIGINT)
}

// misfitError is for a value of a flag that is none of those it takes.
func misfitError(m *policy.Misfit) error {
	if m.Hint != "" {
		return usageError(fmt.Errorf("--%s %w (%s)", m.Key, m, m.Hint))
	}
	return usageError(fmt.Errorf("--%s %w", m.Key, m))
}

// readError is for a file that could not be read or cannot be used as it is.
func readError(err error) error {
	var clash *policy.ClashError
	if errors.As(err, &clash) {
		return usageError(clash)
	}
	var invalid *rules.InvalidError
	if !errors.As(err, &invalid) {
		return inputError(err)
	}
	return invalidError(invalid.Path, &audit.Audit{Errors: gate.Errors(invalid.Findings)})
}

// invalidError tells the errors of the file at path, each on its line.
func invalidError(path string, a *audit.Audit) error {
	var lines strings.Builder
	if err := text.Findings(&lines, path, a.Errors); err != nil {
		return inputError(err)
	}
	tell(lines.String())
	return &codedError{
		code: exitInput,
		err:  fmt.Errorf("%s: %s", printable.Text(path), report.NotRead(a)),
		next: "forewarn explain ID says more about each of them.",
	}
}

// printed tells of a result that could not be written, unless err is nil.
func printed(err error) error {
	if err == nil {
		return nil
	}
	return inputError(unwritten(err))
}

// unwritten says what to do about a standard output that takes no more.
func unwritten(err error) error {
	var at *fs.PathError
	if !errors.As(err, &at) || at.Path != os.Stdout.Name() {
		return err
	}
	return fmt.Errorf("writing to standard output: %w; make room where it goes, or send it elsewhere", at.Err)
}
