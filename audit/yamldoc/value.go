package yamldoc

import (
	"fmt"
	"strconv"
	"time"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Number is a number that Set and Append write exactly as it is given, such as
// "26", "0.150" or "-3": the digits that somebody typed say how exact the
// number is.
type Number string

// What is short is written on one line, between brackets: two facts such as
// {vouched: Priya Nair, on: 2026-11-02} are read at a glance, more are not.
const (
	shortEntries = 2
	shortLength  = 60 // characters of all its keys and values
	shortList    = 80 // characters of all items of a list
)

// newNode returns the tree of a value that Set or Append was given.
func newNode(value any) (*yaml.Node, error) {
	switch v := value.(type) {
	case string:
		if !utf8.ValidString(v) {
			return nil, fmt.Errorf("the text %q is not UTF-8", v)
		}
		return textNode(v), nil
	case bool:
		return scalarNode("!!bool", strconv.FormatBool(v)), nil
	case int:
		return scalarNode("!!int", strconv.Itoa(v)), nil
	case time.Time:
		return scalarNode("!!timestamp", v.Format(time.DateOnly)), nil
	case Number:
		return numberNode(string(v))
	case Map:
		return mapNode(v)
	case []string:
		return listNode(v)
	case []int:
		return listNode(v)
	case []Map:
		return listNode(v)
	}
	return nil, fmt.Errorf("a value of type %T has no form in YAML here", value)
}

func scalarNode(tag, text string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: text}
}

// textNode returns the node of a text, quoted or as a block where it has to be.
func textNode(s string) *yaml.Node {
	n := scalarNode("!!str", s)
	switch {
	case isLiteral(s):
		n.Style = yaml.LiteralStyle
	case !isPlain(s):
		n.Style = yaml.DoubleQuotedStyle
	}
	return n
}

// keyNode returns the node of a key. "on" needs no quotes as a key: it is one
// of this file.
func keyNode(s string) *yaml.Node {
	n := scalarNode("!!str", s)
	if !isPlain(s) && !isYesOrNo(s) {
		n.Style = yaml.DoubleQuotedStyle
	}
	return n
}

func numberNode(s string) (*yaml.Node, error) {
	n := scalarNode("", s)
	n.Tag = n.ShortTag()
	if n.Tag != "!!int" && n.Tag != "!!float" {
		return nil, fmt.Errorf("%q is not a number", s)
	}
	return n, nil
}

// mapNode leaves out the entries whose value is nil.
func mapNode(m Map) (*yaml.Node, error) {
	n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	for _, entry := range m {
		if entry.Value == nil {
			continue
		}
		value, err := newNode(entry.Value)
		if err != nil {
			return nil, err
		}
		n.Content = append(n.Content, keyNode(entry.Key), value)
	}
	if len(n.Content) <= 2*shortEntries && textLength(n.Content) <= shortLength {
		n.Style = yaml.FlowStyle
	}
	return n, nil
}

func listNode[T string | int | Map](items []T) (*yaml.Node, error) {
	n := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
	for _, item := range items {
		value, err := newNode(item)
		if err != nil {
			return nil, err
		}
		n.Content = append(n.Content, value)
	}
	n.Style = listStyle(n.Content)
	return n, nil
}

// listStyle puts a list of short texts on one line.
func listStyle(items []*yaml.Node) yaml.Style {
	if textLength(items) <= shortList {
		return yaml.FlowStyle
	}
	return 0
}

// textLength returns the length of some scalars together, or a length that is
// never short when one of them is a collection or needs several lines.
func textLength(nodes []*yaml.Node) int {
	total := 0
	for _, n := range nodes {
		if n.Kind != yaml.ScalarNode || n.Style == yaml.LiteralStyle {
			return shortList + 1
		}
		total += utf8.RuneCountInString(n.Value)
	}
	return total
}
