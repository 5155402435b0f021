package yamldoc

import (
	"strconv"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"
)

func TestAt(t *testing.T) {
	const in = `# a plan
title: Help désk # shown
intent: Owners get
  an answer
note: "two
  lines"
about: >-
  folded

  text

metrics:
  - id: first
    baseline: {value: 26, on: '2026-11-01'}
    stop:
  - # second
    {id: second}
- stray
`
	text := strings.Replace(in, "- stray\n", "empty:\ntags: [é, b, ]\n? complex\n: value\n", 1)
	doc, problems := Parse([]byte(text))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, c := range []struct{ path, why, want string }{
		{"", "the whole document is at the start of the file", "1:1-1:1"},
		{"none", "what is not there is at the nearest entry around it", "1:1-1:1"},
		{"title", "the text without its comment; columns count characters", "2:8-2:17"},
		{"title/none", "a value has no entries", "2:8-2:17"},
		{"intent", "plain text over two lines", "3:9-4:12"},
		{"note", "quoted text over two lines", "5:7-6:9"},
		{"about", "a block of text", "7:8-10:7"},
		{"metrics", "a list is at its key", "12:1-12:8"},
		{"metrics/0", "an item is at its first line", "13:5-13:14"},
		{"metrics/0/id", "a value in an item", "13:9-13:14"},
		{"metrics/0/baseline", "a mapping is at its key", "14:5-14:13"},
		{"metrics/0/baseline/value", "a value between braces", "14:23-14:25"},
		{"metrics/0/baseline/on", "the quotes belong to it", "14:31-14:43"},
		{"metrics/0/baseline/none/deeper", "the nearest entry is the mapping", "14:5-14:13"},
		{"metrics/0/stop", "a key without a value is at its key", "15:5-15:9"},
		{"metrics/1", "an item that starts in another line than its dash", "17:5-17:17"},
		{"metrics/2", "there are two", "12:1-12:8"},
		{"metrics/-1", "an index is not counted from the end", "12:1-12:8"},
		{"metrics/x", "an item has no name", "12:1-12:8"},
		{"empty", "a key without a value is at its key", "18:1-18:6"},
		{"tags/0", "between brackets", "19:8-19:9"},
		{"complex", "a key behind a question mark", "21:3-21:8"},
	} {
		t.Run(c.path, func(t *testing.T) {
			var path []string
			if c.path != "" {
				path = strings.Split(c.path, "/")
			}
			if got := posText(doc.At(path...)); got != c.want {
				t.Errorf("got %s, want %s: %s", got, c.want, c.why)
			}
		})
	}
}

func TestAtByteOrderMark(t *testing.T) {
	doc, _ := Parse([]byte("\ufefftitle: a\r\nlevel: low\r\n"))
	for path, want := range map[string]string{"title": "1:8-1:9", "level": "2:8-2:11"} {
		if got := posText(doc.At(path)); got != want {
			t.Errorf("%s is at %s, not %s", path, got, want)
		}
	}
}

func TestAtEmpty(t *testing.T) {
	doc, _ := Parse([]byte("# nothing yet\n"))
	if got := posText(doc.At("title")); got != "1:1-1:1" {
		t.Errorf("got %s", got)
	}
}

// TestAtSpan writes a tree with the library and reads each value again from
// the text of its place alone.
func TestAtSpan(t *testing.T) {
	text := rapid.OneOf(
		rapid.SampledFrom([]string{"", "a", "a: b", "# a", "it's", "- a", "yes", "1.10", "a\nb", "a\n\nb\n", "  a\nb", "a\n\n", "é", "a\tb", "\"", "x # y", "&a", "*", "[", "{}"}),
		rapid.StringMatching(`[a-z é:#'"\[\]{},\n-]{0,100}`),
	)
	rapid.Check(t, func(t *rapid.T) {
		root := map[string]any{
			"one":  text.Draw(t, "one"),
			"list": rapid.SliceOfN(text, 1, 4).Draw(t, "list"),
			"map":  rapid.MapOfN(rapid.StringMatching(`[a-z]{1,8}`), text, 1, 4).Draw(t, "map"),
		}
		var b strings.Builder
		enc := yaml.NewEncoder(&b)
		enc.SetIndent(rapid.IntRange(2, 6).Draw(t, "indent"))
		if err := enc.Encode(root); err != nil {
			t.Skip(err)
		}
		doc, problems := Parse([]byte(b.String()))
		var back map[string]any
		if len(problems) > 0 || yaml.Unmarshal([]byte(b.String()), &back) != nil {
			t.Skip("the library cannot read what it wrote")
		}
		checkSpan(t, doc, back["one"], "one")
		for i, v := range back["list"].([]any) {
			checkSpan(t, doc, v, "list", strconv.Itoa(i))
		}
		for k, v := range back["map"].(map[string]any) {
			checkSpan(t, doc, v, "map", k)
		}
	})
}

func checkSpan(t *rapid.T, doc *Doc, want any, path ...string) {
	pos := doc.At(path...)
	start, err := doc.offset(pos.Line, pos.Col)
	if err != nil {
		t.Fatal(err)
	}
	end, err := doc.offset(pos.EndLine, pos.EndCol)
	if err != nil {
		t.Fatal(err)
	}
	span := string(doc.src[start:end])
	if strings.HasPrefix(span, "|") || strings.HasPrefix(span, ">") {
		// Where the value stands decides what an indentation in its header means.
		if strings.ContainsAny(span[:2], "123456789") {
			return
		}
		span += "\n"
	}
	var alone map[string]any
	if err := yaml.Unmarshal([]byte("k: "+span), &alone); err != nil {
		t.Fatalf("the text at %s is %q in\n%s\n%v", posText(pos), span, doc.src, err)
	}
	if got := alone["k"]; got != want {
		t.Fatalf("the text at %s is %q, which says %q, not %q, in\n%s", posText(pos), span, got, want, doc.src)
	}
}
