package yamldoc

import (
	"encoding/json"
	"strings"

	"gopkg.in/yaml.v3"
)

// isJSON reports whether the document is JSON, which is YAML too, and is to stay
// what it is.
func (d *Doc) isJSON() bool { return json.Valid(d.src) }

// forJSON returns a value with its days as texts, as JSON has no days.
func forJSON(n *yaml.Node) *yaml.Node {
	if n == nil {
		return nil
	}
	out := *n
	if out.Tag == "!!timestamp" {
		out.Tag = "!!str"
	}
	out.Content = make([]*yaml.Node, len(n.Content))
	for i, child := range n.Content {
		out.Content[i] = forJSON(child)
	}
	return &out
}

// jsonText returns a value as JSON, on one line.
func jsonText(n *yaml.Node) string {
	var parts []string
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i < len(n.Content); i += 2 {
			parts = append(parts, jsonString(n.Content[i].Value)+": "+jsonText(n.Content[i+1]))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case yaml.SequenceNode:
		for _, item := range n.Content {
			parts = append(parts, jsonText(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	switch {
	case n.Tag == "!!null":
		return "null"
	case n.Tag != "!!str" && json.Valid([]byte(n.Value)):
		return n.Value
	}
	return jsonString(n.Value)
}

func jsonString(text string) string {
	var out strings.Builder
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(text) // a string can always be written
	return strings.TrimSuffix(out.String(), "\n")
}

// flow writes a value as it stands between brackets.
func (s splicer) flow(n *yaml.Node) string {
	if s.isJSON() {
		return jsonText(n)
	}
	return flowText(n)
}

// separator is what stands between an entry and the next one behind it: in JSON
// that has each on a line, so has the next.
func (s splicer) separator(before int) string {
	line, _ := s.lineCol(before)
	start := s.lines[line-1]
	if !s.isJSON() || s.skip(start, " \t") != before {
		return ", "
	}
	return "," + s.near(before).newline + string(s.src[start:before])
}
