package gate

import (
	"fmt"
	"slices"
	"strings"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
)

// Judge decides on the result of a plan, and holds it against an earlier one
// unless that is nil. It judges the low end of the range, so that leaving out
// an answer can never help.
func (t Terms) Judge(plan *planfile.Plan, r *score.Result, against *Baseline) *Decision {
	d := t.judge(plan, r, against)
	d.Findings, d.Mended = bounded(d.Findings), bounded(d.Mended)
	return d
}

// judge decides, with every finding listed.
func (t Terms) judge(plan *planfile.Plan, r *score.Result, against *Baseline) *Decision {
	d := &Decision{Findings: t.findings(plan, r), Grade: r.Grade()}
	if plan.Newer {
		d.Notes = append(d.Notes, newer(plan, r))
	}
	if !t.NoWaivers {
		d.waive(plan.Waivers, r)
	}
	d.Reasons = t.judgeGrade(r, d.Grade)
	for _, f := range grouped(d.Findings, func(f *Finding) bool { return f.Severity <= t.FailOn && f.ID != rules.AnswerStale }) {
		d.Reasons = append(d.Reasons, f.reason())
	}
	d.Reasons = append(d.Reasons, t.judgeAge(d.Findings)...)
	if against != nil {
		t.compare(r, d, against)
	}
	if d.Passed() {
		d.Met = t.met(d, r, against)
	}
	return d
}

// newer says that a plan has answers to later questions than are known here.
func newer(plan *planfile.Plan, r *score.Result) string {
	says := fmt.Sprintf("the answers belong to version %s of the questions, and this program has %s; install a newer forewarn to have all of them counted", plan.Newest(), r.Bank.Version)
	if n := len(plan.Unknown); n > 0 {
		shown := strings.Join(plan.Unknown[:min(n, 5)], ", ")
		if n > 5 {
			shown += fmt.Sprintf(" and %d more", n-5)
		}
		says += "; not counted here: " + shown
	}
	return says
}

// met says by what a plan passes.
func (t Terms) met(d *Decision, r *score.Result, against *Baseline) []string {
	var met []string
	if t.MinGrade != "" {
		met = append(met, fmt.Sprintf("grade %s meets the required %s", d.Grade, t.MinGrade))
	}
	if t.MinScore != nil {
		met = append(met, fmt.Sprintf("score %s meets the required %s", score.Shown(r.Low.Score), decimal(t.MinScore)))
	}
	switch t.FailOn {
	case rules.Error:
	case rules.Critical:
		met = append(met, "nothing is critical")
	default:
		met = append(met, fmt.Sprintf("nothing is %s or worse", t.FailOn))
	}
	if t.MaxAge > 0 {
		met = append(met, fmt.Sprintf("no answer is older than %d days", t.MaxAge))
	}
	if against != nil && against.Result != nil {
		met = append(met, "nothing is new or worse since "+against.Name)
	}
	if len(met) == 0 {
		met = append(met, "nothing was required")
	}
	return met
}

func (t Terms) judgeGrade(r *score.Result, grade string) []string {
	var why []string
	usual := ""
	if t.Usual {
		usual = fmt.Sprintf("; %s is asked unless min-grade says otherwise", t.MinGrade)
	}
	switch {
	case t.MinGrade == "":
	case !r.Gradable:
		why = append(why, "not gradable yet: "+strings.Join(r.Missing, "; ")+usual)
	case grade > t.MinGrade:
		why = append(why, fmt.Sprintf("grade %s is below the required %s", grade, t.MinGrade)+usual)
	}
	if t.MinScore != nil && r.Low.Score.Cmp(t.MinScore) < 0 {
		why = append(why, fmt.Sprintf("score %s is below the required %s", score.Shown(r.Low.Score), decimal(t.MinScore)))
	}
	return why
}

// judgeAge counts what is older than allowed. Somebody who asks for an age
// wants it kept, however grave the plan's other findings may be.
func (t Terms) judgeAge(findings []Finding) []string {
	times := 0
	for _, g := range grouped(findings, func(f *Finding) bool {
		return f.ID == rules.AnswerStale || t.MaxAge > 0 && f.ID == rules.FutureDate && strings.HasPrefix(f.Key, "answers.")
	}) {
		times += g.times
	}
	switch times {
	case 0:
		return nil
	case 1:
		return []string{"an answer or a piece of evidence is older than allowed, is not there, has no date, or has one to come"}
	}
	return []string{fmt.Sprintf("%d answers or pieces of evidence are older than allowed, are not there, have no date, or have one to come", times)}
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

// findings lists the warnings, each at the first answer that raises it, the
// findings from records, and those about the age of answers and about waivers,
// sorted by place, then id.
func (t Terms) findings(plan *planfile.Plan, r *score.Result) []Finding {
	stale := t.stale(plan, r)
	waivers := t.waiverFindings(plan, r, stale)
	out := make([]Finding, 0, len(r.Findings)+len(stale)+len(waivers)+len(r.Warnings))
	for _, list := range [][]rules.Finding{r.Findings, stale, waivers} {
		for i := range list {
			if list[i].Severity < rules.Note || t.Show == rules.Note {
				out = append(out, Finding{Finding: &list[i]})
			}
		}
	}
	for i := range r.Warnings {
		out = append(out, Finding{Finding: warned(&r.Warnings[i]), Possible: !r.Warnings[i].Confirmed})
	}
	for i := range out {
		out[i].Quiet = t.Show != rules.Error && out[i].Severity > t.Show
	}
	slices.SortStableFunc(out, func(a, b Finding) int { return a.Compare(b.Finding) })
	mark(out)
	return out
}
