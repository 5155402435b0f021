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
	begin := start
	if p.key == nil {
		begin = s.ownComment(t, start)
	}
	alone := s.skip(s.lines[line-1], " ") == start
	last := t.around.count() == 1
	switch {
	case last && t.around.parent != nil:
		return s.removeLast(t.around, alone, s.wholeLines(begin, end))
	case alone:
		return []cut{s.wholeLines(begin, end)}, nil
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

// ownComment returns where the comment that stands directly above a list item
// starts; without one, where the item does. Above the first item, a comment is
// about the list, unless another item has one of its own, too.
func (s splicer) ownComment(t *target, start int) int {
	own := s.above(start)
	if t.index > 0 || own == start {
		return own
	}
	for i := 1; i < t.around.count(); i++ {
		if other, _, err := s.mark(t.around.entry(i)); err == nil && s.above(other) < other {
			return own
		}
	}
	return start
}

// above returns where the lines of comment start that stand directly above an
// entry and as far in as it does.
func (s splicer) above(start int) int {
	line, col := s.lineCol(start)
	for line--; line > 0; line-- {
		text := s.skip(s.lines[line-1], " ")
		if _, c := s.lineCol(text); text >= len(s.src) || s.src[text] != '#' || c != col {
			break
		}
		start = text
	}
	return start
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
