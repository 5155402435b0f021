package main

import (
	"errors"
	"path/filepath"
	"slices"

	"forewarn/audit"
	"forewarn/audit/outcome"
	"forewarn/audit/planfile"
	"forewarn/audit/report/document"
	"forewarn/audit/revision"
)

// mostVersions is how many versions of a plan are looked through for lines that moved.
const mostVersions = 200

// moved says which lines were moved when it was late to, as far as git knows, in
// sentences.
func moved(path string, auditor *audit.Auditor, text []byte) ([]string, error) {
	now, found := planfile.Parse(text, auditor.Bank)
	if len(found) > 0 || !hasBegun(now, auditor.AsOf) {
		return nil, nil
	}
	repo, err := revision.Open(filepath.Dir(path))
	if errors.Is(err, revision.ErrOutside) {
		return []string{"Whether a line was moved was not looked up, as the plan is in no git repository."}, nil
	}
	if err != nil {
		return nil, err
	}
	past, err := repo.Past(path, mostVersions)
	if err != nil {
		return nil, err
	}
	if len(past) == 0 {
		return []string{"Whether a line was moved was not looked up, as the plan was never committed."}, nil
	}
	versions := versionsOf(past, auditor)
	versions = append(versions, outcome.Version{Plan: now, On: auditor.AsOf.Day})
	return document.Moves(outcome.Moved(versions), len(past) == mostVersions), nil
}

// hasBegun reports whether a line can have been moved late: something was read, or the
// launch is past.
func hasBegun(plan *planfile.Plan, asOf planfile.AsOf) bool {
	read := func(m planfile.Metric) bool { return len(m.Readings) > 0 }
	launch := plan.Initiative.Launch
	return slices.ContainsFunc(plan.Metrics, read) || len(plan.Metrics) > 0 && !launch.IsZero() && asOf.HasCome(launch)
}

// versionsOf reads the versions that can be read.
func versionsOf(past []revision.Past, auditor *audit.Auditor) []outcome.Version {
	var out []outcome.Version
	for _, p := range past {
		if plan, found := planfile.Parse(p.Text, auditor.Bank); len(found) == 0 {
			out = append(out, outcome.Version{Plan: plan, On: p.On, Name: p.Commit[:min(10, len(p.Commit))]})
		}
	}
	return out
}

// lookUp is moved for what is printed: where git cannot say, that is said.
func lookUp(a *audit.Audit, auditor *audit.Auditor, path string) []string {
	says, err := moved(path, auditor, a.Text)
	if err != nil {
		return []string{"Whether a line was moved could not be looked up: " + err.Error() + "."}
	}
	return says
}
