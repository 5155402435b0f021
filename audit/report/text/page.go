package text

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"forewarn/audit/report"
	"forewarn/audit/yamldoc"
)

const (
	defaultWidth = 80
	minWidth     = 40
)

// page gathers the lines of a report.
type page struct {
	strings.Builder
	report.Options
	width int
}

func newPage(o report.Options) *page {
	w := o.Width
	if w <= 0 {
		w = defaultWidth
	}
	return &page{Options: o, width: max(minWidth, min(w, 100))}
}

func (p *page) blank() { p.WriteByte('\n') }

func (p *page) line(format string, args ...any) {
	p.WriteString(strings.TrimRight(fmt.Sprintf(format, args...), " ") + "\n")
}

// para writes text wrapped to the width, its further lines under its first
// word: behind the number or the dash that it may start with.
func (p *page) para(indent int, text string) {
	hang := hanging(ansi.Strip(text))
	wrapped := Wrap(text, p.width-indent-hang)
	for i, l := range strings.Split(wrapped, "\n") {
		pad := indent
		if i > 0 {
			pad += hang
		}
		p.line("%s%s", strings.Repeat(" ", pad), l)
	}
}

// Wrap breaks text between words, and words that are too long for a line. Ids
// stay whole, so that they can be copied: the library would break at a hyphen,
// but not at one that asks for no break. The width is in columns.
func Wrap(text string, width int) string {
	const hyphen, unbroken = "-", "\u2011"
	wrapped := ansi.Wrap(strings.ReplaceAll(text, hyphen, unbroken), width, "")
	return strings.ReplaceAll(wrapped, unbroken, hyphen)
}

// hanging is the width of "1. ", "- " or "! " in front of a paragraph.
func hanging(text string) int {
	mark, _, found := strings.Cut(text, " ")
	if found && (mark == "-" || mark == "!" || strings.HasSuffix(mark, ".") && len(mark) <= 3) {
		return len(mark) + 1
	}
	return 0
}

func (p *page) heading(text string) {
	p.para(0, p.bold(text))
	p.line("%s", p.faint(strings.Repeat("─", min(p.width, ansi.StringWidth(text)))))
}

// lineOf names a line of the plan, when it is known, for who works on that.
func (p *page) lineOf(at yamldoc.Pos) string {
	if !at.Known() || p.Edition != report.Working {
		return ""
	}
	return fmt.Sprintf(" (line %d)", at.Line)
}

// The 16 colours and the attributes of a terminal are legible on light and on
// dark; nothing is said by colour alone.
func (p *page) sgr(code, text string) string {
	if !p.Color || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (p *page) bold(s string) string  { return p.sgr("1", s) }
func (p *page) faint(s string) string { return p.sgr("2", s) }
func (p *page) green(s string) string { return p.sgr("32", s) }
func (p *page) cyan(s string) string  { return p.sgr("36", s) }

func (p *page) inGrade(grade, s string) string {
	switch grade {
	case "A", "B":
		return p.sgr("32", s)
	case "C":
		return p.sgr("33", s)
	case "D", "F":
		return p.sgr("31", s)
	}
	return s
}

// cellsOf floors x of 100 to cells, so that a full bar means all.
func cellsOf(x *big.Rat, cells int) int {
	n := new(big.Int).Mul(x.Num(), big.NewInt(int64(cells)))
	return int(n.Quo(n, new(big.Int).Mul(x.Denom(), big.NewInt(100))).Int64())
}
