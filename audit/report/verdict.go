// Package report shows a score.Result. Each format is one function over it;
// none opens a file, knows the bank, or asks anything of a terminal.
package report

import (
	"fmt"
	"strings"

	"forewarn/audit"
	"forewarn/audit/printable"
	"forewarn/audit/score"
)

// Verdict is the outcome in one sentence: the grade, the score, and what holds the
// grade down. What a grade reads is said where no open answer can raise it; else,
// what would be found out first.
func Verdict(r *score.Result) string {
	points := "score " + score.Shown(r.Low.Score)
	if r.High.Score.Cmp(r.Low.Score) != 0 {
		points += ", up to " + score.Shown(r.High.Score)
	}
	if !r.Gradable {
		return fmt.Sprintf("Not graded: %s. Between %s and %s, %s.", strings.Join(r.Missing, "; "), r.Low.Grade, r.High.Grade, points)
	}
	grade, reads := "Grade "+r.Low.Grade, Reads(r.Low.Grade)
	if r.High.Grade != r.Low.Grade {
		// What the low grade reads is not yet true: an answer can still raise it.
		grade, reads = grade+", up to "+r.High.Grade, Clean(Open(r))
	}
	return fmt.Sprintf("%s: %s. %s%s.", grade, reads, printable.Capital(points), butFor(r.Low))
}

// Open says what is not known yet, and what would be found out first.
func Open(r *score.Result) string {
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
	case o.Begin != "":
		return says + ", begin with " + o.Begin
	}
	return says
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
func butFor(e score.End) string {
	if e.Grade == e.Band {
		return ""
	}
	var reasons []string
	for _, c := range e.Caps {
		if c.Warning != "" {
			reasons = append(reasons, c.Warning)
			continue
		}
		reasons = append(reasons, c.Questionnaire+" under 25")
	}
	return fmt.Sprintf(" (%s but for %s)", e.Band, List(reasons))
}

// GateVerdict is Verdict, and beside it the grade that counts for the gate
// where waivers make it another one.
func GateVerdict(a *audit.Audit) string {
	verdict, d := Verdict(a.Result), a.Decision
	if len(d.Lifted) == 0 {
		return verdict
	}
	waivers := "waiver"
	if len(d.Lifted) > 1 {
		waivers = "waivers"
	}
	return fmt.Sprintf("%s For the gate: %s, with the %s of %s.", verdict, d.Grade, waivers, List(d.Lifted))
}

// Scope says which questionnaires were graded.
func Scope(r *score.Result) string {
	var titles []string
	for _, s := range r.Questionnaires {
		titles = append(titles, s.Title)
	}
	return fmt.Sprintf("Graded on: %s. A grade on other questionnaires is another grade, and the two are not compared.", List(titles))
}
