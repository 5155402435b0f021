// Package report shows a score.Result. Each format is one function over it;
// none opens a file, knows the bank, or asks anything of a terminal.
package report

import (
	"fmt"
	"strings"

	"forewarn/audit"
	"forewarn/audit/printable"
	"forewarn/audit/rules"
	"forewarn/audit/score"
)

// Verdict is the outcome in one sentence: the grade, the score, and what holds the
// grade down. What a grade reads is said where no open answer can raise it; else,
// what would be found out first.
func Verdict(r *score.Result, e Edition) string {
	points := "score " + score.Shown(r.Low.Score)
	if r.High.Score.Cmp(r.Low.Score) != 0 {
		points += ", up to " + score.Shown(r.High.Score)
	}
	if !r.Gradable {
		return fmt.Sprintf("Not graded: %s. Between %s and %s, %s.", e.Of(rules.Joined(r.Missing, "; ")), r.Low.Grade, r.High.Grade, points)
	}
	grade, reads := "Grade "+r.Low.Grade, Says(r)
	if r.High.Grade != r.Low.Grade {
		// What the low grade reads is not yet true: an answer can still raise it.
		grade, reads = grade+", up to "+r.High.Grade, Clean(Open(r, e))
	}
	return fmt.Sprintf("%s: %s. %s%s.", grade, reads, printable.Capital(points), butFor(r, e))
}

// Open says what is not known yet, and what would be found out first.
func Open(r *score.Result, e Edition) string {
	o := r.Open
	says := "1 answer is open"
	if o.Answers > 1 {
		says = fmt.Sprintf("%d answers are open", o.Answers)
	}
	switch {
	case o.Answers == 0:
		return strings.Join(o.Facts, "; ")
	case o.Ask != "":
		return says + ", ask " + o.Ask + " first"
	case o.Begin.Working != "":
		return says + ", begin with " + e.Of(o.Begin)
	}
	return says
}

// Says is what the grade tells the person who decides about this plan. Who has
// not begun has nothing to stop.
func Says(r *score.Result) string {
	if r.Low.Grade == worst && !begun(r) {
		return "not yet, first do what is still missing"
	}
	return Reads(r.Low.Grade)
}

// worst is the grade that reads "stop".
const worst = "F"

// begun reports whether the initiative is live, or its launch is past.
func begun(r *score.Result) bool {
	i := &r.Initiative
	if i.Live != nil {
		return *i.Live
	}
	return !i.Launch.IsZero() && r.AsOf.IsOver(i.Launch)
}

// Reads is what a grade tells the person who decides.
func Reads(grade string) string {
	switch grade {
	case "A":
		return "go"
	case "B":
		return "go once the named fixes are dated"
	case "C":
		return "pilot only"
	case "D":
		return "back to planning"
	}
	return "stop"
}

// butFor names the grade that the score alone would have, and what stands in
// its way.
func butFor(r *score.Result, e Edition) string {
	if r.Low.Grade == r.Low.Band {
		return ""
	}
	var reasons []string
	for _, c := range r.Low.Caps {
		name := e.Of(rules.Wording{Working: c.Warning + c.Questionnaire, Client: Title(r, c)})
		if c.Questionnaire != "" {
			name += " under 25"
		}
		reasons = append(reasons, name)
	}
	return fmt.Sprintf(" (%s but for %s)", r.Low.Band, List(reasons))
}

// Title is the title of the warning or the questionnaire that holds a grade down.
func Title(r *score.Result, c score.Cap) string {
	for i := range r.Warnings {
		if r.Warnings[i].ID == c.Warning {
			return rules.Quoted(r.Warnings[i].Title)
		}
	}
	for i := range r.Questionnaires {
		if r.Questionnaires[i].ID == c.Questionnaire {
			return rules.Quoted(r.Questionnaires[i].Title)
		}
	}
	return c.Warning + c.Questionnaire
}

// GateVerdict is Verdict, and beside it the grade that counts for the gate
// where waivers make it another one.
func GateVerdict(a *audit.Audit, e Edition) string {
	verdict, d := Verdict(a.Result, e), a.Decision
	if len(d.Lifted) == 0 {
		return verdict
	}
	waivers := "waiver"
	if len(d.Lifted) > 1 {
		waivers = "waivers"
	}
	return fmt.Sprintf("%s For the gate: %s, with the %s of %s.", verdict, d.Grade, waivers, List(e.All(d.Lifted)))
}

// Reweighed says what weighs or holds the grade otherwise than in the questions that are
// built in, a sentence; nothing where nothing does.
func Reweighed(r *score.Result, e Edition) string {
	return Sentence(printable.Capital(e.Of(r.Bank.Reweighed)))
}

// Scope says which questionnaires were graded.
func Scope(r *score.Result) string {
	var titles []string
	for _, s := range r.Questionnaires {
		titles = append(titles, s.Title)
	}
	return fmt.Sprintf("Graded on: %s. A grade on other questionnaires is another grade, and the two are not compared.", List(titles))
}
