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
	for i := range r.Records.Metrics {
		m := &r.Records.Metrics[i]
		if met[m.Objective] {
			continue
		}
		name := cmp.Or(m.Name, m.ID)
		add(day{kind: "reading", record: m.ID, says: "Reading due: " + name, who: m.Owner, on: nextReading(r, m), every: m.ReviewDays, until: m.By})
		add(day{kind: "measure", record: m.ID, says: "To be held against its lines: " + name, who: m.Owner, on: m.By})
	}
	for _, w := range r.Records.Waivers {
		add(day{kind: "waiver", record: w.Warning + w.Finding, says: "Last day of the waiver of " + waived(r, &w), who: w.Owner, on: w.Until})
	}
	for _, v := range r.Records.Reviews {
		add(day{kind: "review", record: v.On.Format(time.DateOnly), says: "Review, decision: " + v.Decision, on: v.On})
	}
	return out
}

// nextReading is so many days after the last reading that has been taken, else after the
// baseline, else after the launch. It is zero where nothing says when.
func nextReading(r *score.Result, m *planfile.Metric) time.Time {
	if m.ReviewDays <= 0 {
		return time.Time{}
	}
	last := r.Initiative.Launch
	if m.Baseline != nil && r.AsOf.HasCome(m.Baseline.On) {
		last = m.Baseline.On
	}
	for _, reading := range m.Readings {
		if reading.On.After(last) && r.AsOf.HasCome(reading.On) {
			last = reading.On
		}
	}
	if last.IsZero() {
		return last
	}
	return last.AddDate(0, 0, m.ReviewDays)
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
