package planfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"forewarn/audit/rules"
	"forewarn/questions"
)

// freshDays is how many days shown evidence counts as such.
const freshDays = 180

// Weakened returns, by question id, the answers at a level whose evidence counts
// for less than it says on the day of the audit, each with the finding that says
// why. What is out of date, or is a path at which present finds nothing, counts
// as vouched only; what shows nothing, names nobody or the owner, or is dated
// ahead counts for nothing. Addresses are not looked for.
func Weakened(bank *questions.Bank, plan *Plan, asOf AsOf, present func(shown string) bool) map[string]rules.Finding {
	weak := map[string]rules.Finding{}
	for questionnaire, answers := range plan.Answers {
		for question, a := range answers {
			if a.Level == nil || a.Evidence == nil {
				continue
			}
			w := weighing{question: question, ask: question, Evidence: a.Evidence, asOf: asOf}
			if _, q := bank.Question(question); q != nil {
				w.ask = q.Ask
			}
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
	question, ask string
	asOf          AsOf
}

// weigh names the gravest fault: to mend a lesser one would not help.
func (w *weighing) weigh(owner string, present func(string) bool) *rules.Finding {
	if f := w.none(owner, present); f != nil {
		return f
	}
	if !w.asOf.HasCome(w.On) {
		says := fmt.Sprintf("is dated %s, after this audit, and does not count until then", w.On.Format(time.DateOnly))
		return w.fault(rules.FutureDate, "on", says, rules.DaysOut(says), "correct the date, or name the day of the audit with --as-of", "correct the date")
	}
	switch {
	case w.Shown == "":
		return nil
	case IsMissing(*w.Evidence, present):
		return w.fault(rules.EvidenceMissing, "shown", fmt.Sprintf("is missing: there is no file %q in the plan's folder", w.Shown),
			"is missing: the document is not where the plan says", "write the path as seen from the plan's folder, or for a page the whole address with https://",
			"note where the document is today")
	case w.asOf.IsOlder(w.On, freshDays):
		// The message names the day and not the age, which changes overnight.
		says := fmt.Sprintf("is from %s; after %d days it counts only as vouched", w.On.Format(time.DateOnly), freshDays)
		return w.fault(rules.EvidenceStale, "on", says, rules.DaysOut(says), "check whether it still holds, then write the date of that day", "")
	}
	return nil
}

// none finds what is no evidence at all.
func (w *weighing) none(owner string, present func(string) bool) *rules.Finding {
	switch {
	case w.Shown != "" && kindOf(w.Shown) == noEvidence && !there(w.Shown, present):
		return w.fault(rules.EvidenceOfNothing, "shown", fmt.Sprintf("shows nothing: %q is neither a file in the plan's folder nor an address", w.Shown),
			"shows nothing: what is named is neither a document nor the address of a page", "name a file in the plan's folder, or a page with https:// and its host",
			"name the document, or the page by its whole address")
	case w.Shown != "":
		return nil
	case NamesNobody(w.Vouched):
		return w.fault(rules.EvidenceOfNothing, "vouched", fmt.Sprintf("names nobody: %q", w.Vouched), fmt.Sprintf("names nobody: “%s”", w.Vouched),
			"name the person who vouches for it, or take the evidence out", "")
	case isSamePerson(w.Vouched, owner):
		const says = "is the word of the owner, who is the one that answers"
		return w.fault(rules.VouchedByOwner, "vouched", says, says, "ask somebody else to vouch for it, or name what shows it", "")
	}
	return nil
}

// fault says what is wrong with the evidence, and what to do: for whoever has the
// file, then in plain words.
func (w *weighing) fault(id, key, says, plainly, hint, advice string) *rules.Finding {
	return &rules.Finding{
		Severity: rules.Minor, ID: id, Key: key, Message: fmt.Sprintf("the evidence for %q %s", w.question, says), Hint: hint,
		Named: fmt.Sprintf("the evidence for “%s” %s", w.ask, plainly), Advice: advice,
	}
}

// InFolder reports whether something is at a relative path, seen from dir. What
// may not be looked at is taken to be there.
func InFolder(dir string) func(shown string) bool {
	return func(shown string) bool {
		_, err := os.Stat(filepath.Join(dir, filepath.FromSlash(shown)))
		return err == nil || errors.Is(err, fs.ErrPermission)
	}
}
