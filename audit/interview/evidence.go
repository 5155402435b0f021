package interview

import (
	"errors"
	"fmt"
	"strings"

	"forewarn/audit/planfile"
)

// The ways to support an answer.
const (
	shown   = "shown"
	vouched = "vouched"
	neither = "neither"
)

// needsEvidence is the lowest level that counts only with something behind it.
const needsEvidence = 3

// owesEvidence reports whether an answer of this interview is to be followed by its evidence.
func (o *Options) owesEvidence(a planfile.Answer) bool { return !o.Sheet && owesEvidence(a) }

// owesEvidence reports whether an answer counts for less than it says until there is
// something behind it.
func owesEvidence(a planfile.Answer) bool {
	return a.Level != nil && *a.Level >= needsEvidence && a.Evidence == nil
}

// rung is one line of a question.
type rung struct {
	question string
	level    int
}

// support is what stood behind a rung.
type support = planfile.Evidence

// evidenceFor is what stands behind a level that is answered now: what stood behind
// that very level, in the file or earlier in this run.
func (f *flow) evidenceFor(step Step, old planfile.Answer, level int) *planfile.Evidence {
	if old.Level != nil && *old.Level == level {
		return old.Evidence
	}
	if e, ok := f.evidence[rung{step.Question.ID, level}]; ok {
		return &e
	}
	return nil
}

// setAside remembers the evidence of an answer that has just been given otherwise, and
// says that it went with it.
func (f *flow) setAside(step Step, old planfile.Answer, level int) string {
	if old.Level == nil || old.Evidence == nil || *old.Level == level {
		return ""
	}
	f.evidence[rung{step.Question.ID, *old.Level}] = *old.Evidence
	return fmt.Sprintf("The evidence for %d, %s, went with it. Choose %d again to have it back.", *old.Level, evidenceInWords(old.Evidence), *old.Level)
}

// evidencePage asks what stands behind the level that has just been saved.
// before is the evidence of the earlier answer: it is offered again even when
// the level has changed and it no longer counts.
func (f *flow) evidencePage(step Step, before *planfile.Evidence) *page {
	p := f.followUp(step, "evidence", &page{
		ask: "What shows it?",
		choices: []choice{
			{value: shown, label: "A document or an address shows it."},
			{value: vouched, label: "Somebody else vouches for it."},
			{value: neither, label: "Neither for now."},
		},
		value: kindOf(before),
	})
	if step.Question.Proof != "" {
		p.hint = "For example: " + step.Question.Proof
	}
	p.typed = false
	if level := f.answer(step).Level; level != nil {
		p.about = step.Question.Numbered(*level)
	}
	p.leave = f.next
	p.accept = func(value string) error {
		if value == neither {
			return f.support(step, nil)
		}
		f.show(f.sourcePage(step, value, before))
		return nil
	}
	return p
}

// kindOf is the choice that an evidence was given with, or empty.
func kindOf(e *planfile.Evidence) string {
	switch {
	case e == nil:
		return ""
	case e.Vouched != "":
		return vouched
	}
	return shown
}

// sourcePage asks which document, or which person.
func (f *flow) sourcePage(step Step, kind string, before *planfile.Evidence) *page {
	p := &page{ask: "Where is it?", hint: "A path from the plan's folder, such as docs/goals.md, or a web address."}
	missing := "write where it is"
	if kind == vouched {
		p.ask, p.hint = "Who vouches for it?", "The name of somebody other than you."
		missing = "write a name"
	}
	if kind == kindOf(before) {
		p.value = before.Shown + before.Vouched
	}
	p = f.followUp(step, kind, p)
	p.back = func() { f.show(f.evidencePage(step, before)) }
	p.leave = p.back
	p.doubt = func(source string) string { return f.doubtful(evidenceOf(kind, strings.TrimSpace(source))) }
	p.accept = needed(missing, func(source string) error { return f.supportedBy(step, kind, source, before) })
	if kind == vouched {
		return f.naming(p, f.others())
	}
	return p
}

func evidenceOf(kind, source string) planfile.Evidence {
	if kind == vouched {
		return planfile.Evidence{Vouched: source}
	}
	return planfile.Evidence{Shown: source}
}

// supportedBy saves what stands behind the level at once, dated today unless the same
// source already has a day, and then asks for the day.
func (f *flow) supportedBy(step Step, kind, source string, before *planfile.Evidence) error {
	e := evidenceOf(kind, source)
	e.On = f.today()
	if before != nil && before.Shown == e.Shown && before.Vouched == e.Vouched {
		e.On = before.On
	}
	a := f.answer(step)
	a.Evidence = &e
	if err := f.save(step, a); err != nil {
		return err
	}
	f.show(f.sourceDatePage(step, kind, e))
	return nil
}

// sourceDatePage asks for the day of evidence that is saved.
func (f *flow) sourceDatePage(step Step, kind string, e planfile.Evidence) *page {
	ask := "From which day is it?"
	if kind == vouched {
		ask = "On which day was that said?"
	}
	p := f.followUp(step, "day", &page{ask: ask, hint: dateHint, value: e.On.Format(dateLayout)})
	p.back = func() { f.show(f.sourcePage(step, kind, &e)) }
	p.leave = f.next
	p.doubt = f.notCome
	p.accept = func(value string) error {
		on, err := parseDay(value, f.today())
		if err != nil {
			return err
		}
		e.On = on
		return f.readBack(value, on, f.support(step, &e))
	}
	return p
}

// support saves the answer once more, now with what stands behind it.
func (f *flow) support(step Step, e *planfile.Evidence) error {
	a := f.answer(step)
	if a.Level == nil {
		return errors.New("the answer is no longer a line of the question")
	}
	if a.Evidence == nil && e == nil || a.Evidence != nil && e != nil && *a.Evidence == *e {
		f.next()
		return nil
	}
	a.Evidence = e
	return f.saveAndGo(step, a)
}
