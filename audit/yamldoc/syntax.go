package yamldoc

import (
	"bytes"
	"strings"
)

// syntaxProblem says in plain words, and with its place, why the library could
// not read text, of which it had taken in read bytes.
func (d *Doc) syntaxProblem(text []byte, read int, err error) Problem {
	start, f := newSearch(d, text, err).locate(read)
	end := d.lineEnd(start)
	if text := trimSpace(d.src[start:end]); len(text) > 0 {
		end = start + len(text)
	}
	return Problem{Pos: d.between(start, end), ID: f.id, Message: f.message, Hint: f.hint}
}

func trimSpace(text []byte) []byte { return bytes.TrimRight(text, " \t\r\n") }

// librarySays returns what the library says, without its line: that one is
// missing in line 1, differs by one between the steps of the library, and is
// often that of the block around the mistake.
func librarySays(err error) string {
	says, _, _ := strings.Cut(strings.TrimPrefix(err.Error(), "yaml: "), "\n")
	if line, rest, ok := strings.Cut(says, ": "); ok && strings.HasPrefix(line, "line ") {
		return rest
	}
	return says
}

// refine looks at the text around a mistake for what a person would call it,
// which is not always what stopped the library.
func (d *Doc) refine(start int, f fault) (int, fault) {
	line, _ := d.lineCol(start)
	lineStart := d.lines[line-1]
	if strings.HasPrefix(f.says, "did not find expected") {
		start = d.openingQuote(lineStart, start)
	}
	before := d.src[lineStart:max(start, lineStart)]
	if tab := d.skip(lineStart, " "); tab < len(d.src) && d.src[tab] == '\t' {
		return tab, faultFor(tabFound)
	}
	switch {
	case f.says == colonNotAllowed:
		if above := d.lineAbove(line); above > 0 && d.lacksColon(above, line) {
			return d.textStart(above), faultFor(colonExpected)
		}
	case f.says == colonExpected:
		return d.textStart(line), f
	case (f.says == keyExpected || f.says == dashExpected) && bytes.HasPrefix(d.src[start:], []byte(":")):
		// The whole entry is out of place, not only its colon.
		return d.textStart(line), f
	case f.says == keyExpected && endsInQuote(before):
		return start, afterQuote()
	case f.behind != "":
		return lineStart + bytes.LastIndexAny(before, f.behind) + 1, f
	}
	return start, f
}

// openingQuote returns where a quoted text starts that ends at i in a line, or
// i when there is none.
func (d *Doc) openingQuote(lineStart, i int) int {
	if i >= len(d.src) || d.src[i] != '"' && d.src[i] != '\'' {
		return i
	}
	if j := bytes.LastIndexByte(d.src[lineStart:max(i, lineStart)], d.src[i]); j >= 0 {
		return lineStart + j
	}
	return i
}

func endsInQuote(line []byte) bool {
	line = bytes.TrimRight(line, " ")
	return bytes.HasSuffix(line, []byte(`"`)) || bytes.HasSuffix(line, []byte("'"))
}

// lineAbove returns the nearest line above line that is neither blank nor a
// comment, or 0.
func (d *Doc) lineAbove(line int) int {
	for line--; line > 0; line-- {
		if i := d.textStart(line); i < d.lineEnd(i) && d.src[i] != '#' {
			return line
		}
	}
	return 0
}

// indent returns how many spaces a line starts with.
func (d *Doc) indent(line int) int {
	start := d.lines[line-1]
	return d.skip(start, " ") - start
}

// textStart returns where the text of a line starts, behind the spaces and
// dashes at its start.
func (d *Doc) textStart(line int) int {
	i := d.skip(d.lines[line-1], " ")
	for bytes.HasPrefix(d.src[i:], []byte("- ")) {
		i = d.skip(i+1, " ")
	}
	return i
}

// startsEntry reports whether a line looks like the start of an item or of a
// key outside of brackets.
func (d *Doc) startsEntry(line int) bool {
	i := d.lines[line-1] + d.indent(line)
	text := string(d.src[i:d.lineEnd(i)])
	key, value, isKey := strings.Cut(text, ":")
	return strings.HasPrefix(text, "- ") ||
		isKey && !strings.ContainsAny(key, " \t\"'[]{},#") && (value == "" || value[0] == ' ')
}

// lacksColon reports whether the line above looks like an entry beside the one
// in line, but for its ": ". The library takes both lines for one long key.
func (d *Doc) lacksColon(above, line int) bool {
	a := d.textStart(above)
	text := string(d.src[a:d.lineEnd(a)])
	sameColumn := a-d.lines[above-1] == d.indent(line)
	return sameColumn && !strings.Contains(text, ": ") && !strings.HasSuffix(text, ":")
}

// lineStop returns the offset behind a line and its line break.
func (d *Doc) lineStop(line int) int {
	if line < len(d.lines) {
		return d.lines[line]
	}
	return len(d.src)
}
