package yamldoc

import (
	"errors"
	"fmt"
	"strconv"

	"gopkg.in/yaml.v3"
)

// target is the entry of a mapping or list that an edit is about.
type target struct {
	around  *place   // what holds the entry; nil in an empty document
	index   int      // which entry of it, counted from 0; beyond the last for a new one
	exists  bool     // the entry is there
	key     string   // of an entry of a mapping
	missing []string // the keys below the entry that are not there either
}

// readToEdit reads a file that an edit at path is for.
func readToEdit(src []byte, path []string) (*Doc, error) {
	if len(path) == 0 {
		return nil, refuse(path, errors.New("an edit needs the key of an entry"))
	}
	d, problems := Parse(src)
	if len(problems) > 0 {
		return nil, refuse(path, fmt.Errorf("line %d: %s", problems[0].Pos.Line, problems[0].Message))
	}
	return d, nil
}

// open reads src and finds the entry at path.
func open(src []byte, path []string) (*Doc, *target, error) {
	d, err := readToEdit(src, path)
	if err != nil {
		return nil, nil, err
	}
	t, err := d.find(path)
	if err != nil {
		return nil, nil, refuse(path, err)
	}
	return d, t, nil
}

// find returns the entry at path, or the one that has to be made for it. It
// fails when the path leads through something that has no such entries.
func (d *Doc) find(path []string) (*target, error) {
	if d.root == nil {
		return &target{key: path[0], missing: path[1:]}, nil
	}
	var t *target
	around := d.rootPlace()
	for depth, name := range path {
		var err error
		if t, err = enter(around, name); err != nil {
			return nil, fmt.Errorf("%s (line %d) %w", nameOf(path[:depth]), around.node.Line, err)
		}
		t.missing = path[depth+1:]
		if !t.exists || isBlankMapping(t.place().node) {
			break
		}
		around = t.place()
	}
	return t, nil
}

// nameOf names what is at path in a message.
func nameOf(path []string) string {
	if len(path) == 0 {
		return "the document"
	}
	return KeyPath(path...)
}

// isBlankMapping reports whether n may become a mapping without losing
// anything.
func isBlankMapping(n *yaml.Node) bool {
	return isNull(n) || n.Kind == yaml.MappingNode && len(n.Content) == 0
}

// enter returns the entry of around with this key or index. A key that is not
// there is a new entry; an index is not.
func enter(around *place, name string) (*target, error) {
	n := around.node
	switch n.Kind {
	case yaml.MappingNode:
		i := keyIndex(n, name)
		if i < 0 {
			return &target{around: around, index: len(n.Content) / 2, key: name}, nil
		}
		return &target{around: around, index: i, exists: true, key: name}, nil
	case yaml.SequenceNode:
		i, err := strconv.Atoi(name)
		if err != nil || i < 0 || i >= len(n.Content) || name != strconv.Itoa(i) {
			return nil, fmt.Errorf("is a list of %d without an item %q; the first is item 0", len(n.Content), name)
		}
		return &target{around: around, index: i, exists: true}, nil
	}
	return nil, errors.New("is a single value and has no entries")
}

// keyIndex returns which entry of a mapping has this key, or -1.
func keyIndex(n *yaml.Node, key string) int {
	for i := 0; i < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return i / 2
		}
	}
	return -1
}

// isNull reports whether n is a key without a value, or says so in words.
func isNull(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Tag == "!!null"
}

// entry returns entry i of a mapping or list.
func (p *place) entry(i int) *place {
	if p.node.Kind == yaml.MappingNode {
		return p.pair(2 * i)
	}
	return p.item(i)
}

// count returns the number of entries of a mapping or list.
func (p *place) count() int {
	if p.node.Kind == yaml.MappingNode {
		return len(p.node.Content) / 2
	}
	return len(p.node.Content)
}

// place returns the place of an entry that exists.
func (t *target) place() *place { return t.around.entry(t.index) }

// old returns what is at the whole path of the edit, nil when nothing is.
func (t *target) old() *yaml.Node {
	if !t.exists || len(t.missing) > 0 {
		return nil
	}
	return t.place().node
}

// line returns the line at which the entry is or, for a new one, what it goes
// into.
func (t *target) line() int {
	switch {
	case t.around == nil:
		return 1
	case t.exists:
		return t.place().node.Line
	}
	return t.around.node.Line
}

// refuse returns the error of an edit at path that cannot be made.
func refuse(path []string, why error) error {
	return fmt.Errorf("%w %s: %w", ErrRefused, nameOf(path), why)
}
