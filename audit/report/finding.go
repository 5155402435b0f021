package report

import (
	"fmt"
	"iter"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/printable"
	"forewarn/audit/rules"
)

// Alarm gives one of three words for a severity, for consumers that know only
// as many. An error and a critical warning both ask for a stop.
func Alarm(severity string, stop, warn, note string) string {
	switch severity {
	case rules.Error.String(), rules.Critical.String():
		return stop
	case rules.Major.String():
		return warn
	}
	return note
}

// NotJudged says in one line why there is no result: how many errors there
// are, which a format lists itself, or why the plan could not even be read.
func NotJudged(p *audit.Audit, e Edition) string {
	if e == Client && len(p.Errors) == 0 {
		return "not judged, because the plan could not be read"
	}
	switch n := len(p.Errors); n {
	case 0:
		return Clean(p.Broken)
	case 1:
		return "not judged, because of one error"
	default:
		return fmt.Sprintf("not judged, because of %d errors", n)
	}
}

// Advice says in sentences what is the matter and what to do about it.
func Advice(f gate.Finding) string {
	text := printable.Capital(Sentence(Clean(f.Message)))
	if f.Hint != "" {
		text += " What to do: " + Sentence(Clean(f.Hint))
	}
	return text
}

// Waived says why somebody lives with a finding, who, and until when.
func Waived(w *planfile.Waiver) string {
	return w.Reason + " (" + w.Owner + ", until " + Day(w.Until) + ")"
}

// ForPeople puts all that one record does not say into one finding, at the place of
// the first of them. To whoever reads a report it is one thing to do; programs have
// each by itself.
func ForPeople(findings []gate.Finding) []gate.Finding {
	type key struct {
		subject string
		state   gate.State
		waiver  *planfile.Waiver
	}
	at := map[key]int{}
	var out []gate.Finding
	for _, f := range findings {
		k := key{f.Subject, f.State, f.Waiver}
		i, known := at[k]
		if f.Subject == "" || !known {
			at[k] = len(out)
			out = append(out, f)
			continue
		}
		out[i].Finding = together(out[i].Finding, f.Finding)
	}
	return out
}

// together is what two findings say of one record.
func together(a, b *rules.Finding) *rules.Finding {
	one := *a
	one.Lacks += ", " + b.Lacks
	one.Message = one.Subject + ": " + one.Lacks
	one.Named = one.NamedSubject + ": " + one.Lacks
	one.Severity = min(a.Severity, b.Severity)
	_, first := a.Plain()
	_, second := b.Plain()
	one.Hint, one.Advice = one.Hint+"; "+b.Hint, first+"; "+second
	return &one
}

// OtherFindings yields the findings of a plan that are no warnings, as people read
// them.
func OtherFindings(a *audit.Audit) iter.Seq[*gate.Finding] {
	warnings := map[string]bool{}
	for i := range a.Result.Warnings {
		warnings[a.Result.Warnings[i].ID] = true
	}
	return func(yield func(*gate.Finding) bool) {
		findings := ForPeople(a.Findings())
		for i := range findings {
			if !warnings[findings[i].ID] && !yield(&findings[i]) {
				return
			}
		}
	}
}

// Waivers returns, by rule, those by which somebody lives with a finding.
func Waivers(p *audit.Audit) map[string]*planfile.Waiver {
	out := map[string]*planfile.Waiver{}
	for _, f := range p.Findings() {
		out[f.ID] = f.Waiver
	}
	return out
}

// Place names the place of a finding; the start of the file where it is not known.
func Place(f gate.Finding) string {
	if !f.Pos.Known() {
		return "1:1"
	}
	return f.Pos.String()
}

// NotRead says why a plan could not be judged, below its errors.
func NotRead(p *audit.Audit) string {
	switch n := len(p.Errors); n {
	case 0:
		return p.Broken
	case 1:
		return "not read, because of the error above"
	default:
		if p.Errors[n-1].ID == rules.MoreErrors {
			return "not read, because of the errors above"
		}
		return fmt.Sprintf("not read, because of the %d errors above", n)
	}
}
