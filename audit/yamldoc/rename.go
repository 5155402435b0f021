package yamldoc

import (
	"errors"
	"fmt"
	"slices"
)

// Rename returns src with another key, which is a plain word, in place of the last
// one of path. The value, its comments and every other byte stay as they were.
// Renaming what is not there changes nothing.
func Rename(src []byte, path []string, key string) ([]byte, error) {
	d, err := readToEdit(src, path)
	if err != nil {
		return nil, err
	}
	t, err := d.find(path)
	if err != nil || t.old() == nil {
		return src, nil // it is not there
	}
	p := t.place()
	if p.key == nil {
		return nil, refuse(path, errors.New("an item of a list has no name"))
	}
	if keyIndex(p.parent.node, key) >= 0 {
		return nil, refuse(path, fmt.Errorf("there is a key %q already", key))
	}
	start, end, err := d.span(p.key, p.indent)
	if err != nil {
		return nil, refuse(path, err)
	}
	if c := d.src[start]; c == '"' || c == '\'' {
		start, end = start+1, end-1
	}
	out := slices.Concat(d.src[:start], []byte(key), d.src[end:])
	if p.key.Value = key; !says(out, d.root) {
		return nil, refuse(path, fmt.Errorf("line %d is written in a way that cannot be changed; change it in an editor", p.key.Line))
	}
	return out, nil
}
