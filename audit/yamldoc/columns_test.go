package yamldoc

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Places in long lines are those that counting from their start gives, and few
// characters are counted for each of them.
func TestColumnsOfALongLine(t *testing.T) {
	for name, src := range map[string]string{
		"ASCII": "a: [" + strings.Repeat("xyzzy, ", 4000) + "x]\n",
		"wide":  "a: 1\nb: [" + strings.Repeat("é漢🙂, ", 2000) + "x]\r\nc: 1\n",
		"short": "a: 1\nb: é\n",
		"mark":  "\ufeffa: [" + strings.Repeat("é, ", 3000) + "x]",
	} {
		d, problems := Parse([]byte(src))
		if len(problems) > 0 {
			t.Fatal(name, problems)
		}
		for i, start := range d.lines {
			col := 1
			for at := start; at < len(src) && src[at] != '\n' && src[at] != '\r'; col++ {
				if line, c := d.lineCol(at); line != i+1 || c != col {
					t.Fatalf("%s: offset %d is %d:%d, want %d:%d", name, at, line, c, i+1, col)
				}
				if back, err := d.offset(i+1, col); err != nil || back != at {
					t.Fatalf("%s: %d:%d is offset %d, %v, want %d", name, i+1, col, back, err, at)
				}
				if _, left := d.nearest(i+1, col); left > 4*everySo+1 {
					t.Fatalf("%s: %d characters are counted for one place", name, left)
				}
				_, width := utf8.DecodeRuneInString(src[at:])
				at += width
			}
		}
		if _, err := d.offset(1, len(src)+2); err == nil {
			t.Errorf("%s: there is a place behind the end", name)
		}
	}
}
