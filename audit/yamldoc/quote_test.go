package yamldoc

import "testing"

// How a text is written as a value: bare where nobody can take it for anything
// else, and never with characters that do not show.
func TestTextForms(t *testing.T) {
	tests := []struct{ text, block, flow string }{
		{"She owns it", "She owns it", "She owns it"},
		{"what, else?", "what, else?", `"what, else?"`},
		{"why?", "why?", `"why?"`},
		{"docs/goals.md#top", "docs/goals.md#top", "docs/goals.md#top"},
		{"https://example.org/a?b=c", "https://example.org/a?b=c", `"https://example.org/a?b=c"`},
		{"2 h", "2 h", "2 h"},
		{"1.0.0", "1.0.0", "1.0.0"},
		{"é 😀 👩\u200d👧", "é 😀 👩\u200d👧", "é 😀 👩\u200d👧"},
		{"a\u00a0b", "a\u00a0b", "a\u00a0b"},
		{"", `""`, `""`},
		{"yes", `"yes"`, `"yes"`},
		{"Off", `"Off"`, `"Off"`},
		{"true", `"true"`, `"true"`},
		{"null", `"null"`, `"null"`},
		{"26", `"26"`, `"26"`},
		{"1e400", `"1e400"`, `"1e400"`},
		{"12:30", `"12:30"`, `"12:30"`},
		{"2026-11-02", `"2026-11-02"`, `"2026-11-02"`},
		{"2026-13-45", `"2026-13-45"`, `"2026-13-45"`},
		{" a", `" a"`, `" a"`},
		{"a: b", `"a: b"`, `"a: b"`},
		{"a:", `"a:"`, `"a:"`},
		{"a # b", `"a # b"`, `"a # b"`},
		{"- a", `"- a"`, `"- a"`},
		{`say "so"`, `say "so"`, `say "so"`},
		{`"so" \`, `"\"so\" \\"`, `"\"so\" \\"`},
		{"a\tb", `"a\tb"`, `"a\tb"`},
		{"a\u202eb", `"a\u202eb"`, `"a\u202eb"`},
		{"a\x1b[0m", `"a\x1b[0m"`, `"a\x1b[0m"`},
		{"a\ufeff\U000e0001", `"a\ufeff\U000e0001"`, `"a\ufeff\U000e0001"`},
	}
	for _, tt := range tests {
		n := textNode(tt.text)
		if got := scalarText(n, false); got != tt.block {
			t.Errorf("%q on a line is written %s, want %s", tt.text, got, tt.block)
		}
		if got := flowText(n); got != tt.flow {
			t.Errorf("%q between brackets is written %s, want %s", tt.text, got, tt.flow)
		}
	}
}

// Which texts are written over several lines.
func TestIsLiteral(t *testing.T) {
	tests := []struct {
		name, text string
		want       bool
	}{
		{"two lines", "one\ntwo", true},
		{"a line break at the end", "one\ntwo\n", true},
		{"one line with its break", "one\n", true},
		{"blank line", "one\n\ntwo", true},
		{"line further in", "one\n  two", true},
		{"what looks like a comment", "one\n# two", true},
		{"one line", "one", false},
		{"no text", "\n", false},
		{"white space in front", " one\ntwo", false},
		{"line break in front", "\none", false},
		{"two line breaks at the end", "one\n\n", false},
		{"white space at the end of a line", "one \ntwo", false},
		{"white space for a line", "one\n \ntwo", false},
		{"tab", "one\n\ttwo", false},
		{"CRLF", "one\r\ntwo", false},
		{"mark that changes the direction", "one\n\u202etwo", false},
	}
	for _, tt := range tests {
		if got := isLiteral(tt.text); got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}
