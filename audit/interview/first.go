package interview

import (
	"fmt"

	"forewarn/audit/planfile"
)

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
	total, known := f.inThisRun()
	switch {
	case known == 0 && f.opts.Sheet:
		p.ask = "How do you see it?"
		p.body = []string{
			fmt.Sprintf("This asks you %s about the initiative. It takes about %s. Answer for yourself: your sheet has no name, and is counted with those of the others.", inFull(total), minutes(total)),
			"Each question has five lines, from 0 to 4. " + howToChoose + " You may also say that you don't know, or leave a question open.",
			f.whereKept(),
		}
	case known == 0:
		p.ask = "How ready is it?"
		p.body = []string{
			fmt.Sprintf("This asks %s about your initiative, and for the few lists that they rest on. It takes about %s.", inFull(total), minutes(total)),
			"Each question has five lines, from 0 to 4. " + howToChoose + " You may also say that you don't know.",
			f.whereKept(),
		}
	case f.opts.Again:
		p.ask = fmt.Sprintf("%d of %d questions are answered, and all are asked again.", known, total)
		if known == total {
			p.ask = fmt.Sprintf("All %d questions are answered, and asked again.", total)
		}
		p.body = []string{f.nextUp("It begins with"), f.keepsAnswer(), fmt.Sprintf("It takes about %s.", minutes(total)), f.whereKept()}
	default:
		p.ask = fmt.Sprintf("%d of %d questions are answered.", known, total)
		p.body = []string{f.nextUp("Here is the next"), fmt.Sprintf("The rest takes about %s.", minutes(max(1, f.left()))), f.whereKept()}
	}
	if f.opts.Present {
		p.body = append(p.body, "On this screen stand a question and its lines, and nothing else. The digits 0 to 4 and the arrows move, Enter saves, r shows the answer of last time, and ? lists all keys.")
	}
	return p
}

// inThisRun counts the questions that are asked in this run, and those of them that have
// an answer.
func (f *flow) inThisRun() (total, known int) {
	for _, step := range f.steps {
		if step.Question == nil {
			continue
		}
		total++
		if f.answer(step).State() != planfile.Blank {
			known++
		}
	}
	return total, known
}

// keepsAnswer says how an answer of last time is kept, as long as it is shown.
func (f *flow) keepsAnswer() string {
	if f.opts.Present {
		return "An answer stays as it is until another is chosen: Tab leaves it so."
	}
	return "The answer of last time is selected, and Enter keeps it."
}

// nextUp names what comes next; a question with these words before it.
func (f *flow) nextUp(before string) string {
	step := f.steps[f.at]
	switch {
	case step.Question != nil && !f.opts.Again && f.opts.owesEvidence(f.answer(step)):
		return fmt.Sprintf("Next is what stands behind an answer: “%s”", step.Question.Ask)
	case step.Question != nil:
		return fmt.Sprintf("%s: “%s”", before, step.Question.Ask)
	case step.Field != nil:
		return fmt.Sprintf("Next: “%s”", step.Field.Ask)
	}
	return fmt.Sprintf("Next are your records: %s.", step.Record.Title)
}

// inFull is a number of questions with its noun.
func inFull(questions int) string {
	if questions == 1 {
		return "1 question"
	}
	return fmt.Sprintf("%d questions", questions)
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
