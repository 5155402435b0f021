package yamldoc_test

import (
	"testing"
	"time"

	"forewarn/audit/yamldoc"
)

// What belongs to an entry goes with it, what belongs to the list stays; a file of
// mixed line ends keeps each of them; JSON stays JSON.
func TestWhatBelongsToAnEntry(t *testing.T) {
	const list = "m:\n  # one\n  - a: 1 # x\n\n  # two\n  # more\n  - a: 2\n  # three\n  - a: 3\nz: 1\n"
	const json = "{\n  \"a\": 1,\n  \"b\": {\n    \"c\": \"x\"\n  },\n  \"l\": [\n    {\"k\": 1}\n  ]\n}\n"
	del := func(path ...string) func([]byte) ([]byte, error) {
		return func(src []byte) ([]byte, error) { return yamldoc.Delete(src, path) }
	}
	set := func(value any, path ...string) func([]byte) ([]byte, error) {
		return func(src []byte) ([]byte, error) { return yamldoc.Set(src, path, value) }
	}
	add := func(value yamldoc.Map, path ...string) func([]byte) ([]byte, error) {
		return func(src []byte) ([]byte, error) { return yamldoc.Append(src, path, value) }
	}
	clear := func(path ...string) func([]byte) ([]byte, error) {
		return func(src []byte) ([]byte, error) { return yamldoc.Clear(src, path) }
	}
	for _, c := range []struct {
		name, src string
		edit      func([]byte) ([]byte, error)
		want      string
	}{
		{"the first item", list, del("m", "0"), "m:\n\n  # two\n  # more\n  - a: 2\n  # three\n  - a: 3\nz: 1\n"},
		{"an item in between", list, del("m", "1"), "m:\n  # one\n  - a: 1 # x\n\n  # three\n  - a: 3\nz: 1\n"},
		{"the last item", list, del("m", "2"), "m:\n  # one\n  - a: 1 # x\n\n  # two\n  # more\n  - a: 2\nz: 1\n"},
		{"a comment about the list", "m:\n  # all\n  - a: 1\n  - a: 2\n", del("m", "0"), "m:\n  # all\n  - a: 2\n"},
		{"a comment further out", "m:\n  - a: 1\n# below\n  - a: 2\n", del("m", "1"), "m:\n  - a: 1\n# below\n"},
		{"a comment behind a blank line", "m:\n  - a: 1\n  # about both\n\n  - a: 2\n", del("m", "1"), "m:\n  - a: 1\n  # about both\n\n"},
		{"the only item", "m:\n  # all\n  - a: 1\n", del("m", "0"), "m: []\n  # all\n"},

		{"a value with a comment behind it", "i:\n  live: true  # Is it?\n  name: x\n", clear("i", "live"), "i:\n  live:  # Is it?\n  name: x\n"},
		{"a value without one", "i:\n  live: true\n  name: x\n", clear("i", "live"), "i:\n  name: x\n"},
		{"a value that is not there", "i:\n  name: x\n", clear("i", "live"), "i:\n  name: x\n"},
		{"a value between braces", "i: {live: true, name: x} # both\n", clear("i", "live"), "i: {name: x} # both\n"},

		{"a line end like the line's", "a: 1\nb:\r\n  c: 3\r\n", set("x", "b", "d"), "a: 1\nb:\r\n  c: 3\r\n  d: x\r\n"},
		{"the other way round", "a: 1\r\nb:\n  c: 3\n", set("x", "b", "d"), "a: 1\r\nb:\n  c: 3\n  d: x\n"},
		{"a changed line keeps its own", "a: 1\r\nb: 2\nc: 3\r\n", set("x", "b"), "a: 1\r\nb: x\nc: 3\r\n"},

		{"JSON, another key", json, set("y \"z\"", "b", "d"), "{\n  \"a\": 1,\n  \"b\": {\n    \"c\": \"x\",\n    \"d\": \"y \\\"z\\\"\"\n  },\n  \"l\": [\n    {\"k\": 1}\n  ]\n}\n"},
		{"JSON, another value", json, set(true, "b", "c"), "{\n  \"a\": 1,\n  \"b\": {\n    \"c\": true\n  },\n  \"l\": [\n    {\"k\": 1}\n  ]\n}\n"},
		{"JSON, another item", json, add(yamldoc.Map{{Key: "k", Value: yamldoc.Number("2.5")}, {Key: "d", Value: day("2026-11-02")}}, "l"), "{\n  \"a\": 1,\n  \"b\": {\n    \"c\": \"x\"\n  },\n  \"l\": [\n    {\"k\": 1},\n    {\"k\": 2.5, \"d\": \"2026-11-02\"}\n  ]\n}\n"},
		{"JSON, taken out", json, del("a"), "{\n  \"b\": {\n    \"c\": \"x\"\n  },\n  \"l\": [\n    {\"k\": 1}\n  ]\n}\n"},
		{"JSON on one line", `{"a": {}}`, set("x", "a", "b"), `{"a": {"b": "x"}}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := c.edit([]byte(c.src))
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != c.want {
				t.Errorf("got\n%q\nwant\n%q", got, c.want)
			}
		})
	}
}

func day(text string) time.Time {
	d, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return d
}
