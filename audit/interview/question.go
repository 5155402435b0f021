package interview

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"forewarn/audit/planfile"
	"forewarn/questions"
)

// The choices of a question beside its rungs, whose values are their levels.
const (
	dontKnow      = "unknown"
	notApplicable = "not applicable"
)

const howToChoose = "Choose the last line in which every word is true today."

func (f *flow) questionPage(step Step) *page {
	q := step.Question
	old := f.answer(step)
	value := choiceOf(old)
	if old.IsHeard() {
		value = "" // which would show what the sheets come to
	}
	p := &page{
		id:       keyOf(step),
		changed:  f.earlier(step),
		ask:      q.Ask,
		hint:     howToChoose,
		why:      whyOf(q),
		standing: standing(f.carried(step)),
		choices:  questionChoices(q, value, f.opts.Present),
		value:    value,
		step:     &step,
		rungs:    true,
		covered:  f.opts.Present,
		heard:    old.Heard,
		accept:   func(value string) error { return f.answerWith(step, value) },
		back:     f.previous,
		skip:     f.nextStep,
	}
	if f.detour != nil {
		p.leave = f.overviewAgain
	}
	return p
}

// earlier quotes the answer to the question as it was before it changed.
func (f *flow) earlier(step Step) string {
	old := f.store.Plan().Earlier[step.Question.ID]
	if old.State() == planfile.Blank {
		return ""
	}
	says := "This question has changed. To the earlier one you answered: " + old.InShort()
	if old.Evidence != nil {
		says += ", " + evidenceInWords(old.Evidence)
	}
	if old.Note != "" {
		says += " (" + old.Note + ")"
	}
	return says + "."
}

func evidenceInWords(e *planfile.Evidence) string {
	if e.Vouched != "" {
		return "vouched for by " + e.Vouched
	}
	return "shown by " + e.Shown
}

// standing is what stands beside an answer, a sentence each.
func standing(a planfile.Answer) []string {
	var lines []string
	if e := a.Evidence; e != nil && a.Level != nil {
		lines = append(lines, fmt.Sprintf("Evidence: %s, %s", evidenceInWords(e), e.On.Format(dateLayout)))
	}
	if a.Note != "" {
		lines = append(lines, "Note: "+a.Note)
	}
	if a.Dissent != "" {
		lines = append(lines, "Not agreed: "+a.Dissent)
	}
	return lines
}

// questionChoices are the rungs as whole sentences, and what may be said instead. The
// earlier answer is marked unless it is to be covered.
func questionChoices(q *questions.Question, old string, covered bool) []choice {
	var choices []choice
	for level, rung := range q.Rungs {
		digit := strconv.Itoa(level)
		choices = append(choices, choice{value: digit, label: rung, key: digit})
	}
	choices = append(choices, choice{value: dontKnow, label: "I don't know.", key: "d"})
	if q.NotApplicable {
		choices = append(choices, choice{value: notApplicable, label: "This does not apply to us.", key: "n"})
	}
	for i := range choices {
		if choices[i].value == old && !covered {
			choices[i].label += yourAnswer
		}
	}
	return choices
}

const yourAnswer = " (your answer)"

// uncover shows the answer of last time on a page that covered it.
func (f *flow) uncover() {
	p := f.page
	if !p.covered {
		return
	}
	p.covered = false
	f.notice = "There is no answer yet."
	for i := range p.choices {
		if p.choices[i].value == p.value {
			p.choices[i].label += yourAnswer
			f.notice = ""
		}
	}
}

// choiceOf is the choice that an answer was given with, or empty.
func choiceOf(a planfile.Answer) string {
	switch a.State() {
	case planfile.AtLevel:
		return strconv.Itoa(*a.Level)
	case planfile.DontKnow:
		return dontKnow
	case planfile.NotApplicable:
		return notApplicable
	}
	return ""
}

func whyOf(q *questions.Question) []string {
	var why []string
	if q.Why != "" {
		why = append(why, q.Why)
	}
	if q.Proof != "" {
		why = append(why, "What would show it: "+q.Proof)
	}
	return why
}

// answerWith saves a level at once. The other choices are saved with what is
// asked next.
func (f *flow) answerWith(step Step, value string) error {
	switch {
	case value == dontKnow && f.opts.Sheet:
		return f.saveAndGo(step, planfile.Answer{Unknown: planfile.NobodyYet})
	case value == notApplicable && f.opts.Sheet:
		return f.saveAndGo(step, planfile.Answer{NotApplicable: "does not apply to us"})
	case value == dontKnow:
		f.show(f.whoPage(step))
		return nil
	case value == notApplicable:
		f.show(f.whyNotPage(step))
		return nil
	}
	level, err := strconv.Atoi(value)
	if err != nil || level < 0 || level > questions.MaxLevel {
		return errors.New("choose one of the lines")
	}
	return f.answerLevel(step, level)
}

// carried is the answer with what is kept of it whatever is answered now. Of one to
// the question as it was, that is what somebody noted, and the evidence is offered.
func (f *flow) carried(step Step) planfile.Answer {
	a := f.answer(step)
	if earlier := f.store.Plan().Earlier[step.Question.ID]; a.State() == planfile.Blank && earlier.State() != planfile.Blank {
		a.Note, a.Dissent, a.Evidence = earlier.Note, earlier.Dissent, earlier.Evidence
	}
	return a
}

// answerLevel saves the level before anything is asked about it, so that
// stopping there loses nothing.
func (f *flow) answerLevel(step Step, level int) error {
	old := f.carried(step)
	a := f.agreed(old, level)
	a.Evidence = f.evidenceFor(step, old, level)
	if err := f.save(step, a); err != nil {
		return err
	}
	gone := f.setAside(step, old, level)
	if level < needsEvidence || f.opts.Sheet {
		f.next()
	} else if offered := a.Evidence; offered != nil {
		f.show(f.evidencePage(step, offered))
	} else {
		f.show(f.evidencePage(step, old.Evidence))
	}
	if gone != "" {
		f.notice = gone
	}
	return nil
}

// whoPage asks who would know. Nothing is saved before there is a name.
func (f *flow) whoPage(step Step) *page {
	old := f.carried(step)
	p := f.followUp(step, "who", &page{
		ask:   "Who would know?",
		hint:  `A name, or a role. Write "nobody yet" if no name comes to mind.`,
		value: old.Unknown,
		accept: needed(`write who would know, or "nobody yet"`, func(who string) error {
			return f.saveAndGo(step, planfile.Answer{Unknown: who})
		}),
	})
	return f.naming(p, f.people(), choice{value: planfile.NobodyYet, label: "Nobody yet."})
}

// whyNotPage asks for the reason that goes with "not applicable".
func (f *flow) whyNotPage(step Step) *page {
	old := f.carried(step)
	return f.followUp(step, "why not", &page{
		ask:   "Why does it not apply?",
		hint:  "One sentence that somebody who reads the report will follow.",
		value: old.NotApplicable,
		accept: needed("write in a few words why it does not apply", func(why string) error {
			return f.saveAndGo(step, planfile.Answer{NotApplicable: why})
		}),
	})
}

// followUp makes p a typed page from which the ways back lead to the question.
func (f *flow) followUp(step Step, name string, p *page) *page {
	p.id = keyOf(step) + " " + name
	p.typed = true
	p.about = step.Question.Ask
	p.why = whyOf(step.Question)
	p.step = &step
	p.back = func() { f.show(f.questionPage(step)) }
	p.leave = p.back
	p.skip = f.nextStep
	return p
}

// needed refuses an empty text, and otherwise hands it on without the space
// around it.
func needed(missing string, accept func(string) error) func(string) error {
	return func(value string) error {
		if value = strings.TrimSpace(value); value == "" {
			return errors.New(missing)
		}
		return accept(value)
	}
}

// saveAndGo turns the page only when the answer is saved, with what is noted on the
// question by then.
func (f *flow) saveAndGo(step Step, a planfile.Answer) error {
	old := f.answer(step)
	noted := f.carried(step)
	a.Note, a.Dissent = noted.Note, noted.Dissent
	if err := f.save(step, a); err != nil {
		return err
	}
	gone := ""
	if a.Level == nil {
		gone = f.setAside(step, old, -1)
	}
	f.next()
	if gone != "" {
		f.notice = gone
	}
	return nil
}
