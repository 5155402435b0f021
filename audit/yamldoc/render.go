package yamldoc

import (
	"bytes"
	"strings"

	"gopkg.in/yaml.v3"
)

// layout is how a file is laid out; what is added to it follows.
type layout struct {
	newline string
	step    int // columns by which a mapping stands further in than its key
	list    int // columns by which a list does
}

func layoutOf(d *Doc) layout {
	l := layout{newline: "\n", step: -1, list: -1}
	if bytes.HasPrefix(d.src[d.lineEnd(0):], []byte("\r\n")) {
		l.newline = "\r\n"
	}
	if d.root != nil {
		l.measure(d.root)
	}
	if l.step < 1 {
		l.step = 2
	}
	if l.list < 0 {
		l.list = l.step
	}
	return l
}

// near is the layout of the line that an offset is in, which in a file of mixed
// line ends may have another one than the first.
func (s splicer) near(i int) splicer {
	end := s.lineEnd(i)
	if next := s.nextLine(end); next > end {
		s.newline = string(s.src[end:next])
	}
	return s
}

// measure finds how far in the first mapping and the first list below a key
// stand. Both are negative until they are found.
func (l *layout) measure(n *yaml.Node) {
	for _, value := range n.Content {
		if value.Kind == yaml.ScalarNode || value.Style&yaml.FlowStyle != 0 {
			continue
		}
		in := indentOf(value) - indentOf(n)
		switch {
		case n.Kind == yaml.SequenceNode: // a dash says nothing about the step
		case value.Kind == yaml.MappingNode && l.step < 0:
			l.step = in
		case value.Kind == yaml.SequenceNode && l.list < 0:
			l.list = in
		}
		l.measure(value)
	}
}

func indented(columns int, text string) string { return strings.Repeat(" ", columns) + text }

// value returns the lines of a value. The first one goes behind the colon of a
// key that stands at column indent, and may be empty; the others are whole
// lines.
func (l layout) value(n *yaml.Node, indent int) []string {
	switch {
	case n.Style == yaml.LiteralStyle:
		return literalLines(n.Value, indent+l.step)
	case n.Kind == yaml.ScalarNode:
		return []string{scalarText(n, false)}
	case n.Style&yaml.FlowStyle != 0:
		return []string{flowText(n)}
	case n.Kind == yaml.MappingNode:
		return append([]string{""}, l.entries(n, indent+l.step)...)
	}
	return append([]string{""}, l.items(n, indent+l.list)...)
}

// entries returns the lines of the entries of a block mapping.
func (l layout) entries(n *yaml.Node, indent int) []string {
	var lines []string
	for i := 0; i < len(n.Content); i += 2 {
		lines = append(lines, l.entry(n.Content[i], n.Content[i+1], indent)...)
	}
	return lines
}

// entry returns the lines of a key at column indent and its value.
func (l layout) entry(key, value *yaml.Node, indent int) []string {
	lines := l.value(value, indent)
	first := indented(indent, scalarText(key, false)+":")
	if lines[0] != "" {
		first += " " + lines[0]
	}
	return append([]string{first}, lines[1:]...)
}

// items returns the lines of the items of a block list.
func (l layout) items(n *yaml.Node, indent int) []string {
	var lines []string
	for _, item := range n.Content {
		lines = append(lines, l.item(item, indent)...)
	}
	return lines
}

// item returns the lines of an item whose dash stands at column indent.
func (l layout) item(n *yaml.Node, indent int) []string {
	lines := l.itemValue(n, indent)
	return append([]string{indented(indent, "- "+lines[0])}, lines[1:]...)
}

// itemValue is value for an item of a list whose dash stands at column indent:
// a mapping or a list starts right behind the dash.
func (l layout) itemValue(n *yaml.Node, indent int) []string {
	if n.Kind == yaml.ScalarNode || n.Style&yaml.FlowStyle != 0 {
		return l.value(n, indent)
	}
	write := l.entries
	if n.Kind == yaml.SequenceNode {
		write = l.items
	}
	lines := write(n, indent+len("- "))
	lines[0] = strings.TrimLeft(lines[0], " ")
	return lines
}

// literalLines returns text as a block that is read line by line. The header
// says whether a line break ends it.
func literalLines(s string, indent int) []string {
	header := "|-"
	if strings.HasSuffix(s, "\n") {
		header = "|"
	}
	lines := []string{header}
	for line := range strings.SplitSeq(strings.TrimSuffix(s, "\n"), "\n") {
		if line != "" {
			line = indented(indent, line)
		}
		lines = append(lines, line)
	}
	return lines
}

// flowText returns a value on one line, as it stands between brackets.
func flowText(n *yaml.Node) string {
	var parts []string
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i < len(n.Content); i += 2 {
			parts = append(parts, flowText(n.Content[i])+": "+flowText(n.Content[i+1]))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case yaml.SequenceNode:
		for _, item := range n.Content {
			parts = append(parts, flowText(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return scalarText(n, true)
}
