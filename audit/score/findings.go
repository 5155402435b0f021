package score

import (
	"fmt"
	"slices"
	"time"

	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
)

// evidenceMissing is the rule of package audit for shown evidence that is not
// where the plan says.
const evidenceMissing = "evidence-missing"

// claimWithoutRecord is the rule for answers that the records hold down. Its
// findings stand at the record and name the question.
const claimWithoutRecord = "claim-without-record"

// findings returns what is to be said about the plan's records, its evidence
// and its waivers, sorted by place, then id.
func (s *sheet) findings(rec *records, c Circumstances, raised []Warning) []rules.Finding {
	var out []rules.Finding
	for i := range rec.faults {
		out = append(out, s.finding(&rec.faults[i]))
	}
	for _, e := range s.scored {
		if e.weakened != nil {
			out = append(out, *e.weakened)
		}
		out = append(out, s.claims(e)...)
		out = append(out, s.ahead(e, c.AsOf)...)
	}
	out = append(out, s.stale(c.AsOf, c.MaxAge)...)
	out = append(out, s.waivers(c, raised, out)...)
	rules.Sort(out)
	return out
}

// finding gives a fault its place and severity.
func (s *sheet) finding(f *fault) rules.Finding {
	severity := rules.Minor
	if f.major {
		severity = rules.Major
	}
	return rules.Finding{
		Pos: s.plan.At(f.path()...), Severity: severity, ID: f.rule, Key: yamldoc.KeyPath(f.path()...), Message: f.says, Hint: f.hint,
	}
}

// claims finds where the records fall short of an answer above what they can
// hold it at.
func (s *sheet) claims(e *entry) []rules.Finding {
	if e.level[asClaimed] <= withoutRecords {
		return nil
	}
	var out []rules.Finding
	for _, f := range e.failing {
		out = append(out, rules.Finding{
			Pos: s.plan.At(f.path()...), Severity: rules.Major, ID: claimWithoutRecord, Key: yamldoc.KeyPath(f.path()...),
			Message: fmt.Sprintf("the answer to %q claims more than the records bear out: %s", e.ID, f.says),
			Hint:    "complete the record, or choose the rung that is true today",
		})
	}
	return out
}

// ahead finds dates of an answer that lie after the audit.
func (s *sheet) ahead(e *entry, asOf time.Time) []rules.Finding {
	var out []rules.Finding
	add := func(day time.Time, what string, at ...string) {
		if !day.After(asOf) {
			return
		}
		path := append([]string{"answers", e.section.ID, e.ID}, at...)
		out = append(out, rules.Finding{
			Pos: s.plan.At(path...), Severity: rules.Minor, ID: "future-date", Key: yamldoc.KeyPath(path...),
			Message: fmt.Sprintf("%s of %q is dated %s, after this audit", what, e.ID, day.Format(time.DateOnly)),
			Hint:    correctDate,
		})
	}
	add(e.answer.On, "the answer", "on")
	if ev := e.answer.Evidence; ev != nil {
		add(ev.On, "the evidence", "evidence", "on")
	}
	return out
}

// waivers finds those that are out of date, and those of something that is
// not raised. A waiver changes nothing else in a Result.
func (s *sheet) waivers(c Circumstances, warnings []Warning, found []rules.Finding) []rules.Finding {
	rec := &records{plan: s.plan}
	// Where nobody asked for ages, nobody knows whether the waiver is needed.
	unasked := func(id string) bool { return id == answerStale && c.MaxAge <= 0 }
	for i := range s.plan.Waivers {
		w := &s.plan.Waivers[i]
		field, id := "warning", w.Warning
		raised := slices.ContainsFunc(warnings, func(x Warning) bool { return x.ID == id })
		if w.Finding != "" {
			field, id = "finding", w.Finding
			raised = unasked(id) || slices.ContainsFunc(found, func(x rules.Finding) bool { return x.ID == id })
		}
		rec.record("waivers", i, fmt.Sprintf("the waiver of %q", id),
			lack{!inForce(w, c.AsOf), waiverExpired, "until", "ended on " + w.Until.Format(time.DateOnly), "mend what it waives, or agree on a new date"},
			lack{!raised, waiverUnused, field, "is not needed: nothing raises it", "take it out"})
	}
	var out []rules.Finding
	for i := range rec.faults {
		out = append(out, s.finding(&rec.faults[i]))
	}
	return out
}
