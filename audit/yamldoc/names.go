package yamldoc

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// Names reports whether a text has one of these keys at its top, be it a document
// without a fault or not: a line begins with one, no further in than the document
// does, or in quotes anywhere; or the document has one that is written in some
// other way.
func Names(src []byte, keys ...string) bool {
	src = src[:min(len(src), MaxBytes)]
	text := bytes.ReplaceAll(src, []byte{0}, nil) // of UTF-16, enough to know a key by
	for _, mark := range []string{"\ufeff", "\xff\xfe", "\xfe\xff"} {
		text = bytes.TrimPrefix(text, []byte(mark))
	}
	if keyLine(text, keys).Match(text) {
		return true
	}
	doc, _ := Parse(src)
	return doc != nil && slices.ContainsFunc(doc.Keys(), func(key string) bool { return slices.Contains(keys, key) })
}

// firstLine matches the first line that says something, with its indentation.
var firstLine = regexp.MustCompile(`(?m)^([ \t]*)[^\s#%-]`)

// keyLine matches a line that begins with one of the keys.
func keyLine(text []byte, keys []string) *regexp.Regexp {
	indent := ""
	if m := firstLine.FindSubmatch(text); m != nil {
		indent = string(m[1])
	}
	key := "(?:" + strings.Join(keys, "|") + ")"
	bare := "(?:--- *|" + indent + `)(?:\{\s*)?` + key
	quoted := `\s*[{,]?\s*["']` + key + `["']`
	return regexp.MustCompile("(?m)^(?:" + bare + "|" + quoted + `)\s*:`)
}

// Keys are those at the top of the document.
func (d *Doc) Keys() []string {
	var keys []string
	if d.root != nil && d.root.Kind == yaml.MappingNode {
		for i := 0; i < len(d.root.Content); i += 2 {
			keys = append(keys, d.root.Content[i].Value)
		}
	}
	return keys
}

// IsEmpty reports whether nothing stands in the document but comments.
func (d *Doc) IsEmpty() bool { return d.root == nil }
