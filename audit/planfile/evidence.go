package planfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"forewarn/audit/rules"
)

// address matches what is no relative path: an address, and a path with a drive
// letter, which says nothing on another machine.
var address = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:`)

// freshDays is how many days shown evidence counts as such.
const freshDays = 180

// Weakened returns, by question id, the answers at a level whose shown evidence
// counts only as vouched on the date asOf, each with the finding that says why:
// it is older than 180 days, or it is a relative path at which, seen from the
// plan's folder, present finds nothing. Addresses and absolute paths are not
// looked for.
func Weakened(plan *Plan, asOf time.Time, present func(shown string) bool) map[string]rules.Finding {
	weak := map[string]rules.Finding{}
	for questionnaire, answers := range plan.Answers {
		for question, a := range answers {
			if a.Level == nil || a.Evidence == nil || a.Evidence.Shown == "" {
				continue
			}
			f, found := weakness(question, a.Evidence, asOf, present)
			if !found {
				continue
			}
			weak[question] = plan.Place(f, "answers", questionnaire, question, "evidence", f.Key)
		}
	}
	return weak
}

// weakness gives a finding whose Key is the one inside the evidence. Evidence
// that is both missing and stale is missing: a new date would not mend it.
func weakness(question string, e *Evidence, asOf time.Time, present func(string) bool) (rules.Finding, bool) {
	if isRelative(e.Shown) && (!isInside(e.Shown) || !present(e.Shown)) {
		return rules.Finding{
			Severity: rules.Minor, ID: rules.EvidenceMissing, Key: "shown",
			Message: fmt.Sprintf("the evidence for %q is missing: there is no file %q in the plan's folder", question, e.Shown),
			Hint:    "write the path as seen from the plan's folder, or for a page the whole address with https://",
		}, true
	}
	// The message names the day and not the age, which changes overnight.
	if asOf.After(e.On.AddDate(0, 0, freshDays)) {
		return rules.Finding{
			Severity: rules.Minor, ID: rules.EvidenceStale, Key: "on",
			Message: fmt.Sprintf("the evidence for %q is from %s; after %d days it counts only as vouched", question, e.On.Format(time.DateOnly), freshDays),
			Hint:    "check whether it still holds, then write the date of that day",
		}, true
	}
	return rules.Finding{}, false
}

// isRelative reports whether shown is a path as seen from the plan's folder.
func isRelative(shown string) bool {
	return !address.MatchString(shown) && !filepath.IsAbs(shown) && !strings.HasPrefix(shown, "/") && !strings.HasPrefix(shown, `\`)
}

// isInside reports whether a relative path leads to something in the plan's
// folder. The folder itself shows nothing, and what lies outside it may be
// another thing on another machine.
func isInside(shown string) bool {
	path := filepath.Clean(filepath.FromSlash(shown))
	return path != "." && filepath.IsLocal(path)
}

// InFolder reports whether something is at a relative path, seen from dir. What
// may not be looked at is taken to be there.
func InFolder(dir string) func(shown string) bool {
	return func(shown string) bool {
		_, err := os.Stat(filepath.Join(dir, filepath.FromSlash(shown)))
		return err == nil || errors.Is(err, fs.ErrPermission)
	}
}
