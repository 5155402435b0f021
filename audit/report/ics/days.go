package ics

import (
	"cmp"
	"time"

	"forewarn/audit/planfile"
	"forewarn/audit/score"
)

// days lists what the records of a plan date, in the order of the file's kinds of record.
func days(r *score.Result) []day {
	var out []day
	add := func(d day) {
		if !d.on.IsZero() {
			out = append(out, d)
		}
	}
	met := map[string]bool{}
	for _, o := range r.Records.Objectives {
		if !o.Met.IsZero() && r.AsOf.HasCome(o.Met) {
			met[o.ID] = true
			continue
		}
		add(day{kind: "objective", record: o.ID, says: "Due: " + cmp.Or(o.Statement, o.ID), who: o.GoalOwner, on: o.Due})
	}
	for _, m := range r.Outcome(nil).Measures {
		if met[m.Objective] {
			continue
		}
		name := cmp.Or(m.Name, m.ID)
		add(day{kind: "reading", record: m.ID, says: "Reading due: " + name, who: m.Whose(), on: m.Due, every: m.ReviewDays, until: m.By})
		add(day{kind: "measure", record: m.ID, says: "To be held against its lines: " + name, who: m.Whose(), on: m.By})
	}
	for _, w := range r.Records.Waivers {
		add(day{kind: "waiver", record: w.Warning + w.Finding, says: "Last day of the waiver of " + waived(r, &w), who: w.Owner, on: w.Until})
	}
	for _, v := range r.Records.Reviews {
		add(day{kind: "review", record: v.On.Format(time.DateOnly), says: "Review, decision: " + v.Decision, on: v.On})
	}
	return out
}

// waived names what somebody lives with.
func waived(r *score.Result, w *planfile.Waiver) string {
	for i := range r.Warnings {
		if r.Warnings[i].ID == w.Warning {
			return "“" + r.Warnings[i].Title + "”"
		}
	}
	return cmp.Or(w.Warning, w.Finding)
}
