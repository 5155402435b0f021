package text

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"forewarn/audit/report"
	"forewarn/audit/report/document"
)

// between is how far columns of a grid stand apart.
const between = 2

// grid writes a table whose columns stand side by side. Where there is too little
// room, the widest cells are written on several lines.
func (p *page) grid(t document.Table) {
	if len(t.Rows) == 0 {
		return
	}
	rows := [][]string{make([]string, len(t.Head))}
	for i, c := range t.Head {
		rows[0][i] = report.Clean(c.Title) // which may be the name of a file
	}
	for _, row := range t.Rows {
		var texts []string
		for _, c := range row() {
			texts = append(texts, report.Clean(strings.Join(document.Notes(append([]string{c.Text}, c.Notes...)...), "; ")))
		}
		rows = append(rows, texts)
	}
	widths := fitting(rows, p.width)
	p.blank()
	for i, texts := range rows {
		p.gridRow(t, texts, widths, i == 0)
	}
	p.blank()
}

// fitting returns the widths of columns: what their cells need, and where that is
// too much, less for the widest.
func fitting(rows [][]string, room int) []int {
	widths := make([]int, len(rows[0]))
	for _, texts := range rows {
		for i, text := range texts {
			widths[i] = max(widths[i], ansi.StringWidth(text))
		}
	}
	room -= between * (len(widths) - 1)
	for {
		sum, widest := 0, 0
		for i, w := range widths {
			sum += w
			if w > widths[widest] {
				widest = i
			}
		}
		if sum <= room || widths[widest] <= 1 {
			return widths
		}
		widths[widest]--
	}
}

// gridRow writes one row, on as many lines as its longest cell takes.
func (p *page) gridRow(t document.Table, texts []string, widths []int, isHead bool) {
	cells := make([][]string, len(texts))
	lines := 0
	for i, text := range texts {
		// The first leaves a wide character over the edge.
		cells[i] = strings.Split(ansi.Hardwrap(Wrap(text, widths[i]), widths[i], true), "\n")
		lines = max(lines, len(cells[i]))
	}
	for n := range lines {
		var line strings.Builder
		for i, cell := range cells {
			line.WriteString(p.piece(cell, n, widths[i], t.Head[i].Number, isHead))
		}
		p.line("%s", line.String())
	}
}

// piece is the nth line of a cell, as wide as its column.
func (p *page) piece(cell []string, n, width int, number, isHead bool) string {
	text := ""
	if n < len(cell) {
		text = cell[n]
	}
	pad := strings.Repeat(" ", width-min(width, ansi.StringWidth(text)))
	if isHead {
		text = p.cyan(text)
	}
	if number {
		text, pad = pad+text, ""
	}
	return text + pad + strings.Repeat(" ", between)
}
