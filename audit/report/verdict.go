// Package report shows a score.Result. Each format is one function over it;
// none opens a file, knows the bank, or asks anything of a terminal.
package report

import (
	"fmt"

	"forewarn/audit"
	"forewarn/audit/score"
)

// Verdict is the outcome in one sentence: the grade and what it reads, the
// score, what holds the grade down, and how far open answers could change it.
func Verdict(r *score.Result) string {
	if !r.Gradable {
		return fmt.Sprintf("Grade -, between %s and %s. Score %s, up to %s.",
			r.Low.Grade, r.High.Grade, score.Shown(r.Low.Score), score.Shown(r.High.Score))
	}
	grade := "Grade " + r.Low.Grade
	points := "Score " + score.Shown(r.Low.Score)
	if r.High.Grade != r.Low.Grade {
		grade += ", up to " + r.High.Grade
	}
	if r.High.Score.Cmp(r.Low.Score) != 0 {
		points += ", up to " + score.Shown(r.High.Score)
	}
	return fmt.Sprintf("%s: %s. %s%s.", grade, Reads(r.Low.Grade), points, butFor(r.Low))
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
