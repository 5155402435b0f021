package yamldoc

import (
	"bytes"
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var compareModels = cmp.AllowUnexported(datum{}, member{})

// edit is an edit to try.
type edit struct {
	verb  string // "append" or "delete"; any other is Set
	path  []string
	value any
}

func (e edit) run(src []byte) ([]byte, manner, error) {
	switch e.verb {
	case "append":
		return appendItem(src, e.path, e.value)
	case "delete":
		return remove(src, e.path)
	}
	return set(src, e.path, e.value)
}

func (e edit) model(m any) any {
	switch {
	case e.verb == "append":
		m = modelAppend(m, e.path, e.value)
	case e.verb == "delete" || e.value == nil:
		m = modelDelete(m, e.path)
	default:
		m = modelSet(m, e.path, modelOfValue(e.value))
	}
	if isEmpty(m) {
		return null()
	}
	return sorted(m)
}

func drawText(t *rapid.T) string {
	words := rapid.SampledFrom(awkwardTexts())
	return rapid.OneOf(words, words, rapid.String(), rapid.StringMatching(`[ a#:,\n\t'"{}|>-]{0,8}`)).Draw(t, "text")
}

func drawMap(t *rapid.T, depth int) Map {
	m := Map{}
	keys := rapid.Permutation([]string{"id", "on", "level", "a key", "name", "2026", "né"}).Draw(t, "keys")
	for _, key := range keys[:rapid.IntRange(0, 5).Draw(t, "entries")] {
		m = append(m, Entry{key, drawValue(t, depth-1)})
	}
	return m
}

func drawValue(t *rapid.T, depth int) any {
	most := 5
	if depth > 0 {
		most = 8
	}
	switch rapid.IntRange(0, most).Draw(t, "value") {
	case 0:
		return rapid.Bool().Draw(t, "bool")
	case 1:
		return rapid.Int().Draw(t, "int")
	case 2:
		return Number(rapid.SampledFrom([]string{"26", "0.150", "-3", "1e3"}).Draw(t, "number"))
	case 3:
		return day("2026-11-02")
	case 6:
		return drawMap(t, depth)
	case 7:
		return rapid.SliceOfN(rapid.Custom(drawText), 0, 3).Draw(t, "list")
	case 8:
		var records []Map
		for range rapid.IntRange(0, 2).Draw(t, "records") {
			records = append(records, drawMap(t, depth))
		}
		return records
	}
	return drawText(t)
}

// drawEdit draws an edit of an entry of a document, or of a new entry in one.
func drawEdit(t *rapid.T, w *writer) (e edit, around extent) {
	around = rapid.SampledFrom(w.entries).Draw(t, "entry")
	e = edit{verb: "set", path: around.path, value: drawValue(t, 2)}
	_, isObject := around.value.(object)
	_, isList := around.value.([]any)
	switch rapid.IntRange(0, 3).Draw(t, "verb") {
	case 0:
		e.verb, e.value = "delete", nil
	case 1:
		if isObject || around.value == null() {
			e.path = append(slices.Clone(e.path), rapid.SampledFrom([]string{"new", "two words", "level"}).Draw(t, "key"))
		}
	case 2:
		if isList || around.value == null() {
			e.verb = "append"
		}
	}
	return e, around
}

// Every edit of a plan as people write it is made in place: nothing changes
// but the entry, and the file says what was intended.
func TestEditProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, m := writeDocument(t)
		src := w.text()
		e, around := drawEdit(t, w)
		t.Logf("%s %q %#v in\n%s", e.verb, e.path, e.value, src)
		got, how, err := e.run([]byte(src))
		if errors.Is(err, ErrRefused) && becomesText(e, around, src) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("gives\n%s", got)
		checkModel(t, e, m, got)
		if how == reencoded {
			if !becomesText(e, around, src) {
				t.Error("the whole file was written anew")
			}
			return
		}
		if e.verb == "set" {
			again, _, err := e.run(got)
			if err != nil || !bytes.Equal(again, got) {
				t.Errorf("a second time, it gives %v\n%s", err, again)
			}
		}
		checkOutside(t, w, e, around, src, string(got))
	})
}

// becomesText reports whether the comments below a deleted entry may become
// part of the text in front of it: then it cannot be deleted in place.
func becomesText(e edit, gone extent, src string) bool {
	return e.verb == "delete" && strings.Contains(src[:gone.start], "|-")
}

func checkModel(t *rapid.T, e edit, before any, got []byte) {
	t.Helper()
	said, err := modelOf(got)
	if err != nil {
		t.Fatal(err)
	}
	if isEmpty(said) {
		said = null()
	}
	if diff := cmp.Diff(e.model(before), sorted(said), compareModels); diff != "" {
		t.Fatalf("says something else (-want +got):\n%s", diff)
	}
}

// checkOutside checks that the bytes in front of the entry and from the next
// line with an entry on are the same, and that no comment outside is lost.
func checkOutside(t *rapid.T, w *writer, e edit, around extent, src, got string) {
	t.Helper()
	start, end := min(around.start, len(src)), min(around.end, len(src))
	next := end
	if e.verb == "delete" {
		start, next = w.neighbours(around, src)
	}
	if !strings.HasPrefix(got, src[:start]) {
		t.Errorf("the text in front changed; it was %q", src[:start])
	}
	comment := regexp.MustCompile(`# <\d+>[^\r\n]*`)
	outside := comment.FindAllString(src[:start], -1)
	if around.inFlow {
		if !strings.HasSuffix(got, src[next:]) {
			t.Errorf("the text behind changed; it was %q", src[next:])
		}
		return
	}
	rest := src[end:]
	if e.verb == "delete" || around.isBlock {
		_, rest, _ = strings.Cut(rest, w.newline) // the comment on its line goes with it
	}
	outside = append(outside, comment.FindAllString(rest, -1)...)
	if kept := comment.FindAllString(got, -1); !containsInOrder(kept, outside) {
		t.Errorf("a comment is lost; there were %q outside the entry", outside)
	}
	behind := src[nextContent(src, end, w.newline):]
	if e.verb == "delete" {
		behind = strings.TrimLeft(behind, " ") // it may move up behind a dash
	}
	if !strings.HasSuffix(got, behind) {
		t.Errorf("the text behind changed; it was %q", behind)
	}
}

// neighbours returns where the entry in front of a deleted one ends, and where
// the one behind it starts.
func (w *writer) neighbours(gone extent, src string) (before, behind int) {
	around := gone.path[:len(gone.path)-1]
	before, behind = 0, len(src)
	for _, e := range w.entries {
		switch {
		case slices.Equal(e.path, around):
			before, behind = max(before, e.start), min(behind, e.end)
		case len(e.path) != len(gone.path) || !slices.Equal(e.path[:len(around)], around):
		case e.end <= gone.start:
			before = max(before, e.end)
		case e.start >= gone.end:
			behind = min(behind, e.start)
		}
	}
	return min(before, len(src)), min(behind, len(src))
}

// nextContent returns the start of the first line behind i that is neither
// blank nor a comment.
func nextContent(src string, i int, newline string) int {
	for {
		n := strings.Index(src[i:], newline)
		if n < 0 {
			return len(src)
		}
		i += n + len(newline)
		text := strings.TrimLeft(src[i:], " ")
		if text != "" && !strings.HasPrefix(text, newline) && text[0] != '#' {
			return i
		}
	}
}

func containsInOrder(all, some []string) bool {
	for _, s := range all {
		if len(some) > 0 && s == some[0] {
			some = some[1:]
		}
	}
	return len(some) == 0
}

// awkwardTexts are texts that YAML would take for something else, or lose a
// part of, when they are not quoted.
func awkwardTexts() []string {
	return []string{
		"", " ", "~", "null", "Null", "true", "no", "Yes", "on", "y", "=", "<<", "-", "- a", "?", "? a", ":", ": a", "a:", "a: b", "a :b",
		"#", "# x", "a # b", "a#b", "&a", "*a", "!a", "!!str a", "%a", "@a", "`a`", "|", ">", "'", "''", `"`, `\`, `\n`, "it's", `say "so"`,
		"1", "1.10", "0x1F", "0o7", "017", "1_000", "1e3", "1e400", ".5", "+1", "-1", ".inf", ".nan", "12:30", "12:30:45", "1,000", "1 000", "1.0.0",
		"2026-01-01", "2026-01-32", "2026-1-1", "2026-01-01 10:00:00", "2026-01-01T10:00:00Z",
		" a", "a ", "\ta", "a\t", "a\tb", "\n", "\n\n", "a\n", "a\n\n", "\na", "a\nb", "a\nb\n", " a\nb", "a\n b", "a \nb", "a\n\nb", "a\n \nb", "\ta\nb", "# a\nb", "a\n# b",
		"- a\n- b", "---", "...", "--- a", "a\n---\nb", "a\n...\nb", "a\rb", "a\r\nb", "{a}", "[a]", "a, b", "a]b", "{", "}", ",",
		"é", "😀", "👩\u200d👩\u200d👧", "a\u202eb", "a\ufeffb", "\ufeff", "a\u0085b", "a\u2028b", "a\u2029b", "a\u00a0b", "\u00a0", "\u3000a", "\x00", "\x1b[0m", "\x7f", "\ufffd", "\ufffe", "\U0010ffff",
		strings.Repeat("long ", 2000) + "end", strings.Repeat("x", 10000), strings.Repeat("line\n", 300),
	}
}

// Each awkward text reads back as it is, wherever it is written.
func TestAwkwardTexts(t *testing.T) {
	places := []struct {
		name, src, verb string
		path            []string
		value           func(string) any
	}{
		{"value", "a: 1\nb: 2\n", "set", []string{"a"}, func(s string) any { return s }},
		{"value in double quotes", "a: \"x\"\nb: 2\n", "set", []string{"a"}, func(s string) any { return s }},
		{"value in single quotes", "a: 'x'\nb: 2\n", "set", []string{"a"}, func(s string) any { return s }},
		{"value between braces", "m: {a: 1, b: 2}\n", "set", []string{"m", "a"}, func(s string) any { return s }},
		{"list item", "m:\n- 1\n- 2\n", "set", []string{"m", "0"}, func(s string) any { return s }},
		{"new list item", "m: # c\n  - 1\n", "append", []string{"m"}, func(s string) any { return s }},
		{"item of a new list", "a: 1", "set", []string{"m"}, func(s string) any { return []string{s, s} }},
		{"entry of a mapping", "a: 1", "set", []string{"m"}, func(s string) any { return Map{{"a", s}, {"b", s}} }},
		{"entry of a record", "a: 1", "append", []string{"m"}, func(s string) any { return Map{{"a", s}, {"b", s}, {"c", 1}} }},
		{"text in place of text", "a: |\n  one\n\n  two\nb: 2\n", "set", []string{"a"}, func(s string) any { return s }},
	}
	for _, p := range places {
		t.Run(p.name, func(t *testing.T) {
			for _, text := range awkwardTexts() {
				e := edit{p.verb, p.path, p.value(text)}
				before, err := modelOf([]byte(p.src))
				if err != nil {
					t.Fatal(err)
				}
				got, how, err := e.run([]byte(p.src))
				if err != nil || how == reencoded {
					t.Errorf("%.60q: manner %d, error %v", text, how, err)
					continue
				}
				said, err := modelOf(got)
				if err != nil {
					t.Errorf("%.60q gives %.60q: %v", text, got, err)
				}
				if diff := cmp.Diff(e.model(before), sorted(said), compareModels); diff != "" {
					t.Errorf("%.60q gives %.60q (-want +got):\n%s", text, got, diff)
				}
			}
		})
	}
}

// The key of an entry may be any text.
func TestAwkwardKeys(t *testing.T) {
	for _, key := range awkwardTexts() {
		e := edit{"set", []string{"m", key}, 1}
		got, how, err := e.run([]byte("m:\n  a: 1\n"))
		if err != nil || how != spliced && len(key) < 1000 {
			t.Errorf("%.60q: manner %d, error %v", key, how, err)
			continue
		}
		said, err := modelOf(got)
		if err != nil || modelGet(said, e.path) != modelOfValue(1) {
			t.Errorf("%.60q gives %.90q: %v", key, got, err)
		}
	}
}
