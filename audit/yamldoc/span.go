package yamldoc

import (
	"bytes"
	"errors"
	"sort"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// errNoSpan says that the text of a node could not be told from what stands
// around it. Edits then fall back to writing the whole tree anew.
var errNoSpan = errors.New("text of the value not found")

const byteOrderMark = "\ufeff"

// lineStarts returns the offset at which each line of src starts. A byte order
// mark is not part of the first line.
func lineStarts(src []byte) []int {
	starts := []int{len(src) - len(bytes.TrimPrefix(src, []byte(byteOrderMark)))}
	for i := starts[0]; i < len(src); i++ {
		if src[i] == '\n' || src[i] == '\r' && !bytes.HasPrefix(src[i+1:], []byte("\n")) {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// lineEnd returns the offset of the line break, or of the end of the file, at
// or after i.
func (d *Doc) lineEnd(i int) int {
	end := len(d.src)
	if line := max(1, d.lineOf(i)); line < len(d.lines) {
		end = d.lines[line]
	}
	for _, mark := range []string{"\n", "\r"} {
		if end > i {
			end -= len(mark) * bytes.Count(d.src[end-1:end], []byte(mark))
		}
	}
	return max(i, end)
}

// lineOf returns the number of the line that an offset is in, 0 in front of the
// first.
func (d *Doc) lineOf(offset int) int {
	return sort.Search(len(d.lines), func(i int) bool { return d.lines[i] > offset })
}

// nextLine returns the offset behind the line break at i, which is i at the
// end of the file.
func (d *Doc) nextLine(i int) int {
	if bytes.HasPrefix(d.src[i:], []byte("\r\n")) {
		return i + 2
	}
	return min(i+1, len(d.src))
}

// skip returns the first offset at or after i whose byte is not in set.
func (d *Doc) skip(i int, set string) int {
	for i < len(d.src) && strings.IndexByte(set, d.src[i]) >= 0 {
		i++
	}
	return i
}

// offset returns the byte offset of a line and column, as a node gives them:
// both count from 1, columns in characters.
func (d *Doc) offset(line, col int) (int, error) {
	if line < 1 || line > len(d.lines) {
		return 0, errNoSpan
	}
	i, col := d.nearest(line, col)
	for ; col > 1; col-- {
		if i >= len(d.src) {
			return 0, errNoSpan
		}
		_, w := utf8.DecodeRune(d.src[i:])
		i += w
	}
	return i, nil
}

// span returns where the text of n starts and ends in d.src. parentIndent is
// the column, counted from 0, of the block collection that n stands in, and -1
// for the root. Comments after n are not part of it; a value that is left out,
// as in "key:", is empty and stands behind its colon or dash.
func (d *Doc) span(n *yaml.Node, parentIndent int) (start, end int, err error) {
	start, err = d.offset(n.Line, n.Column)
	if err != nil {
		return 0, 0, err
	}
	switch {
	case n.Kind == yaml.ScalarNode:
		end, err = d.scalarEnd(n, start, parentIndent)
	case n.Style&yaml.FlowStyle != 0:
		end, err = d.flowEnd(n, start, parentIndent)
	case len(n.Content) == 0:
		err = errNoSpan
	default:
		_, end, err = d.span(n.Content[len(n.Content)-1], indentOf(n))
	}
	return start, end, err
}

// indentOf returns the column, counted from 0, at which the entries of a block
// collection start.
func indentOf(n *yaml.Node) int {
	if n.Kind == yaml.MappingNode && len(n.Content) > 0 {
		return n.Content[0].Column - 1
	}
	return n.Column - 1
}

// flowEnd returns the offset behind the closing bracket of the flow collection
// that starts at i.
func (d *Doc) flowEnd(n *yaml.Node, i, parentIndent int) (int, error) {
	brackets := "{}"
	if n.Kind == yaml.SequenceNode {
		brackets = "[]"
	}
	if i >= len(d.src) || d.src[i] != brackets[0] {
		return 0, errNoSpan
	}
	i++
	if len(n.Content) > 0 {
		_, end, err := d.span(n.Content[len(n.Content)-1], parentIndent)
		if err != nil {
			return 0, err
		}
		i = max(i, end)
	}
	for {
		i = d.skip(i, " \t\r\n,:")
		if i >= len(d.src) || d.src[i] != '#' {
			break
		}
		i = d.lineEnd(i)
	}
	if i >= len(d.src) || d.src[i] != brackets[1] {
		return 0, errNoSpan
	}
	return i + 1, nil
}

// scalarEnd returns the offset behind the scalar that starts at i.
func (d *Doc) scalarEnd(n *yaml.Node, i, parentIndent int) (int, error) {
	switch {
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return d.blockScalarEnd(i, parentIndent), nil
	case n.Style&yaml.DoubleQuotedStyle != 0:
		return d.quotedEnd(i, '"')
	case n.Style&yaml.SingleQuotedStyle != 0:
		return d.quotedEnd(i, '\'')
	}
	return d.plainEnd(n.Value, i)
}

func (d *Doc) quotedEnd(i int, quote byte) (int, error) {
	if i >= len(d.src) || d.src[i] != quote {
		return 0, errNoSpan
	}
	for i++; i < len(d.src); i++ {
		switch c := d.src[i]; {
		case c == '\\' && quote == '"':
			i++
		case c != quote:
			continue
		case quote == '\'' && i+1 < len(d.src) && d.src[i+1] == quote:
			i++
		default:
			return i + 1, nil
		}
	}
	return 0, errNoSpan
}

// plainEnd follows the characters of value in the source. Folding over several
// lines changes only white space, which is passed over on both sides.
func (d *Doc) plainEnd(value string, i int) (int, error) {
	for _, r := range value {
		if isBlank(r) {
			continue
		}
		for i < len(d.src) {
			s, w := utf8.DecodeRune(d.src[i:])
			if s == r {
				break
			}
			if !isBlank(s) {
				return 0, errNoSpan
			}
			i += w
		}
		if i >= len(d.src) {
			return 0, errNoSpan
		}
		i += utf8.RuneLen(r)
	}
	return i, nil
}

func isBlank(r rune) bool {
	return strings.ContainsRune(" \t\r\n", r)
}

// blockScalarEnd returns the end of the last line of the text that the header
// at i ("|", ">-" and so on) announces. Blank lines behind the text count only
// when the header asks to keep them.
func (d *Doc) blockScalarEnd(i, parentIndent int) int {
	end := d.lineEnd(i)
	keep, indent := blockHeader(d.src[i:end], parentIndent)
	for next := end; next < len(d.src); {
		start := d.nextLine(next)
		if start == len(d.src) {
			break
		}
		text := d.skip(start, " ")
		next = d.lineEnd(text)
		blank := text == next
		if !blank && indent < 0 {
			indent = max(text-start, parentIndent+1)
		}
		if !blank && text-start < indent {
			break
		}
		if !blank || keep || indent >= 0 && text-start > indent {
			end = next
		}
	}
	return end
}

// blockHeader reads the header of a block scalar. indent is -1 when the first
// line of the text sets it.
func blockHeader(header []byte, parentIndent int) (keep bool, indent int) {
	indent = -1
	for _, c := range header[1:] {
		switch {
		case c == '+':
			keep = true
		case c >= '1' && c <= '9':
			indent = max(parentIndent, 0) + int(c-'0')
		case c != '-':
			return keep, indent
		}
	}
	return keep, indent
}
