package document

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"forewarn/audit/planfile"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/rules"
	"forewarn/audit/score"
)

// Verdict is the outcome in one sentence.
func (c *Chapter) Verdict() string {
	r := c.Result
	if !r.Gradable {
		return fmt.Sprintf("No grade yet: the answers so far allow anything from %s to %s.", r.Low.Grade, r.High.Grade)
	}
	if r.High.Grade == r.Low.Grade {
		return printable.Capital(report.Says(r)) + ": the plan earns " + article(r.Low.Grade) + "."
	}
	return "The plan earns " + article(r.Low.Grade) + ", and could earn up to " + article(r.High.Grade) + "."
}

// FoundOut says what is not known yet, and what would be found out first; nothing
// where all is known.
func (c *Chapter) FoundOut() string {
	if o := c.Result.Open; o.Answers == 0 && len(o.Facts) == 0 {
		return ""
	}
	return report.Sentence(printable.Capital(report.Open(c.Result, c.Edition)))
}

// mostHolding is how many reasons page one has room for.
const mostHolding = 3

// Holding says what holds the plan where it is, a sentence each, the gravest first.
func (c *Chapter) Holding() []string {
	r := c.Result
	out := c.crossed()
	for _, missing := range c.Edition.All(r.Missing) {
		out = append(out, report.Sentence(printable.Capital(missing)))
	}
	if r.Gradable {
		out = append(out, c.caps()...)
	}
	if r.Claimed.Cmp(r.Low.Score) > 0 {
		out = append(out, fmt.Sprintf("The answers claim %s of 100 points; evidence and records bear out %s.", score.Shown(r.Claimed), score.Shown(r.Low.Score)))
	}
	if says := c.gravest(); says != "" {
		out = append(out, says)
	}
	if s := c.weakest(); s != nil {
		out = append(out, fmt.Sprintf("“%s” leaves the most points behind: it stands at %s of 100.", s.Title, score.Shown(s.Low)))
	}
	return out[:min(len(out), mostHolding)]
}

// crossed says what readings that crossed a stop line ask for.
func (c *Chapter) crossed() []string {
	s := c.Standing()
	if s == nil || !s.Stopped {
		return nil
	}
	return []string{"A stop line is crossed. " + s.Decision}
}

// gravest names the gravest warning where none holds the grade below that of the score.
func (c *Chapter) gravest() string {
	if len(c.Confirmed) == 0 || len(c.Result.Low.Caps) > 0 {
		return ""
	}
	w := c.Confirmed[0].Warning
	if len(c.Confirmed) == 1 {
		return fmt.Sprintf("One warning stands: “%s” (%s).", w.Title, w.Effect())
	}
	return fmt.Sprintf("%d warnings stand, the gravest “%s” (%s).", len(c.Confirmed), w.Title, w.Effect())
}

// caps says what keeps the grade below the score's.
func (c *Chapter) caps() []string {
	var out []string
	for _, hold := range c.Result.Low.Caps {
		says := "%s holds the grade at %s or below."
		if hold.Questionnaire != "" {
			says = "%s stands under 25 of 100, which holds the grade at %s or below."
		}
		out = append(out, fmt.Sprintf(says, report.Title(c.Result, hold), hold.Grade))
	}
	if len(out) > 0 {
		out[0] = strings.TrimSuffix(out[0], ".") + fmt.Sprintf("; the score alone would earn %s.", article(c.Result.Low.Band))
	}
	return out
}

// weakest is the questionnaire in which the most points of the whole are still to be
// had; nil when there is not one, as in a plan that has no points at all.
func (c *Chapter) weakest() *score.Section {
	if c.Result.Low.Score.Sign() == 0 {
		return nil
	}
	var weakest *score.Section
	var most big.Rat
	for i := range c.Result.Questionnaires {
		s := &c.Result.Questionnaires[i]
		if s.Low == nil {
			continue
		}
		left := new(big.Rat).Sub(big.NewRat(100, 1), s.Low)
		switch left.Mul(left, big.NewRat(int64(s.Weight), 1)); left.Cmp(&most) {
		case 0:
			weakest = nil // of several alike, none is it
		case 1:
			weakest, most = s, *left
		}
	}
	return weakest
}

// Gate says what a gate made of the plan, when there was one, a sentence each.
func (c *Chapter) Gate() []string {
	d := c.Decision
	if d == nil {
		return nil
	}
	var says []string
	if len(d.Lifted) > 0 {
		says = append(says, fmt.Sprintf("For the gate it counts as %s, as somebody has waived %s.", article(d.Grade), report.List(c.Edition.All(d.Lifted))))
	}
	if !d.Passed() {
		says = append(says, "It does not pass what was asked of it: "+c.Edition.Of(rules.Joined(d.Reasons, "; "))+".")
	}
	for _, note := range c.Edition.All(d.Notes) {
		says = append(says, report.Sentence(printable.Capital(note)))
	}
	return says
}

// NotAgreedOn names the questions on which not everybody agreed; nothing where all did.
func (c *Chapter) NotAgreedOn() string {
	var asks []string
	for it := range report.NotAgreed(c.Result) {
		asks = append(asks, "“"+it.Ask+"”")
	}
	switch len(asks) {
	case 0:
		return ""
	case 1:
		return "Not everybody agreed on " + asks[0] + "."
	}
	return fmt.Sprintf("Not everybody agreed on %d questions, the first of them %s.", len(asks), asks[0])
}

// Since says what is otherwise than in the earlier plan, a sentence each; nothing
// where none was compared.
func (c *Chapter) Since() []string {
	if c.Decision == nil || c.Decision.Since == nil {
		return nil
	}
	s := c.Decision.Since
	earlier := c.Edition.Of(rules.Wording{Working: "The plan in " + s.Name, Client: "The earlier plan"})
	var out []string
	if s.Comparable {
		out = append(out, fmt.Sprintf("The grade is %s, the score %s. %s, judged as of the same day, has %s and %s.",
			c.Result.Grade(), score.Shown(c.Result.Low.Score), earlier, s.Grade, score.Shown(s.Score)))
	}
	if s.Readings > 0 {
		out = append(out, report.Counted(s.Readings, "reading was", "readings were")+" entered.")
	}
	if n := len(s.Reviews); n > 0 {
		latest := slices.MaxFunc(s.Reviews, func(a, b planfile.Review) int { return a.On.Compare(b.On) })
		out = append(out, fmt.Sprintf("%s on %s: %s.", report.Counted(n, "decision was entered,", "decisions were entered, the latest"), report.Day(latest.On), latest.Decision))
	}
	return append(out, printable.Capital(fmt.Sprintf("%s new, %s mended.", report.Counted(s.New, "finding is", "findings are"), mended(len(c.Decision.Mended)))))
}

func mended(n int) string {
	switch n {
	case 0:
		return "none is"
	case 1:
		return "1 is"
	}
	return fmt.Sprintf("%d are", n)
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

// Share is the weight of a questionnaire as its part of 100, cut to one decimal.
func Share(r *score.Result, s *score.Section) string {
	sum := 0
	for i := range r.Questionnaires {
		if r.Questionnaires[i].Low != nil {
			sum += r.Questionnaires[i].Weight
		}
	}
	if sum == 0 {
		return "0"
	}
	return strings.TrimSuffix(score.Shown(big.NewRat(int64(100*s.Weight), int64(sum))), ".0")
}
