package interview

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/lipgloss"
)

var (
	errChooseFirst  = errors.New("choose a line first, with a digit from 0 to 4 or the arrows")
	errNothingFound = errors.New("nothing has these words; take some away")
)

// isDigit reports whether a choice stands on the screen with the digit of its rung.
func isDigit(key string) bool { return len(key) == 1 && key >= "0" && key <= "9" }

// cursor is the index of the choice under the cursor.
func (m *model) cursor() int {
	value := m.widget.value()
	return max(0, slices.IndexFunc(m.flow.page.choices, func(c choice) bool { return c.value == value }))
}

// choiceLines shows the choices as whole sentences, or, where they do not all
// fit, as many as do around the one under the cursor.
func (m *model) choiceLines(room int) []string {
	p := m.flow.page
	if len(p.choices) == 0 {
		return nil
	}
	at := m.cursor()
	blocks := make([][]string, len(p.choices))
	for i := range blocks {
		blocks[i] = m.choiceBlock(i, i == at && !p.covered)
	}
	from, to := window(blocks, at, room)
	if rows(blocks, from, to) > room {
		return styled(m.styles.chosen, cut(blocks[at], room, m.textWidth()))
	}
	var lines []string
	if from > 0 {
		lines = append(lines, m.styles.quiet.Render(fmt.Sprintf("  ↑ %d more", from)))
	}
	spaced := m.flow.opts.Present && rows(blocks, 0, len(blocks))+len(blocks)-1 <= room
	for i, block := range blocks[from:to] {
		if spaced && i > 0 {
			lines = append(lines, "")
		}
		if from+i == at && !p.covered {
			block = styled(m.styles.chosen, block)
		}
		lines = append(lines, block...)
	}
	if to < len(blocks) {
		lines = append(lines, m.styles.quiet.Render(fmt.Sprintf("  ↓ %d more", len(blocks)-to)))
	}
	return lines
}

// choiceBlock is the sentence of choice i behind a mark: whether the cursor is there,
// and its digit on a page of rungs. A heading stands above the first of a group.
func (m *model) choiceBlock(i int, chosen bool) []string {
	p := m.flow.page
	c := p.choices[i]
	before := bullet
	if chosen {
		before = mark
	}
	if p.rungs {
		digit := "-"
		if isDigit(c.key) {
			digit = c.key
		}
		before = before[:1] + digit + " "
		if !chosen {
			before = " " + digit + " "
		}
	}
	lines := wrap(c.label, m.textWidth()-len(before))
	for j := range lines {
		lines[j] = before + lines[j]
		before = strings.Repeat(" ", len(before))
	}
	if c.group != "" {
		lines = append([]string{c.group}, lines...)
	}
	return lines
}

// window returns the widest range of blocks around at that fits into room
// lines, counting one line at each end where blocks are left out. It grows
// downwards first, because the sentences are read that way.
func window(blocks [][]string, at, room int) (from, to int) {
	from, to = at, at+1
	for {
		switch {
		case to < len(blocks) && rows(blocks, from, to+1) <= room:
			to++
		case from > 0 && rows(blocks, from-1, to) <= room:
			from--
		default:
			return from, to
		}
	}
}

// rows is the height of a range of blocks with the lines that say what is left
// out.
func rows(blocks [][]string, from, to int) int {
	n := 0
	for _, block := range blocks[from:to] {
		n += len(block)
	}
	if from > 0 {
		n++
	}
	if to < len(blocks) {
		n++
	}
	return n
}

func styled(style lipgloss.Style, lines []string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = style.Render(line)
	}
	return out
}
