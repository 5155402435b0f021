package main

import (
	"fmt"
	"sync/atomic"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/questions"
)

// nextBank is a bank by which plans may be judged one day, and how many of them that
// would give another grade.
type nextBank struct {
	*questions.Bank
	judged, changed atomic.Int64
}

func (g *globalOptions) nextBank(path string) (*nextBank, error) {
	bank, err := g.bankAt(path)
	if err != nil {
		return nil, err
	}
	return &nextBank{Bank: bank}, nil
}

// note adds to the audit of a plan what its grade would be by the bank to come, unless
// it would stay.
func (n *nextBank) note(a *audit.Audit, src audit.Source, by audit.Auditor) {
	says := n.says(a, src, by)
	n.judged.Add(1)
	if says == "" {
		return
	}
	n.changed.Add(1)
	a.Decision.Notes = append(a.Decision.Notes, rules.Wording{Working: fmt.Sprintf("by %s %s %s", n.ID, n.Version, says)})
}

func (n *nextBank) says(a *audit.Audit, src audit.Source, by audit.Auditor) string {
	var err error
	if src.Text, err = planfile.MoveTo(src.Text, by.Bank, n.Bank); err != nil {
		return "it could not be judged: " + err.Error()
	}
	by.Bank, by.To = n.Bank, ""
	next := by.Audit(src, gate.Terms{Ungated: true}, nil)
	if next.Result == nil {
		return "it could not be judged: " + report.NotJudged(next, report.Working)
	}
	was, is := a.Result, next.Result
	if was.Grade() == is.Grade() {
		return ""
	}
	return fmt.Sprintf("it would be %s, and it is %s now", graded(is), graded(was))
}

// graded says which grade a plan has.
func graded(r *score.Result) string {
	if !r.Gradable {
		return "without a grade"
	}
	return fmt.Sprintf("graded %s (%s)", r.Grade(), score.Shown(r.Low.Score))
}

// tellNext says how many plans would change their grade by the bank to come.
func (w *work) tellNext() {
	if w.next == nil {
		return
	}
	judged, changed := w.next.judged.Load(), w.next.changed.Load()
	tell(printable.Text(fmt.Sprintf("By %s %s, the grade of %d of %s would be another.", w.next.ID, w.next.Version, changed, counted(int(judged), "plan"))))
}
