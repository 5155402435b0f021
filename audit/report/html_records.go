package report

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"forewarn/audit/planfile"
)

// Objectives are what should be true, and by when.
func (c *chapter) Objectives() table {
	t := table{Caption: "Objectives", Head: []column{inWords("Objective", 34), inWords("Goal that it serves", 28), inWords("Who answers for it", 20), inWords("Due", 18)}}
	for _, o := range c.Result.Records.Objectives {
		t.add(cell{Text: o.Statement, Notes: []string{o.ID}}, or(o.Goal, "none"), or(o.GoalOwner, nobody), or(day(o.Due), "no date"))
	}
	return t
}

// Measures are the lines that were drawn beforehand.
func (c *chapter) Measures() table {
	t := table{
		Caption: "Measures and the lines drawn on them",
		Head:    []column{inWords("Measure", 24), inWords("Baseline", 18), inWords("Success", 16), inWords("Stop", 14), inWords("By", 12), inWords("Who reads it", 16)},
	}
	for i := range c.Result.Records.Metrics {
		m := &c.Result.Records.Metrics[i]
		start := cell{Text: "none"}
		if m.Baseline != nil {
			start = cell{Text: withUnit(m, m.Baseline.Value), Notes: []string{day(m.Baseline.On)}}
		}
		t.add(cell{Text: m.Name, Notes: notes(strings.Join(notes(m.ID, m.Kind, better(m)), ", "), labelled("objective:", m.Objective))}, start,
			or(withUnit(m, m.Success), "not drawn"), or(withUnit(m, m.Stop), "not drawn"), or(day(m.By), "no date"),
			cell{Text: cmp.Or(m.Owner, nobody), Notes: notes(labelled("from", m.Source), every(m.ReviewDays))})
	}
	return t
}

// better says in which direction a metric gets better.
func better(m *planfile.Metric) string {
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

// withUnit writes a value of a measure; one in words has no unit.
func withUnit(m *planfile.Metric, a planfile.Amount) string {
	if a.Number == nil || m.Unit == "" {
		return amount(a)
	}
	return amount(a) + " " + m.Unit
}

// Stakeholders are the groups, and what they were told.
func (c *chapter) Stakeholders() table {
	t := table{
		Caption: "Groups whom the initiative touches",
		Head:    []column{inWords("Group", 26), inWords("Who they are", 16), inWords("Told the purpose", 20), inWords("Asked back", 20), inWords("Who looks after it", 18)},
	}
	for _, s := range c.Result.Records.Stakeholders {
		t.add(cell{Text: s.Group}, cell{Text: s.Kind}, c.done(s.Told), c.done(s.Restated), or(s.Owner, nobody))
	}
	return t
}

// done is the day of something that was to be done. On a day to come it has not
// been.
func (c *chapter) done(on time.Time) cell {
	if on.After(c.Result.AsOf) {
		return cell{Text: "planned for " + day(on)}
	}
	return or(day(on), "not yet")
}

// OtherRecords are the programmes, the scenarios, the reviews and the waivers,
// those of them that the plan lists.
func (c *chapter) OtherRecords() []table {
	rec := c.Result.Records
	programmes := table{Caption: "Other work for the same people", Head: []column{inWords("Programme", 32), inWords("Lead", 22), inWords("Shares", 26), inWords("Meets", 20)}}
	for _, p := range rec.Programmes {
		programmes.add(cell{Text: p.Name}, or(p.Lead, nobody), or(p.Shares, "nothing named"), or(every(p.MeetsDays), "never"))
	}
	scenarios := table{Caption: "What could go wrong, and the answer to it", Head: []column{inWords("Scenario", 26), inWords("Risk", 14), inWords("Response", 26), inWords("Who acts", 16), inWords("Rehearsed", 18)}}
	for _, s := range rec.Scenarios {
		scenarios.add(cell{Text: s.What}, or(s.Risk, "not sorted"), or(s.Response, "none yet"), or(s.Owner, nobody), c.done(s.Rehearsed))
	}
	reviews := table{Caption: "Reviews", Head: []column{inWords("Date", 20), inWords("Decision", 16), inWords("What was learned", 48), inWords("Level", 16)}}
	for _, r := range rec.Reviews {
		reviews.add(cell{Text: day(r.On)}, cell{Text: r.Decision}, cell{Text: r.Lesson}, cell{Text: r.Level})
	}
	waivers := table{Caption: "Waivers: what somebody has decided to live with", Head: []column{inWords("Warning or finding", 26), inWords("Why", 36), inWords("Who", 18), inWords("Until", 20)}}
	for _, w := range rec.Waivers {
		waivers.add(cell{Text: w.Warning + w.Finding}, cell{Text: w.Reason}, cell{Text: w.Owner}, cell{Text: day(w.Until)})
	}
	var out []table
	for _, t := range []table{programmes, scenarios, reviews, waivers} {
		if len(t.Rows) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// amount writes a value as the plan has it.
func amount(a planfile.Amount) string {
	if a.Text == "" && a.Number != nil {
		return a.Number.RatString()
	}
	return a.Text
}
