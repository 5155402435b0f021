package main

import (
	"errors"
	"path/filepath"
	"slices"
	"time"

	"forewarn/audit"
	"forewarn/audit/outcome"
	"forewarn/audit/planfile"
	"forewarn/audit/report/document"
	"forewarn/audit/revision"
)

// mostVersions is how many versions of a plan are looked through for lines that moved.
const mostVersions = 200

// lookedUp is what was found of lines that were moved when it was late to.
type lookedUp struct {
	moves []outcome.Move
	limit string // why the earliest versions were not looked at, in a sentence; empty when they were
	not   string // why nothing was compared, in a sentence; empty when something was
	begun bool   // lines can have been moved late
}

// moved looks up which lines were moved when it was late to, as far as git knows.
func moved(path string, auditor *audit.Auditor, text []byte) (found lookedUp, err error) {
	now, wrong := planfile.Parse(text, auditor.Bank)
	if len(wrong) > 0 || !hasBegun(now, auditor.AsOf) {
		return found, nil
	}
	found.begun = true
	repo, err := revision.Open(filepath.Dir(path))
	if errors.Is(err, revision.ErrOutside) {
		found.not = "Whether a line was moved was not looked up, as the plan is in no git repository."
		return found, nil
	}
	if err != nil {
		return found, err
	}
	changes, err := repo.History(path)
	if errors.Is(err, revision.ErrNoCommit) {
		found.not = "Whether a line was moved was not looked up, as the plan was never committed."
		return found, nil
	}
	if err != nil {
		return found, err
	}
	switch {
	case len(changes) > mostVersions:
		found.limit = "Only the latest versions of the plan were looked at, as there are very many."
	case repo.IsShallow():
		found.limit = "This copy of the repository lacks earlier commits, and a line may have been moved in them. To fetch them, run: git fetch --unshallow"
	}
	versions := versionsOf(repo, changes[:min(len(changes), mostVersions)], auditor)
	found.moves = outcome.Moved(append(versions, outcome.Version{Plan: now, On: auditor.AsOf.Day}))
	return found, nil
}

// hasBegun reports whether a line can have been moved late: something was read, or the
// launch is past.
func hasBegun(plan *planfile.Plan, asOf planfile.AsOf) bool {
	read := func(m planfile.Metric) bool { return len(m.Readings) > 0 }
	launch := plan.Initiative.Launch
	return slices.ContainsFunc(plan.Metrics, read) || len(plan.Metrics) > 0 && !launch.IsZero() && asOf.HasCome(launch)
}

// versionsOf reads the versions that can be read, the earliest first.
func versionsOf(repo *revision.Repository, changes []revision.Change, auditor *audit.Auditor) []outcome.Version {
	past := repo.Past()
	defer past.Close()
	var out []outcome.Version
	for _, c := range slices.Backward(changes) {
		if c.Gone || c.When.IsZero() {
			continue
		}
		was, err := past.Plan(&c)
		if err != nil {
			continue
		}
		if plan, found := planfile.Parse(was.Text, auditor.Bank); len(found) == 0 {
			out = append(out, outcome.Version{Plan: plan, On: c.When.Truncate(24 * time.Hour), Name: c.Commit[:min(10, len(c.Commit))]})
		}
	}
	return out
}

// lookUp notes in an audit which lines were moved, and tells it in sentences: where git cannot say, that is said.
func lookUp(a *audit.Audit, auditor *audit.Auditor, path string) []string {
	found, err := moved(path, auditor, a.Text)
	a.Moved = found.moves
	switch {
	case err != nil:
		return []string{"Whether a line was moved could not be looked up: " + err.Error() + "."}
	case found.not != "":
		return []string{found.not}
	case !found.begun:
		return nil
	}
	return document.Moves(found.moves, found.limit)
}

// noteMoved notes in an audit which lines were moved. A report tells no more than that:
// whoever wants to know why nothing was compared asks forewarn review.
func noteMoved(a *audit.Audit, auditor *audit.Auditor, path string) {
	if path == stdinPath {
		return
	}
	if found, err := moved(path, auditor, a.Text); err == nil {
		a.Moved = found.moves
	}
}
