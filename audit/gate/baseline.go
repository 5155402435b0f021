package gate

import (
	"fmt"
	"math/big"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
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
	for _, note := range b.Notes {
		d.Notes = append(d.Notes, rules.Wording{Working: note}) // on files and settings
	}
	if b.Result == nil {
		d.Notes = append(d.Notes, rules.Wording{Working: b.Why, Client: "there is no earlier plan to compare with"})
		return
	}
	earlier := Terms{NoWaivers: t.NoWaivers, MaxAge: t.MaxAge, Show: t.Show}.judge(b.Plan, b.Result, nil)
	match(d.Findings, earlier.Findings)
	left := leftOut(b.Result, r)
	for _, f := range earlier.Findings {
		if f.State == Absent && !judges(left, b.Result, &f) && !hidden(d.Findings, &f) {
			d.Mended = append(d.Mended, f)
		}
	}
	for _, s := range left {
		d.Reasons = append(d.Reasons, rules.Worded("the questionnaire %s was left out since %s", rules.Wording{Working: s.ID, Client: rules.Quoted(s.Title)}, b.called()))
	}
	d.Since = &Since{Name: b.Name, Grade: earlier.Grade, Score: b.Result.Low.Score}
	for _, f := range grouped(d.Findings, func(f *Finding) bool { return f.State == New }) {
		d.Since.New += f.times
		d.Reasons = append(d.Reasons, f.sinceThen(b.called()))
	}
	if differ := b.differences(r); len(differ) > 0 {
		d.Notes = append(d.Notes, differ...)
		return
	}
	d.Since.Comparable = true
	d.Reasons = append(d.Reasons, b.fallen(r, d.Grade, earlier.Grade, t.Tolerance)...)
}

// called names the earlier plan.
func (b *Baseline) called() rules.Wording {
	return rules.Wording{Working: b.Name, Client: "the earlier plan"}
}

func (g *group) sinceThen(name rules.Wording) rules.Wording {
	says := rules.Worded("%s is new since %s", g.called(), name)
	if g.times > 1 {
		return rules.Worded("%s, "+fmt.Sprintf("%d times", g.times), says)
	}
	return says
}

// fallen says where r is behind its baseline. The tolerance is for the score:
// a grade says what to do, and a lower one always something else.
func (b *Baseline) fallen(r *score.Result, grade, before string, tolerance *big.Rat) []rules.Wording {
	var why []rules.Wording
	is, was := rules.Alike(grade), rules.Alike(before)
	switch {
	case !b.Result.Gradable:
	case !r.Gradable:
		why = append(why, rules.Worded("not gradable any more, grade %s in %s: %s", was, b.called(), rules.Joined(r.Missing, "; ")))
	case grade > before:
		why = append(why, rules.Worded("grade %s is lower than %s in %s", is, was, b.called()))
	}
	had, has := b.Result.Low.Score, r.Low.Score
	lost := new(big.Rat).Sub(had, has)
	if lost.Sign() <= 0 || tolerance != nil && lost.Cmp(tolerance) <= 0 {
		return why
	}
	says := rules.Worded("score %s is lower than %s in %s", rules.Alike(score.Shown(has)), rules.Alike(score.Shown(had)), b.called())
	if score.Shown(has) == score.Shown(had) {
		says = rules.Worded("score %s is lower than in %s by less than 0.1", rules.Alike(score.Shown(has)), b.called())
	}
	if tolerance != nil {
		says = rules.Worded("%s, by more than "+decimal(tolerance), says)
	}
	return append(why, says)
}

// differences says why the two scores cannot be compared: they answer other
// questions.
func (b *Baseline) differences(r *score.Result) []rules.Wording {
	const alone = "so score and grade are not compared, only findings are"
	var out []rules.Wording
	if had, has := b.Result.Bank.PlanVersion, r.Bank.PlanVersion; had != has {
		out = append(out, rules.Worded("the answers in %s belong to edition "+had+" of the questions, these to "+has+", "+alone, b.called()))
	}
	var other []rules.Wording
	for _, s := range leftOut(r, b.Result) {
		other = append(other, rules.Wording{Working: s.ID + " came in", Client: rules.Quoted(s.Title) + " came in"})
	}
	for _, s := range leftOut(b.Result, r) {
		other = append(other, rules.Wording{Working: s.ID + " was left out", Client: rules.Quoted(s.Title) + " was left out"})
	}
	if len(other) > 0 {
		out = append(out, rules.Worded("the questionnaires are others than in %s (%s), "+alone, b.called(), rules.Joined(other, ", ")))
	}
	return out
}
