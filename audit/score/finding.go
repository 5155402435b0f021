package score

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
)

// Finding is one thing to be said about a place in a plan: a warning that is
// active, a finding from records, or an error of a plan that was not scored.
type Finding struct {
	rules.Finding
	// Fingerprint tells the finding from others of the same plan wherever its
	// line has moved to: it is made of the rule, the key path and what is said.
	Fingerprint string
	Possible    bool             // a warning that open answers decide
	Waiver      *planfile.Waiver // by which somebody lives with it; nil when nobody does, or no longer
	State       State            // against a baseline
	Fails       bool             // whether it is one of the reasons why the plan does not pass
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
	for i, f := range found {
		out[i] = newFinding(f)
	}
	return out
}

func newFinding(f rules.Finding) Finding {
	sum := sha256.Sum256([]byte(f.ID + "\x00" + f.Key + "\x00" + f.Message))
	return Finding{Finding: f, Fingerprint: hex.EncodeToString(sum[:16])}
}

// AllFindings lists the warnings, each at the first answer that raises it, and
// the findings from records, sorted by place, then id.
func (r *Result) AllFindings() []Finding {
	list := make([]rules.Finding, 0, len(r.Warnings)+len(r.Findings))
	possible := map[string]bool{}
	for i := range r.Warnings {
		list = append(list, r.Warnings[i].finding())
		possible[r.Warnings[i].ID] = !r.Warnings[i].Confirmed
	}
	list = append(list, r.Findings...)
	rules.Sort(list)
	out := Errors(list)
	for i := range out {
		out[i].Possible = possible[out[i].ID]
	}
	return out
}

// finding says what the warning does, and the first answer that raised it. What
// to do about it is longer than a line.
func (w *Warning) finding() rules.Finding {
	f := rules.Finding{Severity: w.Severity, ID: w.ID, Message: w.Title + ", " + w.Effect()}
	if !w.Confirmed {
		f.Message += " while answers are open"
	}
	if len(w.Because) > 0 {
		b := w.Because[0]
		f.Pos, f.Key = b.Pos, b.Key
		f.Message += "; " + strings.TrimSuffix(b.String(), ".")
	}
	return f
}

// Effect says what the warning does to the grade.
func (w *Warning) Effect() string {
	switch {
	case w.Confirmed && w.Cap != "":
		return "holds the grade at " + w.Cap + " or below"
	case w.Confirmed:
		return "a caution"
	case w.Cap != "":
		return "may hold the grade at " + w.Cap + " or below"
	}
	return "may be a caution"
}

// String gives the reason as one phrase: the question, and what the plan says.
func (b Reason) String() string {
	if b.Question == "" {
		return b.Says
	}
	return b.Question + ": " + b.Says
}
