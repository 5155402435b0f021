package interview

import (
	"errors"
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

// needsEvidence is the lowest level that counts only with something behind it.
const needsEvidence = 3

func (f *flow) questionPage(step Step) *page {
	q := step.Question
	old := f.answer(step)
	value := choiceOf(old)
	return &page{
		changed: f.earlier(step),
		ask:     q.Ask,
		hint:    "Choose the last line in which every word is true today.",
		why:     whyOf(q),
		choices: questionChoices(q, value),
		value:   value,
		accept:  func(value string) error { return f.answerWith(step, value) },
		back:    f.previous,
		skip:    f.nextStep,
	}
}

// earlier quotes the answer to the question as it was before it changed.
func (f *flow) earlier(step Step) string {
	old := f.store.Plan().Earlier[step.Question.ID]
	if old.State() == planfile.Blank {
		return ""
	}
	says := "This question has changed. To the earlier one you answered: " + old.InShort()
	switch e := old.Evidence; {
	case e == nil:
	case e.Vouched != "":
		says += ", and " + e.Vouched + " vouched for it"
	default:
		says += ", shown by " + e.Shown
	}
	if old.Note != "" {
		says += " (" + old.Note + ")"
	}
	return says + "."
}

// questionChoices are the rungs as whole sentences, without their numbers, and
// what may be said instead.
func questionChoices(q *questions.Question, old string) []choice {
	var choices []choice
	for level, rung := range q.Rungs {
		choices = append(choices, choice{value: strconv.Itoa(level), label: rung})
	}
	choices = append(choices, choice{value: dontKnow, label: "I don't know.", key: "d"})
	if q.NotApplicable {
		choices = append(choices, choice{value: notApplicable, label: "This does not apply to us.", key: "n"})
	}
	for i := range choices {
		if choices[i].value == old {
			choices[i].label += " (your answer)"
		}
	}
	return choices
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
	switch value {
	case dontKnow:
		f.show(f.whoPage(step))
		return nil
	case notApplicable:
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
	if a.State() == planfile.Blank {
		earlier := f.store.Plan().Earlier[step.Question.ID]
		a.Note, a.Evidence = earlier.Note, earlier.Evidence
	}
	return a
}

// answerLevel saves the level before anything is asked about it, so that
// stopping there loses nothing.
func (f *flow) answerLevel(step Step, level int) error {
	old := f.carried(step)
	a := planfile.Answer{Level: &level, Note: old.Note}
	if old.Level != nil && *old.Level == level {
		a.Evidence = old.Evidence
	}
	if err := f.save(step, a); err != nil {
		return err
	}
	if level < needsEvidence {
		f.next()
		return nil
	}
	f.show(f.evidencePage(step, old.Evidence))
	return nil
}

// whoPage asks who would know. Nothing is saved before there is a name.
func (f *flow) whoPage(step Step) *page {
	old := f.carried(step)
	return f.followUp(step, &page{
		ask:   "Who would know?",
		hint:  `A name, or a role. Write "nobody yet" if no name comes to mind.`,
		value: old.Unknown,
		accept: needed(`write who would know, or "nobody yet"`, func(who string) error {
			return f.saveAndGo(step, planfile.Answer{Unknown: who, Note: old.Note})
		}),
	})
}

// whyNotPage asks for the reason that goes with "not applicable".
func (f *flow) whyNotPage(step Step) *page {
	old := f.carried(step)
	return f.followUp(step, &page{
		ask:   "Why does it not apply?",
		hint:  "One sentence that somebody who reads the report will follow.",
		value: old.NotApplicable,
		accept: needed("write in a few words why it does not apply", func(why string) error {
			return f.saveAndGo(step, planfile.Answer{NotApplicable: why, Note: old.Note})
		}),
	})
}

// followUp makes p a typed page from which the ways back lead to the question.
func (f *flow) followUp(step Step, p *page) *page {
	p.typed = true
	p.about = step.Question.Ask
	p.why = whyOf(step.Question)
	p.back = func() { f.open(f.at) }
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

// saveAndGo turns the page only when the answer is saved.
func (f *flow) saveAndGo(step Step, a planfile.Answer) error {
	if err := f.save(step, a); err != nil {
		return err
	}
	f.next()
	return nil
}
