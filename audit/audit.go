// Package audit is the audit of one plan: from its bytes, a bank, a day and the
// terms that it has to meet, to a verdict. It opens no file and knows no git,
// no flags and no format of a report.
package audit

import (
	"fmt"

	"forewarn/audit/gate"
	"forewarn/audit/outcome"
	"forewarn/audit/planfile"
	"forewarn/audit/score"
	"forewarn/questions"
)

// Auditor audits plans by one bank, as of one day. It is never changed and may
// be used by several goroutines.
type Auditor struct {
	Bank *questions.Bank
	AsOf planfile.AsOf
	To   score.Goal // of the way that is worked out for a plan, which takes longer than all the rest
}

// Source is a plan as it stands somewhere: in a file, on standard input, in a
// commit.
type Source struct {
	Name    string                  // by which the reader knows it, with slashes
	Text    []byte                  // the plan; of one that is too large, a byte more than it may have is enough
	Present func(shown string) bool // whether something is at a relative path, seen from the plan's folder
	Notes   []string                // what the reader should know of how an earlier plan was found, a sentence each without a full stop
}

// Earlier is a plan as it was, to be held against.
type Earlier struct {
	Name string                  // what the user calls it, such as main
	Read func() (*Source, error) // asked only for a plan that can be scored; without a Text when the plan was not there
}

// Audit is what came of one plan: a Result and a Decision, or the reason why
// there are none.
type Audit struct {
	File     string         // the name of the source
	Text     []byte         // of the source; nil when it could not be read
	Result   *score.Result  // nil when the plan could not be read or has errors
	Decision *gate.Decision // nil exactly when Result is
	Errors   []gate.Finding // of a plan that was read and cannot be used
	Moved    []outcome.Move // lines moved when it was late to, where somebody has looked that up
	Broken   string         // why there is neither a Result nor Errors; a sentence without a full stop
}

// Unread is the audit of a plan that could not even be read.
func Unread(name string, why error) *Audit { return &Audit{File: name, Broken: why.Error()} }

// Findings lists what is to be said about places in the plan.
func (a *Audit) Findings() []gate.Finding {
	if a.Decision == nil {
		return a.Errors
	}
	return a.Decision.Findings
}

// Passed reports whether the plan was judged and nothing stands against it.
func (a *Audit) Passed() bool { return a.Decision != nil && a.Decision.Passed() }

// Audit reads, checks and scores a plan, and judges it on terms, also against
// an earlier one unless that is nil. What is wrong with a plan is in the Audit.
func (a *Auditor) Audit(src Source, terms gate.Terms, against *Earlier) *Audit {
	if err := planfile.Kind(src.Text); err != nil {
		return Unread(src.Name, fmt.Errorf("reading %q: %w", src.Name, err))
	}
	out := &Audit{File: src.Name, Text: src.Text}
	plan, found := planfile.Parse(src.Text, a.Bank)
	if len(found) > 0 {
		out.Errors = gate.Errors(found)
		return out
	}
	result, err := a.Score(plan, src.Present)
	if err != nil {
		return Unread(src.Name, err)
	}
	baseline, err := a.baseline(src, against)
	if err != nil {
		return Unread(src.Name, err)
	}
	out.Result = result
	out.Decision = terms.Judge(plan, result, baseline)
	return out
}

// Score works out what a plan without errors is worth.
func (a *Auditor) Score(plan *planfile.Plan, present func(shown string) bool) (*score.Result, error) {
	return score.Score(a.Bank, plan, score.Circumstances{
		AsOf:     a.AsOf,
		To:       a.To,
		Weakened: planfile.Weakened(a.Bank, plan, a.AsOf, present),
	})
}
