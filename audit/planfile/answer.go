package planfile

import (
	"fmt"
	"reflect"
	"slices"
	"time"

	"forewarn/audit/yamldoc"
)

// SetAnswer records the answer to a question in place of any earlier one; a
// blank answer takes the earlier one away. Only the keys that differ are
// written, so that comments beside the others stay.
//
// What somebody else has changed meanwhile of the same answer stays, as far as that is
// another part of it; the error is a *ConflictError when it is the same.
//
// What was heard in a workshop stays beside the question, whatever is answered to it.
//
// A note may come before the answer; to a question that has changed, it is put beside
// the answer to the earlier one.
//
// While the plan belongs to an older edition of the questions, the answer carries
// the edition under which it is given, and an entry under an earlier name of the
// question gets its new one. With the last answer that had to be given again, the
// plan belongs to this edition.
func (f *File) SetAnswer(questionnaire, question string, a Answer) error {
	path := []string{"answers", questionnaire, question}
	base := f.plan
	_, err := f.write(path, func(path []string) (draft, error) {
		if f.plan != base { // somebody else has changed the file
			met, collided := f.plan.meet(base, path, a)
			if collided != "" {
				return draft{}, &ConflictError{Path: path, Part: collided, Given: &met}
			}
			a, base = met, f.plan
		}
		d, err := f.answered(path, a)
		if err == nil {
			d, err = f.enter(d, questionnaire)
		}
		if err == nil {
			d, err = f.raise(d)
		}
		return d, err
	})
	return err
}

// answered is a draft with an answer at path.
func (f *File) answered(path []string, a Answer) (draft, error) {
	questionnaire, question := path[1], path[2]
	a.Edition, a.Heard = f.editionToWrite(), f.plan.Answer(questionnaire, question).Heard
	if a.State() == Blank {
		a = f.remarked(question, a)
	}
	want := entries(a)
	d, err := f.draft(path, func(src []byte) ([]byte, error) {
		src, err := f.named(src, questionnaire, question)
		if err != nil {
			return nil, err
		}
		if len(want) == 0 {
			return yamldoc.Delete(src, path)
		}
		return yamldoc.Set(src, path, want)
	})
	if err != nil {
		return draft{}, err
	}
	// An answer is the one thing here that nobody can ask for again.
	got := d.plan.Answer(questionnaire, question)
	if earlier := d.plan.Earlier[question]; earlier.State() != Blank {
		got = earlier
	}
	if !reflect.DeepEqual(entries(got), want) {
		return draft{}, fmt.Errorf("changing %q: the file would not say what was answered to %q", f.file.Path(), question)
	}
	return d, nil
}

// remarked is a blank answer as it is written: with the earlier one that it is noted on.
func (f *File) remarked(question string, a Answer) Answer {
	earlier := f.plan.Earlier[question]
	if earlier.State() == Blank || a.Note+a.Dissent == "" {
		a.Edition = ""
		return a
	}
	earlier.Note, earlier.Dissent = a.Note, a.Dissent
	return earlier
}

// named gives the entry of a question its present name, where it has an earlier one. An
// entry without an answer that cannot be renamed stays beside the new one.
func (f *File) named(src []byte, questionnaire, question string) ([]byte, error) {
	_, q := f.bank.Question(question)
	if q == nil || q.Was == "" {
		return src, nil
	}
	renamed, err := yamldoc.Rename(src, []string{"answers", questionnaire, q.Was}, question)
	switch {
	case err == nil:
		return renamed, nil
	case f.plan.was[question] != "":
		return nil, err
	}
	return src, nil
}

// enter takes a deeper questionnaire into the plan's scope with the last of its
// answers, so that deepening a plan never takes its grade away half-way.
func (f *File) enter(d draft, questionnaire string) (draft, error) {
	qn := f.bank.Questionnaire(questionnaire)
	if qn == nil || !qn.Deep || slices.Contains(d.plan.Questionnaires, questionnaire) {
		return d, nil
	}
	for _, id := range qn.QuestionIDs() {
		if d.plan.Answer(questionnaire, id).State() == Blank {
			return d, nil
		}
	}
	var scope []string
	for i := range f.bank.Questionnaires {
		if qn := &f.bank.Questionnaires[i]; qn.ID == questionnaire || d.plan.InScope(qn) {
			scope = append(scope, qn.ID)
		}
	}
	return f.edit(d, []string{"questionnaires"}, func(src []byte) ([]byte, error) {
		return yamldoc.SetBefore(src, "questionnaires", scope, "answers")
	})
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
	m = withText(m, "note", a.Note)
	m = withText(m, "dissent", a.Dissent)
	if a.Heard != nil {
		m = append(m, yamldoc.Entry{Key: "heard", Value: heardEntries(a.Heard)})
	}
	m = withDay(m, "agreed", a.Agreed)
	return withText(m, "edition", a.Edition)
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
