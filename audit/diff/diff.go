// Package diff says what differs between two audits: the verdict, each answer,
// warnings, findings and records. It knows no files and no git.
package diff

import (
	"bytes"
	"math/big"
	"reflect"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/score"
)

// Diff is what differs between two plans. From and To are the same kind of thing:
// the other way round it says the same, mirrored.
type Diff struct {
	From, To *audit.Audit // both judged

	Scope    []Scope
	Answers  []Answer // to questions that both ask, by questionnaire and question
	Warnings []Warning
	New      []gate.Finding // but for warnings
	Mended   []gate.Finding
	Records  []Record // with the initiative first
}

// Scope is a questionnaire that only one of the two is graded on.
type Scope struct {
	ID, Title string
	CameIn    bool // else it was left out
}

// Answer is a question that is not answered alike.
type Answer struct {
	From, To *score.Item
	Moved    bool // whether another line was chosen, or it is open or set aside where it was not
	Counts   bool // whether it counts for another level
}

// Warning is one that does not stand as it stood. One of From and To may be nil.
type Warning struct{ From, To *score.Warning }

// Either is the warning itself, whichever plan has it.
func (w *Warning) Either() *score.Warning {
	if w.To != nil {
		return w.To
	}
	return w.From
}

// Of compares two audits, of which both have a Result.
func Of(from, to *audit.Audit) *Diff {
	d := &Diff{From: from, To: to}
	d.compareAnswers()
	d.compareWarnings()
	d.New, d.Mended = gate.Compare(records(to), records(from))
	d.compareRecords()
	return d
}

// IsEmpty reports whether nothing was found to differ.
func (d *Diff) IsEmpty() bool {
	a, b := d.From.Result, d.To.Result
	return len(d.Scope)+len(d.Answers)+len(d.Warnings)+len(d.New)+len(d.Mended)+len(d.Records) == 0 &&
		!d.ScoreMoved() && !d.GradeMoved() && a.High.Score.Cmp(b.High.Score) == 0 && a.Bank == b.Bank
}

// IsSame reports whether the two are the same text.
func (d *Diff) IsSame() bool { return bytes.Equal(d.From.Text, d.To.Text) }

// ScoreMoved reports whether the low end of the score is another one.
func (d *Diff) ScoreMoved() bool { return d.Gained().Sign() != 0 }

// Gained is how many points the second has more than the first.
func (d *Diff) Gained() *big.Rat {
	return new(big.Rat).Sub(d.To.Result.Low.Score, d.From.Result.Low.Score)
}

// byID finds the items of a list by their ids.
func byID[T any](list []T, id func(*T) string) map[string]*T {
	by := make(map[string]*T, len(list))
	for i := range list {
		by[id(&list[i])] = &list[i]
	}
	return by
}

// GradeMoved reports whether the grade, or what it could become, is another one.
func (d *Diff) GradeMoved() bool {
	a, b := d.From.Result, d.To.Result
	return a.Grade() != b.Grade() || a.Low.Grade != b.Low.Grade || a.High.Grade != b.High.Grade
}

func (d *Diff) compareAnswers() {
	was := byID(d.From.Result.Questionnaires, func(s *score.Section) string { return s.ID })
	for i := range d.To.Result.Questionnaires {
		s := &d.To.Result.Questionnaires[i]
		before := was[s.ID]
		if delete(was, s.ID); before == nil {
			d.Scope = append(d.Scope, Scope{ID: s.ID, Title: s.Title, CameIn: true})
			continue
		}
		d.section(before, s)
	}
	for _, s := range d.From.Result.Questionnaires {
		if was[s.ID] != nil {
			d.Scope = append(d.Scope, Scope{ID: s.ID, Title: s.Title})
		}
	}
}

// section compares the answers of one questionnaire, whose questions are the same.
func (d *Diff) section(before, now *score.Section) {
	was := byID(before.Items, func(it *score.Item) string { return it.ID })
	for i := range now.Items {
		a := Answer{From: was[now.Items[i].ID], To: &now.Items[i]}
		if a.From == nil {
			continue
		}
		a.Moved = a.From.State != a.To.State || a.From.Level != a.To.Level
		a.Counts = a.From.Low != a.To.Low || a.From.High != a.To.High
		if a.Moved || a.Counts || !sameBeside(&a.From.Answer, &a.To.Answer) {
			d.Answers = append(d.Answers, a)
		}
	}
}

// sameBeside reports whether what stands beside two answers is the same.
func sameBeside(a, b *planfile.Answer) bool { return reflect.DeepEqual(a, b) }

func (d *Diff) compareWarnings() {
	was := byID(d.From.Result.Warnings, func(w *score.Warning) string { return w.ID })
	for i := range d.To.Result.Warnings {
		w := &d.To.Result.Warnings[i]
		before := was[w.ID]
		delete(was, w.ID)
		if before == nil || before.Confirmed != w.Confirmed {
			d.Warnings = append(d.Warnings, Warning{From: before, To: w})
		}
	}
	for i := range d.From.Result.Warnings {
		if w := &d.From.Result.Warnings[i]; was[w.ID] != nil {
			d.Warnings = append(d.Warnings, Warning{From: w})
		}
	}
}

// records are the findings of an audit that are no warnings: those are told of by
// themselves.
func records(a *audit.Audit) []gate.Finding {
	warnings := map[string]bool{}
	for i := range a.Result.Warnings {
		warnings[a.Result.Warnings[i].ID] = true
	}
	var out []gate.Finding
	for _, f := range a.Findings() {
		if !warnings[f.ID] {
			out = append(out, f)
		}
	}
	return out
}
