package interview

import (
	"errors"

	"forewarn/audit/planfile"
)

// The ways to support an answer.
const (
	shown   = "shown"
	vouched = "vouched"
	neither = "neither"
)

// evidencePage asks what stands behind the level that has just been saved.
// before is the evidence of the earlier answer: it is offered again even when
// the level has changed and it no longer counts.
func (f *flow) evidencePage(step Step, before *planfile.Evidence) *page {
	p := f.followUp(step, &page{
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
		p.about = step.Question.Rungs[*level]
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
	p = f.followUp(step, p)
	p.back = func() { f.show(f.evidencePage(step, before)) }
	p.leave = p.back
	p.accept = needed(missing, func(source string) error {
		e := planfile.Evidence{Shown: source}
		if kind == vouched {
			e = planfile.Evidence{Vouched: source}
		}
		if err := planfile.Nothing(e, f.store.Plan().Initiative.Owner); err != nil {
			return err
		}
		f.show(f.sourceDatePage(step, kind, source, before))
		return nil
	})
	return p
}

// sourceDatePage asks for the day, today unless the same source already had
// one.
func (f *flow) sourceDatePage(step Step, kind, source string, before *planfile.Evidence) *page {
	e := planfile.Evidence{Shown: source, On: f.opts.AsOf.Day}
	ask := "From which day is it?"
	if kind == vouched {
		e, ask = planfile.Evidence{Vouched: source, On: f.opts.AsOf.Day}, "On which day was that said?"
	}
	if before != nil && before.Shown == e.Shown && before.Vouched == e.Vouched {
		e.On = before.On
	}
	p := f.followUp(step, &page{ask: ask, hint: dateHint, value: e.On.Format(dateLayout)})
	p.back = func() { f.show(f.sourcePage(step, kind, &e)) }
	p.leave = p.back
	p.accept = func(value string) error {
		on, err := parseDate(value)
		if err != nil {
			return err
		}
		if !f.opts.AsOf.HasCome(on) {
			return errors.New("that day has not come yet")
		}
		e.On = on
		return f.support(step, &e)
	}
	return p
}

// support saves the answer once more, now with what stands behind it.
func (f *flow) support(step Step, e *planfile.Evidence) error {
	a := f.answer(step)
	if a.Evidence == nil && e == nil {
		f.next()
		return nil
	}
	a.Evidence = e
	return f.saveAndGo(step, a)
}
