package yamldoc

func deleteCases() []editCase {
	return []editCase{
		{
			name: "delete an entry with its lines", verb: "delete",
			src: "a: 1\n# about b\nb: # c\n  - x\n  # in b\n  - y # d\n\n# about c\nc: 1\n", path: "b",
			want: "a: 1\n# about b\n\n# about c\nc: 1\n",
		},
		{
			name: "delete the last entry of the file", verb: "delete",
			src: "a: 1\n\nb: 1\n", path: "b",
			want: "a: 1\n\n",
		},
		{
			name: "delete with a nil value",
			src:  "a: 1\nb: 1\n", path: "a", value: nil,
			want: "b: 1\n",
		},
		{
			name: "delete the last entry of a mapping", verb: "delete",
			src: "q:  # answers\n  # business-goal\n  a: 1  # one\n  # more\nr: 1\n", path: "q/a",
			want: "q: {}  # answers\n  # business-goal\n  # more\nr: 1\n",
		},
		{
			name: "delete a list item", verb: "delete",
			src: "m:\n  - id: x # one\n    by: 2\n\n  - id: y\n", path: "m/0",
			want: "m:\n\n  - id: y\n",
		},
		{
			name: "delete the last list item", verb: "delete",
			src: "m:\n  # one\n  - id: x\n    by: 2 # two\n  # three\nn: 1\n", path: "m/0",
			want: "m: []\n  # one\n  # three\nn: 1\n",
		},
		{
			name: "delete the first field of a list item", verb: "delete",
			src: "m:\n  - id: x # one\n    by: 2 # two\n", path: "m/0/id",
			want: "m:\n  - by: 2 # two\n",
		},
		{
			name: "delete the first field of a list item in front of a comment", verb: "delete",
			src: "m:\n  - id: x # one\n    # two\n    by: 2\n", path: "m/0/id",
			want: "m:\n  -\n    # two\n    by: 2\n",
		},
		{
			name: "delete the only field of a list item", verb: "delete",
			src: "m:\n  - id: x # one\n  - y\n", path: "m/0/id",
			want: "m:\n  - {} # one\n  - y\n",
		},
		{
			name: "delete a list item whose dash stands alone", verb: "delete",
			src: "m:\n  -\n    # two\n\n    by: 2 # c\n  - x\n", path: "m/0",
			want: "m:\n  - x\n",
		},
		{
			name: "delete between braces, first", verb: "delete",
			src: "m: {a: 1, b: 2,  c: 3 } # c\n", path: "m/a",
			want: "m: {b: 2,  c: 3 } # c\n",
		},
		{
			name: "delete between braces, middle", verb: "delete",
			src: "m: {a: 1, b: 2,  c: 3 } # c\n", path: "m/b",
			want: "m: {a: 1,  c: 3 } # c\n",
		},
		{
			name: "delete between brackets, last", verb: "delete",
			src: "m: [a, b] # c\n", path: "m/1",
			want: "m: [a] # c\n",
		},
		{
			name: "delete the last entry of a document between braces", verb: "delete",
			src: "{a: 1} # c\n", path: "a",
			want: "{} # c\n",
		},
		{
			name: "delete between brackets, only", verb: "delete",
			src: "m: [a] # c\n", path: "m/0",
			want: "m: [] # c\n",
		},
		{
			name: "delete a key that is not there", verb: "delete",
			src: "m: {a: 1}\n", path: "m/b/c",
			want: "m: {a: 1}\n",
		},
		{
			name: "delete below a text", verb: "delete",
			src: "m: text\n", path: "m/b",
			want: "m: text\n",
		},
		{
			name: "delete an item that is not there", verb: "delete",
			src: "m: [a]\n", path: "m/1",
			want: "m: [a]\n",
		},
	}
}
