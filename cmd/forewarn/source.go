package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/audit/yamldoc"
	"forewarn/questions"
)

// stdinPath is the path that stands for standard input.
const stdinPath = "-"

// readPlan reads the bytes of a plan from a file or from standard input.
func readPlan(path string) ([]byte, error) {
	if path != stdinPath {
		return planfile.Read(path)
	}
	src, err := io.ReadAll(io.LimitReader(os.Stdin, yamldoc.MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("reading standard input: %w", err)
	}
	return src, nil
}

// judge scores a plan that has no errors. Evidence is looked for in the folder
// of path.
func judge(bank *questions.Bank, plan *planfile.Plan, path string, today time.Time) (*score.Result, error) {
	weakened := planfile.Weakened(plan, filepath.Dir(path), today)
	return score.Score(bank, plan, score.Circumstances{AsOf: today, Weakened: weakened})
}

// openError words what came of opening a plan. The findings of an invalid one
// go to standard error, each on its line.
func openError(path string, err error) error {
	var invalid *planfile.InvalidError
	if !errors.As(err, &invalid) {
		return inputError(err)
	}
	var lines strings.Builder
	if err := report.Lines(&lines, path, gate.Errors(invalid.Findings)); err != nil {
		return inputError(err)
	}
	tell(lines.String())
	return &codedError{
		code: exitInput,
		err:  fmt.Errorf("%s: %s", printable.Text(path), notRead(invalid.Findings)),
		next: "forewarn explain ID says more about each of them.",
	}
}

// notRead sums up the errors of an invalid plan.
func notRead(findings []rules.Finding) string {
	if len(findings) == 1 {
		return "not read, because of the error above"
	}
	return fmt.Sprintf("not read, because of the %d errors above", len(findings))
}
