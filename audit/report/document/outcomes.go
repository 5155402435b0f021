package document

import (
	"cmp"
	"fmt"
	"strings"

	"forewarn/audit/outcome"
	"forewarn/audit/planfile"
	"forewarn/audit/report"
)

// OutcomesTitle heads the chapter.
const OutcomesTitle = "Outcomes: what was read, held against the lines drawn beforehand"

// Standing is how an initiative stands by the lines that it drew beforehand, in words.
// To fall short is told here; what could go wrong is another part of a report.
type Standing struct {
	Whole    string // in a sentence
	Stopped  bool   // whether that is to stop
	Meaning  string // what that asks for; may be empty
	Measures []Course
	Moved    []string // lines that were moved when it was late to, where that was looked up
	Pieces   []string // what to adjust, and whose it is, a sentence each
	Decision string   // the latest, or that one is missing; may be empty
	Learned  string   // with it; may be empty
}

// Course is one measure: where it began, its lines, what it showed, and what that says.
type Course struct {
	*outcome.Measure
	Verdict string // success, adjust or stop, or that it is open
	Lines   string // the lines in words
	Shown   string // where it began, and what it showed first and last
	Due     string // when it is to be read next; may be empty
}

// Standing is how the plan of the chapter stands; nil when nothing was read.
func (c *Chapter) Standing() *Standing {
	o := c.Result.Outcome(c.Moved)
	if o.Whole == outcome.Unknown {
		return nil
	}
	s := NewStanding(o)
	s.Moved = movesByDay(c.Moved)
	return s
}

// NewStanding puts an outcome into words.
func NewStanding(o *outcome.Outcome) *Standing {
	s := &Standing{Whole: whole(o), Stopped: o.Whole == outcome.Stop, Meaning: meaning(o)}
	for i := range o.Measures {
		s.Measures = append(s.Measures, course(&o.Measures[i]))
	}
	for _, m := range o.Pieces() {
		s.Pieces = append(s.Pieces, piece(m))
	}
	switch d := o.Decision; {
	case d != nil && o.Decided:
		s.Decision = fmt.Sprintf("Decided on %s: %s.", report.Day(d.On), d.Decision)
		s.Learned = learned(d)
	case o.Whole == outcome.Stop:
		s.Decision = "Nobody has decided yet what follows from this."
	case o.Whole == outcome.Adjust:
		s.Decision = "Nothing has been decided since the latest reading."
	}
	return s
}

// whole says the outcome of all measures, and of how many it is.
func whole(o *outcome.Outcome) string {
	switch {
	case len(o.Measures) == 0:
		return "The plan lists no measure, so there is nothing to hold against a line."
	case o.Whole == outcome.Unknown:
		return "Nothing was read yet that could be held against the lines."
	}
	says := fmt.Sprintf("By the lines drawn beforehand: %s.", o.Whole)
	if read := len(o.Measures) - o.Unread; o.Unread > 0 {
		says = fmt.Sprintf("By the lines drawn beforehand, so far: %s. Of %d measures, %d %s.", o.Whole, len(o.Measures), read, wereRead(read))
	}
	return says
}

func wereRead(n int) string {
	if n == 1 {
		return "was read"
	}
	return "were read"
}

// meaning says what an outcome asks for. To fall short is no crisis.
func meaning(o *outcome.Outcome) string {
	switch o.Whole {
	case outcome.Success:
		if o.Unread > 0 {
			return "Wherever something was read, what was agreed on beforehand is reached."
		}
		return "What was agreed on beforehand is reached."
	case outcome.Adjust:
		return "No stop line is crossed. To fall short of a line is no crisis: it says what to change before the next reading."
	case outcome.Stop:
		return "A stop line is crossed. It was drawn beforehand as a decision: whether to continue, to adjust or to stop is for those who agreed to it. The worst measure decides, never an average."
	}
	return ""
}

func course(m *outcome.Measure) Course {
	c := Course{Measure: m, Verdict: "open", Lines: linesInWords(m.Metric), Shown: shown(m)}
	if m.Verdict != outcome.Unknown {
		c.Verdict = m.Verdict.String()
	}
	if !m.Due.IsZero() {
		c.Due = "next reading due on " + report.Day(m.Due)
	}
	return c
}

// linesInWords says from which value it is a success, and past which one to stop.
func linesInWords(m *planfile.Metric) string {
	reach, past := " or more", "under "
	if m.Better == "lower" {
		reach, past = " or less", "over "
	}
	success, stop := "no success line", "no stop line"
	switch {
	case m.Success.Number != nil:
		success = "success at " + WithUnit(m, m.Success) + reach
	case m.Success.Text != "":
		success = "success: " + m.Success.Text
	}
	switch {
	case m.Stop.Number != nil:
		stop = "stop " + past + WithUnit(m, m.Stop)
	case m.Stop.Text != "":
		stop = "stop: " + m.Stop.Text
	}
	return success + "; " + stop
}

// shown says where a measure began, and what it showed at last.
func shown(m *outcome.Measure) string {
	var says []string
	if m.Baseline != nil {
		says = append(says, fmt.Sprintf("%s on %s, before anything was done", WithUnit(m.Metric, m.Baseline.Value), report.Day(m.Baseline.On)))
	}
	if last := m.Latest(); last != nil {
		says = append(says, fmt.Sprintf("%s on %s", cmp.Or(WithUnit(m.Metric, last.Value), "a person's verdict"), report.Day(last.On)))
		says = append(says, Notes(last.Note)...)
	} else {
		says = append(says, "not read yet")
	}
	return strings.Join(says, "; ")
}

// InALine is the measure in a line of text.
func (c *Course) InALine() string {
	return strings.Join(Notes(c.Shown, c.Lines, c.Due), "; ") + "."
}

// piece says what to adjust, and who would do it.
func piece(m *outcome.Measure) string {
	says := fmt.Sprintf("“%s”: %s", m.Name, cmp.Or(m.Whose(), nobody))
	if m.Aim == nil {
		return says + "."
	}
	says += fmt.Sprintf("; it serves “%s”", m.Aim.Statement)
	if who := m.Aim.GoalOwner; who != "" && who != m.Whose() {
		says += ", of which " + who + " answers for the goal"
	}
	return says + "."
}

// learned is the lesson of a review with its kind.
func learned(r *planfile.Review) string {
	if r.Lesson == "" {
		return ""
	}
	says := "Learned: " + report.Sentence(r.Lesson)
	switch r.Level {
	case "strategic":
		return says + " That is about what you do, and for whom."
	case "tactical":
		return says + " That is about how you do it."
	}
	return says
}
