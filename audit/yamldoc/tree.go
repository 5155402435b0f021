package yamldoc

import (
	"bytes"
	"slices"

	"gopkg.in/yaml.v3"
)

// apply makes the edit in the tree below root and returns its new root. A nil
// value deletes.
func (t *target) apply(root, value *yaml.Node) *yaml.Node {
	if t.around == nil {
		return &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Content: []*yaml.Node{keyNode(t.key), value}}
	}
	n, first, width := t.around.node, t.index, 1
	entry := []*yaml.Node{value}
	if n.Kind == yaml.MappingNode {
		first, width = 2*t.index, 2
		entry = []*yaml.Node{keyNode(t.key), value}
	}
	switch {
	case value == nil:
		n.Content = slices.Delete(n.Content, first, first+width)
	case t.exists:
		old := n.Content[first+width-1]
		value.HeadComment, value.LineComment, value.FootComment = old.HeadComment, old.LineComment, old.FootComment
		n.Content[first+width-1] = value
	default:
		n.Content = slices.Insert(n.Content, first, entry...)
	}
	if n == root && n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0 && len(n.Content) == 0 {
		return nil
	}
	return root
}

// says reports whether src reads as the tree want.
func says(src []byte, want *yaml.Node) bool {
	got, problems := Parse(src)
	if len(problems) > 0 || got.root == nil || want == nil {
		return len(problems) == 0 && got.root == want
	}
	return sameData(got.root, want)
}

// sameData reports whether two trees say the same. The order of the keys of a
// mapping says nothing.
func sameData(a, b *yaml.Node) bool {
	if a.Kind != b.Kind || a.ShortTag() != b.ShortTag() || len(a.Content) != len(b.Content) {
		return false
	}
	switch a.Kind {
	case yaml.ScalarNode:
		return a.Value == b.Value
	case yaml.MappingNode:
		for i := 0; i < len(a.Content); i += 2 {
			j := i
			if b.Content[j].Value != a.Content[i].Value {
				j = 2 * keyIndex(b, a.Content[i].Value)
			}
			if j < 0 || !sameData(a.Content[i+1], b.Content[j+1]) {
				return false
			}
		}
		return true
	}
	for i := range a.Content {
		if !sameData(a.Content[i], b.Content[i]) {
			return false
		}
	}
	return true
}

// reencode returns the whole tree written anew.
func (d *Doc) reencode() ([]byte, error) {
	var whole yaml.Node // with the comments around the root
	if err := yaml.Unmarshal(d.src, &whole); err != nil || d.root == nil || len(whole.Content) == 0 {
		return nil, errNoSpan
	}
	whole.Content[0] = d.root
	l := layoutOf(d)
	var b bytes.Buffer
	encoder := yaml.NewEncoder(&b)
	encoder.SetIndent(l.step)
	if err := encoder.Encode(&whole); err != nil {
		return nil, err
	}
	if err := encoder.Close(); err != nil {
		return nil, err
	}
	out := bytes.ReplaceAll(b.Bytes(), []byte("\n"), []byte(l.newline))
	if bytes.HasPrefix(d.src, []byte(byteOrderMark)) {
		out = append([]byte(byteOrderMark), out...)
	}
	return out, nil
}

// withoutBlocks returns value with its text over several lines in quotes: there
// are places where such lines would take in what follows, or lose their end.
func withoutBlocks(value *yaml.Node) *yaml.Node {
	if value == nil {
		return nil
	}
	quoted := *value
	if quoted.Style == yaml.LiteralStyle {
		quoted.Style = yaml.DoubleQuotedStyle
	}
	quoted.Content = nil
	for _, n := range value.Content {
		quoted.Content = append(quoted.Content, withoutBlocks(n))
	}
	return &quoted
}
