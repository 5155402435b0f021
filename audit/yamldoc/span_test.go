package yamldoc

import (
	"testing"

	"gopkg.in/yaml.v3"
)

func TestSpan(t *testing.T) {
	tests := []struct {
		name, src string
		path      []string
		want      string
	}{
		{"plain", "a: one two # c\n", []string{"a"}, "one two"},
		{"plain with a hash and a colon", "a: b#c:d\n", []string{"a"}, "b#c:d"},
		{"plain over several lines", "a: one\n  two\n\n  three  # c\nb: 1\n", []string{"a"}, "one\n  two\n\n  three"},
		{"plain on its own line", "a: # c\n  one\n", []string{"a"}, "one"},
		{"plain with a no-break space at the end", "a: one\u00a0\n", []string{"a"}, "one\u00a0"},
		{"no value", "a:  # c\nb: 1\n", []string{"a"}, ""},
		{"single quotes", "a: 'it''s' # c\n", []string{"a"}, "'it''s'"},
		{"single quotes, empty", "a: '' # c\n", []string{"a"}, "''"},
		{"single quotes, only a quote", "a: '''' # c\n", []string{"a"}, "''''"},
		{"single quotes over several lines", "a: 'one\n\n  two' # c\n", []string{"a"}, "'one\n\n  two'"},
		{"double quotes", `a: "say \"so\"\\" # c`, []string{"a"}, `"say \"so\"\\"`},
		{"block", "a: |\n  one\n\n  # no comment\n\n# c\nb: 1\n", []string{"a"}, "|\n  one\n\n  # no comment"},
		{"block that keeps its blank lines", "a: |+\n  one\n\n# c\n", []string{"a"}, "|+\n  one\n"},
		{"block that keeps its blank lines to the end", "a: |+\n  one\n\n", []string{"a"}, "|+\n  one\n"},
		{"block with its own indentation", "a:\n  b: >2-\n      one\n    two\n  c: 1\n", []string{"a", "b"}, ">2-\n      one\n    two"},
		{"block with white space at the end", "a: |\n  one\n    \n \nb: 1\n", []string{"a"}, "|\n  one\n    "},
		{"block without text", "a: | # c\nb: 1\n", []string{"a"}, "| # c"},
		{"block in a list", "a:\n- |\n one\n\n- two\n", []string{"a", "0"}, "|\n one"},
		{"CRLF", "a: |\r\n  one\r\n\r\n  two\r\nb: 1\r\n", []string{"a"}, "|\r\n  one\r\n\r\n  two"},
		{"byte order mark", "\ufeffé: {ü: ö}\n", []string{"é", "ü"}, "ö"},
		{"braces", "a: { b: 1, c: [x, '}'] , } # c\n", []string{"a"}, "{ b: 1, c: [x, '}'] , }"},
		{"braces over several lines", "a: {\n  b: 1, # }\n  c:\n}\nd: 1\n", []string{"a"}, "{\n  b: 1, # }\n  c:\n}"},
		{"braces with a comment in front of the last one", "a: {\n  b: 1 # }\n}\nd: 1\n", []string{"a"}, "{\n  b: 1 # }\n}"},
		{"empty brackets", "a: [ ] # c\n", []string{"a"}, "[ ]"},
		{"key between braces without a value", "a: {b, c: 1}\n", []string{"a", "b"}, ""},
		{"mapping", "a:\n  b: 1 # c\n  c: [x] # d\n\nd: 1\n", []string{"a"}, "b: 1 # c\n  c: [x]"},
		{"list", "a:\n- x\n-\n  y: |\n    z\nb: 1\n", []string{"a"}, "- x\n-\n  y: |\n    z"},
		{"list with an empty item", "a:\n  - x\n  -\nb: 1\n", []string{"a"}, "- x\n  -"},
		{"the whole document", "# c\na: 1\nb: 2 # d\n", nil, "a: 1\nb: 2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, problems := Parse([]byte(tt.src))
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			p := d.rootPlace()
			for _, name := range tt.path {
				p = p.step(name)
			}
			start, end, err := d.span(p.node, p.indent)
			if err != nil {
				t.Fatal(err)
			}
			if got := tt.src[start:end]; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// A node that does not stand where it says has no span, and nothing panics.
func TestSpanOfWrongPlace(t *testing.T) {
	d, _ := Parse([]byte("a: [x]\nb: 'y'\n"))
	tests := []struct {
		name string
		node yaml.Node
	}{
		{"line beyond the end", yaml.Node{Kind: yaml.ScalarNode, Line: 9, Column: 1}},
		{"line 0", yaml.Node{Kind: yaml.ScalarNode}},
		{"column beyond the end", yaml.Node{Kind: yaml.ScalarNode, Line: 2, Column: 90}},
		{"other text", yaml.Node{Kind: yaml.ScalarNode, Line: 1, Column: 1, Value: "b"}},
		{"text beyond the end", yaml.Node{Kind: yaml.ScalarNode, Line: 2, Column: 1, Value: "b: 'y' z"}},
		{"quotes elsewhere", yaml.Node{Kind: yaml.ScalarNode, Line: 1, Column: 1, Style: yaml.DoubleQuotedStyle}},
		{"quotes left open", yaml.Node{Kind: yaml.ScalarNode, Line: 2, Column: 6, Style: yaml.SingleQuotedStyle}},
		{"braces for brackets", yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 4, Style: yaml.FlowStyle}},
		{"brackets left open", yaml.Node{Kind: yaml.SequenceNode, Line: 1, Column: 4, Style: yaml.FlowStyle}},
		{"block without entries", yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}},
		{"alias", yaml.Node{Kind: yaml.AliasNode, Line: 1, Column: 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if start, end, err := d.span(&tt.node, -1); err == nil {
				t.Errorf("got %d to %d, want an error", start, end)
			}
		})
	}
}
