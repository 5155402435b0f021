package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"forewarn/audit"
	"forewarn/audit/policy"
	"forewarn/audit/revision"
	"forewarn/questions"
)

// job is one plan to be judged.
type job struct {
	path string // of the file, or stdinPath
	name string // as it is shown; another one than path for standard input
	by   *policy.Policy
	base foundBase // the commit that it is held against, if any
	bank *questions.Bank
	next *nextBank // an edition to come; nil for none

	bankSince bankSince // what to know of the bank since the commit
}

// jobs finds the plans and what each is judged by, so that a mistake in a
// flag or a settings file shows before anything is judged.
func (o *checkOptions) jobs(paths []string, bases bases) (jobs []job, err error) {
	settings := policy.NewSettings(&o.typed, o.given)
	jobs = make([]job, len(paths))
	for i, path := range paths {
		j := &jobs[i]
		j.path, j.name = path, path
		if path == stdinPath {
			j.name = o.stdinName
		}
		if j.by, err = settings.For(j.name); err != nil {
			return nil, readError(err)
		}
		if j.bank, err = o.bankOf(j.by); err != nil {
			return nil, err
		}
		if o.given("tolerance") && o.typed.Tolerance != "" && j.by.Against == "" && j.by.File == "" {
			return nil, usageError(errors.New("--tolerance does nothing without --against; name the branch, commit or file to compare with"))
		}
		if err := bases.settle(j); err != nil {
			return nil, err
		}
		if file := j.againstFile(); file != "" && len(paths) > 1 {
			return nil, usageError(fmt.Errorf("%q is one file, and %d plans cannot all be held against it; name a commit or a branch, or check one plan", file, len(paths)))
		}
	}
	return jobs, nil
}

// readBy names the files that are read to judge the plans. Some may be empty.
func readBy(jobs []job) []string {
	var files []string
	for _, j := range jobs {
		files = append(files, j.path, j.by.Settings, j.by.File, j.by.Bank)
	}
	return files
}

// banks are those by which the plans are judged, in the order of the plans.
func banks(jobs []job) []*questions.Bank {
	var out []*questions.Bank
	for _, j := range jobs {
		if !slices.Contains(out, j.bank) {
			out = append(out, j.bank)
		}
	}
	return out
}

// audit reads a plan and judges it by its own bank.
func (j *job) audit(by *audit.Auditor) *audit.Audit {
	auditor := *by
	auditor.Bank = j.bank
	if j.path != stdinPath {
		if err := revision.Contained(filepath.Dir(j.path), j.path); err != nil {
			return audit.Unread(j.name, fmt.Errorf("reading %q: %w", j.path, err))
		}
	}
	src, err := readSource(j.path, j.name)
	if err != nil {
		return audit.Unread(src.Name, err)
	}
	out := auditor.Audit(src, j.by.Terms, j.earlier())
	if j.next != nil && out.Result != nil {
		j.next.note(out, src, auditor)
	}
	return out
}
