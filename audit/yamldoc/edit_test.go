package yamldoc

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// editCase is one edit and what it gives. Every case of TestEdit is also run
// with CRLF, with a byte order mark and without the last line break.
type editCase struct {
	name  string
	verb  string // "append" or "delete"; Set when empty
	src   string
	path  string // steps with "/" between them
	value any
	want  string
}

func (c editCase) run(src string) ([]byte, manner, error) {
	return edit{c.verb, strings.Split(c.path, "/"), c.value}.run([]byte(src))
}

func day(date string) time.Time {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		panic(err)
	}
	return t
}

// variants are the ways in which a text may be stored. Each keeps what an edit
// must keep.
func variants() map[string]func(string) string {
	crlf := func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
	return map[string]func(string) string{
		"as it is":            func(s string) string { return s },
		"CRLF":                crlf,
		"byte order mark":     func(s string) string { return byteOrderMark + s },
		"no last line break":  func(s string) string { return strings.TrimSuffix(s, "\n") },
		"all three":           func(s string) string { return byteOrderMark + crlf(strings.TrimSuffix(s, "\n")) },
		"no last break, CRLF": func(s string) string { return crlf(strings.TrimSuffix(s, "\n")) },
	}
}

func TestEdit(t *testing.T) {
	cases := append(setCases(), mapCases()...)
	cases = append(cases, listCases()...)
	cases = append(cases, deleteCases()...)
	for _, c := range cases {
		for name, stored := range variants() {
			if strings.Contains(stored(c.want), "\r\n") && !strings.Contains(stored(c.src), "\r\n") {
				continue // the file does not show which line break it uses
			}
			t.Run(c.name+"/"+name, func(t *testing.T) {
				got, how, err := c.run(stored(c.src))
				if err != nil {
					t.Fatal(err)
				}
				if how == reencoded {
					t.Error("the whole file was written anew")
				}
				if diff := cmp.Diff(stored(c.want), string(got)); diff != "" {
					t.Errorf("%s (-want +got):\n%s", c.path, diff)
				}
			})
		}
	}
}

// A document that is empty but for comments gets its first entry at the end.
func TestFirstEntry(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"nothing at all", "", "a: 1\n"},
		{"comments", "# plan\n", "# plan\na: 1\n"},
		{"comments without a last line break", "# plan", "# plan\na: 1\n"},
		{"CRLF", "# plan\r\n\r\n", "# plan\r\n\r\na: 1\r\n"},
		{"byte order mark", "\ufeff", "\ufeffa: 1\n"},
		{"start of a document", "---\n# plan\n", "---\n# plan\na: 1\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Set([]byte(tt.src), []string{"a"}, 1)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, string(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// A value that the file has already changes nothing, however it is written.
func TestSameValue(t *testing.T) {
	tests := []struct {
		name, src string
		value     any
	}{
		{"number", "a:  3  # c\n", 3},
		{"digits", "a: 0.150\n", Number("0.150")},
		{"truth value", "a: true\n", true},
		{"date", "a: 2026-11-02\n", day("2026-11-02")},
		{"plain text over lines", "a: one\n  two\n", "one two"},
		{"quoted text", "a: 'one'\n", "one"},
		{"quoted digits", "a: \"26\"\n", "26"},
		{"folded text", "a: >-\n  one\n  two\n", "one two"},
		{"list on several lines", "a:\n  - x # c\n\n  - \"z\"\n", []string{"x", "z"}},
		{"keys in another order", "a: { on: 2026-11-02,  level: 3 }\n", Map{{"level", 3}, {"on", day("2026-11-02")}}},
		{"nil entries", "a:\n  level: 3\n", Map{{"note", nil}, {"level", 3}}},
		{"records", "a:\n- {id: x} # c\n- id: 'z'\n", []Map{{{"id", "x"}}, {{"id", "z"}}}},
		{"empty list", "a: [ ]\n", []string{}},
		{"empty mapping", "a: { }\n", Map(nil)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, how, err := set([]byte(tt.src), []string{"a"}, tt.value)
			if err != nil || how != unchanged || string(got) != tt.src {
				t.Errorf("got %q, manner %d, error %v", got, how, err)
			}
		})
	}
}

// What cannot be edited in place is written anew as a whole: what it says and
// its comments are kept.
func TestReencode(t *testing.T) {
	cases := []editCase{
		{
			name: "key behind a question mark",
			src:  "# one\n? a\n: 1\n\nb:   2 # two\n", path: "a", value: 7,
			want: "# one\na: 7\nb: 2 # two\n",
		},
		{
			name: "indentation",
			src:  "b:\n  c:  2\n  ? a\n  : 1\n", path: "b/a", value: 7,
			want: "b:\n  c: 2\n  a: 7\n",
		},
		{
			name: "CRLF and byte order mark",
			src:  "\ufeff? a\r\n: 1\r\nb:   2 # two\r\n", path: "a", value: "x",
			want: "\ufeffa: x\r\nb: 2 # two\r\n",
		},
		{
			name: "list in a list",
			src:  "- - x # one\n  - 2\n", path: "0/0", value: "y: z",
			want: "- - \"y: z\" # one\n  - 2\n",
		},
		{
			name: "entry without a value between braces",
			src:  "m: {a, c: ~} # one\nn:\n", path: "m/a", value: []string{"x"},
			want: "m: {a: [x], c: ~} # one\nn:\n",
		},
		{
			name: "delete in front of a comment between brackets", verb: "delete",
			src: "m: [\n  a, # one\n  b, # two\n]\n", path: "m/1",
			want: "m: [a, # one\n]\n",
		},
		{
			name: "delete the last item of a document", verb: "delete",
			src: "- a\n", path: "0",
			want: "[]\n",
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, how, err := c.run(c.src)
			if err != nil || how != reencoded {
				t.Fatalf("manner %d, error %v", how, err)
			}
			if diff := cmp.Diff(c.want, string(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	tests := []struct {
		name  string
		c     editCase
		wants string
	}{
		{
			"not YAML", editCase{src: "a: 1\nb: [\n", path: "a", value: 2},
			`cannot edit a: line `,
		},
		{
			"below a text", editCase{src: "i:\n  name: x\n", path: "i/name/first", value: "y"},
			`cannot edit i.name.first: i.name (line 2) is a single value and has no entries`,
		},
		{
			"item beyond the end", editCase{src: "m:\n  - a\n", path: "m/1", value: "y"},
			`cannot edit m[1]: m (line 2) is a list of 1 without an item "1"; the first is item 0`,
		},
		{
			"item with a sign", editCase{src: "m: [a]\n", path: "m/+0", value: "y"},
			`cannot edit m."+0": m (line 1) is a list of 1 without an item "+0"; the first is item 0`,
		},
		{
			"key of a list", editCase{src: "m: [a]\n", path: "m/id", value: "y"},
			`cannot edit m.id: m (line 1) is a list of 1 without an item "id"; the first is item 0`,
		},
		{
			"key of a document without keys", editCase{src: "text\n", path: "m", value: "y"},
			`cannot edit m: the document (line 1) is a single value and has no entries`,
		},
		{
			"append to a text", editCase{verb: "append", src: "i:\n  name: x\n", path: "i/name", value: "y"},
			`cannot edit i.name: line 2 holds no list`,
		},
		{
			"append nothing to a mapping", editCase{verb: "append", src: "m: {}\n", path: "m"},
			`cannot edit m: line 1 holds no list`,
		},
		{
			"delete from what is not YAML", editCase{verb: "delete", src: "a: 1\nb: [\n", path: "a"},
			`cannot edit a: line `,
		},
		{
			"text that is not UTF-8", editCase{src: "a: 1\n", path: "a", value: "\xff"},
			`cannot edit a: the text "\xff" is not UTF-8`,
		},
		{
			"text deep down that is not UTF-8", editCase{src: "a: 1\n", path: "a", value: []Map{{{"b", []string{"\xff"}}}}},
			`cannot edit a: the text "\xff" is not UTF-8`,
		},
		{
			"words for a number", editCase{src: "a: 1\n", path: "a", value: Number("many")},
			`cannot edit a: "many" is not a number`,
		},
		{
			"append words for a number", editCase{verb: "append", src: "a: []\n", path: "a", value: Number("1 000")},
			`cannot edit a: "1 000" is not a number`,
		},
		{
			"another type", editCase{src: "a: 1\n", path: "a", value: 1.5},
			`cannot edit a: a value of type float64 has no form in YAML here`,
		},
		{
			"a comment would be lost", editCase{src: "a: [ # why\n  x]\n? b\n: 1\n", path: "b", value: 2},
			`cannot edit b: line 4 is written in a way that cannot be changed without touching the rest of the file`,
		},
		{
			"a comment elsewhere would be lost", editCase{verb: "delete", src: "a: [ # why\n  x]\n? b\n: 1\n", path: "b"},
			`cannot edit b: line 4 is written in a way that cannot be changed without touching the rest of the file`,
		},
		{
			"a key twice", editCase{src: "a: 1\n", path: "b", value: Map{{"x", 1}, {"x", 2}, {"z", 3}}},
			`cannot edit b: line 1 is`,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, _, err := tt.c.run(tt.c.src)
			if !errors.Is(err, ErrRefused) {
				t.Fatalf("got %q and error %v, want a refusal", got, err)
			}
			if !strings.HasPrefix(err.Error(), tt.wants) {
				t.Errorf("error\n%s\nwant\n%s", err, tt.wants)
			}
		})
	}
}

func TestEmptyPath(t *testing.T) {
	_, setErr := Set(nil, nil, 1)
	_, appendErr := Append(nil, nil, 1)
	_, deleteErr := Delete(nil, nil)
	for verb, err := range map[string]error{"set": setErr, "append": appendErr, "delete": deleteErr} {
		if !errors.Is(err, ErrRefused) {
			t.Errorf("%s: error %v, want a refusal", verb, err)
		}
	}
}
