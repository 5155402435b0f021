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
	moved := movedLines(plan, r, against)
	d := &Decision{Findings: t.findings(plan, r, moved), Grade: r.Grade()}
	if plan.Newer {
		d.Notes = append(d.Notes, newer(plan, r))
	}
	if r.Bank.Reweighed.Working != "" {
		d.Notes = append(d.Notes, r.Bank.Reweighed)
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
		d.Since.entered(plan, against.Plan)
	}
	switch {
	case t.Ungated:
		d.ungate()
	case d.Passed():
		d.Met = t.met(d, r, against)
	}
	return d
}

// ungate takes away what would stand against the plan if something were asked of it.
func (d *Decision) ungate() {
	d.Reasons = nil
	for i := range d.Findings {
		d.Findings[i].Fails = false
	}
}

// newer says that a plan has answers to later questions than are known here.
func newer(plan *planfile.Plan, r *score.Result) rules.Wording {
	says := fmt.Sprintf("the answers belong to version %s of the questions, and this program has %s; install a newer forewarn to have all of them counted", plan.Newest(), r.Bank.Version)
	if !r.Bank.BuiltIn {
		says = fmt.Sprintf("the answers belong to version %s of the bank %s, and this one is %s; name the later one to have all of them counted", plan.Newest(), r.Bank.ID, r.Bank.Version)
	}
	if n := len(plan.Unknown); n > 0 {
		shown := strings.Join(plan.Unknown[:min(n, 5)], ", ")
		if n > 5 {
			shown += fmt.Sprintf(" and %d more", n-5)
		}
		says += "; not counted here: " + shown
	}
	return rules.Wording{Working: says, Client: "some answers belong to later questions than this report knows, and those are not counted"}
}

// met says by what a plan passes.
func (t Terms) met(d *Decision, r *score.Result, against *Baseline) []rules.Wording {
	var met []rules.Wording
	add := func(format string, args ...any) { met = append(met, rules.Alike(fmt.Sprintf(format, args...))) }
	if t.MinGrade != "" {
		add("grade %s meets the required %s", d.Grade, t.MinGrade)
	}
	if t.MinScore != nil {
		add("score %s meets the required %s", score.Shown(r.Low.Score), decimal(t.MinScore))
	}
	switch t.FailOn {
	case rules.Error:
	case rules.Critical:
		add("nothing is critical")
	default:
		add("nothing is %s or worse", t.FailOn)
	}
	if t.MaxAge > 0 {
		add("no answer is older than %d days", t.MaxAge)
	}
	if against != nil && against.Result != nil {
		met = append(met, rules.Worded("nothing is new or worse since %s", against.called()))
	}
	if len(met) == 0 {
		add("nothing was required")
	}
	return met
}

func (t Terms) judgeGrade(r *score.Result, grade string) []rules.Wording {
	var why []rules.Wording
	var usual rules.Wording
	if t.Usual {
		usual.Working = fmt.Sprintf("; %s is asked unless min-grade says otherwise", t.MinGrade)
	}
	switch {
	case t.MinGrade == "":
	case !r.Gradable:
		why = append(why, rules.Worded("not gradable yet: %s%s", rules.Joined(r.Missing, "; "), usual))
	case grade > t.MinGrade:
		why = append(why, rules.Worded("grade %s is below the required %s%s", rules.Alike(grade), rules.Alike(t.MinGrade), usual))
	}
	if t.MinScore != nil && r.Low.Score.Cmp(t.MinScore) < 0 {
		why = append(why, rules.Alike(fmt.Sprintf("score %s is below the required %s", score.Shown(r.Low.Score), decimal(t.MinScore))))
	}
	return why
}

// judgeAge counts what is older than allowed. Somebody who asks for an age
// wants it kept, however grave the plan's other findings may be.
func (t Terms) judgeAge(findings []Finding) []rules.Wording {
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
		return []rules.Wording{rules.Alike("an answer or a piece of evidence is older than allowed, is not there, has no date, or has one to come")}
	}
	return []rules.Wording{rules.Alike(fmt.Sprintf("%d answers or pieces of evidence are older than allowed, are not there, have no date, or have one to come", times))}
}

func (g *group) reason() rules.Wording {
	says := rules.Worded("%s is "+g.Severity.String(), g.called())
	switch {
	case g.Possible:
		return rules.Worded("%s and possible, as answers are open", says)
	case g.times > 1:
		return rules.Worded("%s, "+fmt.Sprintf("%d times", g.times), says)
	}
	return says
}

// findings lists the warnings, each at the first answer that raises it, the
// findings from records, and those about the age of answers, moved lines and waivers,
// sorted by place, then id.
func (t Terms) findings(plan *planfile.Plan, r *score.Result, moved []rules.Finding) []Finding {
	stale := t.stale(plan, r)
	waivers := t.waiverFindings(plan, r, slices.Concat(stale, moved))
	out := make([]Finding, 0, len(r.Findings)+len(stale)+len(moved)+len(waivers)+len(r.Warnings))
	for _, list := range [][]rules.Finding{r.Findings, stale, moved, waivers} {
		for i := range list {
			if list[i].Severity < rules.Note || t.Show == rules.Note {
				out = append(out, Finding{Finding: &list[i]})
			}
		}
	}
	for i := range r.Warnings {
		out = append(out, Finding{Finding: warned(&r.Warnings[i]), Title: r.Warnings[i].Title, Possible: !r.Warnings[i].Confirmed})
	}
	for i := range out {
		out[i].Quiet = t.Show != rules.Error && out[i].Severity > t.Show
	}
	slices.SortStableFunc(out, func(a, b Finding) int { return a.Compare(b.Finding) })
	mark(out)
	return out
}
