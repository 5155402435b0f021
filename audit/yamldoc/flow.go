package yamldoc

import (
	"slices"

	"gopkg.in/yaml.v3"
)

// flowCuts makes an edit between brackets.
func (s splicer) flowCuts(t *target, value *yaml.Node) ([]cut, error) {
	switch {
	case value == nil:
		return s.removeInFlow(t)
	case !t.exists:
		return s.insertInFlow(t, value)
	}
	p := t.place()
	start, end, err := s.span(p.node, p.indent)
	if err != nil {
		return nil, err
	}
	return []cut{{start, end, spaceIf(s.src[start-1] == ':') + s.flow(inStyleOf(p.node, value))}}, nil
}

// insertInFlow adds an entry between brackets.
func (s splicer) insertInFlow(t *target, value *yaml.Node) ([]cut, error) {
	text := s.flow(value)
	switch {
	case t.around.node.Kind != yaml.MappingNode:
	case s.isJSON():
		text = jsonString(t.key) + ": " + text
	default:
		text = scalarText(keyNode(t.key), true) + ": " + text
	}
	if t.around.count() == 0 {
		start, end, err := s.span(t.around.node, t.around.indent)
		return []cut{{start + 1, end - 1, text}}, err
	}
	if t.index == 0 {
		start, _, err := s.entrySpan(t.around.entry(0))
		return []cut{{start, start, text + s.separator(start)}}, err
	}
	start, end, err := s.entrySpan(t.around.entry(t.index - 1))
	if err != nil {
		return nil, err
	}
	return []cut{{end, end, s.separator(start) + text}}, nil
}

// removeInFlow takes an entry out from between brackets, with the comma in
// front of it or, if it is the first one, behind it.
func (s splicer) removeInFlow(t *target) ([]cut, error) {
	start, end, err := s.entrySpan(t.place())
	if err != nil {
		return nil, err
	}
	var comma []byte
	switch {
	case t.index > 0:
		_, before, err := s.entrySpan(t.around.entry(t.index - 1))
		if err != nil {
			return nil, err
		}
		comma, start = s.src[before:start], before
	case t.around.count() > 1:
		next, _, err := s.entrySpan(t.around.entry(1))
		if err != nil {
			return nil, err
		}
		comma, end = s.src[end:next], next
	}
	if slices.Contains(comma, '#') {
		return nil, errNoSpan
	}
	return []cut{{start, end, ""}}, nil
}

// entrySpan returns where an entry between brackets starts and ends.
func (s splicer) entrySpan(p *place) (start, end int, err error) {
	start, end, err = s.span(p.node, p.indent)
	if err != nil || p.key == nil {
		return start, end, err
	}
	start, _, err = s.span(p.key, p.indent)
	return start, end, err
}
