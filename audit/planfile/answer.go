package planfile

import (
	"fmt"
	"reflect"
	"time"

	"forewarn/audit/yamldoc"
)

// SetAnswer records the answer to a question in place of any earlier one; a
// blank answer takes the earlier one away. Only the keys that differ are
// written, so that comments beside the others stay.
func (f *File) SetAnswer(questionnaire, question string, a Answer) error {
	path := []string{"answers", questionnaire, question}
	want := entries(a)
	d, err := f.draft(path, func(src []byte) ([]byte, error) {
		if len(want) == 0 {
			return yamldoc.Delete(src, path)
		}
		return yamldoc.Set(src, path, want)
	})
	if err != nil {
		return err
	}
	// An answer is the one thing here that nobody can ask for again.
	if got := entries(d.plan.Answer(questionnaire, question)); !reflect.DeepEqual(got, want) {
		return fmt.Errorf("changing %q: the file would not say what was answered to %q", f.file.Path(), question)
	}
	return f.commit(d)
}

// entries lists what an answer says, in the order in which it is written.
func entries(a Answer) yamldoc.Map {
	var m yamldoc.Map
	if a.Level != nil {
		m = append(m, yamldoc.Entry{Key: "level", Value: *a.Level})
	}
	m = withText(m, "unknown", a.Unknown)
	m = withText(m, "not_applicable", a.NotApplicable)
	m = withDay(m, "on", a.On)
	if a.Evidence != nil {
		var e yamldoc.Map
		e = withText(e, "vouched", a.Evidence.Vouched)
		e = withText(e, "shown", a.Evidence.Shown)
		m = append(m, yamldoc.Entry{Key: "evidence", Value: withDay(e, "on", a.Evidence.On)})
	}
	return withText(m, "note", a.Note)
}

func withText(m yamldoc.Map, key, text string) yamldoc.Map {
	if text == "" {
		return m
	}
	return append(m, yamldoc.Entry{Key: key, Value: text})
}

// withDay drops the time of day and the zone, so that equal days are equal.
func withDay(m yamldoc.Map, key string, t time.Time) yamldoc.Map {
	if t.IsZero() {
		return m
	}
	y, month, d := t.Date()
	return append(m, yamldoc.Entry{Key: key, Value: time.Date(y, month, d, 0, 0, 0, 0, time.UTC)})
}
