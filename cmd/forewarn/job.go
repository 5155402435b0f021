package main

import (
	"fmt"
	"path/filepath"

	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/report"
)

// job is one plan to be judged.
type job struct {
	path string // of the file, or stdinPath
	name string // as it is shown; another one than path for standard input
	by   *criteria
}

// jobs finds the plans and what each is judged by, so that a mistake in a
// flag or a settings file shows before anything is judged.
func (o *checkOptions) jobs() ([]job, error) {
	if err := o.terms.check(); err != nil {
		return nil, err
	}
	paths, err := expand(o.paths)
	if err != nil {
		return nil, inputError(err)
	}
	known := settingsFiles{}
	jobs := make([]job, len(paths))
	for i, path := range paths {
		jobs[i] = job{path: path, name: path}
		if path == stdinPath {
			jobs[i].name = o.stdinName
		}
		set, err := known.forPlan(jobs[i].name)
		if err != nil {
			return nil, err
		}
		jobs[i].by = set.with(&o.terms, o.typed)
		if against := jobs[i].by.against; isFile(against) && len(paths) > 1 {
			return nil, usageError(fmt.Errorf("%q is one file, and %d plans cannot all be held against it; name a commit or a branch, or check one plan", against, len(paths)))
		}
	}
	return jobs, nil
}

// judge reads a plan, scores it and decides on it.
func (c *checking) judge(j *job) report.Plan {
	p := report.Plan{File: filepath.ToSlash(j.name)}
	src, err := readPlan(j.path)
	if err != nil {
		p.Broken = err.Error()
		return p
	}
	plan, findings := planfile.Parse(src, c.bank)
	if len(findings) > 0 {
		p.Errors, p.Broken = gate.Errors(findings), notRead(findings)
		return p
	}
	against, err := c.baseline(j)
	if err == nil {
		p.Result, err = judge(c.bank, plan, j.name, c.today)
	}
	if err != nil {
		p.Broken = err.Error()
		return p
	}
	p.Decision = j.by.terms.Judge(plan, p.Result, against)
	return p
}
