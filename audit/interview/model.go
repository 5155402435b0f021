package interview

import (
	"os"

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
	scroll        int    // the first line of it that is shown
	outcome       *Outcome
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

// keys takes apart the letters that a fast typist has sent in one piece, which
// in a list are one key each.
func (m *model) keys(msg tea.KeyMsg) tea.Cmd {
	if m.flow.page.typed || msg.Paste || len(msg.Runes) < 2 {
		return m.key(msg)
	}
	var cmds []tea.Cmd
	for _, r := range msg.Runes {
		cmds = append(cmds, m.key(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}))
	}
	return tea.Batch(cmds...)
}

func (m *model) key(msg tea.KeyMsg) tea.Cmd {
	act := actionOf(msg.String(), m.flow.page.typed)
	switch {
	case m.outcome != nil:
		return nil
	case act == stop:
		return m.end(Stopped, os.Interrupt)
	case m.tooSmall():
		return nil // nobody answers what is not shown
	case m.help:
		m.readOn(msg.String())
		return nil
	case act == inside:
		m.wrong = ""
		return m.widget.update(msg)
	}
	return m.act(act)
}

func (m *model) act(act action) tea.Cmd {
	m.wrong = ""
	var err error
	switch act {
	case enter:
		err = m.flow.accept(m.widget.value())
	case skip:
		err = m.flow.skip()
	case back:
		m.flow.back()
	case leave:
		m.flow.leave()
	case explain:
		m.help, m.scroll = true, 0
	}
	if err != nil {
		m.wrong = sentence(err.Error())
	}
	if m.flow.finished {
		return m.end(Finished, nil)
	}
	return m.turn()
}

// turn gives the flow's page its widget when it has none yet.
func (m *model) turn() tea.Cmd {
	if m.widget.page == m.flow.page {
		return nil
	}
	m.widget = newWidget(m.flow.page, m.styles)
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
		o := m.flow.outcome(end)
		o.Signal = signal
		m.outcome = &o
	}
	return tea.Quit
}

// readOn moves through the page that explains, or closes it.
func (m *model) readOn(key string) {
	switch key {
	case "down", "j":
		m.scroll++
	case "up", "k":
		m.scroll--
	case "pgdown", " ":
		m.scroll += m.helpRows()
	case "pgup":
		m.scroll -= m.helpRows()
	default:
		m.help = false
	}
	last := max(0, len(m.helpLines())-m.helpRows())
	m.scroll = min(max(m.scroll, 0), last)
}
