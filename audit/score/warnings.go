package score

import (
	"cmp"
	"slices"
	"strings"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
	"forewarn/questions"
)

// alarm is a warning of the bank with what can raise it in this plan.
type alarm struct {
	*questions.Warning
	conditions []condition
}

// condition holds when all of its tests do. Its facts are true already, or open: then
// it can hold, and need not.
type condition struct {
	tests []test
	facts []Reason
	open  bool
}

// test holds when the entry's level is at most this.
type test struct {
	*entry
	atMost int
}

// alarms prepares the warnings for this plan: a condition that can hold at no
// level, because of a fact or of a question that is not scored, is left out.
func (s *sheet) alarms(warnings []questions.Warning) []alarm {
	entries := make(map[string]*entry, len(s.scored))
	for _, e := range s.scored {
		entries[e.ID] = e
	}
	out := make([]alarm, len(warnings))
	for i := range warnings {
		out[i].Warning = &warnings[i]
		for _, c := range warnings[i].When {
			tests, ok := testsOf(c.AtMost, entries)
			facts, open, met := factsOf(c.Facts, s.plan)
			if ok && met {
				out[i].conditions = append(out[i].conditions, condition{tests, facts, open})
			}
		}
	}
	return out
}

// testsOf returns the tests in bank order; ok is false when one of them is on
// a question that is not scored.
func testsOf(atMost map[string]int, entries map[string]*entry) (tests []test, ok bool) {
	for id, level := range atMost {
		e := entries[id]
		if e == nil {
			return nil, false
		}
		tests = append(tests, test{e, level})
	}
	slices.SortFunc(tests, func(a, b test) int { return cmp.Compare(a.order, b.order) })
	return tests, true
}

// possible reports whether any condition can hold with these levels, however what is
// open turns out.
func (a *alarm) possible(level func(*entry) int) bool {
	return slices.ContainsFunc(a.conditions, func(c condition) bool { return c.holds(level) })
}

// certain reports whether a condition holds whatever the open answers and facts are.
func (a *alarm) certain() bool {
	return slices.ContainsFunc(a.conditions, func(c condition) bool { return !c.open && c.holds(highLevel) })
}

func (c condition) holds(level func(*entry) int) bool {
	return !slices.ContainsFunc(c.tests, func(t test) bool { return level(t.entry) > t.atMost })
}

// The levels of the two ends.
func lowLevel(e *entry) int  { return e.level[atLow] }
func highLevel(e *entry) int { return e.level[atHigh] }

// warnings returns those that are active at the low end, the gravest first.
func warnings(bank *questions.Bank, alarms []alarm) []Warning {
	var out []Warning
	for i := range alarms {
		a := &alarms[i]
		if !a.possible(lowLevel) {
			continue
		}
		out = append(out, Warning{
			ID: a.ID, Title: a.Title, Cap: a.Cap, Severity: SeverityOf(a.Cap),
			Confirmed: a.certain(),
			CRM:       a.CRM, Here: a.Here, Do: a.Do, Strength: a.Strength,
			Sources: cited(bank, a.Sources),
			Because: a.because(),
			Cases:   casesOf(bank, a.ID),
		})
	}
	slices.SortStableFunc(out, func(a, b Warning) int { return cmp.Compare(a.Severity, b.Severity) })
	return out
}

// SeverityOf returns how grave a warning with this cap is.
func SeverityOf(grade string) rules.Severity {
	switch grade {
	case "D":
		return rules.Critical
	case "C":
		return rules.Major
	}
	return rules.Minor
}

// because lists what holds at the low end, each answer and fact once.
func (a *alarm) because() []Reason {
	var out []Reason
	add := func(r Reason) {
		if !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	for _, c := range a.conditions {
		if !c.holds(lowLevel) {
			continue
		}
		for _, t := range c.tests {
			add(Reason{Question: t.ID, Ask: t.Ask, Says: t.says(), Key: yamldoc.KeyPath("answers", t.section.ID, t.ID), Pos: t.pos})
		}
		for _, f := range c.facts {
			add(f)
		}
	}
	return out
}

// says gives the answer as it was given, and where it counts for less, what it
// counts as, and why. The lower rung is nobody's words.
func (e *entry) says() rules.Wording {
	switch e.state {
	case planfile.Blank:
		return rules.Alike("not answered yet")
	case planfile.DontKnow:
		return rules.Alike("don't know")
	}
	claimed, counted := e.Numbered(e.level[asClaimed]), e.Numbered(e.level[atLow])
	if claimed == counted {
		return rules.Alike(claimed)
	}
	what, why := e.because()
	return rules.Worded("You answered: "+verbatim(claimed)+" The "+what+" out only: "+verbatim(strings.TrimSuffix(counted, "."))+", because %s.", why)
}

// verbatim keeps a text from being taken for a format.
func verbatim(text string) string { return strings.ReplaceAll(text, "%", "%%") }

// because says what bears an answer out, and why it does not bear out all of it.
func (e *entry) because() (what string, why rules.Wording) {
	if len(e.failing) > 0 {
		return "records bear", e.failing[0].wording()
	}
	says := "the evidence is out of date"
	switch e.heldBy() {
	case "evidence dated ahead":
		says = "the evidence is dated after this audit"
	case "no evidence":
		says = "there is no evidence for it"
	case "vouched only":
		says = "somebody vouches for it and nothing shows it"
	case "evidence missing":
		says = "what was to show it is not there"
	}
	return "evidence bears", rules.Alike(says)
}

// cited returns the sources as they are to be printed.
func cited(bank *questions.Bank, ids []string) []Source {
	out := make([]Source, len(ids))
	for i, id := range ids {
		out[i].Cite = id
		if s := bank.Source(id); s != nil {
			out[i] = Source{s.Cite, s.Weak}
		}
	}
	return out
}

// casesOf tells of one case in which what the warning is about went wrong, and of one
// that did it differently, as far as there are any.
func casesOf(bank *questions.Bank, warning string) []Case {
	var out []Case
	for i, told := range [][]questions.Told{bank.WentWrong(warning), bank.DoneWell(warning)} {
		if len(told) > 0 {
			out = append(out, Case{ID: told[0].Case.ID, Wrong: i == 0, Says: told[0].Says, Sources: cited(bank, told[0].Lesson.Sources)})
		}
	}
	return out
}

// Effect says what the warning does to the grade.
func (w *Warning) Effect() string {
	switch {
	case w.Confirmed && w.Cap != "":
		return "holds the grade at " + w.Cap + " or below"
	case w.Confirmed:
		return "a caution"
	case w.Cap != "":
		return "may hold the grade at " + w.Cap + " or below"
	}
	return "may be a caution"
}

// Whole gives the reason with its question.
func (b Reason) Whole() rules.Wording {
	if b.Question == "" {
		return b.Says
	}
	return rules.Worded("%s %s", rules.Wording{Working: b.Question + ":", Client: rules.Quoted(b.Ask)}, b.Says)
}
