package yamldoc

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// replace gives an entry another value. What stands behind the old value on
// its line stays there.
func (s splicer) replace(p *place, value *yaml.Node) ([]cut, error) {
	_, after, err := s.mark(p)
	if err != nil {
		return nil, err
	}
	start, end, err := s.span(p.node, p.indent)
	if err != nil {
		return nil, err
	}
	value = inStyleOf(p.node, value)
	lines := s.value(value, p.indent)
	if p.key == nil {
		lines = s.itemValue(value, p.indent)
	}
	head, rest := lines[0], s.near(max(after, end-1)).follow(lines[1:])
	if start > s.lineEnd(after) {
		return s.replaceBelow(p, after, end, head, rest), nil
	}
	switch {
	case p.node.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return []cut{{start, end, head + s.headerComment(start) + rest}}, nil
	case head == "":
		start = after
	case start == after:
		head = " " + head
	}
	restAt := s.belowComments(s.lineEnd(end), p.indent)
	return []cut{{start, end, head}, {restAt, restAt, rest}}, nil
}

// replaceBelow replaces a value that starts on a line below its key or dash.
func (s splicer) replaceBelow(p *place, after, end int, head, rest string) []cut {
	behind := s.lineEnd(end)
	if len(p.node.Content) > 0 {
		end = behind // a comment there is about the last entry, which goes
	}
	return []cut{{after, after, spaceIf(head != "") + head}, {s.lineEnd(after), end, ""}, {behind, behind, rest}}
}

func spaceIf(needed bool) string {
	if needed {
		return " "
	}
	return ""
}

// inStyleOf returns value with the quotes of the old text, or as a block like
// the old list.
func inStyleOf(old, value *yaml.Node) *yaml.Node {
	styled := *value
	quotes := old.Style & (yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle)
	switch {
	case value.Kind == yaml.SequenceNode && old.Kind == value.Kind && len(old.Content) > 0 && len(value.Content) > 0:
		styled.Style &= old.Style
	case value.Tag == "!!str" && quotes != 0 && !strings.Contains(value.Value, "\n"):
		styled.Style = quotes
	}
	return &styled
}

// headerComment returns the comment on the first line of a block scalar, with
// the white space in front of it.
func (s splicer) headerComment(start int) string {
	header := string(s.src[start:s.lineEnd(start)])
	i := strings.IndexByte(header, '#')
	if i < 0 {
		return ""
	}
	return header[len(strings.TrimRight(header[:i], " \t")):]
}
