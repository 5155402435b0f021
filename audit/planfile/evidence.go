package planfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"forewarn/audit/rules"
)

// freshDays is how many days shown evidence counts as such.
const freshDays = 180

// Weakened returns, by question id, the answers at a level whose evidence counts
// for less than it says on the day of the audit, each with the finding that says
// why. What is out of date, or is a path at which present finds nothing, counts
// as vouched only; what shows nothing, names nobody or the owner, or is dated
// ahead counts for nothing. Addresses are not looked for.
func Weakened(plan *Plan, asOf AsOf, present func(shown string) bool) map[string]rules.Finding {
	weak := map[string]rules.Finding{}
	for questionnaire, answers := range plan.Answers {
		for question, a := range answers {
			if a.Level == nil || a.Evidence == nil {
				continue
			}
			w := weighing{question: question, Evidence: a.Evidence, asOf: asOf}
			if f := w.weigh(plan.Initiative.Owner, present); f != nil {
				weak[question] = plan.Place(*f, "answers", questionnaire, question, "evidence", f.Key)
			}
		}
	}
	return weak
}

// Nothing returns why evidence counts for nothing by what it says, and nil when it
// may count.
func Nothing(e Evidence, owner string) error {
	switch {
	case e.Shown != "" && kindOf(e.Shown) == noEvidence:
		return errors.New("that is neither a file in the plan's folder nor a web address with its host")
	case e.Shown != "":
		return nil
	case NamesNobody(e.Vouched):
		return errors.New("that names nobody: write the name of a person")
	case isSamePerson(e.Vouched, owner):
		return errors.New("that is the owner, who answers: somebody else has to vouch for it")
	}
	return nil
}

// IsMissing reports whether evidence is a path at which present finds nothing.
func IsMissing(e Evidence, present func(shown string) bool) bool {
	return e.Shown != "" && kindOf(e.Shown) == aPath && !there(e.Shown, present)
}

// weighing looks into one piece of evidence. The findings that it returns have the
// key inside the evidence.
type weighing struct {
	*Evidence
	question string
	asOf     AsOf
}

// weigh names the gravest fault: to mend a lesser one would not help.
func (w *weighing) weigh(owner string, present func(string) bool) *rules.Finding {
	if f := w.none(owner, present); f != nil {
		return f
	}
	if !w.asOf.HasCome(w.On) {
		return w.fault(rules.FutureDate, "on", fmt.Sprintf("is dated %s, after this audit, and does not count until then", w.On.Format(time.DateOnly)),
			"correct the date, or name the day of the audit with --as-of")
	}
	switch {
	case w.Shown == "":
		return nil
	case IsMissing(*w.Evidence, present):
		return w.fault(rules.EvidenceMissing, "shown", fmt.Sprintf("is missing: there is no file %q in the plan's folder", w.Shown),
			"write the path as seen from the plan's folder, or for a page the whole address with https://")
	case w.asOf.IsOlder(w.On, freshDays):
		// The message names the day and not the age, which changes overnight.
		return w.fault(rules.EvidenceStale, "on", fmt.Sprintf("is from %s; after %d days it counts only as vouched", w.On.Format(time.DateOnly), freshDays),
			"check whether it still holds, then write the date of that day")
	}
	return nil
}

// none finds what is no evidence at all.
func (w *weighing) none(owner string, present func(string) bool) *rules.Finding {
	switch {
	case w.Shown != "" && kindOf(w.Shown) == noEvidence && !there(w.Shown, present):
		return w.fault(rules.EvidenceOfNothing, "shown", fmt.Sprintf("shows nothing: %q is neither a file in the plan's folder nor an address", w.Shown),
			"name a file in the plan's folder, or a page with https:// and its host")
	case w.Shown != "":
		return nil
	case NamesNobody(w.Vouched):
		return w.fault(rules.EvidenceOfNothing, "vouched", fmt.Sprintf("names nobody: %q", w.Vouched), "name the person who vouches for it, or take the evidence out")
	case isSamePerson(w.Vouched, owner):
		return w.fault(rules.VouchedByOwner, "vouched", "is the word of the owner, who is the one that answers", "ask somebody else to vouch for it, or name what shows it")
	}
	return nil
}

func (w *weighing) fault(id, key, says, hint string) *rules.Finding {
	return &rules.Finding{Severity: rules.Minor, ID: id, Key: key, Message: fmt.Sprintf("the evidence for %q %s", w.question, says), Hint: hint}
}

// InFolder reports whether something is at a relative path, seen from dir. What
// may not be looked at is taken to be there.
func InFolder(dir string) func(shown string) bool {
	return func(shown string) bool {
		_, err := os.Stat(filepath.Join(dir, filepath.FromSlash(shown)))
		return err == nil || errors.Is(err, fs.ErrPermission)
	}
}
