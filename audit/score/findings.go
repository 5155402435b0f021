package score

import (
	"fmt"
	"time"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
)

// CorrectDate is what to do about a date that lies after the audit.
const CorrectDate = "correct the date, or name the day of the audit with --as-of"

// findings returns what is to be said about the plan's records and its
// evidence, sorted by place, then id.
func (s *sheet) findings(rec *records, c Circumstances) []rules.Finding {
	out := make([]rules.Finding, 0, len(rec.faults)+len(s.scored))
	for i := range rec.faults {
		if f := &rec.faults[i]; !rec.isAhead(f) {
			out = append(out, s.finding(f))
		}
	}
	for _, e := range s.scored {
		if e.weakened != nil {
			out = append(out, *e.weakened)
		}
		out = append(out, s.claims(e)...)
		out = append(out, s.below(e)...)
		out = append(out, s.ahead(e, c.AsOf)...)
	}
	out = append(out, s.plan.CutTexts()...)
	out = append(out, s.plan.Changed(s.bank, s.inScope)...)
	out = append(out, s.prompts()...)
	rules.Sort(out)
	return out
}

// finding gives a fault its place and severity.
func (s *sheet) finding(f *fault) rules.Finding {
	severity := rules.Minor
	switch {
	case f.rule == rules.LineCrossed: // the decision was taken when the line was drawn
		severity = rules.Critical
	case f.major:
		severity = rules.Major
	}
	return s.plan.Place(rules.Finding{
		Severity: severity, ID: f.rule, Message: f.says, Named: f.named, Hint: f.hint, Advice: f.plain,
		Subject: f.about, NamedSubject: f.aboutNamed, Lacks: f.lacks,
	}, f.path()...)
}

// claims finds where the records fall short of an answer above what they can
// hold it at.
func (s *sheet) claims(e *entry) []rules.Finding {
	if e.level[asClaimed] <= withoutRecords {
		return nil
	}
	var out []rules.Finding
	for _, f := range e.failing {
		claim := s.plan.Place(rules.Finding{
			Severity: rules.Major, ID: rules.ClaimWithoutRecord,
			Message: fmt.Sprintf("the answer to %q claims more than the records bear out: %s", e.ID, f.says),
			Named:   fmt.Sprintf("the answer to %s claims more than the records bear out: %s", rules.Quoted(e.Ask), f.says),
			Hint:    "complete the record, or choose the answer that is true today",
		}, f.path()...)
		// Which record is named depends on their order.
		claim.About = rules.About{Question: e.ID, Record: f.kind}
		out = append(out, claim)
	}
	return out
}

// below finds an answer that says less than the records bear out. It is a note: who
// answers may know more than what is written down.
func (s *sheet) below(e *entry) []rules.Finding {
	if e.state != planfile.AtLevel || e.level[asClaimed] >= e.borne {
		return nil
	}
	return []rules.Finding{s.plan.Place(rules.Finding{
		Severity: rules.Note, ID: rules.AnswerBelowRecord,
		Message: fmt.Sprintf("the answer to %q is rung %d, and the plan's records bear out rung %d: %s", e.ID, e.level[asClaimed], e.borne, e.Rungs[e.borne]),
		Named:   fmt.Sprintf("the answer to %s says less than the plan's records bear out: %s", rules.Quoted(e.Ask), e.Rungs[e.borne]),
		Hint:    "choose that rung if every word of it is true today",
	}, "answers", e.section.ID, e.ID, "level")}
}

// ahead finds the date of an answer that lies after the audit, and that of its
// evidence where the evidence was not weighed.
func (s *sheet) ahead(e *entry, asOf planfile.AsOf) []rules.Finding {
	var out []rules.Finding
	add := func(day time.Time, what string, at ...string) {
		if asOf.HasCome(day) {
			return
		}
		path := append([]string{"answers", e.section.ID, e.ID}, at...)
		out = append(out, s.plan.Place(rules.Finding{
			Severity: rules.Minor, ID: rules.FutureDate,
			Message: fmt.Sprintf("%s of %q is dated %s, after this audit", what, e.ID, day.Format(time.DateOnly)),
			Named:   fmt.Sprintf("%s to %s is dated %s, after this audit", what, rules.Quoted(e.Ask), day.Format("2 January 2006")),
			Hint:    CorrectDate, Advice: "correct the date",
		}, path...))
	}
	add(e.answer.On, "the answer", "on")
	if ev := e.answer.Evidence; ev != nil && e.weakened == nil {
		add(ev.On, "the evidence", "evidence", "on")
	}
	return out
}
