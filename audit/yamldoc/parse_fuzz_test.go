package yamldoc

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// FuzzParse reads anything and holds every problem against the file: it is in
// the file, in order, in plain words, and the same when read again.
func FuzzParse(f *testing.F) {
	f.Fuzz(func(t *testing.T, src []byte) {
		start := time.Now()
		doc, problems := Parse(src)
		if doc == nil && len(problems) == 0 {
			t.Fatal("neither a document nor a problem")
		}
		checkProblems(t, src, problems)
		if doc != nil {
			decoded := doc.Decode(&sample{})
			checkProblems(t, src, decoded)
			problems = append(problems, decoded...)
			checkPos(t, doc.lines, src, doc.At("metrics", "0", "baseline", "value"))
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("took %v", took)
		}
		again, more := Parse(slices.Clone(src))
		if again != nil {
			more = append(more, again.Decode(&sample{})...)
		}
		if diff := cmp.Diff(problems, more); diff != "" {
			t.Errorf("read twice with different problems:\n%s", diff)
		}
	})
}

func checkProblems(t *testing.T, src []byte, problems []Problem) {
	t.Helper()
	lines := lineStarts(src)
	ids := []string{NotReadable, Syntax, NotSupported, DuplicateKey, UnknownKey, WrongType, MissingKey}
	for i, p := range problems {
		checkPos(t, lines, src, p.Pos)
		if i > 0 && before(p.Pos, problems[i-1].Pos) {
			t.Errorf("%v comes after %v", p, problems[i-1])
		}
		text := p.Message + p.Hint
		if p.Message == "" || !slices.Contains(ids, p.ID) || strings.Contains(text, "runtime error") {
			t.Errorf("bad problem %+v", p)
		}
		if !utf8.ValidString(text+p.Key) || strings.ContainsFunc(text+p.Key, unicode.IsControl) {
			t.Errorf("%q or %q cannot be printed", text, p.Key)
		}
	}
}

func checkPos(t *testing.T, lines []int, src []byte, p Pos) {
	t.Helper()
	for _, place := range [][2]int{{p.Line, p.Col}, {p.EndLine, p.EndCol}} {
		line, col := place[0], place[1]
		if line < 1 || line > len(lines) || col < 1 {
			t.Fatalf("%+v is not in a file of %d lines", p, len(lines))
		}
		stop := len(src)
		if line < len(lines) {
			stop = lines[line]
		}
		if most := utf8.RuneCount(src[lines[line-1]:stop]) + 1; col > most {
			t.Fatalf("%+v is behind column %d, the last of line %d", p, most, line)
		}
	}
	if p.EndLine < p.Line || p.EndLine == p.Line && p.EndCol < p.Col {
		t.Fatalf("%+v ends before it starts", p)
	}
}

func before(a, b Pos) bool { return a.Line < b.Line || a.Line == b.Line && a.Col < b.Col }
