package yamldoc

import (
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"
)

// Cut is a text without quotes that ends where a # begins a comment, which may have
// been meant as a part of it: help #1 desk.
type Cut struct {
	Path          []string // of the value, as At takes it
	Text, Comment string
}

// Cuts returns the texts of the document that are followed by a # and, without a
// space, a letter or a digit.
func (d *Doc) Cuts() []Cut {
	var cuts []Cut
	var walk func(p *place)
	walk = func(p *place) {
		switch p.node.Kind {
		case yaml.MappingNode:
			for i := 0; i+1 < len(p.node.Content); i += 2 {
				walk(p.pair(i))
			}
		case yaml.SequenceNode:
			for i := range p.node.Content {
				walk(p.item(i))
			}
		case yaml.ScalarNode:
			if n := p.node; n.Style == 0 && n.Tag == "!!str" && isMeant(n.LineComment) {
				cuts = append(cuts, Cut{Path: p.steps(), Text: n.Value, Comment: n.LineComment})
			}
		}
	}
	if d.root != nil {
		walk(d.rootPlace())
	}
	return cuts
}

// isMeant reports whether a comment may be a part of the text in front of it.
func isMeant(comment string) bool {
	rest, begins := strings.CutPrefix(comment, "#")
	for _, r := range rest {
		return begins && (unicode.IsLetter(r) || unicode.IsDigit(r))
	}
	return false
}
