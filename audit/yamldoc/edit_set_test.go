package yamldoc

import "strings"

func setCases() []editCase {
	return []editCase{
		{
			name: "scalar keeps the comment behind it and the space in front",
			src:  "a:\n  level:   2   # for now\n  b: 1\n", path: "a/level", value: 3,
			want: "a:\n  level:   3   # for now\n  b: 1\n",
		},
		{
			name: "quotes stay as they were",
			src:  "a: \"x\" # one\nb: 'y'\n", path: "a", value: "it's",
			want: "a: \"it's\" # one\nb: 'y'\n",
		},
		{
			name: "single quotes stay as they were",
			src:  "b: 'y'\n", path: "b", value: "it's",
			want: "b: 'it''s'\n",
		},
		{
			name: "several lines in place of quoted text",
			src:  "a: \"x\" # one\nb: 2\n", path: "a", value: "one\ntwo",
			want: "a: |- # one\n  one\n  two\nb: 2\n",
		},
		{
			name: "several lines above a comment that would be read as one of them",
			src:  "a: x\n    # one\nb: 2\n", path: "a", value: "one\ntwo",
			want: "a: \"one\\ntwo\"\n    # one\nb: 2\n",
		},
		{
			name: "white space in front of the colon",
			src:  "a : 1\n", path: "a", value: 2,
			want: "a : 2\n",
		},
		{
			name: "new key goes behind a comment one column further in",
			src:  "a: 1\n # one\n# two\n", path: "b", value: 2,
			want: "a: 1\n # one\nb: 2\n# two\n",
		},
		{
			name: "key without a value between braces",
			src:  "m: {\"a\":, b: 'y'}\n", path: "m/a", value: 7,
			want: "m: {\"a\": 7, b: 'y'}\n",
		},
		{
			name: "quotes between braces stay as they were",
			src:  "m: {a: , b: 'y'}\n", path: "m/b", value: "z",
			want: "m: {a: , b: 'z'}\n",
		},
		{
			name: "key without a value",
			src:  "a:\nb:   # to do\nc: 1\n", path: "b", value: "x",
			want: "a:\nb: x   # to do\nc: 1\n",
		},
		{
			name: "null in words",
			src:  "b: ~ # to do\n", path: "b", value: true,
			want: "b: true # to do\n",
		},
		{
			name: "new key goes behind the last entry, with what belongs to it",
			src:  "a:\n  b: 1 # one\n    # more about b\n\n  # about what follows\nc: 1\n", path: "a/z", value: "x",
			want: "a:\n  b: 1 # one\n    # more about b\n  z: x\n\n  # about what follows\nc: 1\n",
		},
		{
			name: "new key in a file with four columns a step",
			src:  "a:\n    b: 1\n", path: "c/d/e", value: "x",
			want: "a:\n    b: 1\nc:\n    d:\n        e: x\n",
		},
		{
			name: "several lines in place of one",
			src:  "a:\n  note: short # kept\n  b: 1\n", path: "a/note", value: "one\n\n  two\n",
			want: "a:\n  note: | # kept\n    one\n\n      two\n  b: 1\n",
		},
		{
			name: "one line in place of several",
			src:  "a:\n  note: |- # kept\n    one\n\n    # not a comment\n\n  b: 1\n", path: "a/note", value: "x",
			want: "a:\n  note: x # kept\n\n  b: 1\n",
		},
		{
			name: "folded text over several lines",
			src:  "a: one\n  two\n\n  three  # end\nb: 1\n", path: "a", value: "x",
			want: "a: x  # end\nb: 1\n",
		},
		{
			name: "value on a line of its own",
			src:  "a:  # why\n  one  # who\nb: 1\n", path: "a", value: "x",
			want: "a: x  # why  # who\nb: 1\n",
		},
		{
			name: "lines in place of a value on a line of its own",
			src:  "a:\n  one\nb: 1\n", path: "a", value: "x\ny",
			want: "a: |-\n  x\n  y\nb: 1\n",
		},
		{
			name: "field of a list item",
			src:  "m:\n  - id: x\n    # lines\n    stop: 24   # hours\n  - {id: y, stop: 3}\n", path: "m/0/stop", value: Number("0.150"),
			want: "m:\n  - id: x\n    # lines\n    stop: 0.150   # hours\n  - {id: y, stop: 3}\n",
		},
		{
			name: "new field of a list item",
			src:  "m:\n- id: x\n\n- id: y\n", path: "m/0/by", value: day("2027-06-30"),
			want: "m:\n- id: x\n  by: 2027-06-30\n\n- id: y\n",
		},
		{
			name: "field between braces",
			src:  "m:\n  - { id: y,  stop: 3 } # c\n", path: "m/0/stop", value: "a, b",
			want: "m:\n  - { id: y,  stop: \"a, b\" } # c\n",
		},
		{
			name: "new field between braces",
			src:  "m: {id: y, list: [1, 2] } # c\n", path: "m/stop/value", value: 4,
			want: "m: {id: y, list: [1, 2], stop: {value: 4} } # c\n",
		},
		{
			name: "field between empty braces in braces",
			src:  "m: {id: y, stop: {}}\n", path: "m/stop/value", value: 4,
			want: "m: {id: y, stop: {value: 4}}\n",
		},
		{
			name: "empty braces become lines",
			src:  "a: {} # answers\nb: 1\n", path: "a/x/y", value: 4,
			want: "a: # answers\n  x:\n    y: 4\nb: 1\n",
		},
		{
			name: "wide characters in front of the entry",
			src:  "a: {\"é😀\": 'ü', b: 1}\n", path: "a/b", value: 2,
			want: "a: {\"é😀\": 'ü', b: 2}\n",
		},
		{
			name: "entry in JSON",
			src:  "{\"a\":{\"b\":[1,2]}}\n", path: "a/b/1", value: 3,
			want: "{\"a\":{\"b\":[1,3]}}\n",
		},
		{
			name: "value between brackets over several lines",
			src:  "a: [\n  x, # one\n  y  # two\n]\n", path: "a/1", value: "z",
			want: "a: [\n  x, # one\n  z  # two\n]\n",
		},
	}
}

func mapCases() []editCase {
	answer := Map{
		{"level", 3},
		{"on", day("2026-11-02")},
		{"evidence", Map{{"vouched", "Priya Nair"}, {"on", day("2026-11-02")}}},
		{"note", nil},
	}
	return []editCase{
		{
			name: "answer into a skeleton with an example",
			src:  "answers:\n  # business-goal:\n  #   level: 2\nobjectives:\n# - {id: …}\n", path: "answers/alignment/business-goal", value: answer,
			want: "answers:\n  # business-goal:\n  #   level: 2\n  alignment:\n    business-goal:\n      level: 3\n      on: 2026-11-02\n      evidence: {vouched: Priya Nair, on: 2026-11-02}\nobjectives:\n# - {id: …}\n",
		},
		{
			name: "answer below an example in a questionnaire",
			src:  "answers:\n  alignment:\n    # business-goal:\n\n    #   level: 2\n\n# Objectives\nobjectives:\n", path: "answers/alignment/first-step", value: Map{{"unknown", "Priya Nair"}},
			want: "answers:\n  alignment:\n    # business-goal:\n\n    #   level: 2\n    first-step: {unknown: Priya Nair}\n\n# Objectives\nobjectives:\n",
		},
		{
			name: "next questionnaire leaves an example with the one before",
			src:  "answers:\n  alignment:\n    first-step: {unknown: Ana}\n    # listening:\n\nx: 1\n", path: "answers/silos/in-step", value: Map{{"level", 1}},
			want: "answers:\n  alignment:\n    first-step: {unknown: Ana}\n    # listening:\n  silos:\n    in-step: {level: 1}\n\nx: 1\n",
		},
		{
			name: "answer again, key by key",
			src:  "q:\n  # why\n  level:  1  # low\n  # since\n  on: 2026-11-01\n  note: 'old' # n\n", path: "q", value: answer,
			want: "q:\n  # why\n  level:  3  # low\n  # since\n  on: 2026-11-02\n  evidence: {vouched: Priya Nair, on: 2026-11-02}\n",
		},
		{
			name: "level in place of unknown comes first",
			src:  "q:\n  # why\n  unknown: Ana # ask\n  on: 2026-11-01\n  # end\n", path: "q", value: Map{{"level", 2}, {"on", day("2026-11-01")}},
			want: "q:\n  # why\n  level: 2\n  on: 2026-11-01\n  # end\n",
		},
		{
			name: "one line becomes several when it has to",
			src:  "q:\n  first: {unknown: Ana}   # ask her\n  second: {level: 1}\n", path: "q/first", value: answer,
			want: "q:\n  first:   # ask her\n    level: 3\n    on: 2026-11-02\n    evidence: {vouched: Priya Nair, on: 2026-11-02}\n  second: {level: 1}\n",
		},
		{
			name: "one line stays one line when it is short",
			src:  "q:\n  first: {level: 1}   # ask her\n", path: "q/first", value: Map{{"level", 2}, {"on", day("2026-11-02")}},
			want: "q:\n  first: {level: 2, on: 2026-11-02}   # ask her\n",
		},
		{
			name: "between braces over several lines, key by key",
			src:  "q: {\n  level: 1, # low\n  on: 2026-11-01\n}\n", path: "q", value: Map{{"level", 2}, {"on", day("2026-11-02")}, {"note", "a: b"}},
			want: "q: {\n  level: 2, # low\n  on: 2026-11-02, note: \"a: b\"\n}\n",
		},
		{
			name: "a mapping in place of a text",
			src:  "q: text # c\nr: 1\n", path: "q", value: answer,
			want: "q: # c\n  level: 3\n  on: 2026-11-02\n  evidence: {vouched: Priya Nair, on: 2026-11-02}\nr: 1\n",
		},
		{
			name: "a text in place of a mapping",
			src:  "q: # c\n  a: 1\n  b: 2 # d\n\nr: 1\n", path: "q", value: "x",
			want: "q: x # c\n\nr: 1\n",
		},
		{
			name: "a mapping behind comments of the value in its place",
			src:  "q: {unknown: Ana}\n  # ask her\nr: 1\n", path: "q", value: answer,
			want: "q:\n  # ask her\n  level: 3\n  on: 2026-11-02\n  evidence: {vouched: Priya Nair, on: 2026-11-02}\nr: 1\n",
		},
		{
			name: "text over several lines needs lines of its own",
			src:  "q: 1\n", path: "r", value: Map{{"level", 1}, {"note", "one\ntwo"}},
			want: "q: 1\nr:\n  level: 1\n  note: |-\n    one\n    two\n",
		},
		{
			name: "long text needs a line of its own",
			src:  "q: 1\n", path: "r", value: Map{{"level", 1}, {"note", strings.Repeat("long ", 12) + "text"}},
			want: "q: 1\nr:\n  level: 1\n  note: " + strings.Repeat("long ", 12) + "text\n",
		},
		{
			name: "empty mapping",
			src:  "q:\n  a: 1\n", path: "q", value: Map{},
			want: "q: {}\n",
		},
		{
			name: "keys that need quotes",
			src:  "q: 1\n", path: "r", value: Map{{"on", 1}, {"2026", 2}, {"a: b", 3}},
			want: "q: 1\nr:\n  on: 1\n  \"2026\": 2\n  \"a: b\": 3\n",
		},
		{
			name: "list item that is a mapping",
			src:  "m:\n  - # first\n    id: x\n  - id: y # second\n    by: 2027-01-01\n", path: "m/1", value: Map{{"id", "z"}, {"on", day("2026-11-02")}},
			want: "m:\n  - # first\n    id: x\n  - id: z # second\n    on: 2026-11-02\n",
		},
	}
}
