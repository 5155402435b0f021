package document

import (
	"fmt"
	"strings"

	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/score"
)

// Verdict is the outcome in one sentence for a reader who knows no ids.
func (c *Chapter) Verdict() string {
	r := c.Result
	if !r.Gradable {
		return fmt.Sprintf("No grade yet: the answers so far allow anything from %s to %s.", r.Low.Grade, r.High.Grade)
	}
	if r.High.Grade == r.Low.Grade {
		return printable.Capital(report.Reads(r.Low.Grade)) + ": the plan earns " + article(r.Low.Grade) + "."
	}
	return "The plan earns " + article(r.Low.Grade) + ", and could earn up to " + article(r.High.Grade) + ": " + c.open() + "."
}

// open says what would be found out first, in words of a reader who knows no ids.
func (c *Chapter) open() string {
	said := report.Open(c.Result)
	if it := c.items[c.Result.Open.Begin]; it != nil && c.Result.Open.Ask == "" {
		before, _, _ := strings.Cut(said, ", begin with")
		return before + ", and the one to begin with is “" + it.Ask + "”"
	}
	return said
}

// Why lists what the reader should know of how the grade came about, a sentence
// each.
func (c *Chapter) Why() []string {
	var why []string
	if r := c.Result; !r.Gradable {
		why = append(why, printable.Capital(strings.Join(r.Missing, "; "))+".")
	} else if r.Low.Grade != r.Low.Band {
		why = append(why, fmt.Sprintf("The score alone would earn %s. What holds it: %s.", article(r.Low.Band), report.List(c.holding())))
	}
	if c.Decision != nil {
		why = append(why, c.asked()...)
	}
	return why
}

// asked says what a gate made of the plan, when there was one.
func (c *Chapter) asked() []string {
	var says []string
	d := c.Decision
	if len(d.Lifted) > 0 {
		says = append(says, fmt.Sprintf("For the gate it counts as %s, as somebody has waived %s.", article(d.Grade), report.List(d.Lifted)))
	}
	if !d.Passed() {
		says = append(says, "It does not pass what was asked of it: "+strings.Join(d.Reasons, "; ")+".")
	}
	for _, note := range d.Notes {
		says = append(says, report.Sentence(printable.Capital(note)))
	}
	return says
}

// holding names what keeps the grade below the score's, by their titles.
func (c *Chapter) holding() []string {
	titles := map[string]string{}
	for _, w := range c.Result.Warnings {
		titles[w.ID] = "“" + w.Title + "”"
	}
	for _, q := range c.Result.Questionnaires {
		titles[q.ID] = "the questionnaire “" + q.Title + "”, which is under 25"
	}
	var out []string
	for _, cap := range c.Result.Low.Caps {
		out = append(out, titles[cap.Warning+cap.Questionnaire])
	}
	return out
}

// article puts the article in front of a grade.
func article(grade string) string {
	if strings.Contains("AF", grade) {
		return "an " + grade
	}
	return "a " + grade
}

// GradeRange is the grade with what open answers could make of it.
func GradeRange(r *score.Result) string {
	switch {
	case !r.Gradable:
		return fmt.Sprintf("none yet, between %s and %s", r.Low.Grade, r.High.Grade)
	case r.High.Grade != r.Low.Grade:
		return r.Low.Grade + ", up to " + r.High.Grade
	}
	return r.Low.Grade
}

// ScoreRange is the score with what open answers could make of it.
func ScoreRange(r *score.Result) string {
	low, high := score.Shown(r.Low.Score), score.Shown(r.High.Score)
	if low == high {
		return low
	}
	return low + ", up to " + high
}
