// Package outcome holds readings against the lines that were drawn beforehand: whether
// it is a success, whether to adjust, or whether to stop. It is pure: it knows no
// clock, no file and no words of a report.
package outcome

import (
	"slices"

	"forewarn/audit/planfile"
)

// Verdict is what a measure shows against its lines. A greater one is worse.
type Verdict int

// The verdicts, the best first.
const (
	Unknown Verdict = iota // nothing was read, or nothing can be held against the lines
	Success                // the success line is reached
	Adjust                 // between the lines
	Stop                   // past the stop line
)

func words() [4]string { return [4]string{"unknown", "success", "adjust", "stop"} }

// String gives the word that a plan has for it.
func (v Verdict) String() string { return words()[v] }

// Parse returns the verdict of a word of the plan; Unknown for any other.
func Parse(word string) Verdict {
	all := words()
	return Verdict(max(0, slices.Index(all[:], word)))
}

// Worst is the worst of verdicts, and never an average: where one measure says stop,
// two that succeed do not make up for it. What is unknown counts for nothing.
func Worst(verdicts ...Verdict) Verdict { return slices.Max(append(verdicts, Unknown)) }

// Against holds a value against the lines of a measure (SCORING 7). Where higher is
// better, a value of at least the success line is a success and one under the stop line
// says stop; the other way round where lower is better. On the stop line nobody has to
// stop. Where the two lines contradict each other, stop wins, as a gate holds the same.
// It is Unknown where no line can be compared with the value.
func Against(m *planfile.Metric, value planfile.Amount) Verdict {
	if value.Number == nil || m.Better == "" || m.Success.Number == nil && m.Stop.Number == nil {
		return Unknown
	}
	switch {
	case Worse(m.Better, value, m.Stop):
		return Stop
	case m.Success.Number != nil && !Worse(m.Better, value, m.Success):
		return Success
	}
	return Adjust
}

// Of is the verdict on one reading: by the lines, by the person who gave one, and by
// the worse of the two where there are both.
func Of(m *planfile.Metric, r *planfile.Reading) Verdict {
	return Worst(Against(m, r.Value), Parse(r.Verdict))
}

// Worse reports whether a is worse than b where better is higher or lower. It is false
// when either is not a number.
func Worse(better string, a, b planfile.Amount) bool {
	if a.Number == nil || b.Number == nil {
		return false
	}
	order := a.Number.Cmp(b.Number)
	return better == "higher" && order < 0 || better == "lower" && order > 0
}

// HasLines reports whether a measure has a line that a reading can be held against: a
// number of which it is known which way is better, or words that a person judges by.
func HasLines(m *planfile.Metric) bool {
	success, stop := m.Success, m.Stop
	if IsInWords(m) {
		return success.Text != "" || stop.Text != ""
	}
	return m.Better != "" && (success.Number != nil || stop.Number != nil)
}

// IsInWords reports whether a measure is kept in words, so that its readings carry the
// verdict of a person.
func IsInWords(m *planfile.Metric) bool {
	if m.How != "" {
		return m.How == "qualitative"
	}
	words := func(a planfile.Amount) bool { return a.Text != "" && a.Number == nil }
	return (words(m.Success) || words(m.Stop)) && m.Success.Number == nil && m.Stop.Number == nil
}
