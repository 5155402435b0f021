package gate

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
)

// Finding is one thing to be said about a place in a plan: a warning that is
// active, a finding from records, or an error of a plan that was not scored.
type Finding struct {
	*rules.Finding // shared with whoever found it, and never changed
	// Fingerprint tells the finding from others of the same plan, however it is
	// worded and wherever it has moved to: it is made of the rule and of what the
	// finding is about.
	Fingerprint string
	Title       string           // of a warning; empty for any other finding
	Possible    bool             // a warning that open answers decide
	Waiver      *planfile.Waiver // by which somebody lives with it; nil when nobody does, or no longer
	State       State            // against a baseline
	Fails       bool             // whether it is one of the reasons why the plan does not pass
	Quiet       bool             // whether it is milder than what people asked to be shown
}

// State says how a finding stands to an earlier plan.
type State string

// The states of a finding. Without a baseline a finding has none.
const (
	New       State = "new"
	Unchanged State = "unchanged"
	Absent    State = "absent" // mended: only the earlier plan has it
)

// Errors wraps the errors of a plan that was not scored.
func Errors(found []rules.Finding) []Finding {
	out := make([]Finding, len(found))
	for i := range found {
		out[i].Finding = &found[i]
	}
	mark(out)
	return out
}

// mark gives each finding its fingerprint. Those that are about the same, such
// as records of one name, are told apart by a running number.
func mark(findings []Finding) {
	alike := make(map[[sha256.Size]byte]int, len(findings))
	for i := range findings {
		f := &findings[i]
		sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %q", f.ID, f.About.Question, f.About.Record))
		alike[sum]++
		if n := alike[sum]; n > 1 {
			sum = sha256.Sum256(fmt.Appendf(sum[:], "%d", n))
		}
		f.Fingerprint = hex.EncodeToString(sum[:16])
	}
}

// called names the rule of a finding, or the warning.
func (f *Finding) called() rules.Wording {
	says, _ := f.Plain()
	return rules.Wording{Working: f.ID, Client: rules.Quoted(cmp.Or(f.Title, says))}
}

// warned says what the warning does, and the first answer that raised it. What
// to do about it is longer than a line. It is about nothing but itself: another
// answer may raise it tomorrow.
func warned(w *score.Warning) *rules.Finding {
	f := &rules.Finding{Severity: w.Severity, ID: w.ID}
	says := rules.Alike(w.Title + ", " + w.Effect())
	if !w.Confirmed {
		says = rules.Worded("%s while answers are open", says)
	}
	if len(w.Because) > 0 {
		b := w.Because[0]
		f.Pos, f.Key = b.Pos, b.Key
		because := b.Whole()
		says = rules.Worded("%s; %s", says, rules.Wording{Working: strings.TrimSuffix(because.Working, "."), Client: strings.TrimSuffix(because.Client, ".")})
	}
	f.Message, f.Named = says.Working, says.Client
	return f
}
