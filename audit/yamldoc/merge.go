package yamldoc

import (
	"bytes"
	"slices"

	"gopkg.in/yaml.v3"
)

// canMerge reports whether the mapping at p is better changed key by key to
// become value. One that stands on one line has no comments to keep, and is
// written anew.
func (d *Doc) canMerge(p *place, value *yaml.Node) bool {
	if p.node.Kind != yaml.MappingNode || value.Kind != yaml.MappingNode || len(value.Content) == 0 {
		return false
	}
	if p.node.Style&yaml.FlowStyle == 0 {
		return true
	}
	start, end, err := d.span(p.node, p.indent)
	return err == nil && bytes.ContainsAny(d.src[start:end], "\r\n")
}

// merge sets the entries of the mapping at path one after the other, and then
// deletes those that value does not have. A new key goes behind the one that
// is in front of it in value.
func merge(src []byte, path []string, old, value *yaml.Node) ([]byte, manner, error) {
	most := unchanged
	step := func(out []byte, how manner, err error) error {
		src, most = out, max(most, how)
		return err
	}
	keys := keysOf(old)
	next := 0
	for i, key := range keysOf(value) {
		if err := step(setNode(src, below(path, key), value.Content[2*i+1], next)); err != nil {
			return nil, unchanged, err
		}
		if at := slices.Index(keys, key); at >= 0 {
			next = at + 1
			continue
		}
		keys = slices.Insert(keys, next, key)
		next++
	}
	for _, key := range keys {
		if keyIndex(value, key) >= 0 {
			continue
		}
		if err := step(remove(src, below(path, key))); err != nil {
			return nil, unchanged, err
		}
	}
	return src, most, nil
}

// keysOf returns the keys of a mapping in their order.
func keysOf(mapping *yaml.Node) []string {
	var keys []string
	for i := 0; i < len(mapping.Content); i += 2 {
		keys = append(keys, mapping.Content[i].Value)
	}
	return keys
}

func below(path []string, key string) []string { return append(slices.Clone(path), key) }
