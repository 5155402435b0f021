// Package history is a plan through the commits that changed it, each judged by
// the bank of today.
package history

import (
	"fmt"
	"math/big"
	"runtime"
	"time"

	"forewarn/audit"
	"forewarn/audit/diff"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/revision"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/questions"
)

// History is what became of a plan.
type History struct {
	File   string    // as the user named it
	AsOf   time.Time // the one day by which all commits are judged; zero when each is by its own
	Rows   []Row     // the first commit first
	CutOff bool      // whether the repository lacks earlier commits, so that there may be others before the first
	Bank   string    // the questions, by which all are judged

	Reweighed rules.Wording // what weighs or caps otherwise than in the questions that are built in; may be empty
}

// Row is the plan as one commit left it.
type Row struct {
	Commit, Subject string
	When            time.Time // it was committed, in UTC; zero for a time that no calendar has
	Name, Was       string    // of the plan, and its name before where it was renamed
	Gone            bool      // whether it was deleted

	Broken  string   // why it could not be judged; empty when it was, or is gone
	Verdict *Verdict // nil when it was not
	Moved   *Moved   // since the last commit that was judged; nil for the first
}

// Verdict is the range of a score and of its grade.
type Verdict struct {
	Low, High           *big.Rat
	LowGrade, HighGrade string
	Gradable            bool
	AsOf                time.Time // the day by which it was judged
	Edition             string    // of the questions, that the answers belong to
}

// Grade is the headline grade; - when there is none.
func (v *Verdict) Grade() string {
	if !v.Gradable {
		return "-"
	}
	return v.LowGrade
}

// Moved counts what differs.
type Moved struct {
	Answers        int // of which another line was chosen, or that count for another level
	Raised, Lifted int // warnings
	New, Mended    int // findings
	Records        int // added, removed or changed
}

// Reader judges the commits of a plan.
type Reader struct {
	Bank *questions.Bank
	AsOf *planfile.AsOf // by which all are judged; nil for each by the day of its commit, in UTC
}

// Read judges the plan at a path, as each commit left it, with the documents of its
// own tree. It is an error when no commit has the plan.
func (r *Reader) Read(repo *revision.Repository, path string) (*History, error) {
	changes, err := repo.History(path)
	if err != nil {
		return nil, err
	}
	past := repo.Past()
	defer past.Close()
	h := &History{File: path, Bank: r.Bank.ID + " " + r.Bank.Version, Reweighed: score.Reweighed(r.Bank.Reweighed()), CutOff: repo.IsShallow()}
	if r.AsOf != nil {
		h.AsOf = r.AsOf.Day
	}
	var before *audit.Audit
	waiting := make(chan chan judged, runtime.GOMAXPROCS(0))
	go r.begin(past, changes, waiting)
	for one := range waiting {
		judged := <-one
		if judged.audit != nil && before != nil {
			judged.row.Moved = moved(diff.Of(before, judged.audit))
		}
		if judged.audit != nil {
			before = judged.audit
		}
		h.Rows = append(h.Rows, judged.row)
	}
	return h, nil
}

// judged is a row with its audit, which is nil when there is no verdict.
type judged struct {
	row   Row
	audit *audit.Audit
}

// begin judges the commits, several at a time and the first one first. No more are
// held than are worked on.
func (r *Reader) begin(past *revision.Past, changes []revision.Change, waiting chan<- chan judged) {
	defer close(waiting)
	for i := len(changes) - 1; i >= 0; i-- {
		one := make(chan judged, 1)
		waiting <- one
		go func() { one <- r.judge(past, &changes[i]) }()
	}
}

func (r *Reader) judge(past *revision.Past, c *revision.Change) judged {
	row, a := r.row(past, c)
	return judged{row, a}
}

// row judges one commit. The audit is nil when there is no verdict.
func (r *Reader) row(past *revision.Past, c *revision.Change) (Row, *audit.Audit) {
	row := Row{Commit: c.Commit, Subject: c.Subject, When: c.When, Name: c.Name, Was: c.Was, Gone: c.Gone}
	if c.Gone {
		return row, nil
	}
	plan, err := past.Plan(c)
	if err != nil {
		row.Broken = err.Error()
		return row, nil
	}
	auditor := audit.Auditor{Bank: r.Bank}
	switch {
	case r.AsOf != nil:
		auditor.AsOf = *r.AsOf
	case c.When.IsZero():
		row.Broken = "its time is none that a calendar has"
		return row, nil
	default:
		auditor.AsOf = planfile.OnDay(c.When.Truncate(24 * time.Hour))
	}
	a := auditor.Audit(audit.Source{Name: c.Name, Text: plan.Text, Present: plan.Present}, gate.Terms{}, nil)
	if a.Result == nil {
		row.Broken = unjudged(a)
		return row, nil
	}
	row.Verdict = &Verdict{
		Low: a.Result.Low.Score, High: a.Result.High.Score, LowGrade: a.Result.Low.Grade, HighGrade: a.Result.High.Grade,
		Gradable: a.Result.Gradable, AsOf: a.Result.AsOf.Day, Edition: a.Result.Bank.PlanVersion,
	}
	return row, a
}

// unjudged says why there is no verdict: the first error, and how many more there are.
func unjudged(a *audit.Audit) string {
	if len(a.Errors) == 0 {
		return report.NotJudged(a, report.Working)
	}
	first := a.Errors[0]
	says := first.Message
	if first.Pos.Known() {
		says = fmt.Sprintf("line %d: %s", first.Pos.Line, says)
	}
	if more := len(a.Errors) - 1; more > 0 {
		says += ", and " + counted(more, "more error", "more errors")
	}
	return says
}

func moved(d *diff.Diff) *Moved {
	m := &Moved{New: len(d.New), Mended: len(d.Mended), Records: len(d.Records)}
	for i := range d.Answers {
		if d.Answers[i].Moved || d.Answers[i].Counts {
			m.Answers++
		}
	}
	for i := range d.Warnings {
		switch w := &d.Warnings[i]; {
		case w.To == nil:
			m.Lifted++
		case w.From == nil:
			m.Raised++
		}
	}
	return m
}
