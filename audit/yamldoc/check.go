package yamldoc

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"
)

// checker looks for what the tree of a document may not hold.
type checker struct {
	report
	doc  *Doc
	bare map[spot]bool // where "!" stands alone
}

// spot is the place of a node, as the library counts.
type spot struct{ line, col int }

func (d *Doc) check() []Problem {
	c := checker{doc: d, bare: d.bareTags()}
	c.walk(d.rootPlace(), 1)
	return c.listed()
}

func (c *checker) walk(p *place, depth int) {
	if depth > MaxDepth && p.node.Kind != yaml.ScalarNode {
		c.add(c.doc.pos(p), NotReadable, p.path(), fmt.Sprintf("this is nested more than %d levels deep", MaxDepth), "")
		return
	}
	c.properties(p, p.node)
	switch p.node.Kind {
	case yaml.AliasNode:
		// Never followed: that is how a small file becomes a huge one.
		c.add(c.doc.word(p.node), NotSupported, p.path(), aliasRefused, "write the value out")
	case yaml.MappingNode:
		c.mapping(p, depth)
	case yaml.SequenceNode:
		c.list(p, depth)
	}
}

// properties looks for an anchor and a tag in front of n.
func (c *checker) properties(p *place, n *yaml.Node) {
	if n.Anchor != "" {
		c.add(c.doc.word(n), NotSupported, p.path(), anchorRefused, "delete the name with its &")
	}
	if isTagged(n) || n.Kind == yaml.ScalarNode && c.bare[spot{n.Line, n.Column}] {
		c.add(c.doc.word(n), NotSupported, p.path(), tagRefused, tagHint)
	}
}

func isTagged(n *yaml.Node) bool { return n.Style&yaml.TaggedStyle != 0 }

// bareTags returns where "!" stands alone. The library drops it in silence,
// and with it a part of a text such as "! mind the step".
func (d *Doc) bareTags() map[spot]bool {
	spots := map[spot]bool{}
	for i, start := range d.lines {
		col := 1
		for j, r := range string(d.src[start:d.lineEnd(start)]) {
			next := d.src[start+j+1:]
			if r == '!' && (len(next) == 0 || strings.IndexByte(" \t\r\n", next[0]) >= 0) {
				spots[spot{i + 1, col}] = true
			}
			col++
		}
	}
	return spots
}

func (c *checker) mapping(p *place, depth int) {
	if len(p.node.Content)/2 > MaxKeys {
		c.tooMany(p, "keys")
		return
	}
	first := make(map[string]*yaml.Node, len(p.node.Content)/2)
	for i := 0; i+1 < len(p.node.Content); i += 2 {
		entry := p.pair(i)
		c.key(entry, first)
		c.walk(entry, depth+1)
	}
}

// key checks one key of a mapping, whose earlier ones are in first.
func (c *checker) key(entry *place, first map[string]*yaml.Node) {
	k := entry.key
	c.properties(entry, k)
	switch {
	case k.Kind != yaml.ScalarNode:
		c.add(c.doc.restOfLine(k), NotSupported, entry.parent.path(), "a key must be plain text", "put it in quotes")
	case isMerge(k):
		c.add(c.doc.keyPos(entry), NotSupported, entry.path(), mergeRefused, "write the entries out")
	case first[k.Value] != nil:
		c.add(c.doc.keyPos(entry), DuplicateKey, entry.path(), fmt.Sprintf("the key %q is already on line %d", shorten(k.Value), first[k.Value].Line), "keep one of the two")
	default:
		first[k.Value] = k
	}
}

func isMerge(key *yaml.Node) bool { return key.Tag == "!!merge" }

func (c *checker) list(p *place, depth int) {
	if len(p.node.Content) > MaxKeys {
		c.tooMany(p, "items")
		return
	}
	for i := range p.node.Content {
		c.walk(p.item(i), depth+1)
	}
}

func (c *checker) tooMany(p *place, what string) {
	c.add(c.doc.pos(p), NotReadable, p.path(), fmt.Sprintf("there are more than %d %s here", MaxKeys, what), "")
}
