package yamldoc

import (
	"strings"
	"testing"
)

func TestDecodeWrongTypes(t *testing.T) {
	runReadCases(t, []readCase{
		{
			name: "document that is text",
			why:  "a plan is keys with values",
			in:   "# a\nhello\n",
			want: []string{`2:1-2:6 wrong-type: this should be keys with values, not "hello"`},
		},
		{
			name: "document that is a list",
			why:  "a plan is keys with values",
			in:   "- a\n- b\n",
			want: []string{"1:1-1:4 wrong-type: this should be keys with values, not a list"},
		},
		{
			name: "whole numbers",
			why:  "what another reader could take for another number is refused",
			in:   "metrics:\n" + items("id: a, days: ", "1.5", "one", "0x10", "1_000", "010", "+1", "1e3", "99999999999999999999"),
			want: wrongDays(`"1.5"`, `"one"`, `"0x10"`, `"1_000"`, `"010"`, `"+1"`, `"1e3"`, `"99999999999999999999"`),
		},
		{
			name: "number in quotes",
			why:  "it is text, and easily mended",
			in:   "version: \"1\"\nanswers: {a: {b: {level: 128}}}\n",
			want: []string{
				`1:10-1:13 wrong-type version: this should be a whole number, not "1" (take away the quotes)`,
				`2:26-2:29 wrong-type answers.a.b.level: this should be a whole number, not "128"`,
			},
		},
		{
			name: "yes and no",
			why:  "readers disagree on what else is true",
			in:   "draft: yes\nlive: True\n",
			want: []string{
				`1:8-1:11 wrong-type draft: this should be true or false, not "yes"`,
				`2:7-2:11 wrong-type live: this should be true or false, not "True"`,
			},
		},
		{
			name: "true in quotes",
			why:  "it is text, and easily mended",
			in:   "draft: 'true'\n",
			want: []string{`1:8-1:14 wrong-type draft: this should be true or false, not "true" (take away the quotes)`},
		},
		{
			name: "days",
			why:  "a day has one form",
			in: "metrics:\n" + items("id: a, baseline: {value: 2, on: ",
				"2026-13-41}", "2026-2-1}", "2026-02-30}", "1.2.2026}", "2026-02-01T00:00:00Z}", "0001-01-01}"),
			want: wrongOn("2026-13-41", "2026-2-1|2026-02-01", "2026-02-30", "1.2.2026|2026-02-01", "2026-02-01T00:00:00Z|2026-02-01", "0001-01-01"),
		},
		{
			name: "type that reads itself",
			why:  "it says what it needs",
			in:   "metrics: [{id: a, baseline: {value: 3, on: 2026-11-01}}]\n",
			want: []string{`1:37-1:38 wrong-type metrics[0].baseline.value: this should be an even number, not "3"`},
		},
		{
			name: "collections",
			why:  "each kind says what it is",
			in:   "title: [a]\nversion: {a: b}\nwhen: []\ntags: a\nmetrics: {a: b}\nanswers: [a]\nnotes: b\n",
			want: []string{
				"1:1-1:6 wrong-type title: this should be one value, not a list",
				"2:1-2:8 wrong-type version: this should be one value, not keys with values",
				"3:1-3:5 wrong-type when: this should be one value, not a list",
				`4:7-4:8 wrong-type tags: this should be a list, not "a" (start each item with "- ")`,
				`5:1-5:8 wrong-type metrics: this should be a list, not keys with values (start each item with "- ")`,
				"6:1-6:8 wrong-type answers: this should be keys with values, not a list",
				`7:8-7:9 wrong-type notes: this should be keys with values, not "b"`,
			},
		},
		{
			name: "empty items",
			why:  "an item cannot be absent: it was begun and not written",
			in:   "tags: [a, ]\nmetrics:\n  -\n  - id: b\n",
			want: []string{"3:4-3:4 wrong-type metrics[0]: this should be keys with values, not empty"},
		},
		{
			name: "empty item of text",
			why:  "the same for text, of which an empty one is written in quotes",
			in:   "tags:\n  - # later\n  - ~\n",
			want: []string{
				"2:4-2:4 wrong-type tags[0]: this should be one value, not empty",
				"3:5-3:6 wrong-type tags[1]: this should be one value, not empty",
			},
		},
		{
			name: "words",
			why:  "only some are allowed; one that is near is named",
			in:   "level: hihg\nmetrics: [{id: a}]\n",
			want: []string{`1:8-1:12 wrong-type level: "hihg" is not one of the words for this (did you mean "high"?)`},
		},
		{
			name: "words that are near to none",
			why:  "then all of them are named",
			in:   "level: \"\"\n",
			want: []string{`1:8-1:10 wrong-type level: "" is not one of the words for this (write one of: low, middle, high)`},
		},
		{
			name: "list for a word",
			why:  "one problem is enough",
			in:   "level: [low]\n",
			want: []string{"1:1-1:6 wrong-type level: this should be one value, not a list"},
		},
		{
			name: "everything at once",
			why:  "problems of the form and of the values come in the order of the file",
			in:   "version: x\nnotes: {a: 1, a: 2}\ntitel: b\nlevel: &l low\ndraft: 1\n",
			want: []string{
				`1:10-1:11 wrong-type version: this should be a whole number, not "x"`,
				`2:15-2:16 duplicate-key notes.a: the key "a" is already on line 2 (keep one of the two)`,
				`3:1-3:6 unknown-key titel: the key "titel" is not known here (did you mean "title"?)`,
				"4:8-4:10 not-supported level: a named value (&) cannot be used in this file (delete the name with its &)",
				`5:8-5:9 wrong-type draft: this should be true or false, not "1"`,
			},
		},
	})
}

// items writes a list of mappings that all start alike, a line each.
func items(start string, ends ...string) string {
	var b strings.Builder
	for _, end := range ends {
		b.WriteString("  - {" + start + end + "}\n")
	}
	return b.String()
}

func wrongDays(values ...string) []string {
	want := make([]string, len(values))
	for i, v := range values {
		p := Problem{ID: WrongType, Key: key("metrics", i, "days"), Message: "this should be a whole number, not " + v}
		p.Pos = Pos{Line: i + 2, Col: 19, EndLine: i + 2, EndCol: 17 + len(v)}
		want[i] = problemText(p)
	}
	return want
}

func wrongOn(values ...string) []string {
	want := make([]string, len(values))
	for i, v := range values {
		v, meant, isDay := strings.Cut(v, "|")
		p := Problem{ID: WrongType, Key: key("metrics", i, "baseline.on"), Message: `this should be a date such as 2026-11-02, not "` + v + `"`}
		p.Pos = Pos{Line: i + 2, Col: 38, EndLine: i + 2, EndCol: 38 + len(v)}
		if isDay {
			p.Hint = "write " + meant
		}
		want[i] = problemText(p)
	}
	return want
}

func key(list string, i int, field string) string {
	return list + "[" + string(rune('0'+i)) + "]." + field
}
