package yamldoc

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// start adds the first entry to a document that has nothing but comments.
func (s splicer) start(t *target, value *yaml.Node) ([]cut, error) {
	text := s.join(s.entry(keyNode(t.key), value, 0)) + s.newline
	end := len(s.src)
	if end > s.lines[len(s.lines)-1] {
		text = s.newline + text
	}
	return []cut{{end, end, text}}, nil
}

// insert adds an entry to a block mapping or list that has others.
func (s splicer) insert(t *target, value *yaml.Node) ([]cut, error) {
	indent := t.around.inner()
	var lines []string
	if t.around.node.Kind == yaml.MappingNode {
		lines = s.entry(keyNode(t.key), value, indent)
	} else {
		lines = s.item(value, indent)
	}
	if t.index == 0 {
		start, _, err := s.mark(t.around.entry(0))
		if err != nil {
			return nil, err
		}
		s = s.near(start)
		text := strings.TrimLeft(s.join(lines), " ") + s.newline + indented(indent, "")
		return []cut{{start, start, text}}, nil
	}
	before := t.around.entry(t.index - 1)
	_, end, err := s.span(before.node, indent)
	if err != nil {
		return nil, err
	}
	end = s.belowComments(s.lineEnd(end), indent)
	return []cut{{end, end, s.near(end).follow(lines)}}, nil
}

// belowComments returns the end of the last line of comments that stand below
// the line that ends at i and further in than indent: they belong to that
// line, and what comes next goes behind them.
func (s splicer) belowComments(i, indent int) int {
	end := i
	for i < len(s.src) {
		start := s.nextLine(i)
		text := s.skip(start, " \t")
		i = s.lineEnd(text)
		switch {
		case text == i:
			continue
		case s.src[text] != '#' || text-start <= indent:
			return end
		}
		end = i
	}
	return end
}
