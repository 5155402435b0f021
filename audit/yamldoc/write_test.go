package yamldoc

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"pgregory.net/rapid"
)

// extent is where an entry stands in a written document.
type extent struct {
	path       []string
	start, end int // from its key or dash to the end of its value
	inFlow     bool
	isBlock    bool // a mapping or list without brackets
	value      any
}

// writer writes a random document in the way that people write plans, and
// notes where each entry is. It shares no code with the editor.
type writer struct {
	t        *rapid.T
	b        strings.Builder
	newline  string
	step     int // columns by which a mapping stands further in than its key
	list     int // columns by which a list does
	comments int
	entries  []extent
}

func writeDocument(t *rapid.T) (w *writer, m any) {
	w = &writer{
		t:       t,
		newline: rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "newline"),
		step:    rapid.IntRange(1, 4).Draw(t, "step"),
		list:    rapid.IntRange(0, 3).Draw(t, "list"),
	}
	if w.maybe("byte order mark") {
		w.b.WriteString("\ufeff")
	}
	w.between(0)
	m = w.mapping(nil, 0, 3)
	w.between(0)
	return w, m
}

// text returns the document, sometimes without its last line break.
func (w *writer) text() string {
	if w.maybe("no last line break") {
		return strings.TrimSuffix(w.b.String(), w.newline)
	}
	return w.b.String()
}

func (w *writer) maybe(what string) bool { return rapid.IntRange(0, 3).Draw(w.t, what) == 0 }

func (w *writer) put(s string) { w.b.WriteString(s) }

func (w *writer) line(indent int, s string) {
	w.put(strings.Repeat(" ", indent) + s + w.newline)
}

// comment returns a comment that is nowhere else in the document.
func (w *writer) comment() string {
	w.comments++
	example := rapid.SampledFrom([]string{"", " key: value", " - {id: x}", " it's \"so\""}).Draw(w.t, "comment")
	return fmt.Sprintf("# <%d>%s", w.comments, example)
}

// between writes what may stand between two entries.
func (w *writer) between(indent int) {
	for w.maybe("between") {
		if w.maybe("blank") {
			w.put(w.newline)
			continue
		}
		deepest := 2
		if w.afterText() {
			deepest = 0 // further in, it would be part of the text
		}
		w.line(max(0, indent+rapid.IntRange(-2, deepest).Draw(w.t, "shift")), w.comment())
	}
}

// afterText reports whether the last entry is text over several lines.
func (w *writer) afterText() bool {
	if len(w.entries) == 0 {
		return false
	}
	text, ok := w.entries[len(w.entries)-1].value.(datum)
	return ok && strings.HasSuffix(text.text, "last")
}

// endLine ends the line of a value, sometimes with a comment.
func (w *writer) endLine() {
	if w.maybe("comment behind") {
		w.put(strings.Repeat(" ", rapid.IntRange(1, 3).Draw(w.t, "space")) + w.comment())
	}
	w.put(w.newline)
}

func (w *writer) keys() []string {
	words := []string{"id", "on", "level", "business-goal", "name", "x2", "été", "a key"}
	n := rapid.IntRange(1, 4).Draw(w.t, "entries")
	return rapid.Permutation(words).Draw(w.t, "keys")[:n]
}

func (w *writer) mapping(path []string, indent, depth int) any {
	o := object{}
	for i, key := range w.keys() {
		if i > 0 {
			w.between(indent)
			w.put(strings.Repeat(" ", indent))
		}
		o = append(o, member{key, w.entry(path, key, indent, depth)})
	}
	return o
}

// entry writes a key and its value, up to the end of the line.
func (w *writer) entry(path []string, key string, indent, depth int) any {
	at := len(w.entries)
	w.entries = append(w.entries, extent{path: append(slices.Clone(path), key), start: w.b.Len()})
	quoted := key
	if w.maybe("quoted key") {
		quoted = `"` + key + `"`
	}
	w.put(quoted + ":")
	value := w.value(w.entries[at].path, indent, depth, at)
	w.entries[at].value = value
	return value
}

// value writes a value behind a colon, and notes the end of entry at.
func (w *writer) value(path []string, indent, depth, at int) any {
	kinds := []string{"scalar", "scalar", "flow", "none", "lines"}
	if depth > 0 {
		kinds = append(kinds, "mapping", "list", "mapping", "list")
	}
	switch kind := rapid.SampledFrom(kinds).Draw(w.t, "kind"); kind {
	case "mapping":
		w.endLine()
		in := indent + w.step
		w.between(in)
		w.put(strings.Repeat(" ", in))
		m := w.mapping(path, in, depth-1)
		w.entries[at].end, w.entries[at].isBlock = w.lastEnd(), true
		return m
	case "list":
		w.endLine()
		m := w.items(path, indent+w.list, depth-1)
		w.entries[at].end, w.entries[at].isBlock = w.lastEnd(), true
		return m
	case "lines":
		return w.lines(indent, at)
	case "none":
		w.entries[at].end = w.b.Len()
		w.endLine()
		return null()
	default:
		w.put(strings.Repeat(" ", rapid.IntRange(1, 3).Draw(w.t, "space")))
		m := w.inline(path, 2*depth*len(kind)%5, false)
		w.entries[at].end = w.b.Len()
		w.endLine()
		return m
	}
}

// lastEnd is the end of the entry that was written last.
func (w *writer) lastEnd() int {
	end := 0
	for _, e := range w.entries {
		end = max(end, e.end)
	}
	return end
}

func (w *writer) items(path []string, indent, depth int) any {
	list := []any{}
	for i := range rapid.IntRange(1, 3).Draw(w.t, "items") {
		w.between(indent)
		w.put(strings.Repeat(" ", indent))
		at := len(w.entries)
		w.entries = append(w.entries, extent{path: append(slices.Clone(path), strconv.Itoa(i)), start: w.b.Len()})
		w.put("- ")
		var value any
		if w.maybe("inline item") || depth < 0 {
			value = w.inline(w.entries[at].path, 1, false)
			w.entries[at].end = w.b.Len()
			w.endLine()
		} else {
			value = w.mapping(w.entries[at].path, indent+2, depth)
			w.entries[at].end, w.entries[at].isBlock = w.lastEnd(), true
		}
		w.entries[at].value = value
		list = append(list, value)
	}
	return list
}

// lines writes text over several lines.
func (w *writer) lines(indent, at int) any {
	words := rapid.SliceOfN(rapid.SampledFrom([]string{"one", "two: 2", "# three", "", "it's"}), 0, 3).Draw(w.t, "lines")
	words = append(words, "last")
	w.put(" |-")
	if w.maybe("comment behind") {
		w.put("  " + w.comment())
	}
	w.put(w.newline)
	for _, word := range words {
		if word != "" {
			w.put(strings.Repeat(" ", indent+w.step) + word)
		}
		w.entries[at].end = w.b.Len()
		w.put(w.newline)
	}
	return datum{"!!str", strings.Join(words, "\n")}
}

// inline writes a value on one line.
func (w *writer) inline(path []string, depth int, inFlow bool) any {
	kinds := []string{"scalar", "scalar"}
	if depth > 0 {
		kinds = append(kinds, "braces", "brackets")
	}
	switch rapid.SampledFrom(kinds).Draw(w.t, "inline") {
	case "braces":
		return w.braces(path, depth-1)
	case "brackets":
		return w.brackets(path, depth-1)
	}
	return w.scalar(inFlow)
}

func (w *writer) scalar(inFlow bool) any {
	s := rapid.SampledFrom([]struct{ text, tag, value string }{
		{"3", "!!int", "3"},
		{"0.150", "!!float", "0.150"},
		{"true", "!!bool", "true"},
		{"2026-11-02", "!!timestamp", "2026-11-02"},
		{"yes", "!!str", "yes"},
		{"She owns it", "!!str", "She owns it"},
		{"a#b:c", "!!str", "a#b:c"},
		{`"é😀 \"x\" # y"`, "!!str", `é😀 "x" # y`},
		{`'it''s'`, "!!str", "it's"},
		{`""`, "!!str", ""},
		{`'a: b, {c}'`, "!!str", "a: b, {c}"},
		{"~", "!!null", ""},
	}).Draw(w.t, "scalar")
	w.put(s.text)
	if s.tag == "!!null" {
		return null()
	}
	return datum{s.tag, s.value}
}

func (w *writer) space(most int) {
	w.put(strings.Repeat(" ", rapid.IntRange(0, most).Draw(w.t, "space")))
}

func (w *writer) braces(path []string, depth int) any {
	o := object{}
	w.put("{")
	w.space(1)
	if !w.maybe("empty") {
		for i, key := range w.keys() {
			if i > 0 {
				w.put(",")
				w.space(2)
			}
			at := w.open(path, key)
			w.put(key + ": ")
			o = append(o, member{key, w.close(at, depth)})
		}
	}
	w.space(1)
	w.put("}")
	return o
}

func (w *writer) brackets(path []string, depth int) any {
	list := []any{}
	w.put("[")
	w.space(1)
	for i := range rapid.IntRange(0, 3).Draw(w.t, "items") {
		if i > 0 {
			w.put(",")
			w.space(2)
		}
		list = append(list, w.close(w.open(path, strconv.Itoa(i)), depth))
	}
	w.space(1)
	w.put("]")
	return list
}

// open and close note an entry between brackets.
func (w *writer) open(path []string, name string) int {
	w.entries = append(w.entries, extent{path: append(slices.Clone(path), name), start: w.b.Len(), inFlow: true})
	return len(w.entries) - 1
}

func (w *writer) close(at, depth int) any {
	value := w.inline(w.entries[at].path, depth, true)
	w.entries[at].value, w.entries[at].end = value, w.b.Len()
	return value
}
