package yamldoc

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"
)

// ErrRefused is the error of an edit that the file does not allow. Its message
// names the entry and what stands in the way.
var ErrRefused = errors.New("cannot edit")

// Set returns src with value at path; list items are named by their index. It
// makes the mappings that are missing on the way, at the end of what holds
// them. Every byte outside the entry stays as it was, and all of them do when
// the entry says the same already.
//
// A value is a string, a bool, an int, a Number, a time.Time (written as a
// date), a []string, a []int, a Map or a []Map; nil deletes the entry. Entries of a Map
// that are nil are left out. A Map in place of a mapping changes the entries
// that differ, so that comments in it survive; a list is replaced whole. A
// short record is written on one line, a longer one a line an entry.
//
// The result is read again before it is returned. When an entry is written in
// a way that cannot be changed in place, the whole file is written anew, with
// its comments but not its layout; when that would lose something, the error
// is ErrRefused. The result may share its memory with src.
func Set(src []byte, path []string, value any) ([]byte, error) {
	out, _, err := set(src, path, value)
	return out, err
}

// SetBefore is Set for an entry at the top of the file, which goes in front of
// another one where it is new.
func SetBefore(src []byte, key string, value any, before string) ([]byte, error) {
	node, err := newNode(value)
	if err != nil {
		return nil, refuse([]string{key}, err)
	}
	d, err := readToEdit(src, []string{key})
	if err != nil {
		return nil, err
	}
	out, _, err := setNode(src, []string{key}, node, keyIndex(d.root, before))
	return out, err
}

// Append returns src with value, as Set takes it, behind the last item of the
// list at path. It makes the list when there is none; with a nil value it does
// nothing else.
func Append(src []byte, path []string, value any) ([]byte, error) {
	out, _, err := appendItem(src, path, value)
	return out, err
}

// Delete returns src without the entry or list item at path and the comment
// behind it on its line. The last one leaves an empty mapping or list. Deleting
// what is not there changes nothing.
func Delete(src []byte, path []string) ([]byte, error) {
	out, _, err := remove(src, path)
	return out, err
}

// Clear returns src without the value at path. A key with a comment behind its
// value stays with that comment and no value, which says the same; any other goes,
// as with Delete.
func Clear(src []byte, path []string) ([]byte, error) {
	d, err := readToEdit(src, path)
	if err != nil {
		return nil, err
	}
	t, err := d.find(path)
	if err != nil || t.old() == nil || !d.isCommented(t.place()) {
		return Delete(src, path)
	}
	out, _, err := d.change(t, path, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null"})
	return out, err
}

// isCommented reports whether a plain value stands in front of a comment, behind
// its key.
func (d *Doc) isCommented(p *place) bool {
	if p.key == nil || p.node.Kind != yaml.ScalarNode || p.parent.node.Style&yaml.FlowStyle != 0 {
		return false
	}
	_, end, err := d.span(p.node, p.indent)
	if err != nil {
		return false
	}
	text := d.skip(end, " \t")
	return text < len(d.src) && d.src[text] == '#'
}

// manner is how an edit was carried out, from the least change to the most.
type manner int

const (
	unchanged manner = iota
	spliced          // only the bytes of the entry
	reencoded        // the whole file: its data and comments are kept, not its layout
)

func set(src []byte, path []string, value any) ([]byte, manner, error) {
	if value == nil {
		return remove(src, path)
	}
	node, err := newNode(value)
	if err != nil {
		return nil, unchanged, refuse(path, err)
	}
	return setNode(src, path, node, atEnd)
}

// atEnd is the index of a new entry that comes behind all others.
const atEnd = -1

// setNode sets the value at path; index is where its key goes if it is new.
func setNode(src []byte, path []string, value *yaml.Node, index int) ([]byte, manner, error) {
	d, t, err := open(src, path)
	if err != nil {
		return nil, unchanged, err
	}
	old := t.old()
	switch {
	case old == nil:
		if !t.exists && index != atEnd {
			t.index = index
		}
		return d.change(t, path, nest(t.missing, value))
	case sameData(old, value):
		return src, unchanged, nil
	case d.canMerge(t.place(), value):
		if out, how, err := merge(src, path, old, value); err == nil {
			return out, how, nil
		}
	}
	return d.change(t, path, value)
}

func appendItem(src []byte, path []string, value any) ([]byte, manner, error) {
	d, t, err := open(src, path)
	if err != nil {
		return nil, unchanged, err
	}
	list := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Style: yaml.FlowStyle}
	if value != nil {
		item, err := newNode(value)
		if err != nil {
			return nil, unchanged, refuse(path, err)
		}
		list.Content = append(list.Content, item)
		list.Style = listStyle(list.Content)
	}
	old := t.old()
	switch {
	case old == nil || isNull(old):
		return setNode(src, path, list, atEnd)
	case old.Kind != yaml.SequenceNode:
		return nil, unchanged, refuse(path, fmt.Errorf("line %d holds no list", old.Line))
	case value == nil:
		return src, unchanged, nil
	case len(old.Content) == 0:
		return setNode(src, path, list, atEnd)
	}
	return d.change(&target{around: t.place(), index: len(old.Content)}, path, list.Content[0])
}

func remove(src []byte, path []string) ([]byte, manner, error) {
	d, err := readToEdit(src, path)
	if err != nil {
		return nil, unchanged, err
	}
	t, err := d.find(path)
	if err != nil || t.old() == nil {
		return src, unchanged, nil // it is not there
	}
	return d.change(t, path, nil)
}

// nest puts value below the keys of mappings that are still to be made.
func nest(keys []string, value *yaml.Node) *yaml.Node {
	for _, key := range slices.Backward(keys) {
		value = &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Content: []*yaml.Node{keyNode(key), value}}
	}
	return value
}

// change carries out an edit and reads the result again: it must say exactly
// what was intended, whichever way it was made.
func (d *Doc) change(t *target, path []string, value *yaml.Node) ([]byte, manner, error) {
	refusal := refuse(path, fmt.Errorf("line %d is written in a way that cannot be changed without touching the rest of the file; change it in an editor", t.line()))
	if d.isJSON() {
		value = forJSON(value)
	}
	old := d.oldText(t)
	inPlace, err := d.splice(t, value)
	quoted, _ := d.splice(t, withoutBlocks(value))
	d.root = t.apply(d.root, value)
	switch {
	case err == nil && says(inPlace, d.root):
		return inPlace, spliced, nil
	case err == nil && says(quoted, d.root):
		return quoted, spliced, nil
	}
	if d.isJSON() {
		return nil, unchanged, refusal
	}
	out, err := d.reencode()
	if err != nil || comments(out) < comments(d.src)-comments(old) || !says(out, d.root) {
		return nil, unchanged, refusal
	}
	return out, reencoded, nil
}

// oldText returns the text of the value that an edit replaces or deletes, to
// the end of its line.
func (d *Doc) oldText(t *target) []byte {
	if !t.exists {
		return nil
	}
	p := t.place()
	start, end, err := d.span(p.node, p.indent)
	if err != nil {
		return nil
	}
	return d.src[start:d.lineEnd(end)]
}

// comments counts what could start a comment, with what only looks so.
func comments(text []byte) int { return bytes.Count(text, []byte("#")) }
