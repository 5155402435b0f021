package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"forewarn/audit/report"
	"forewarn/audit/yamldoc"
)

func TestSource(t *testing.T) {
	long := strings.Repeat("word ", 40)
	for _, c := range []struct {
		name, text string
		at         yamldoc.Pos
		want       string // without the margin; empty for nothing
	}{
		{"a key", "a: 1\nmetrics:\n", yamldoc.Pos{Line: 2, Col: 1, EndLine: 2, EndCol: 8}, "metrics:\n^~~~~~~"},
		{"inside a line", "a: {nmae: x}", yamldoc.Pos{Line: 1, Col: 5, EndLine: 1, EndCol: 9}, "a: {nmae: x}\n    ^~~~"},
		{"several lines", "a:\n  b: 1\n  c: 2\n", yamldoc.Pos{Line: 2, Col: 3, EndLine: 3, EndCol: 7}, "  b: 1\n  ^~~~"},
		{"nothing there", "a:\n", yamldoc.Pos{Line: 1, Col: 3, EndLine: 1, EndCol: 3}, "a:\n  ^"},
		{"an empty line", "a:\n\nb:\n", yamldoc.Pos{Line: 2, Col: 1, EndLine: 2, EndCol: 1}, "\n^"},
		{"the last line, without an end", "a: 1\nb: 2", yamldoc.Pos{Line: 2, Col: 4, EndLine: 2, EndCol: 5}, "b: 2\n   ^"},
		{"line ends of other systems", "a: 1\r\nb: 2\rc: 3\r\n", yamldoc.Pos{Line: 3, Col: 1, EndLine: 3, EndCol: 2}, "c: 3\n^"},
		{"a byte order mark", "\ufeffname: x\n", yamldoc.Pos{Line: 1, Col: 1, EndLine: 1, EndCol: 5}, "name: x\n^~~~"},
		{"wide characters", "名前: 値\n", yamldoc.Pos{Line: 1, Col: 5, EndLine: 1, EndCol: 6}, "名前: 値\n      ^~"},
		{"a tab", "\tname: a", yamldoc.Pos{Line: 1, Col: 2, EndLine: 1, EndCol: 6}, " name: a\n ^~~~"},
		{"commands to the terminal", "a: \x1b[2J\u202e!\n", yamldoc.Pos{Line: 1, Col: 4, EndLine: 1, EndCol: 5}, `a: \u001b[2J\u202e!` + "\n   ^~~~~~"},
		{"a place that is not known", "a: 1\n", yamldoc.Pos{}, ""},
		{"a line that is not there", "a: 1\n", yamldoc.Pos{Line: 9, Col: 1, EndLine: 9, EndCol: 2}, ""},
		{"far to the right", "note: " + long + "end\n", yamldoc.Pos{Line: 1, Col: 207, EndLine: 1, EndCol: 210},
			"…word word end\n           ^~~"},
		{"longer than the screen", long, yamldoc.Pos{Line: 1, Col: 1, EndLine: 1, EndCol: 200}, "word word word word word word wor…\n^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shownSource(t, c.text, c.at, 40); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// shownSource is what is shown of a place, without the margin.
func shownSource(t interface{ Fatal(...any) }, text string, at yamldoc.Pos, width int) string {
	var out strings.Builder
	if err := newSource([]byte(text), report.Options{Width: width}).show(&out, at); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(out.String()) {
		_, line, _ = strings.Cut(strings.TrimSuffix(line, "\n"), " |")
		lines = append(lines, strings.TrimPrefix(line, " "))
	}
	return strings.Join(lines, "\n")
}

// Whatever stands in a line and wherever the mark is: both fit the screen, and
// the mark stands below the line.
func TestSourceStaysOnTheScreen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.StringMatching(`[a-z 日é\t]{0,120}`).Draw(t, "line")
		from := rapid.IntRange(1, utf8.RuneCountInString(line)+1).Draw(t, "from")
		to := rapid.IntRange(from, utf8.RuneCountInString(line)+1).Draw(t, "to")
		width := rapid.IntRange(minWidth, 100).Draw(t, "width")
		got := strings.Split(shownSource(t, line, yamldoc.Pos{Line: 1, Col: from, EndLine: 1, EndCol: to}, width), "\n")
		for _, shown := range got {
			if w := ansi.StringWidth(shown); w > width-6 {
				t.Fatalf("%d columns of %d: %q", w, width, shown)
			}
		}
		if !strings.Contains(got[1], "^") {
			t.Fatalf("there is no mark: %q", got)
		}
	})
}
