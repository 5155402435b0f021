package interview

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/lipgloss"
)

// cursor is the index of the choice under the cursor.
func (m *model) cursor() int {
	value := m.widget.value()
	return max(0, slices.IndexFunc(m.flow.page.choices, func(c choice) bool { return c.value == value }))
}

// choiceLines shows the choices as whole sentences, or, where they do not all
// fit, as many as do around the one under the cursor.
func (m *model) choiceLines(room int) []string {
	at := m.cursor()
	blocks := make([][]string, len(m.flow.page.choices))
	for i := range blocks {
		blocks[i] = m.choiceBlock(i, bullet)
	}
	blocks[at] = m.choiceBlock(at, mark)
	from, to := window(blocks, at, room)
	if rows(blocks, from, to) > room {
		return styled(m.styles.chosen, cut(blocks[at], room, m.textWidth()))
	}
	var lines []string
	if from > 0 {
		lines = append(lines, m.styles.quiet.Render(fmt.Sprintf("  ↑ %d more", from)))
	}
	for i, block := range blocks[from:to] {
		if from+i == at {
			block = styled(m.styles.chosen, block)
		}
		lines = append(lines, block...)
	}
	if to < len(blocks) {
		lines = append(lines, m.styles.quiet.Render(fmt.Sprintf("  ↓ %d more", len(blocks)-to)))
	}
	return lines
}

// choiceBlock is the sentence of choice i behind a mark.
func (m *model) choiceBlock(i int, before string) []string {
	lines := wrap(m.flow.page.choices[i].label, m.textWidth()-len(before))
	for j := range lines {
		lines[j] = before + lines[j]
		before = strings.Repeat(" ", len(before))
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
