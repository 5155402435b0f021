package yamldoc

import "strings"

func listCases() []editCase {
	objective := Map{{"id", "answers"}, {"statement", "Owners find a working answer"}, {"due", day("2027-06-30")}}
	block := "  - id: answers\n    statement: Owners find a working answer\n    due: 2027-06-30\n"
	return []editCase{
		{
			name: "append behind the last item", verb: "append",
			src: "o:\n  # first\n  - {id: x}   # one\n\n  # - {id: example}\np: 1\n", path: "o", value: objective,
			want: "o:\n  # first\n  - {id: x}   # one\n" + block + "\n  # - {id: example}\np: 1\n",
		},
		{
			name: "append to a list as far out as its key", verb: "append",
			src: "o:\n- {id: x}\np: 1\n", path: "o", value: Map{{"id", "z"}},
			want: "o:\n- {id: x}\n- {id: z}\np: 1\n",
		},
		{
			name: "append to an empty list", verb: "append",
			src: "o: [] # none yet\np: 1\n", path: "o", value: objective,
			want: "o: # none yet\n" + block + "p: 1\n",
		},
		{
			name: "append to a key without a value", verb: "append",
			src: "o: # none yet\n# - {id: example}\np: 1\n", path: "o", value: objective,
			want: "o: # none yet\n" + block + "# - {id: example}\np: 1\n",
		},
		{
			name: "append to a list that is not there", verb: "append",
			src: "p:\n  - {id: x}\n", path: "o", value: objective,
			want: "p:\n  - {id: x}\no:\n" + block,
		},
		{
			name: "append below a mapping that is not there", verb: "append",
			src: "p: 1\n", path: "m/readings", value: "x",
			want: "p: 1\nm:\n  readings: [x]\n",
		},
		{
			name: "append between brackets", verb: "append",
			src: "readings: [{on: 2027-02-15, value: 19}] # c\n", path: "readings", value: Map{{"on", day("2027-03-15")}, {"value", Number("18.0")}},
			want: "readings: [{on: 2027-02-15, value: 19}, {on: 2027-03-15, value: 18.0}] # c\n",
		},
		{
			name: "append between brackets of a list item", verb: "append",
			src: "m:\n  - id: x\n    readings: []\n  - id: y\n", path: "m/0/readings", value: Map{{"on", day("2027-03-15")}, {"value", Number("18")}},
			want: "m:\n  - id: x\n    readings:\n      - {on: 2027-03-15, value: 18}\n  - id: y\n",
		},
		{
			name: "append text with lines", verb: "append",
			src: "l:\n  - x\n", path: "l", value: "one\ntwo",
			want: "l:\n  - x\n  - |-\n    one\n    two\n",
		},
		{
			name: "append nothing makes an empty list", verb: "append",
			src: "a: 1\n", path: "o", value: nil,
			want: "a: 1\no: []\n",
		},
		{
			name: "append nothing to a key without a value", verb: "append",
			src: "o: # c\na: 1\n", path: "o", value: nil,
			want: "o: [] # c\na: 1\n",
		},
		{
			name: "append nothing to a list", verb: "append",
			src: "o: [x]\n", path: "o", value: nil,
			want: "o: [x]\n",
		},
		{
			name: "append nothing to an empty list", verb: "append",
			src: "o: [ ]\n", path: "o", value: nil,
			want: "o: [ ]\n",
		},
		{
			name: "list on one line",
			src:  "q: [a, b] # scope\n", path: "q", value: []string{"a", "c, d"},
			want: "q: [a, \"c, d\"] # scope\n",
		},
		{
			name: "list on several lines",
			src:  "q: # scope\n  - a\n  - b\nr: 1\n", path: "q", value: []string{"a", "c", "d"},
			want: "q: # scope\n  - a\n  - c\n  - d\nr: 1\n",
		},
		{
			name: "item of a list on several lines",
			src:  "q:\n  - a # one\n  - b # two\n", path: "q/0", value: "c",
			want: "q:\n  - c # one\n  - b # two\n",
		},
		{
			name: "long list",
			src:  "q: 1\n", path: "r", value: []string{strings.Repeat("a", 50), strings.Repeat("b", 50)},
			want: "q: 1\nr:\n  - " + strings.Repeat("a", 50) + "\n  - " + strings.Repeat("b", 50) + "\n",
		},
		{
			name: "empty list",
			src:  "q: 1\n", path: "r", value: []Map(nil),
			want: "q: 1\nr: []\n",
		},
		{
			name: "list of records",
			src:  "q: 1\n", path: "r", value: []Map{objective, {{"id", "x"}}},
			want: "q: 1\nr:\n" + block + "  - {id: x}\n",
		},
	}
}
