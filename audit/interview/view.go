package interview

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"forewarn/audit/printable"
)

// The smallest screen that a question and an answer fit on, and the widest
// line that reads well.
const (
	minWidth, minHeight = 30, 10
	maxText             = 96
)

// mark stands before the line under the cursor, and before a text; bullet
// before the other lines. They are equally wide.
const (
	mark   = "> "
	bullet = "- "
)

// View implements tea.Model. It fills the screen and never exceeds it.
func (m *model) View() string {
	switch {
	case m.outcome != nil, m.width == 0:
		return ""
	case m.tooSmall():
		return m.tooSmallView()
	case m.help:
		return m.helpView()
	}
	return strings.Join(m.pageView(), "\n")
}

// tooSmall reports whether a question and its answer cannot both be shown.
func (m *model) tooSmall() bool { return m.width < minWidth || m.height < minHeight }

func (m *model) tooSmallView() string {
	saved := "Your answers are saved."
	if m.flow.isUnsaved(m.widget.value()) {
		saved = "Not all you gave is saved yet."
	}
	lines := wrap(fmt.Sprintf("Please make this window larger: %d by %d at least. %s", minWidth, minHeight, saved), m.width)
	return strings.Join(lines[:min(len(lines), m.height)], "\n")
}

func (m *model) textWidth() int { return min(m.width-1, maxText) }

// pageView gives the answer what the question leaves, the texts around them
// what the answer leaves, and spends what is left then on empty lines.
func (m *model) pageView() []string {
	p := m.flow.page
	head, foot := m.head(), m.foot()
	ask := m.askLines(m.height - len(head) - len(foot))
	free := m.height - len(head) - len(ask) - len(foot)
	var hint []string
	if p.filter != nil { // how to find something in a list that is longer than the screen
		hint = m.hintLines(free / 2)
		free -= len(hint)
	}
	body := m.body(free)
	free -= len(body)
	standing := m.standing(free)
	free -= len(standing)
	if p.filter == nil {
		hint = m.hintLines(free)
		free -= len(hint)
	}
	about := m.ifRoom(cmp.Or(p.about, p.changed), free)
	free -= len(about)

	lines := make([]string, 0, m.height)
	for _, block := range [][]string{head, about, append(styled(m.styles.ask, ask), hint...), body, standing} {
		if len(lines) > 0 && len(block) > 0 && free > 0 {
			lines, free = append(lines, ""), free-1
		}
		lines = append(lines, block...)
	}
	lines = append(lines, slices.Repeat([]string{""}, free)...)
	return append(lines, foot...)
}

// hintLines are the hint, which is not for those who look at a wall.
func (m *model) hintLines(room int) []string {
	if m.flow.opts.Present && m.flow.page.rungs {
		return nil
	}
	return m.ifRoom(sentence(m.flow.page.hint), room)
}

// standing is what stands beside the answer: whole where there is room, else one after
// the other in a line, who does not agree last, else on the page that explains. On a
// wall it stands once it is asked for.
func (m *model) standing(room int) []string {
	p := m.flow.page
	if len(p.standing) == 0 || p.covered {
		return nil
	}
	for shortened := range len(p.standing) + 1 {
		var lines []string
		for i, text := range p.standing {
			if i < shortened {
				lines = append(lines, ansi.Truncate(oneLine(text), m.textWidth(), "…"))
			} else {
				lines = append(lines, wrap(text, m.textWidth())...)
			}
		}
		if len(lines) <= room {
			return styled(m.styles.quiet, lines)
		}
	}
	return nil
}

// ifRoom gives a text that can be done without when there is no room for it.
func (m *model) ifRoom(text string, room int) []string {
	lines := wrap(text, m.textWidth())
	if text == "" || len(lines) > room {
		return nil
	}
	return lines
}

// askLines are the question's. Where it and the answer do not both fit, the
// answer is kept whole and the rest of the question is on the page that
// explains.
func (m *model) askLines(room int) []string {
	const fewest = 2
	lines := wrap(m.flow.page.ask, m.textWidth())
	need := textRows
	if len(m.flow.page.choices) > 0 {
		need = len(m.choiceBlock(m.cursor(), true))
	}
	return cut(lines, max(fewest, room-need), m.textWidth())
}

// head says where in the interview the page is. On a wall it does not.
func (m *model) head() []string {
	if m.flow.opts.Present {
		return nil
	}
	return []string{m.styles.quiet.Render(ansi.Truncate(oneLine(strings.Join(m.flow.where(), " · ")), m.textWidth(), "…"))}
}

// foot tells what went wrong or has just happened, then names the keys. On a wall the
// keys are on the page that explains.
func (m *model) foot() []string {
	most := m.height / 4
	var lines []string
	switch {
	case m.wrong != "":
		lines = styled(m.styles.wrong, cut(wrap("! "+m.wrong, m.textWidth()), most, m.textWidth()))
	case m.flow.notice != "":
		lines = styled(m.styles.notice, cut(wrap(m.flow.notice, m.textWidth()), most, m.textWidth()))
	}
	if m.flow.opts.Present && m.flow.page.rungs {
		return lines
	}
	keys := footer(m.flow.page, m.textWidth(), m.keyRows(len(lines)))
	return append(lines, styled(m.styles.quiet, keys)...)
}

// keyRows is how many lines of keys there may be beside so many of what has happened. The
// lines of a question are not scrolled for the sake of more than one.
func (m *model) keyRows(said int) int {
	const rowsPerLine, most = 6, 3
	rows := min(m.height/rowsPerLine, most)
	if p := m.flow.page; p.rungs {
		spare := m.height - said - len(m.head()) - len(wrap(p.ask, m.textWidth()))
		for i := range p.choices {
			spare -= len(m.choiceBlock(i, false))
		}
		rows = min(rows, spare)
	}
	return max(rows, 1)
}

// body is the answer, in at most room lines.
func (m *model) body(room int) []string {
	p := m.flow.page
	switch {
	case p.typed:
		return m.textLines(room)
	case p.asks():
		return m.choiceLines(room)
	}
	return m.part(m.bodyLines(), room)
}

// bodyLines are the lines of a page that is only read.
func (m *model) bodyLines() []string {
	var lines []string
	for _, line := range m.flow.page.body {
		lines = append(lines, wrap(line, m.textWidth())...)
	}
	return lines
}

// bodyRows is how many of them the screen has room for.
func (m *model) bodyRows() int {
	head, foot := m.head(), m.foot()
	return m.height - len(head) - len(foot) - len(m.askLines(m.height-len(head)-len(foot)))
}

// part is what is shown of lines that can be scrolled, and says when there is more.
func (m *model) part(lines []string, room int) []string {
	if len(lines) <= room || room < 3 {
		return cut(lines, room, m.textWidth())
	}
	from := min(m.scroll, len(lines)-room)
	shown := slices.Clone(lines[from : from+room])
	if from+room < len(lines) {
		shown[room-1] = m.styles.quiet.Render("↓ more")
	}
	return shown
}

// cut shortens lines to at most n, and marks where it did.
func cut(lines []string, n, width int) []string {
	if len(lines) <= n {
		return lines
	}
	lines = lines[:n]
	lines[n-1] = ansi.Truncate(lines[n-1], width-1, "") + "…"
	return lines
}

// textLines is the text with the mark before its first line.
func (m *model) textLines(room int) []string {
	lines := strings.Split(m.widget.field.View(), "\n")
	lines = lines[:min(len(lines), room)]
	for i := range lines {
		indent := "  "
		if i == 0 {
			indent = m.styles.chosen.Render(mark)
		}
		lines[i] = indent + lines[i]
	}
	return lines
}

// helpView is the page that explains.
func (m *model) helpView() string {
	lines := m.helpLines()
	lines = lines[min(m.scroll, len(lines)):]
	lines = lines[:min(len(lines), m.helpRows())]
	for len(lines) < m.helpRows() {
		lines = append(lines, "")
	}
	foot := "↑↓ scroll  any other key back"
	return strings.Join(append(lines, m.styles.quiet.Render(ansi.Truncate(foot, m.textWidth(), ""))), "\n")
}

func (m *model) helpRows() int { return m.height - 1 }

func (m *model) helpLines() []string {
	p := m.flow.page
	lines := styled(m.styles.ask, wrap(p.ask, m.textWidth()))
	standing := p.standing
	if p.covered {
		standing = nil
	}
	for _, paragraph := range slices.Concat([]string{p.about, p.changed, sentence(p.hint)}, standing, p.why, allKeys(p)) {
		if paragraph == "" {
			continue
		}
		lines = append(lines, "")
		lines = append(lines, wrap(paragraph, m.textWidth())...)
	}
	return lines
}

// wrap breaks a text that may come from a file into printable lines.
func wrap(s string, width int) []string {
	return strings.Split(ansi.Wrap(oneLine(s), max(width, 1), ""), "\n")
}

// oneLine makes a text printable and takes its line breaks out.
func oneLine(s string) string {
	return printable.Text(strings.Join(strings.Split(s, "\n"), " "))
}

// sentence starts a text with a capital letter, and leaves the rest as it is.
func sentence(s string) string {
	if s == "" {
		return ""
	}
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
