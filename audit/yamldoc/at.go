package yamldoc

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// At returns where the value at a key path is written; list items are named by
// their index: At("metrics", "0", "stop"). When the path does not exist, it is
// the place of the nearest entry around it that does.
//
// The place of one value is its text. The place of a mapping or list is its
// key; without a key, it runs from the first character to the end of the line.
// The place of the whole document is the start of the file.
func (d *Doc) At(path ...string) Pos {
	if d.root == nil {
		return startOfFile()
	}
	p := d.rootPlace()
	for _, step := range path {
		next := p.step(step)
		if next == nil {
			break
		}
		p = next
	}
	return d.entryPos(p)
}

// entryPos returns the place of p for what concerns all of it, as At does.
func (d *Doc) entryPos(p *place) Pos {
	if p.parent == nil {
		return startOfFile()
	}
	return d.pos(p)
}

// pos returns where the value of p is written.
func (d *Doc) pos(p *place) Pos {
	switch {
	case p.node.Kind == yaml.ScalarNode && (p.key == nil || !isBare(p.node)):
		return d.scalarPos(p.node, p.indent)
	case p.key != nil:
		return d.keyPos(p)
	}
	return d.restOfLine(p.node)
}

// keyPos returns the place of the key of p.
func (d *Doc) keyPos(p *place) Pos { return d.scalarPos(p.key, p.indent) }

func (d *Doc) scalarPos(n *yaml.Node, indent int) Pos {
	start, end, err := d.span(n, indent)
	if err != nil {
		return d.restOfLine(n)
	}
	return d.between(start, end)
}

// isBare reports whether n is the value that stands for nothing at all, as
// behind "key:".
func isBare(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Tag == "!!null" && n.Value == ""
}

// restOfLine returns the place from the first character of n to the end of its
// line.
func (d *Doc) restOfLine(n *yaml.Node) Pos {
	start, err := d.offset(n.Line, n.Column)
	if err != nil {
		start = len(d.src)
	}
	return d.between(start, d.lineEnd(start))
}

// word returns the place of the characters at n up to a space or a bracket.
func (d *Doc) word(n *yaml.Node) Pos {
	start, err := d.offset(n.Line, n.Column)
	if err != nil {
		return d.restOfLine(n)
	}
	end := start
	for end < len(d.src) && !strings.ContainsRune(" \t\r\n,[]{}", rune(d.src[end])) {
		end++
	}
	return d.between(start, end)
}

// between returns the Pos of src[start:end].
func (d *Doc) between(start, end int) Pos {
	line, col := d.lineCol(start)
	endLine, endCol := d.lineCol(max(start, end))
	return Pos{Line: line, Col: col, EndLine: endLine, EndCol: endCol}
}

func startOfFile() Pos { return Pos{Line: 1, Col: 1, EndLine: 1, EndCol: 1} }
