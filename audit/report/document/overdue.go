package document

import (
	"cmp"
	"time"

	"forewarn/audit/outcome"
	"forewarn/audit/planfile"
	"forewarn/audit/report"
)

// soon is how many days before its end a waiver is told of.
const soon = 30

// Overdue lists what should have happened by the day of the audit, and the waivers
// that end shortly after it.
func (c *Chapter) Overdue() Table {
	t := overdue{Table: Table{Caption: "Days that have passed, and waivers about to end", Head: []Column{InWords("What", 56), InWords("Day", 22), InWords("Who", 22)}}, asOf: c.Result.AsOf}
	i, rec := &c.Result.Initiative, &c.Result.Records
	if i.Live == nil || !*i.Live {
		t.past("The launch is past, and the plan does not say that the initiative is live", i.Launch, i.Owner)
	}
	for _, o := range rec.Objectives {
		if o.Met.IsZero() {
			t.past("The objective “"+o.Statement+"” was due", o.Due, o.GoalOwner)
		}
	}
	t.measures(c.Result.Outcome(c.Moved))
	for _, r := range rec.Reviews {
		if r.Decision == "" {
			t.past("A review has no decision yet", r.On, i.Owner)
		}
	}
	for _, w := range rec.Waivers {
		name := "“" + cmp.Or(c.titles[w.Warning+w.Finding], w.Reason) + "”"
		switch {
		case t.asOf.IsOver(w.Until):
			t.past("The waiver of "+name+" has ended", w.Until, w.Owner)
		case !w.Until.After(t.asOf.Day.AddDate(0, 0, soon)):
			t.add("The waiver of "+name+" ends", w.Until, w.Owner)
		}
	}
	return t.Table
}

// overdue gathers days.
type overdue struct {
	Table
	asOf planfile.AsOf
}

// measures adds the readings that are due, and the measures that should have reached
// their success line.
func (t *overdue) measures(all *outcome.Outcome) {
	for i := range all.Measures {
		m := &all.Measures[i]
		if m.Verdict != outcome.Success {
			t.past("“"+m.Name+"” was to reach its success line", m.By, m.Whose())
		}
		if m.IsDue(t.asOf) {
			t.add("A reading of “"+m.Name+"” is due", m.Due, m.Whose())
		}
	}
}

// past adds what was to be done by a day that is over.
func (t *overdue) past(what string, day time.Time, who string) {
	if !day.IsZero() && t.asOf.IsOver(day) {
		t.add(what, day, who)
	}
}

func (t *overdue) add(what string, day time.Time, who string) {
	t.Add(Cell{Text: what}, Cell{Text: report.Day(day)}, Or(who, nobody))
}
