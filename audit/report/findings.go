package report

import (
	"cmp"
	"fmt"
	"slices"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
)

// programName is how other programs know this one.
const programName = "forewarn"

// placed is a finding with the plan that it is about.
type placed struct {
	*audit.Audit
	gate.Finding
}

// worstFirst lists the findings of every plan, the gravest first and else in
// the order of the plans. What was mended comes last.
func (run *Run) worstFirst() []placed {
	var out, mended []placed
	for i := range run.Plans {
		p := run.Plans[i]
		for _, f := range p.Findings() {
			out = append(out, placed{p, f})
		}
		if p.Decision != nil {
			for _, f := range p.Decision.Mended {
				mended = append(mended, placed{p, f})
			}
		}
	}
	grave := func(a, b placed) int { return cmp.Compare(a.Severity, b.Severity) }
	slices.SortStableFunc(out, grave)
	slices.SortStableFunc(mended, grave)
	return append(out, mended...)
}

// alarm gives one of three words for a severity, for consumers that know only
// as many. An error and a critical warning both ask for a stop.
func alarm(severity string, stop, warn, note string) string {
	switch severity {
	case rules.Error.String(), rules.Critical.String():
		return stop
	case rules.Major.String():
		return warn
	}
	return note
}

// notJudged says in one line why there is no result: how many errors there
// are, which a format lists itself, or why the plan could not even be read.
func notJudged(p *audit.Audit) string {
	switch n := len(p.Errors); n {
	case 0:
		return clean(p.Broken)
	case 1:
		return "not judged, because of one error"
	default:
		return fmt.Sprintf("not judged, because of %d errors", n)
	}
}

// advice says in sentences what is the matter and what to do about it.
func advice(f gate.Finding) string {
	text := capital(sentence(clean(f.Message)))
	if f.Hint != "" {
		text += " What to do: " + sentence(clean(f.Hint))
	}
	return text
}

// waived says why somebody lives with a finding, who, and until when.
func waived(w *planfile.Waiver) string {
	return w.Reason + " (" + w.Owner + ", until " + day(w.Until) + ")"
}

// isWarning reports whether an id is that of a warning of the plan.
func isWarning(p *audit.Audit, id string) bool {
	return slices.ContainsFunc(p.Result.Warnings, func(w score.Warning) bool { return w.ID == id })
}

// otherFindings lists the findings that are no warnings.
func otherFindings(p *audit.Audit) []gate.Finding {
	return slices.DeleteFunc(slices.Clone(p.Findings()), func(f gate.Finding) bool { return isWarning(p, f.ID) })
}

// waivers returns, by rule, those by which somebody lives with a finding.
func waivers(p *audit.Audit) map[string]*planfile.Waiver {
	out := map[string]*planfile.Waiver{}
	for _, f := range p.Findings() {
		out[f.ID] = f.Waiver
	}
	return out
}
