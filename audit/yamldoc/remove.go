package yamldoc

import (
	"bytes"

	"gopkg.in/yaml.v3"
)

// remove takes an entry out of a block mapping or list.
func (s splicer) remove(t *target) ([]cut, error) {
	p := t.place()
	start, _, err := s.mark(p)
	if err != nil {
		return nil, err
	}
	_, end, err := s.span(p.node, p.indent)
	if err != nil {
		return nil, err
	}
	line, _ := s.lineCol(start)
	alone := s.skip(s.lines[line-1], " ") == start
	last := t.around.count() == 1
	switch {
	case last && t.around.parent != nil:
		return s.removeLast(t.around, alone, s.wholeLines(start, end))
	case alone:
		return []cut{s.wholeLines(start, end)}, nil
	case last:
		return nil, errNoSpan
	}
	next, _, err := s.mark(t.around.entry(t.index + 1))
	if err != nil || t.index > 0 {
		return nil, errNoSpan
	}
	if bytes.ContainsRune(s.src[s.lineEnd(end):next], '#') {
		dash := len(bytes.TrimRight(s.src[:start], " \t"))
		return []cut{{dash, s.lineEnd(end), ""}}, nil
	}
	return []cut{{start, next, ""}}, nil
}

// removeLast leaves an empty mapping or list, and the comments in it.
func (s splicer) removeLast(around *place, alone bool, lines cut) ([]cut, error) {
	empty := &yaml.Node{Kind: around.node.Kind, Style: yaml.FlowStyle}
	_, after, err := s.mark(around)
	if err != nil {
		return nil, err
	}
	if !alone {
		return s.replace(around, empty)
	}
	return []cut{{after, after, " " + flowText(empty)}, lines}, nil
}

// wholeLines returns the cut of the lines from start to end. At the end of a
// file without a last line break, the one in front goes instead.
func (s splicer) wholeLines(start, end int) cut {
	line, _ := s.lineCol(start)
	first, last := s.lines[line-1], s.lineEnd(end)
	if last < len(s.src) || line == 1 {
		return cut{first, s.nextLine(last), ""}
	}
	return cut{s.lineEnd(s.lines[line-2]), last, ""}
}
