package interview

import (
	"forewarn/audit/planfile"
	"forewarn/audit/yamldoc"
)

// watched is a Store that remembers what became of its changes.
type watched struct {
	Store
	err   error // why the last one could not be saved; nil when it was
	saved int   // how many were
}

func (w *watched) note(err error) error {
	if w.err = err; err == nil {
		w.saved++
	}
	return err
}

// SetAnswer implements Store.
func (w *watched) SetAnswer(questionnaire, question string, a planfile.Answer) error {
	return w.note(w.Store.SetAnswer(questionnaire, question, a))
}

// Set implements Store.
func (w *watched) Set(path []string, value any) (now []string, err error) {
	now, err = w.Store.Set(path, value)
	return now, w.note(err)
}

// Append implements Store.
func (w *watched) Append(list []string, record yamldoc.Map) (at []string, err error) {
	at, err = w.Store.Append(list, record)
	return at, w.note(err)
}

// Remove implements Store.
func (w *watched) Remove(path []string) error {
	return w.note(w.Store.Remove(path))
}
