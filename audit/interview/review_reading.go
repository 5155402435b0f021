package interview

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"

	"forewarn/audit/outcome"
	"forewarn/audit/planfile"
	"forewarn/audit/yamldoc"
)

// ParseReading reads what somebody gives for a reading of a measure: a number, alone or
// in the unit of the measure; of one kept in words, their verdict. Behind a colon may
// stand what a reader should know about it.
func ParseReading(m *planfile.Metric, typed string) (planfile.Reading, error) {
	value, note, _ := strings.Cut(typed, ":")
	value, note = strings.TrimSpace(value), strings.TrimSpace(note)
	r := planfile.Reading{Note: note}
	if outcome.IsInWords(m) {
		if r.Verdict = strings.ToLower(value); outcome.Parse(r.Verdict) == outcome.Unknown {
			return r, fmt.Errorf("this measure is kept in words, so its reading is your verdict: success, adjust or stop, not %q", value)
		}
		return r, nil
	}
	var err error
	r.Value, err = parseAmount(withoutUnit(value, m.Unit), quantitative)
	if parts := withUnit.FindStringSubmatch(value); err != nil && parts != nil && isOtherUnit(parts[2], m.Unit) && !commaForPoint.MatchString(value) && !thousands.MatchString(value) {
		return r, fmt.Errorf("this measure is read in %s, not in %s: write the number of %s alone", m.Unit, strings.TrimSpace(parts[2]), m.Unit)
	}
	return r, err
}

// withoutUnit takes the unit of the measure from behind a value.
func withoutUnit(value, unit string) string {
	n := len(value) - len(unit)
	if unit != "" && n > 0 && strings.EqualFold(value[n:], unit) {
		return strings.TrimSpace(value[:n])
	}
	return value
}

// isOtherUnit reports whether what stands behind a number names a unit, and not that of
// the measure.
func isOtherUnit(behind, unit string) bool {
	behind = strings.TrimSpace(behind)
	return unit != "" && !strings.EqualFold(behind, unit) && !strings.ContainsAny(behind, "0123456789")
}

// CheckReadingDay says why a reading cannot be of a day: it has not come, or it lies
// before the launch.
func CheckReadingDay(plan *planfile.Plan, on time.Time, asOf planfile.AsOf) error {
	launch := plan.Initiative.Launch
	switch {
	case !asOf.HasCome(on):
		return fmt.Errorf("%s has not come yet, so nothing can have been read on it", on.Format(dateLayout))
	case !launch.IsZero() && on.Before(launch):
		return fmt.Errorf("%s lies before the launch on %s; what is measured before that is the baseline", on.Format(dateLayout), launch.Format(dateLayout))
	}
	return nil
}

// ErrNoLines is for a measure that no reading can be held against.
var ErrNoLines = errors.New("no line is drawn on it that a reading could be held against")

// CheckReading says why a measure takes no such reading: no line is drawn on it, or it
// was read on that day and showed something else. It reports whether the very same
// reading is there already.
func CheckReading(m *planfile.Metric, r planfile.Reading) (there bool, err error) {
	if !outcome.HasLines(m) {
		return false, ErrNoLines
	}
	for _, old := range m.Readings {
		switch {
		case !old.On.Equal(r.On):
		case isSameReading(old, r):
			return true, nil
		default:
			return false, fmt.Errorf("it was read on that day already, and showed %s; a reading stays as it was given", ReadingInWords(m, old))
		}
	}
	return false, nil
}

// isSameReading reports whether nothing is given that is not there.
func isSameReading(old, r planfile.Reading) bool {
	same := old.Value.Text == r.Value.Text
	if old.Value.Number != nil && r.Value.Number != nil {
		same = old.Value.Number.Cmp(r.Value.Number) == 0
	}
	return same && old.Verdict == r.Verdict && (r.Note == "" || r.Note == old.Note)
}

// ReadingInWords is what a measure showed: 19 hours, or the verdict of a person.
func ReadingInWords(m *planfile.Metric, r planfile.Reading) string {
	words := cmp.Or(r.Value.Text, r.Verdict, "nothing")
	if r.Value.Number != nil && m.Unit != "" {
		words += " " + m.Unit
	}
	if r.Note != "" {
		words += " (" + r.Note + ")"
	}
	return words
}

// ReadingRecord is a reading as it is appended to a plan.
func ReadingRecord(r planfile.Reading) yamldoc.Map {
	record := yamldoc.Map{{Key: "on", Value: r.On}}
	if r.Value.Text != "" {
		record = append(record, yamldoc.Entry{Key: "value", Value: r.Value})
	}
	for _, e := range []yamldoc.Entry{{Key: "verdict", Value: r.Verdict}, {Key: "note", Value: r.Note}} {
		if e.Value != "" {
			record = append(record, e)
		}
	}
	return record
}
