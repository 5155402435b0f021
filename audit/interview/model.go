package interview

import (
	"os"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	_ "forewarn/audit/interview/quiet"
)

// model shows a flow in a terminal. It handles every key that turns a page by
// itself and at once: huh's own way between fields runs through messages that
// a fast typist overtakes.
type model struct {
	flow   *flow
	styles theme
	widget widget

	width, height int
	wrong         string // why the answer was not taken
	help          bool   // the page that explains is open
	scroll        int    // the first line that is shown of it, or of a page that is only read
	outcome       *Outcome
	pause         func() // lets the shell have the terminal; nil where that is not done
}

// newModel returns a model at the first thing that is due.
func newModel(store Store, opts Options) *model {
	return &model{flow: newFlow(store, opts), styles: newTheme(opts.Colour)}
}

// signalMsg tells the model that a signal asked the program to end.
type signalMsg struct{ signal os.Signal }

// Init implements tea.Model.
func (m *model) Init() tea.Cmd { return m.turn() }

// Update implements tea.Model.
func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case signalMsg:
		return m, m.end(Signalled, msg.signal)
	case tea.WindowSizeMsg:
		m.resize(msg.Width, msg.Height)
		return m, nil
	case tea.KeyMsg:
		return m, m.keys(msg)
	}
	return m, m.widget.update(msg)
}

// keys takes apart the letters that came in one piece: in a list they are one key
// each, and in a text some of them could be taken for the name of a key. What is
// pasted on a list means nothing.
func (m *model) keys(msg tea.KeyMsg) tea.Cmd {
	p := m.flow.page
	switch {
	case msg.Type != tea.KeyRunes:
		return m.key(msg)
	case msg.Paste && !p.typed && p.write == nil:
		return nil
	}
	var cmds []tea.Cmd
	if p.write != nil && !m.tooSmall() && !m.help && m.outcome == nil && !msg.Alt {
		p.write()
		cmds = append(cmds, m.turn())
	}
	for _, r := range msg.Runes {
		cmds = append(cmds, m.key(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}, Alt: msg.Alt}))
	}
	return tea.Batch(cmds...)
}

func (m *model) key(msg tea.KeyMsg) tea.Cmd {
	act := actionOf(msg, m.flow.page)
	switch {
	case m.outcome != nil:
		return nil
	case act == stop:
		return m.end(Stopped, os.Interrupt)
	case act == pause:
		return m.suspend()
	case m.tooSmall():
		return nil // nobody answers what is not shown
	case m.help:
		if !m.scrolled(msg, m.helpLines(), m.helpRows()) {
			m.help, m.scroll = false, 0
		}
		return nil
	case act == inside:
		return m.inside(msg)
	}
	return m.act(act)
}

// suspend lets the shell have the terminal until it gives it back.
func (m *model) suspend() tea.Cmd {
	if m.pause == nil {
		return nil
	}
	return func() tea.Msg {
		m.pause()
		return nil
	}
}

// inside gives a key to what it moves in: the lines of a page that is only read, the
// filter of a list, or the answer.
func (m *model) inside(msg tea.KeyMsg) tea.Cmd {
	m.wrong = ""
	p := m.flow.page
	switch {
	case !p.asks() && p.filter == nil:
		m.scrolled(msg, m.bodyLines(), m.bodyRows())
		return nil
	case p.filter != nil && m.filtered(msg):
		return m.turn()
	case p.rungs && m.jumped(msg):
		return m.turn()
	}
	if msg.Type == tea.KeyRunes && !p.typed && !moves(msg) {
		m.wrong = sentence(howToMove(p))
		return nil
	}
	p.covered = false // who moves has seen the lines
	return m.widget.update(msg)
}

// jumped moves to the line that a digit stands for.
func (m *model) jumped(msg tea.KeyMsg) bool {
	p := m.flow.page
	if msg.Type != tea.KeyRunes || msg.Alt {
		return false
	}
	i := slices.IndexFunc(p.choices, func(c choice) bool { return c.key == string(msg.Runes) && isDigit(c.key) })
	if i < 0 {
		return false
	}
	p.begun, p.covered = p.choices[i].value, false
	m.widget = widget{}
	return true
}

// filtered narrows a list by what is typed on it.
func (m *model) filtered(msg tea.KeyMsg) bool {
	filter := m.flow.page.filter
	text := filter.text
	switch {
	case msg.Type == tea.KeyRunes && !msg.Alt:
		text += string(msg.Runes)
	case msg.Type == tea.KeySpace && text != "":
		text += " "
	case msg.Type == tea.KeyBackspace && text != "":
		runes := []rune(text)
		text = string(runes[:len(runes)-1])
	default:
		return false
	}
	m.flow.page = filter.narrow(text)
	return true
}

func (m *model) act(act action) tea.Cmd {
	m.wrong = ""
	value := m.widget.value()
	var err error
	switch act {
	case enter:
		err = m.accept(value)
	case skip:
		err = m.flow.skip(value)
	case back:
		m.flow.back(value)
	case leave:
		m.flow.leave(value)
	case explain:
		m.help, m.scroll = true, 0
	case note:
		m.flow.note(value)
	case dissent:
		m.flow.dissent(value)
	case overview:
		m.flow.overview(value)
	case sheets:
		m.flow.showSheets()
		m.widget = widget{}
	case reveal:
		m.flow.uncover()
		m.widget = widget{}
	}
	if err != nil {
		m.wrong = sentence(err.Error())
	}
	if m.flow.finished {
		return m.end(Finished, nil)
	}
	return m.turn()
}

// accept gives an answer, once there is a line to choose.
func (m *model) accept(value string) error {
	p := m.flow.page
	switch {
	case p.covered:
		return errChooseFirst
	case p.filter != nil && len(p.choices) == 0:
		return errNothingFound
	}
	return m.flow.accept(value)
}

// turn gives the flow's page its widget when it has none yet.
func (m *model) turn() tea.Cmd {
	if m.widget.page == m.flow.page {
		return nil
	}
	m.widget, m.scroll = newWidget(m.flow.page, m.styles), 0
	cmd := m.widget.focus()
	m.fit()
	return cmd
}

// resize takes over the size of the terminal, or what is usual where it does
// not tell.
func (m *model) resize(width, height int) {
	if width <= 0 || height <= 0 {
		width, height = 80, 24
	}
	m.width, m.height = width, height
	m.fit()
}

// fit gives the widget the width of the screen, once that is known.
func (m *model) fit() {
	if m.width > 0 {
		m.widget.resize(m.textWidth() - len(mark))
	}
}

// end notes the outcome and ends the program. What ended it first counts.
func (m *model) end(end End, signal os.Signal) tea.Cmd {
	if m.outcome == nil {
		o := m.flow.outcome(end, m.widget.value())
		o.Signal = signal
		m.outcome = &o
	}
	return tea.Quit
}

// scrolled moves through lines of which so many are shown, and reports whether the key
// is one that moves.
func (m *model) scrolled(msg tea.KeyMsg, lines []string, rows int) bool {
	switch name := msg.String(); {
	case msg.Type == tea.KeyDown, name == "j":
		m.scroll++
	case msg.Type == tea.KeyUp, name == "k":
		m.scroll--
	case msg.Type == tea.KeyPgDown, msg.Type == tea.KeySpace:
		m.scroll += rows
	case msg.Type == tea.KeyPgUp:
		m.scroll -= rows
	case msg.Type == tea.KeyHome:
		m.scroll = 0
	case msg.Type == tea.KeyEnd:
		m.scroll = len(lines)
	default:
		return false
	}
	m.scroll = min(max(m.scroll, 0), max(0, len(lines)-rows))
	return true
}
