package document

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/rules"
)

// Objectives are what should be true, and by when.
func (c *Chapter) Objectives() Table {
	t := Table{Caption: "Objectives", Head: []Column{InWords("Objective", 34), InWords("Goal that it serves", 28), InWords("Who answers for it", 20), InWords("Due", 18)}}
	for _, o := range c.Result.Records.Objectives {
		t.Add(Cell{Text: o.Statement, Notes: c.working(o.ID)}, Or(o.Goal, "none"), Or(o.GoalOwner, nobody), Or(report.Day(o.Due), "no date"))
	}
	return t
}

// Measures are the lines that were drawn beforehand.
func (c *Chapter) Measures() Table {
	t := Table{
		Caption: "Measures and the lines drawn on them",
		Head:    []Column{InWords("Measure", 30), InWords("Baseline", 16), InWords("Success", 14), InWords("Stop", 13), InWords("By", 11), InWords("Who reads it", 16)},
	}
	for i := range c.Result.Records.Metrics {
		m := &c.Result.Records.Metrics[i]
		start := Cell{Text: "none"}
		if m.Baseline != nil {
			start = Cell{Text: WithUnit(m, m.Baseline.Value), Notes: []string{report.Day(m.Baseline.On)}}
		}
		t.Add(Cell{Text: m.Name, Notes: c.about(m)}, start,
			Or(WithUnit(m, m.Success), "not drawn"), Or(WithUnit(m, m.Stop), "not drawn"), Or(report.Day(m.By), "no date"),
			Cell{Text: cmp.Or(m.Owner, nobody), Notes: Notes(Labelled("from", m.Source), every(m.ReviewDays))})
	}
	return t
}

// about says what kind of measure it is, and which objective it is of.
func (c *Chapter) about(m *planfile.Metric) []string {
	serves := m.Objective
	for i := range c.Result.Records.Objectives {
		if o := &c.Result.Records.Objectives[i]; o.ID == m.Objective && o.Statement != "" {
			serves = o.Statement
		}
	}
	kind := append(c.working(m.ID), Notes(c.kind(m), Better(m))...)
	return Notes(strings.Join(kind, ", "), Labelled("of the objective", serves))
}

// kind says whether a measure moves before the final result does.
func (c *Chapter) kind(m *planfile.Metric) string {
	says := map[string]string{"leading": "an early sign", "lagging": "a final result"}
	return c.Edition.Of(rules.Wording{Working: m.Kind, Client: says[m.Kind]})
}

// Better says in which direction a metric gets better.
func Better(m *planfile.Metric) string {
	if m.Better == "" {
		return ""
	}
	return m.Better + " is better"
}

// every says how often something is done; nothing when it never is.
func every(days int) string {
	switch days {
	case 0:
		return ""
	case 1:
		return "every day"
	}
	return fmt.Sprintf("every %d days", days)
}

// WithUnit writes a value of a measure; one in words has no unit.
func WithUnit(m *planfile.Metric, a planfile.Amount) string {
	if a.Number == nil || m.Unit == "" {
		return Amount(a)
	}
	return Amount(a) + " " + m.Unit
}

// Stakeholders are the groups, and what they were told.
func (c *Chapter) Stakeholders() Table {
	t := Table{
		Caption: "Groups whom the initiative touches",
		Head:    []Column{InWords("Group", 26), InWords("Who they are", 16), InWords("Told the purpose", 20), InWords("Asked back", 20), InWords("Who looks after it", 18)},
	}
	for _, s := range c.Result.Records.Stakeholders {
		t.Add(Cell{Text: s.Group}, Cell{Text: s.Kind}, c.done(s.Told), c.done(s.Restated), Or(s.Owner, nobody))
	}
	return t
}

// done is the day of something that was to be done. On a day to come it has not
// been.
func (c *Chapter) done(on time.Time) Cell {
	if !c.Result.AsOf.HasCome(on) {
		return Cell{Text: "planned for " + report.Day(on)}
	}
	return Or(report.Day(on), "not yet")
}

// HasRecords reports whether the plan lists anything that can be held against its
// answers.
func (c *Chapter) HasRecords() bool {
	rec := &c.Result.Records
	return len(rec.Objectives)+len(rec.Stakeholders)+len(rec.Metrics)+len(rec.Programmes)+len(rec.Scenarios)+len(rec.Reviews) > 0
}

// OtherRecords are the programmes, the scenarios, the reviews and the waivers,
// those of them that the plan lists.
func (c *Chapter) OtherRecords() []Table {
	rec := c.Result.Records
	programmes := Table{Caption: "Other work for the same people", Head: []Column{InWords("Programme", 32), InWords("Lead", 22), InWords("Shares", 26), InWords("Meets", 20)}}
	for _, p := range rec.Programmes {
		programmes.Add(Cell{Text: p.Name}, Or(p.Lead, nobody), Or(p.Shares, "nothing named"), Or(every(p.MeetsDays), "never"))
	}
	scenarios := Table{Caption: "What could go wrong, and the answer to it", Head: []Column{InWords("Scenario", 26), InWords("Risk", 14), InWords("Response", 26), InWords("Who acts", 16), InWords("Rehearsed", 18)}}
	for _, s := range rec.Scenarios {
		scenarios.Add(Cell{Text: s.What}, Or(s.Risk, "not sorted"), Or(s.Response, "none yet"), Or(s.Owner, nobody), c.done(s.Rehearsed))
	}
	reviews := Table{Caption: "Reviews", Head: []Column{InWords("Date", 20), InWords("Decision", 16), InWords("What was learned", 48), InWords("Level", 16)}}
	for _, r := range rec.Reviews {
		reviews.Add(Cell{Text: report.Day(r.On)}, Cell{Text: r.Decision}, Cell{Text: r.Lesson}, Cell{Text: r.Level})
	}
	waivers := Table{Caption: "Waivers: what somebody has decided to live with", Head: []Column{InWords("Warning or finding", 26), InWords("Why", 36), InWords("Who", 18), InWords("Until", 20)}}
	for _, w := range rec.Waivers {
		waivers.Add(Cell{Text: cmp.Or(c.titles[w.Warning+w.Finding], c.Edition.Of(rules.Wording{Working: w.Warning + w.Finding, Client: "A finding"})), Notes: c.working(w.Warning + w.Finding)}, Cell{Text: w.Reason}, Cell{Text: w.Owner}, Cell{Text: report.Day(w.Until)})
	}
	var out []Table
	for _, t := range []Table{programmes, scenarios, reviews, waivers} {
		if len(t.Rows) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// Amount writes a value as the plan has it.
func Amount(a planfile.Amount) string {
	if a.Text == "" && a.Number != nil {
		return a.Number.RatString()
	}
	return a.Text
}
