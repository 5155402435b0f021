package gate

import (
	"fmt"
	"math/big"
	"strings"

	"forewarn/audit/planfile"
	"forewarn/audit/score"
)

// Baseline is an earlier plan, scored with the same bank and on the same day as
// the plan that is held against it, so that only the plans differ.
type Baseline struct {
	Name   string         // what the user calls it, such as main
	Plan   *planfile.Plan // nil exactly when Result is
	Result *score.Result  // nil when there is nothing to compare with
	Why    string         // why there is not; a sentence without a full stop
	Notes  []string       // how it was found, and what else has changed since; likewise
}

// compare holds r against the earlier plan. The findings of d get their states.
func (t Terms) compare(r *score.Result, d *Decision, b *Baseline) {
	d.Notes = append(d.Notes, b.Notes...)
	if b.Result == nil {
		d.Notes = append(d.Notes, b.Why)
		return
	}
	earlier := Terms{NoWaivers: t.NoWaivers, MaxAge: t.MaxAge, Show: t.Show}.judge(b.Plan, b.Result, nil)
	match(d.Findings, earlier.Findings)
	left := leftOut(b.Result, r)
	for _, f := range earlier.Findings {
		if f.State == Absent && !judges(left, b.Result, &f) {
			d.Mended = append(d.Mended, f)
		}
	}
	for _, s := range left {
		d.Reasons = append(d.Reasons, fmt.Sprintf("the questionnaire %s was left out since %s", s.ID, b.Name))
	}
	for _, f := range grouped(d.Findings, func(f *Finding) bool { return f.State == New }) {
		d.Reasons = append(d.Reasons, f.sinceThen(b.Name))
	}
	if differ := b.differences(r); len(differ) > 0 {
		d.Notes = append(d.Notes, differ...)
		return
	}
	d.Reasons = append(d.Reasons, b.fallen(r, d.Grade, earlier.Grade, t.Tolerance)...)
}

func (g *group) sinceThen(name string) string {
	if g.times > 1 {
		return fmt.Sprintf("%s is new since %s, %d times", g.ID, name, g.times)
	}
	return fmt.Sprintf("%s is new since %s", g.ID, name)
}

// fallen says where r is behind its baseline. The tolerance is for the score:
// a grade says what to do, and a lower one always something else.
func (b *Baseline) fallen(r *score.Result, grade, before string, tolerance *big.Rat) []string {
	var why []string
	switch {
	case !b.Result.Gradable:
	case !r.Gradable:
		why = append(why, fmt.Sprintf("not gradable any more, grade %s in %s: %s", before, b.Name, strings.Join(r.Missing, "; ")))
	case grade > before:
		why = append(why, fmt.Sprintf("grade %s is lower than %s in %s", grade, before, b.Name))
	}
	had, has := b.Result.Low.Score, r.Low.Score
	lost := new(big.Rat).Sub(had, has)
	if lost.Sign() <= 0 || tolerance != nil && lost.Cmp(tolerance) <= 0 {
		return why
	}
	says := fmt.Sprintf("score %s is lower than %s in %s", score.Shown(has), score.Shown(had), b.Name)
	if score.Shown(has) == score.Shown(had) {
		says = fmt.Sprintf("score %s is lower than in %s by less than 0.1", score.Shown(has), b.Name)
	}
	if tolerance != nil {
		says += fmt.Sprintf(", by more than %s", decimal(tolerance))
	}
	return append(why, says)
}

// differences says why the two scores cannot be compared: they answer other
// questions.
func (b *Baseline) differences(r *score.Result) []string {
	const alone = "so score and grade are not compared, only findings are"
	var out []string
	if had, has := b.Result.Bank.PlanVersion, r.Bank.PlanVersion; had != has {
		out = append(out, fmt.Sprintf("the answers in %s belong to edition %s of the questions, these to %s, %s", b.Name, had, has, alone))
	}
	var other []string
	for _, s := range leftOut(r, b.Result) {
		other = append(other, s.ID+" came in")
	}
	for _, s := range leftOut(b.Result, r) {
		other = append(other, s.ID+" was left out")
	}
	if len(other) > 0 {
		out = append(out, fmt.Sprintf("the questionnaires are others than in %s (%s), %s", b.Name, strings.Join(other, ", "), alone))
	}
	return out
}
