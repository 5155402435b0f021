package gate

import (
	"fmt"
	"math/big"
	"strings"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
)

// Decision is what a gate makes of a plan.
type Decision struct {
	Reasons  []string  // why the plan does not pass, a sentence each without a full stop; none when it passes
	Findings []Finding // all of the plan's, by place, then id
	Mended   []Finding // those that only the baseline has
	Grade    string    // the headline grade as the gate counts it: waived warnings do not hold it down
	Lifted   []string  // the ids of the waived warnings that would have
	Notes    []string  // what the reader should know of the waivers and the comparison, a sentence each without a full stop
}

// Passed reports whether nothing stands against the plan.
func (d *Decision) Passed() bool { return len(d.Reasons) == 0 }

// Judge decides on the result of a plan, and holds it against an earlier one
// unless that is nil. It judges the low end of the range, so that leaving out
// an answer can never help.
func (t Terms) Judge(plan *planfile.Plan, r *score.Result, against *Baseline) *Decision {
	d := &Decision{Findings: t.findings(plan, r), Grade: r.Grade()}
	if !t.NoWaivers {
		d.waive(plan.Waivers, r)
	}
	d.Reasons = t.judgeGrade(r, d.Grade)
	for _, f := range grouped(d.Findings, func(f *Finding) bool { return f.Severity <= t.FailOn && f.ID != rules.AnswerStale }) {
		d.Reasons = append(d.Reasons, f.reason())
	}
	d.Reasons = append(d.Reasons, judgeAge(d.Findings)...)
	if against != nil {
		t.compare(r, d, against)
	}
	return d
}

func (t Terms) judgeGrade(r *score.Result, grade string) []string {
	var why []string
	switch {
	case t.MinGrade == "":
	case !r.Gradable:
		why = append(why, "not gradable yet: "+strings.Join(r.Missing, "; "))
	case grade > t.MinGrade:
		why = append(why, fmt.Sprintf("grade %s is below the required %s", grade, t.MinGrade))
	}
	if t.MinScore != nil && r.Low.Score.Cmp(t.MinScore) < 0 {
		why = append(why, fmt.Sprintf("score %s is below the required %s", score.Shown(r.Low.Score), decimal(t.MinScore)))
	}
	return why
}

// judgeAge counts what is older than allowed. Somebody who asks for an age
// wants it kept, however grave the plan's other findings may be.
func judgeAge(findings []Finding) []string {
	old := grouped(findings, func(f *Finding) bool { return f.ID == rules.AnswerStale })
	switch {
	case len(old) == 0:
		return nil
	case old[0].times == 1:
		return []string{"an answer or a piece of evidence is older than allowed, has no date, or has one to come"}
	}
	return []string{fmt.Sprintf("%d answers or pieces of evidence are older than allowed, have no date, or have one to come", old[0].times)}
}

// group is all findings of one rule that stand against a plan. Each is
// reported with its place elsewhere; together they are one reason.
type group struct {
	Finding // the first of them
	times   int
}

// grouped returns those of the findings that count and are not waived, the
// gravest first, and marks them as failing the gate.
func grouped(findings []Finding, counts func(*Finding) bool) []group {
	var out []group
	for _, severity := range []rules.Severity{rules.Critical, rules.Major, rules.Minor} {
		at := map[string]int{}
		for i := range findings {
			f := &findings[i]
			if f.Severity != severity || f.Waiver != nil || !counts(f) {
				continue
			}
			f.Fails = true
			if known, ok := at[f.ID]; ok {
				out[known].times++
				continue
			}
			at[f.ID] = len(out)
			out = append(out, group{Finding: *f, times: 1})
		}
	}
	return out
}

func (g *group) reason() string {
	switch {
	case g.Possible:
		return fmt.Sprintf("%s is %s and possible, as answers are open", g.ID, g.Severity)
	case g.times > 1:
		return fmt.Sprintf("%s is %s, %d times", g.ID, g.Severity, g.times)
	}
	return fmt.Sprintf("%s is %s", g.ID, g.Severity)
}

// decimal writes a number that was typed as one.
func decimal(x *big.Rat) string {
	digits, _ := x.FloatPrec()
	return x.FloatString(digits)
}
