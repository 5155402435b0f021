package interview

import "fmt"

// secondsAQuestion is how long people take for a question and the records around it,
// before anything is known of those who answer now.
const secondsAQuestion = 75

// firstPage says what this is and where it is kept, or how far it has come.
func (f *flow) firstPage() *page {
	p := &page{where: "forewarn", apart: true, back: func() { f.notice = "This is the first page." }}
	p.accept = func(string) error {
		f.open(f.at)
		return nil
	}
	p.skip = func() error { return p.accept("") }
	total, known := len(f.counted()), f.known()
	if known == 0 {
		p.ask = "How ready is it?"
		p.body = []string{
			fmt.Sprintf("This asks %d questions about your initiative, and for the few lists that they rest on. It takes about %s.", total, minutes(total)),
			"Each question has five lines, from 0 to 4. " + howToChoose + " You may also say that you don't know.",
			f.whereKept(),
		}
	} else {
		p.ask = fmt.Sprintf("%d of %d questions are answered.", known, total)
		p.body = []string{f.nextUp(), fmt.Sprintf("The rest takes about %s.", minutes(max(1, f.left()))), f.whereKept()}
	}
	if f.opts.Present {
		p.body = append(p.body, "On this screen stand a question and its lines, and nothing else. The digits 0 to 4 and the arrows move, Enter saves, r shows the answer of last time, and ? lists all keys.")
	}
	return p
}

// nextUp names what comes next.
func (f *flow) nextUp() string {
	step := f.steps[f.at]
	switch {
	case step.Question != nil && owesEvidence(f.answer(step)):
		return fmt.Sprintf("Next is what stands behind an answer: “%s”", step.Question.Ask)
	case step.Question != nil:
		return fmt.Sprintf("Here is the next: “%s”", step.Question.Ask)
	case step.Field != nil:
		return fmt.Sprintf("Next: “%s”", step.Field.Ask)
	}
	return fmt.Sprintf("Next are your records: %s.", step.Record.Title)
}

func (f *flow) whereKept() string {
	const stop = "You may stop at any time and go on later."
	if f.opts.File == "" {
		return stop
	}
	return fmt.Sprintf("Every answer is saved at once, in %s. %s", f.opts.File, stop)
}

// minutes words the time that so many questions take, in steps of five minutes.
func minutes(questions int) string {
	n := (questions*secondsAQuestion + 299) / 300 * 5
	return fmt.Sprintf("%d minutes", n)
}
