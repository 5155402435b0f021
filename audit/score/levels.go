package score

import (
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/questions"
)

// end says how the answers are counted.
type end int

const (
	atLow     end = iota // open answers as 0
	atHigh               // open answers as 4, with full evidence
	asClaimed            // open answers as 0, the others as if nothing held them
)

// The highest level that each kind of support carries.
const (
	withoutRecords = 1 // a record check fails
	unsupported    = 2
	vouchedFor     = 3
	shownInFull    = questions.MaxLevel
)

// mark gives every scored entry its levels, and finds what holds them. The
// checks run for answers of every state, as they also decide which faults of
// the records are major.
func (s *sheet) mark(rec *records, weakened map[string]rules.Finding) error {
	checks := Checks()
	for _, e := range s.scored {
		var err error
		if e.failing, err = rec.fail(checks, e.Question); err != nil {
			return err
		}
		e.borne = rec.bears(checks, e)
		if _, ok := weakened[e.ID]; ok {
			why := weakened[e.ID]
			e.weakened = &why
		}
		e.ceiling = carries(e.answer.Evidence, e.weakened)
		e.level = e.levels()
	}
	return nil
}

// carries returns the highest level that evidence supports, as far as it is not
// weakened: evidence that is missing or out of date is still somebody's word.
func carries(ev *planfile.Evidence, weakened *rules.Finding) int {
	isWord := weakened == nil || weakened.ID == rules.EvidenceMissing || weakened.ID == rules.EvidenceStale
	switch {
	case ev == nil || ev.Vouched == "" && ev.Shown == "" || !isWord:
		return unsupported
	case ev.Shown == "" || weakened != nil:
		return vouchedFor
	}
	return shownInFull
}

// levels returns what the answer counts at each end. One that was given counts
// the same at both. Records hold only what is claimed: an open answer may turn
// out to be the one that they bear out.
func (e *entry) levels() [3]int {
	if e.open() {
		return [3]int{atHigh: questions.MaxLevel}
	}
	claimed := *e.answer.Level
	supported := min(claimed, e.supports())
	return [3]int{atLow: supported, atHigh: supported, asClaimed: claimed}
}

// supports returns the highest level that the evidence and the plan's records
// carry together.
func (e *entry) supports() int {
	if len(e.failing) > 0 {
		return withoutRecords
	}
	return e.ceiling
}

// heldBy says why less is supported than was claimed; empty when it is not so.
func (e *entry) heldBy() string {
	switch {
	case e.level[atLow] == e.level[asClaimed]:
		return ""
	case len(e.failing) > 0:
		return "the plan's own records"
	case e.ceiling == unsupported && e.weakened != nil && e.weakened.ID == rules.FutureDate:
		return "evidence dated ahead"
	case e.ceiling == unsupported:
		return "no evidence"
	case e.weakened == nil:
		return "vouched only"
	case e.weakened.ID == rules.EvidenceMissing:
		return "evidence missing"
	}
	return "evidence out of date"
}
