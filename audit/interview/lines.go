package interview

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// RunLines holds the interview line by line, for screen readers and for
// answers that come from a file. It writes no escape sequences. When the input
// ends it returns ErrInputEnded, and another error when too many lines in a
// row were no answers; what was answered until then is saved, and nothing
// else.
func RunLines(store Store, opts Options, in io.Reader, out io.Writer) (Outcome, error) {
	return prompting(newFlow(store, opts), in, out)
}

// prompting shows a flow line by line until it ends.
func prompting(f *flow, in io.Reader, out io.Writer) (Outcome, error) {
	l := &prompter{
		flow:    f,
		in:      bufio.NewReaderSize(in, longestLine),
		out:     &audience{w: out},
		signals: make(chan os.Signal, 1),
	}
	stopListening := onSignal(func(s os.Signal) { l.signals <- s })
	defer stopListening()
	return l.run()
}

// mostWrong is how many lines in a row may fail to be an answer. It ends an
// interview whose input answers other questions, or never ends.
const mostWrong = 5

// errAsked is how reading ends when somebody asked to stop.
var errAsked = errors.New("asked to stop")

// prompter shows a flow as lines.
type prompter struct {
	flow    *flow
	in      *bufio.Reader
	out     *audience
	signals chan os.Signal
	signal  os.Signal // the one that came
	wrong   int       // lines in a row that were no answer
}

func (l *prompter) run() (Outcome, error) {
	l.say("Type the number of an answer, or one of the letters in brackets. Each answer is saved at once.")
	l.say("Where there is an answer already, an empty line keeps it and a single hyphen removes it.")
	for l.flow.at < len(l.flow.steps) || l.flow.apart && !l.flow.finished {
		if err := l.turn(); err != nil {
			return l.ended(err)
		}
	}
	if !l.flow.apart {
		l.show(l.flow.page)
	}
	return l.flow.outcome(Finished, ""), nil
}

func (l *prompter) ended(err error) (Outcome, error) {
	o := l.flow.outcome(Stopped, "")
	o.Unseen = l.out.err != nil
	if !errors.Is(err, errAsked) {
		return o, err
	}
	if o.Signal = l.signal; o.Signal != nil && o.Signal != os.Interrupt {
		o.End = Signalled
	}
	return o, nil
}

// turn shows the page and takes lines until it is another one.
func (l *prompter) turn() error {
	p := l.flow.page
	l.show(p)
	if !p.asks() && p.filter == nil { // it is only read
		return l.flow.accept("")
	}
	for l.flow.page == p && !l.flow.finished {
		line, err := l.read(prompt(p))
		if err != nil {
			return err
		}
		if err := l.take(p, line); err != nil {
			if err := l.refuse(line, err); err != nil {
				return err
			}
			continue
		}
		l.wrong = 0
		l.say(l.flow.notice)
	}
	return nil
}

// refuse says why a line was not taken, and gives up after too many of them.
func (l *prompter) refuse(line string, why error) error {
	if errors.Is(why, errAsked) {
		return why
	}
	if l.wrong++; l.wrong == mostWrong {
		return fmt.Errorf("reading the answers: %d lines in a row could not be taken, the last one was %q: %w", mostWrong, line, why)
	}
	l.say("Not taken: " + why.Error() + ".")
	return nil
}

// take gives a line to the flow: a command, or an answer.
func (l *prompter) take(p *page, line string) error {
	switch commandIn(p, line) {
	case stop:
		return errAsked
	case back:
		l.flow.back("")
	case skip:
		return l.flow.skip("")
	case leave:
		l.flow.leave("")
	case sheets:
		l.flow.showSheets()
		l.show(p)
	case note:
		l.flow.note("")
	case dissent:
		l.flow.dissent("")
	case overview:
		l.flow.overview("")
	case explain:
		for _, paragraph := range p.why {
			l.say(paragraph)
		}
	default:
		if words, ok := sought(p, line); ok {
			return l.narrow(p, words)
		}
		value, err := answerIn(p, line)
		if err != nil {
			return err
		}
		return l.flow.accept(value)
	}
	return nil
}

// narrow shows the choices alone that have these words.
func (l *prompter) narrow(p *page, words string) error {
	found := p.filter.narrow(words)
	if len(found.choices) == 0 {
		return errNothingFound
	}
	l.flow.page = found
	return nil
}

func (l *prompter) show(p *page) {
	fmt.Fprintln(l.out)
	l.say(strings.Join(l.flow.where(), ", "))
	l.say(p.changed)
	l.say(p.ask)
	l.say(sentence(p.hint))
	if p.filter != nil && p.filter.text != "" {
		l.say("A single hyphen shows everything again.")
	}
	for _, line := range p.body {
		l.say(line)
	}
	for i, c := range p.choices {
		l.say(c.group)
		l.say(name(i, c) + ". " + c.label)
	}
	for _, line := range p.standing {
		l.say(line)
	}
	if kept := keptBy(p); kept != "" {
		l.say("An empty line means: " + kept)
	}
}

// say writes one line, and nothing for an empty text.
func (l *prompter) say(text string) {
	if text != "" {
		fmt.Fprintln(l.out, oneLine(text))
	}
}
