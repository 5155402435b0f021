package yamldoc

import (
	"strconv"

	"gopkg.in/yaml.v3"
)

// place is an entry of the tree together with what stands around it.
type place struct {
	node   *yaml.Node
	key    *yaml.Node // of an entry of a mapping; nil for a list item and the root
	index  int        // of a list item
	parent *place     // nil for the root
	indent int        // the column of the block around it, as span takes it
}

func (d *Doc) rootPlace() *place { return &place{node: d.root, indent: -1} }

// pair returns the entry of a mapping whose key is Content[i].
func (p *place) pair(i int) *place {
	return &place{node: p.node.Content[i+1], key: p.node.Content[i], parent: p, indent: p.inner()}
}

// item returns item i of a list.
func (p *place) item(i int) *place {
	return &place{node: p.node.Content[i], index: i, parent: p, indent: p.inner()}
}

func (p *place) inner() int {
	if p.node.Style&yaml.FlowStyle != 0 {
		return p.indent
	}
	return indentOf(p.node)
}

// absent reports whether p is a key without a value, which says the same as no
// key at all.
func (p *place) absent() bool {
	return p.node.Kind == yaml.ScalarNode && p.node.Tag == "!!null"
}

// step returns the entry of p with this key or index, or nil.
func (p *place) step(name string) *place {
	switch p.node.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(p.node.Content); i += 2 {
			if k := p.node.Content[i]; k.Kind == yaml.ScalarNode && k.Value == name {
				return p.pair(i)
			}
		}
	case yaml.SequenceNode:
		if i, err := strconv.Atoi(name); err == nil && i >= 0 && i < len(p.node.Content) {
			return p.item(i)
		}
	}
	return nil
}
