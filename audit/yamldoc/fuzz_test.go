package yamldoc

import (
	"bytes"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"
)

// FuzzEdit makes an edit of any document at all. Whatever is written there, an
// edit is either refused or says what was intended, and an edit in place
// changes no line outside its entry.
func FuzzEdit(f *testing.F) {
	for i, src := range fuzzSeeds() {
		for verb := range uint8(4) {
			f.Add([]byte(src), uint16(i), verb, uint8(i), "a text")
		}
	}
	f.Fuzz(func(t *testing.T, src []byte, pick uint16, verb, kind uint8, text string) {
		if _, problems := Parse(src); len(problems) > 0 || len(src) > 4000 {
			t.Skip()
		}
		before, err := modelOf(src)
		if err != nil {
			t.Fatal(err)
		}
		e := fuzzEdit(before, pick, verb, kind, text)
		given := bytes.Clone(src)
		got, how, err := e.run(src)
		if !bytes.Equal(src, given) {
			t.Fatal("the source was changed")
		}
		if err != nil {
			if !errors.Is(err, ErrRefused) {
				t.Fatal(err)
			}
			return
		}
		if _, problems := Parse(got); len(problems) > 0 {
			t.Fatalf("%v gives %q: %v", e, got, problems)
		}
		after, err := modelOf(got)
		if err != nil {
			t.Fatal(err)
		}
		if isEmpty(after) {
			after = null()
		}
		if diff := cmp.Diff(e.model(before), sorted(after), compareModels); diff != "" {
			t.Fatalf("%v gives %q (-want +got):\n%s", e, got, diff)
		}
		if how == spliced {
			checkLines(t, e, before, src, got)
		}
		if again, _, err := e.run(got); e.verb == "set" && (err != nil || !bytes.Equal(again, got)) {
			t.Fatalf("%v gives %q, and a second time %q: %v", e, got, again, err)
		}
	})
}

func fuzzSeeds() []string {
	return []string{
		"",
		"a: 1\nb:\n  c: [x, {y: z}] # c\n  d:\n# e\n\n  f: |+\n    text\n\nlast: 'it''s'\n",
		"\ufeffm:\r\n- id: x\r\n  by: 2026-11-02\r\n  # c\r\n-\r\n  - {a: \"b\\\"\", c: }\r\n  - plain\r\n    text\r\n",
		"{\"a\": [1, 2], \"b\": {\"c\": null}}",
		"---\n# c\na: >-2\n    folded\n\n   more\n  # c\nb: {}\nc: []\n...\n",
		"- a\n- b: 1\n  c: 2\n- []\n",
		"? a\n: b\n\"c d\" :\n- 1\n",
	}
}

// fuzzEdit picks an edit of an entry that is there, or next to one.
func fuzzEdit(m any, pick uint16, verb, kind uint8, text string) edit {
	text = strings.ToValidUTF8(text, "")
	paths := pathsOf(m, nil)
	path := []string{text}
	if len(paths) > 0 {
		path = paths[int(pick)%len(paths)]
	}
	values := []any{
		text, Number("0.150"), true, 3, day("2026-11-02"),
		Map{{"level", 3}, {text + "x", text}},
		Map{{"level", 3}, {"on", day("2026-11-02")}, {"evidence", Map{{"vouched", text}}}, {"list", []string{text}}},
		[]string{text, "x"}, []Map{{{"id", text}}}, Map{}, []string{},
	}
	e := edit{verb: "set", path: path, value: values[int(kind)%len(values)]}
	switch verb % 4 {
	case 1:
		e.path = append(slices.Clone(path), text)
	case 2:
		e.verb = "append"
	case 3:
		e.verb, e.value = "delete", nil
	}
	return e
}

func pathsOf(m any, path []string) [][]string {
	var paths [][]string
	add := func(name string, value any) {
		below := append(slices.Clone(path), name)
		paths = append(append(paths, below), pathsOf(value, below)...)
	}
	switch m := m.(type) {
	case object:
		for _, e := range m {
			add(e.key, e.value)
		}
	case []any:
		for i, item := range m {
			add(strconv.Itoa(i), item)
		}
	}
	return paths
}

// checkLines checks that the lines in front of the node before the entry, and
// those from the node behind it on, are the same.
func checkLines(t *testing.T, e edit, m any, src, got []byte) {
	t.Helper()
	if bytes.Contains(bytes.ReplaceAll(src, []byte("\r\n"), nil), []byte("\r")) {
		return // these lines are harder to count
	}
	changed := changedEntry(e, m)
	if len(changed) == 0 {
		return
	}
	var n yaml.Node
	if err := yaml.Unmarshal(src, &n); err != nil {
		t.Fatal(err)
	}
	lines := bytes.SplitAfter(src, []byte("\n"))
	before, behind := linesAround(nodeLines(n.Content[0], nil, false), changed, len(lines))
	front := bytes.Join(lines[:before], nil)
	if e.verb == "delete" && !bytes.HasSuffix(src, []byte("\n")) {
		front = bytes.TrimRight(front, "\r\n") // the new last line has none either
	}
	if !bytes.HasPrefix(got, front) {
		t.Fatalf("%v gives %q: it no longer starts with %q", e, got, front)
	}
	rest := bytes.TrimLeft(bytes.Join(lines[behind:], nil), " ") // it may move up behind a dash
	if !bytes.HasSuffix(got, rest) {
		t.Fatalf("%v gives %q: it no longer ends with %q", e, got, rest)
	}
}

// changedEntry returns the path of the entry in whose text an edit falls.
func changedEntry(e edit, m any) []string {
	path := e.path
	for len(path) > 0 && modelGet(m, path) == nil {
		path = path[:len(path)-1]
	}
	if e.verb != "delete" || len(path) < len(e.path) {
		return path
	}
	around := path[:len(path)-1]
	direct := func(p []string) bool { return len(p) > 1 }
	if len(slices.DeleteFunc(pathsOf(modelGet(m, around), nil), direct)) == 1 {
		return around // left empty, it is written anew
	}
	return path
}

// nodeLine is a key or value in a document.
type nodeLine struct {
	path   []string
	line   int
	inFlow bool
}

func nodeLines(n *yaml.Node, path []string, inFlow bool) []nodeLine {
	nodes := []nodeLine{{path, n.Line, inFlow}}
	inFlow = inFlow || n.Style&yaml.FlowStyle != 0
	for i := 0; i < len(n.Content); i++ {
		name := strconv.Itoa(i)
		if n.Kind == yaml.MappingNode {
			name = n.Content[i].Value
			nodes = append(nodes, nodeLine{append(slices.Clone(path), name), n.Content[i].Line, inFlow})
			i++
		}
		nodes = append(nodes, nodeLines(n.Content[i], append(slices.Clone(path), name), inFlow)...)
	}
	return nodes
}

// linesAround returns how many lines are in front of the nodeLine before an entry,
// and how many are in front of the nodeLine behind it: all when there is none.
func linesAround(nodes []nodeLine, path []string, all int) (before, behind int) {
	isIn := func(s nodeLine) bool { return len(s.path) >= len(path) && slices.Equal(s.path[:len(path)], path) }
	first := slices.IndexFunc(nodes, isIn)
	next := first
	for next < len(nodes) && isIn(nodes[next]) {
		next++
	}
	if first > 0 {
		before = nodes[first-1].line - 1
	}
	shared := 0 // a line that the entry may share with what is behind it
	for _, s := range nodes[next:] {
		if s.inFlow && shared == 0 {
			shared = s.line
		}
		if s.line > shared {
			return before, s.line - 1
		}
	}
	return before, all
}
