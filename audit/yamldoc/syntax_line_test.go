package yamldoc

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestSyntaxLine puts a broken line into a file that is right otherwise, and
// wants exactly that line to be named.
func TestSyntaxLine(t *testing.T) {
	right := []string{"k%d: a", "k%d: [a, b]", "k%d:\n  - a\n  - b: c", "k%d:\n  a: b\n  c: 1", "k%d: |\n  a\n\n  b", "k%d: a\n  b", "# c%d", "k%d: \"a b\"", "k%d: 'a'\n"}
	broken := []string{"bad: @x", `bad: "\q"`, "bad: a: b", "bad: 'it's'", "bad: [a, b", "bad: {a: b", "bad: - a", "\tbad: a", "bad: *a", "bad: & a", "bad: ]", "bad: 'open", "bad", "bad:a"}
	rapid.Check(t, func(t *rapid.T) {
		var lines []string
		for i, line := range rapid.SliceOfN(rapid.SampledFrom(right), 1, 20).Draw(t, "right") {
			if strings.Contains(line, "%d") {
				line = fmt.Sprintf(line, i)
			}
			lines = append(lines, line)
		}
		at := rapid.IntRange(1, len(lines)).Draw(t, "at")
		bad := rapid.SampledFrom(broken).Draw(t, "broken")
		want := strings.Count(strings.Join(lines[:at], "\n"), "\n") + 4
		lines = slices.Concat([]string{"first: 1"}, lines[:at], []string{bad}, lines[at:], []string{"last: 1", ""})
		indent := rapid.SampledFrom([]string{"", "  ", "      "}).Draw(t, "indent")
		in := "outer: 1\n"
		if indent != "" {
			in = "outer:\n"
		}
		in += indent + strings.ReplaceAll(strings.Join(lines, "\n"), "\n", "\n"+indent)
		_, problems := Parse([]byte(in))
		if len(problems) != 1 || problems[0].Pos.Line != want {
			t.Fatalf("want line %d of\n%s\ngot %v", want, in, problems)
		}
	})
}
