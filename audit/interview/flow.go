package interview

import (
	"errors"
	"fmt"
	"time"

	"forewarn/audit/planfile"
)

// flow leads from page to page and saves on the way. It is driven by accept,
// back, skip and leave, one at a time.
type flow struct {
	store Store
	opts  Options
	steps []Step
	at    int    // the step that is shown; len(steps) is the end
	seen  []bool // the steps shown in this run: going on after going back stops at them

	page     *page
	notice   string // what has just happened, when the page does not show it
	answered map[string]bool
	pace     pace
	finished bool
}

func newFlow(store Store, opts Options) *flow {
	if opts.Now == nil {
		opts.Now = time.Now
	}
	steps := Steps(opts.Bank, store.Plan(), opts)
	f := &flow{
		store: store, opts: opts, steps: steps, seen: make([]bool, len(steps)),
		answered: map[string]bool{}, pace: pace{now: opts.Now},
	}
	f.open(NextDue(steps, 0))
	return f
}

// accept gives the page's answer. When it returns an error nothing was saved,
// and the page stays.
func (f *flow) accept(value string) error {
	f.notice = ""
	return f.page.accept(value)
}

// back returns to the page before.
func (f *flow) back() {
	f.notice = ""
	f.page.back()
}

// skip leaves the page without an answer.
func (f *flow) skip() error {
	f.notice = ""
	if f.page.skip == nil {
		return errors.New("this page cannot be skipped")
	}
	return f.page.skip()
}

// leave goes out of a form, where there is one to go out of.
func (f *flow) leave() {
	f.notice = ""
	if f.page.leave != nil {
		f.page.leave()
	}
}

// open shows step i.
func (f *flow) open(i int) {
	f.at = i
	if i >= len(f.steps) {
		f.page = f.endPage()
		return
	}
	f.seen[i] = true
	f.pace.start()
	step := f.steps[i]
	switch {
	case step.Question != nil:
		f.page = f.questionPage(step)
	case step.Field != nil:
		f.page = f.factPage(step)
	default:
		f.page = f.menuPage(step)
	}
}

// next goes on to what is still due, or to what going back had left behind.
func (f *flow) next() {
	i := f.at + 1
	for i < len(f.steps) && !f.steps[i].Due && !f.seen[i] {
		i++
	}
	f.open(i)
}

// nextStep is next for where saving could go wrong, but nothing is saved.
func (f *flow) nextStep() error {
	f.next()
	return nil
}

// previous goes to the step before, whether it was due in this run or not: that
// is how an answer of an earlier run is changed.
func (f *flow) previous() {
	if f.at == 0 {
		f.notice = "This is the first question."
		return
	}
	f.open(f.at - 1)
}

// show turns to a page inside the step that is shown.
func (f *flow) show(p *page) { f.page = p }

// save writes an answer, dated today.
func (f *flow) save(step Step, a planfile.Answer) error {
	a.On = f.opts.AsOf.Day
	if err := f.store.SetAnswer(step.Questionnaire.ID, step.Question.ID, a); err != nil {
		return err
	}
	if !f.answered[step.Question.ID] {
		f.answered[step.Question.ID] = true
		f.pace.stop()
	}
	return nil
}

// answer is what the plan says to a step's question.
func (f *flow) answer(step Step) planfile.Answer {
	return f.store.Plan().Answer(step.Questionnaire.ID, step.Question.ID)
}

// outcome counts what the run has done.
func (f *flow) outcome(end End) Outcome {
	o := Outcome{End: end, Answered: len(f.answered)}
	for _, step := range f.steps {
		if step.Question != nil && f.answer(step).State() == planfile.Blank {
			o.Open++
		}
	}
	return o
}

// where names the part of the interview that the page belongs to, and how far
// it is.
func (f *flow) where() []string {
	var parts []string
	if f.at < len(f.steps) && f.steps[f.at].Questionnaire != nil {
		parts = append(parts, f.steps[f.at].Questionnaire.Title)
	}
	if f.page.where != "" {
		parts = append(parts, f.page.where)
	}
	return append(parts, f.progress()...)
}

// progress says how far the questions are, and how long the rest may take.
func (f *flow) progress() []string {
	number, total, left := 0, 0, 0
	for i, step := range f.steps {
		if step.Question == nil {
			continue
		}
		total++
		if i <= f.at {
			number++
		}
		if i >= f.at && (step.Due || f.seen[i]) && !f.answered[step.Question.ID] {
			left++
		}
	}
	if f.at >= len(f.steps) || f.steps[f.at].Question == nil {
		return nil
	}
	parts := []string{fmt.Sprintf("%d of %d", number, total)}
	if rest := f.pace.left(left); rest != "" {
		parts = append(parts, rest)
	}
	return parts
}
