package text

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/yamldoc"
)

// source shows lines of a plan with a place marked in them.
type source struct {
	text   []byte
	starts []int // of the lines, by their number from 1 less 1
	page   *page // whose width and colours are used
}

func newSource(text []byte, o report.Options) *source {
	s := &source{text: text, page: newPage(o)}
	s.page.width = max(minWidth, o.Width) // lines of check have no right margin
	const byteOrderMark = "\ufeff"
	s.starts = []int{len(text) - len(bytes.TrimPrefix(text, []byte(byteOrderMark)))}
	for i, c := range text {
		if c == '\n' || c == '\r' && !bytes.HasPrefix(text[i+1:], []byte("\n")) {
			s.starts = append(s.starts, i+1)
		}
	}
	return s
}

// show writes the first line of a place, and below it what is meant; nothing for
// a place that is not known.
func (s *source) show(w io.Writer, at yamldoc.Pos) error {
	if !at.Known() || at.Line > len(s.starts) {
		return nil
	}
	before, marked, after := s.parts(at)
	number := fmt.Sprint(at.Line)
	line, left, length := cropped(before, marked, after, s.page.width-len(number)-len("   | "))
	mark := strings.Repeat(" ", left) + s.page.cyan("^"+strings.Repeat("~", length-1))
	_, err := fmt.Fprintf(w, "  %s %s\n  %s %s\n",
		s.page.faint(number+" |"), line, s.page.faint(strings.Repeat(" ", len(number))+" |"), mark)
	return err
}

// parts divides the line of a place, made safe to show. A place of several lines
// reaches to the end of its first.
func (s *source) parts(at yamldoc.Pos) (before, marked, after string) {
	line := s.text[s.starts[at.Line-1]:]
	if i := bytes.IndexAny(line, "\r\n"); i >= 0 {
		line = line[:i]
	}
	from := runes(line, at.Col-1)
	to := len(line)
	if at.EndLine == at.Line {
		to = max(from, runes(line, at.EndCol-1))
	}
	return printable.Text(string(line[:from])), printable.Text(string(line[from:to])), printable.Text(string(line[to:]))
}

// runes returns the offset of the nth character of a line, or its end.
func runes(line []byte, n int) int {
	at := 0
	for ; n > 0 && at < len(line); n-- {
		_, size := utf8.DecodeRune(line[at:])
		at += size
	}
	return at
}

// cropped fits a line into a width, with the mark in sight, and returns where
// that begins and how long it is, in columns.
func cropped(before, marked, after string, width int) (line string, left, length int) {
	const more = "…"
	left, length = ansi.StringWidth(before), max(1, ansi.StringWidth(strings.TrimRight(marked, " ")))
	if left+length > width && left > width/3 { // the context before the mark is worth a third
		cut := left - width/3
		before = more + ansi.TruncateLeft(before, cut+1, "")
		left = ansi.StringWidth(before)
	}
	line = ansi.Truncate(before+marked+after, width, more)
	return strings.TrimRight(line, " "), left, min(length, max(1, width-left))
}
