package yamldoc

import (
	"bytes"
	"strings"

	"gopkg.in/yaml.v3"
)

// cut is a stretch of the source and what comes in its place.
type cut struct {
	start, end int
	text       string
}

// splicer makes an edit by changing the text of one entry.
type splicer struct {
	*Doc
	layout
}

// splice returns the source with the edit made in place. It fails when the
// entry is written in a way that is not handled here.
func (d *Doc) splice(t *target, value *yaml.Node) ([]byte, error) {
	s := splicer{d, layoutOf(d)}
	cuts, err := s.cuts(t, value)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	done := 0
	for _, c := range cuts {
		out.Write(d.src[done:c.start])
		out.WriteString(c.text)
		done = c.end
	}
	out.Write(d.src[done:])
	return out.Bytes(), nil
}

// cuts returns what to change, in the order of the source.
func (s splicer) cuts(t *target, value *yaml.Node) ([]cut, error) {
	switch {
	case t.around == nil:
		return s.start(t, value)
	case t.around.node.Style&yaml.FlowStyle != 0:
		return s.flowCuts(t, value)
	case value == nil:
		return s.remove(t)
	case !t.exists:
		return s.insert(t, value)
	}
	return s.replace(t.place(), value)
}

// join returns lines as one text, without a line break at its end.
func (s splicer) join(lines []string) string { return strings.Join(lines, s.newline) }

// follow returns lines as they are put behind the end of another line.
func (s splicer) follow(lines []string) string {
	var b strings.Builder
	for _, line := range lines {
		b.WriteString(s.newline + line)
	}
	return b.String()
}

// mark returns where an entry starts, at its key or dash, and the offset
// behind its colon or dash.
func (s splicer) mark(p *place) (start, after int, err error) {
	if p.key == nil {
		start, err = s.dash(p)
		return start, start + 1, err
	}
	start, end, err := s.span(p.key, p.indent)
	if err != nil {
		return 0, 0, err
	}
	after = s.skip(end, " \t")
	if after >= len(s.src) || s.src[after] != ':' {
		return 0, 0, errNoSpan
	}
	return start, after + 1, nil
}

// dash returns the offset of the dash of a list item. It is the first thing on
// its line; the value may stand further down, below comments.
func (s splicer) dash(p *place) (int, error) {
	value, _, err := s.span(p.node, p.indent)
	if err != nil {
		return 0, err
	}
	line, _ := s.lineCol(value)
	for ; line > 0; line-- {
		start := s.lines[line-1]
		text := s.skip(start, " ")
		switch {
		case text == value || text == s.lineEnd(start) || s.src[text] == '#':
			continue
		case s.src[text] == '-' && text-start == p.indent:
			return text, nil
		default:
			return 0, errNoSpan
		}
	}
	return 0, errNoSpan
}
