package interview

import (
	"errors"
	"time"

	"forewarn/audit/planfile"
)

// flow leads from page to page and saves on the way. It is driven by accept,
// back, skip, leave and what the overview and the remarks add, one at a time.
type flow struct {
	store       *watched
	opts        Options
	steps       []Step
	at          int    // the step that is shown; len(steps) is the end
	savedBefore int    // how much was saved in this run when the step was opened
	seen        []bool // the steps shown in this run: going on after going back stops at them

	page     *page
	notice   string // what has just happened, when the page does not show it
	answered map[string]bool
	pace     pace
	finished bool
	apart    bool         // it has pages of its own in place of steps, and no overview of them
	last     func() *page // behind the last step

	kept     kept             // what is half done
	detour   *detour          // where the overview leads back to; nil when nobody came by it
	evidence map[rung]support // what was given for a rung that is no longer chosen
	declined map[string]bool  // questions whose answer stays below what the records bear out
	changes  changes
	yielded  bool // what somebody else has written was kept in place of something given here
}

func newFlow(store Store, opts Options) *flow {
	if opts.Now == nil {
		opts.Now = time.Now
	}
	if opts.HasFile == nil {
		opts.HasFile = func(string) bool { return true }
	}
	if opts.Sheet {
		opts.Forms = nil // which takes away facts and records
	}
	steps := Steps(opts.Bank, store.Plan(), opts)
	f := &flow{
		store: &watched{Store: store}, opts: opts, steps: steps, seen: make([]bool, len(steps)),
		answered: map[string]bool{}, pace: pace{now: opts.Now},
		kept: newKept(), evidence: map[rung]support{}, declined: map[string]bool{}, changes: changes{},
	}
	f.last = f.endPage
	f.begin()
	return f
}

// begin shows the first page, and behind it the step that is asked for, or else the
// first that is due.
func (f *flow) begin() {
	first := NextDue(f.steps, 0)
	for i, step := range f.steps {
		if step.Question != nil && step.Question.ID == f.opts.At {
			f.openAnew(i)
			return
		}
	}
	if first == len(f.steps) {
		f.open(first)
		return
	}
	f.at = first
	f.show(f.firstPage())
}

// accept gives the page's answer. When it returns an error nothing was saved,
// and the page stays.
func (f *flow) accept(value string) error {
	f.notice = ""
	p := f.page
	if p.doubt != nil && value != p.doubted {
		if why := p.doubt(value); why != "" {
			p.doubted = value
			return doubtError(why)
		}
	}
	if p.disputed != nil {
		f.show(f.conflictPage(p, value, p.disputed))
		return nil
	}
	before := f.store.saved
	err := p.accept(value)
	if err == nil && f.store.saved == before && !p.typed { // what follows may still lead back
		f.kept.page(p, value)
		return nil
	}
	return f.settle(p, value, err)
}

// doubtError says why an answer may be wrong; the same answer once more is taken.
type doubtError string

func (e doubtError) Error() string { return string(e) }

// settle takes what came of an answer: it is no longer half done, or others have
// changed the same, or it could not be saved.
func (f *flow) settle(p *page, value string, err error) error {
	var conflict *planfile.ConflictError
	if errors.As(err, &conflict) {
		f.show(f.conflictPage(p, value, conflict))
		return nil
	}
	switch {
	case err == nil:
		f.kept.forget(p)
	case f.store.err != nil && errors.Is(err, f.store.err):
		if !p.drafted {
			f.kept.fail(p, value, err)
		}
	}
	return err
}

// back returns to the page before. What stands on this one is kept as it is.
func (f *flow) back(value string) {
	f.notice = ""
	f.kept.page(f.page, value)
	f.page.back()
}

// skip leaves the page without an answer.
func (f *flow) skip(value string) error {
	f.notice = ""
	if f.page.skip == nil {
		return errors.New("this page cannot be skipped")
	}
	f.kept.page(f.page, value)
	p := f.page
	if p.disputed != nil {
		f.show(f.conflictPage(p, value, p.disputed))
		return nil
	}
	err := p.skip()
	var conflict *planfile.ConflictError
	if errors.As(err, &conflict) {
		f.show(f.conflictPage(p, value, conflict))
		return nil
	}
	return err
}

// leave goes out of a form, where there is one to go out of.
func (f *flow) leave(value string) {
	f.notice = ""
	if f.page.leave != nil {
		f.kept.page(f.page, value)
		f.page.leave()
	}
}

// open shows step i; of a question whose answer lacks its evidence, that.
func (f *flow) open(i int) {
	f.at, f.savedBefore = i, f.store.saved
	if i >= len(f.steps) {
		f.show(f.last())
		return
	}
	first := !f.seen[i]
	f.seen[i] = true
	f.pace.start()
	step := f.steps[i]
	switch {
	case step.Question != nil && first && !f.opts.Again && f.opts.owesEvidence(f.answer(step)):
		f.show(f.evidencePage(step, nil))
	case step.Question != nil:
		f.show(f.questionPage(step))
	case step.Field != nil:
		f.show(f.factPage(step))
	default:
		f.show(f.menuPage(listOf(step.Record), ""))
	}
}

// openAnew shows the page of step i, whatever its answer lacks.
func (f *flow) openAnew(i int) {
	f.seen[i] = true
	f.open(i)
}

// next goes on to what is still due, or to what going back had left behind.
func (f *flow) next() {
	if p := f.raisePage(); p != nil {
		f.show(p)
		return
	}
	f.goOn()
}

// goOn is next, without a look at what has just been given.
func (f *flow) goOn() {
	if f.detour != nil {
		f.overviewAgain()
		return
	}
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
	switch {
	case f.detour != nil:
		f.overviewAgain()
	case f.at == 0:
		f.notice = "This is the first question."
	default:
		f.openAnew(f.at - 1)
	}
}

// show turns to a page, as it was left when it was shown before.
func (f *flow) show(p *page) {
	p.own = f.opts.Sheet
	f.kept.restore(p)
	if p.leave == nil && f.detour != nil && p.step == nil {
		p.leave = f.overviewAgain
	}
	f.page = p
}

// save writes an answer, dated today.
func (f *flow) save(step Step, a planfile.Answer) error {
	a.On = f.today()
	old := f.answer(step)
	if err := f.store.SetAnswer(step.Questionnaire.ID, step.Question.ID, a); err != nil {
		return err
	}
	f.changes.note(step)
	if isLower(a, old) { // they know why, so nobody offers to raise it again
		f.declined[step.Question.ID] = true
	}
	if !f.answered[step.Question.ID] {
		f.answered[step.Question.ID] = true
		f.pace.stop()
	}
	return nil
}

// isLower reports whether an answer takes back a part of the one before.
func isLower(now, before planfile.Answer) bool {
	return now.Level != nil && before.Level != nil && *now.Level < *before.Level
}

// today is the day by which something is dated now.
func (f *flow) today() time.Time { return f.opts.Today().Day }

// answer is what the plan says to a step's question.
func (f *flow) answer(step Step) planfile.Answer {
	return f.store.Plan().Answer(step.Questionnaire.ID, step.Question.ID)
}

// outcome counts what the run has done. value is what stands on the page.
func (f *flow) outcome(end End, value string) Outcome {
	f.kept.page(f.page, value)
	o := Outcome{End: end, Answered: len(f.answered), Saved: f.store.saved, Lost: f.kept.lost(), Aside: f.kept.aside(), Yielded: f.yielded}
	for _, step := range f.steps {
		if step.Question != nil && f.answer(step).State() == planfile.Blank {
			o.Open++
		}
	}
	return o
}
