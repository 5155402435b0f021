package yamldoc

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseText(t *testing.T) {
	runReadCases(t, []readCase{
		{
			name: "empty file",
			why:  "nothing is written wrongly, and this type requires no key",
			in:   "",
		},
		{
			name: "only a comment",
			why:  "the same as an empty file",
			in:   "# later\n",
		},
		{
			name: "only a document start",
			why:  "the same as an empty file",
			in:   "---\n",
		},
		{
			name: "byte order mark",
			why:  "some editors write one; it takes up no column",
			in:   "\ufefftitel: a\n",
			want: []string{`1:1-1:6 unknown-key titel: the key "titel" is not known here (did you mean "title"?)`},
		},
		{
			name: "second byte order mark",
			why:  "it does not show, and becomes part of the key",
			in:   "\ufeff\ufefftitle: a\n",
			want: []string{"1:1-1:2 not-readable: there is a character here that does not show: U+FEFF (delete it)"},
		},
		{
			name: "UTF-16 little endian",
			why:  "an encoding of Windows editors",
			in:   "\xff\xfet\x00",
			want: []string{"1:1-1:1 not-readable: the file is in UTF-16 (save it as UTF-8)"},
		},
		{
			name: "UTF-16 without a mark",
			why:  "every second byte is zero, which says it as well as the mark",
			in:   "\x00t\x00i",
			want: []string{"1:1-1:1 not-readable: the file is in UTF-16 (save it as UTF-8)"},
		},
		{
			name: "Latin-1",
			why:  "one problem, because saving the file anew mends all of it",
			in:   "version: 1\ntitle: caf\xe9 cr\xe8me\n",
			want: []string{"2:11-2:12 not-readable: byte 0xE9 is not UTF-8 text (save the file as UTF-8)"},
		},
		{
			name: "control characters",
			why:  "each has to be deleted, so each is reported; columns count characters",
			in:   "title: é\x00\x1b\nlevel: \x7f\n",
			want: []string{
				"1:9-1:10 not-readable: there is a character here that does not show: U+0000 (delete it)",
				"1:10-1:11 not-readable: there is a character here that does not show: U+001B (delete it)",
				"2:8-2:9 not-readable: there is a character here that does not show: U+007F (delete it)",
			},
		},
		{
			name: "line separator",
			why:  "YAML would start a new line there and an editor would not, so that the numbers part",
			in:   "title: a\u2028b\u0085c\u2029\n",
			want: []string{
				"1:9-1:10 not-readable: there is a character here that does not show: U+2028 (delete it)",
				"1:11-1:12 not-readable: there is a character here that does not show: U+0085 (delete it)",
				"1:13-1:14 not-readable: there is a character here that does not show: U+2029 (delete it)",
			},
		},
		{
			name: "Windows line ends",
			why:  "they count as one line each",
			in:   "title: x\r\nversion: 1\r\nbad: 1\r\n",
			want: []string{`3:1-3:4 unknown-key bad: the key "bad" is not known here (known here: version, title, level, when, draft, live, tags, metrics, answers, notes)`},
		},
		{
			name: "old Mac line ends",
			why:  "YAML and editors count them",
			in:   "title: x\rlive: maybe\r",
			want: []string{`2:7-2:12 wrong-type live: this should be true or false, not "maybe"`},
		},
	})
}

func TestParseRefused(t *testing.T) {
	runReadCases(t, []readCase{
		{
			name: "second document",
			why:  "the library would not look at it; the first one is still read",
			in:   "titel: a\n---\ntitle: b\n",
			want: []string{
				`1:1-1:6 unknown-key titel: the key "titel" is not known here (did you mean "title"?)`,
				"2:1-2:4 not-supported: a second document starts here (keep one document in a file)",
			},
		},
		{
			name: "empty second document",
			why:  "what is appended to the file would go there",
			in:   "title: a\n---\n",
			want: []string{"2:1-2:4 not-supported: a second document starts here (keep one document in a file)"},
		},
		{
			name: "end of document",
			why:  "nothing follows it, so it does no harm",
			in:   "---\ntitle: a\n...\n",
		},
		{
			name: "YAML version",
			why:  "the library refuses 1.2 and YAML 1.1 reads some words differently; the rest is read all the same",
			in:   "# plan\n%YAML 1.2\n---\ntitel: a\n",
			want: []string{
				"2:1-2:10 not-supported: a line that starts with % cannot be used in this file (delete the line)",
				`4:1-4:6 unknown-key titel: the key "titel" is not known here (did you mean "title"?)`,
			},
		},
		{
			name: "names for tags",
			why:  "they belong to tags",
			in:   "%TAG ! tag:example.org,2026:\n%TAG !e! tag:example.org,2026:\n---\ntitle: a\n",
			want: []string{
				"1:1-1:29 not-supported: a line that starts with % cannot be used in this file (delete the line)",
				"2:1-2:31 not-supported: a line that starts with % cannot be used in this file (delete the line)",
			},
		},
		{
			name: "anchor",
			why:  "it announces that the value is used elsewhere; the value itself is read",
			in:   "notes: &x {a: [b]}\n",
			want: []string{
				`1:8-1:10 not-supported notes: a named value (&) cannot be used in this file (delete the name with its &)`,
				`1:12-1:13 wrong-type notes.a: this should be one value, not a list`,
			},
		},
		{
			name: "alias",
			why:  "it is not followed, and so not decoded either",
			in:   "version: &one 1\ntags: *one\n",
			want: []string{
				"1:10-1:14 not-supported version: a named value (&) cannot be used in this file (delete the name with its &)",
				"2:7-2:11 not-supported tags: a repeated value (*) cannot be used in this file (write the value out)",
			},
		},
		{
			name: "merge key",
			why:  "it hides what the entry says",
			in:   "notes:\n  <<: {b: c}\n  d: e\n",
			want: []string{`2:3-2:5 not-supported notes."<<": taking in other entries (<<) cannot be used in this file (write the entries out)`},
		},
		{
			name: "merge key in a struct",
			why:  "it is not reported again as an unknown key",
			in:   "<<: {title: a}\n",
			want: []string{`1:1-1:3 not-supported "<<": taking in other entries (<<) cannot be used in this file (write the entries out)`},
		},
		{
			name: "quoted merge key",
			why:  "in quotes it is a key like others",
			in:   "notes: {'<<': a}\n",
		},
		{
			name: "tags",
			why:  "they change what a value is; a tagged value is not decoded",
			in:   "version: !!int \"1\"\ntitle: !!binary aGk=\nnotes: !x {a: b}\ntags: [!!str 1]\n",
			want: []string{
				"1:10-1:15 not-supported version: a tag (!) cannot be used in this file (delete it, or put the value in quotes if the \"!\" is meant)",
				"2:8-2:16 not-supported title: a tag (!) cannot be used in this file (delete it, or put the value in quotes if the \"!\" is meant)",
				"3:8-3:10 not-supported notes: a tag (!) cannot be used in this file (delete it, or put the value in quotes if the \"!\" is meant)",
				"4:8-4:13 not-supported tags[0]: a tag (!) cannot be used in this file (delete it, or put the value in quotes if the \"!\" is meant)",
			},
		},
		{
			name: "exclamation mark",
			why:  "it is a tag without a name, which the library drops in silence",
			in:   "title: ! mind the step\nlevel: low\nnotes: {a: fine! really, b: '! fine'}\n",
			want: []string{"1:8-1:9 not-supported title: a tag (!) cannot be used in this file (delete it, or put the value in quotes if the \"!\" is meant)"},
		},
		{
			name: "tag and anchor on a key",
			why:  "a key is looked at like a value",
			in:   "&k title: a\n!!str level: low\n",
			want: []string{
				"1:1-1:3 not-supported title: a named value (&) cannot be used in this file (delete the name with its &)",
				"2:1-2:6 not-supported level: a tag (!) cannot be used in this file (delete it, or put the value in quotes if the \"!\" is meant)",
			},
		},
		{
			name: "anchor and tag on one value",
			why:  "both have to be deleted",
			in:   "notes: {a: &x !!str 1}\n",
			want: []string{
				"1:12-1:14 not-supported notes.a: a named value (&) cannot be used in this file (delete the name with its &)",
				"1:12-1:14 not-supported notes.a: a tag (!) cannot be used in this file (delete it, or put the value in quotes if the \"!\" is meant)",
			},
		},
		{
			name: "key that is a list",
			why:  "no field can have such a name",
			in:   "? [a, b]\n: c\n{{a: b}: c}: d\n",
			want: []string{
				"1:3-1:9 not-supported: a key must be plain text (put it in quotes)",
				"3:1-3:15 not-supported: a key must be plain text (put it in quotes)",
			},
		},
		{
			name: "input that makes the library panic",
			why:  "its issue 1050: a merge of nothing",
			in:   "{{},<<}",
			want: []string{
				"1:2-1:8 not-supported: a key must be plain text (put it in quotes)",
				`1:5-1:7 not-supported "<<": taking in other entries (<<) cannot be used in this file (write the entries out)`,
			},
		},
	})
}

func TestParseDuplicates(t *testing.T) {
	runReadCases(t, []readCase{
		{
			name: "twice in the document",
			why:  "the second one is wrong, and says where the first one is",
			in:   "title: a\nversion: 1\ntitle: b\n",
			want: []string{`3:1-3:6 duplicate-key title: the key "title" is already on line 1 (keep one of the two)`},
		},
		{
			name: "three times",
			why:  "each one but the first is reported",
			in:   "notes:\n  a: b\n  a: c\n  a: d\n",
			want: []string{
				`3:3-3:4 duplicate-key notes.a: the key "a" is already on line 2 (keep one of the two)`,
				`4:3-4:4 duplicate-key notes.a: the key "a" is already on line 2 (keep one of the two)`,
			},
		},
		{
			name: "once in quotes",
			why:  "quotes do not make another key",
			in:   "metrics:\n  - id: a\n    \"id\": b\n",
			want: []string{`3:5-3:9 duplicate-key metrics[0].id: the key "id" is already on line 2 (keep one of the two)`},
		},
		{
			name: "unknown and twice",
			why:  "both have to be mended",
			in:   "titel: a\ntitel: b\n",
			want: []string{
				`1:1-1:6 unknown-key titel: the key "titel" is not known here (did you mean "title"?)`,
				`2:1-2:6 duplicate-key titel: the key "titel" is already on line 1 (keep one of the two)`,
				`2:1-2:6 unknown-key titel: the key "titel" is not known here (did you mean "title"?)`,
			},
		},
		{
			name: "same key in two items",
			why:  "they are two mappings",
			in:   "metrics: [{id: a}, {id: a}]\n",
		},
	})
}

func TestParseOrder(t *testing.T) {
	_, problems := Parse([]byte("a: &x 1\nb: &y 2\n---\nc: 3\n"))
	var lines []int
	for _, p := range problems {
		lines = append(lines, p.Pos.Line)
	}
	if diff := cmp.Diff([]int{1, 2, 3}, lines); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}

func TestParseDoc(t *testing.T) {
	for _, c := range []struct {
		name, why, in string
		usable        bool
	}{
		{"unknown key", "only Decode can tell", "a: 1\n", true},
		{"anchor", "the tree is whole", "a: &x 1\n", true},
		{"second document", "the first one is whole", "a: 1\n---\n", true},
		{"empty", "an empty plan may be filled", "", true},
		{"not YAML", "there is no tree", "a: [\n", false},
		{"control character", "the text is not parsed", "a: \x01\n", false},
		{"too deep", "what is below is not looked at", "a: " + nested(MaxDepth) + "\n", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if doc, problems := Parse([]byte(c.in)); (doc != nil) != c.usable {
				t.Errorf("Parse returned a document: %v, with %v; %s", doc != nil, problems, c.why)
			}
		})
	}
}
