package yamldoc

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// nested returns lists in lists, so many levels of them.
func nested(levels int) string {
	return strings.Repeat("[", levels) + strings.Repeat("]", levels)
}

func TestParseLimits(t *testing.T) {
	keys := func(n int) string {
		var b strings.Builder
		b.WriteString("notes:\n")
		for i := range n {
			fmt.Fprintf(&b, "  k%d: a\n", i)
		}
		return b.String()
	}
	runReadCases(t, []readCase{
		{
			name: "largest file",
			why:  "the limit itself is allowed",
			in:   "title: a #" + strings.Repeat("x", MaxBytes-10),
		},
		{
			name: "file too large",
			why:  "one byte more is not",
			in:   "title: a #" + strings.Repeat("x", MaxBytes-9),
			want: []string{"1:1-1:1 not-readable: the file is larger than 1 MiB, which is the most that is read"},
		},
		{
			name: "deepest",
			why:  "64 levels are allowed, and this type wants none of them",
			in:   "notes:\n  a: " + nested(MaxDepth-2) + "\n",
			want: []string{"2:3-2:4 wrong-type notes.a: this should be one value, not a list"},
		},
		{
			name: "too deep",
			why:  "one level more is not",
			in:   "notes:\n  a: " + nested(MaxDepth-1) + "\n",
			want: []string{"2:68-2:132 not-readable notes.a" + strings.Repeat("[0]", 62) + ": this is nested more than 64 levels deep"},
		},
		{
			name: "most keys",
			why:  "5000 are allowed",
			in:   keys(MaxKeys),
		},
		{
			name: "too many keys",
			why:  "one more is not",
			in:   keys(MaxKeys + 1),
			want: []string{"1:1-1:6 not-readable notes: there are more than 5000 keys here"},
		},
		{
			name: "most items",
			why:  "5000 are allowed",
			in:   "tags:\n" + strings.Repeat("- a\n", MaxKeys),
		},
		{
			name: "too many items",
			why:  "one more is not",
			in:   "tags:\n" + strings.Repeat("- a\n", MaxKeys+1),
			want: []string{"1:1-1:5 not-readable tags: there are more than 5000 items here"},
		},
	})
}

// TestSyntaxLargeFile holds that the place is exact in a file far larger than
// a plan, although only so much of it is parsed again.
func TestSyntaxLargeFile(t *testing.T) {
	in := strings.Repeat("- some item\n", 8000) + "- bad: a: b" + strings.Repeat(" and so on", 100) + "\n" + strings.Repeat("- more\n", 1000)
	_, problems := Parse([]byte(in))
	if len(problems) != 1 || problems[0].Pos.String() != "8001:9" {
		t.Errorf("got %v", problems)
	}
}

// TestReadHostile reads files that are made to be slow: each of them took the
// library, or a first version of this package, minutes. Half a second is usual
// for the worst; the test allows for a machine that is busy with other work.
func TestReadHostile(t *testing.T) {
	const allowed = 30 * time.Second
	fill := func(unit string) string { return strings.Repeat(unit, MaxBytes/len(unit)-20) }
	numbered := func(format string) string {
		var b strings.Builder
		for i := 0; b.Len() < MaxBytes-50; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	cases := []struct{ name, in string }{
		{"open brackets", fill("[")},
		{"nested lists", "[" + fill(nested(9990)+",") + "]"},
		{"nested dashes", fill(strings.Repeat("- ", 9990) + "\n")},
		{"keys", numbered("k%d: 1\n")},
		{"keys in one line", "{" + numbered("é%d: 1,") + "}"},
		{"same key in one line", "{" + fill("é: 1,") + "}"},
		{"long lists of anchors in one line", "[" + strings.Repeat("["+strings.Repeat("&a é,", 4500)+"],", 30) + "]"},
		{"aliases", "a: &a [x]\nb: [" + fill("*a,") + "]"},
		{"doubling aliases", "a: &a [x]\n" + numbered("a%[1]d: &a [*a, *a]\n")},
		{"items in one line", "[" + fill("a,") + "]"},
		{"items in one line without an end", "[" + fill("a,")},
		{"keys without values", "{" + fill("a,") + "b"},
		{"question marks", fill("?\n")},
		{"unclosed quote", "\"" + fill("a\n")},
		{"mistake at the end", numbered("k%d: 1\n") + " a: b\n"},
		{"names for tags", numbered("%%TAG !a%d! b\n")},
		{"documents", fill("--- a\n")},
		{"comments", fill("#\n") + "a: b"},
		{"control characters", fill("\x01")},
		{"exclamation marks in one line", "[" + strings.Repeat("["+strings.Repeat("! é,", 4500)+"],", 30) + "]"},
		{"long keys", "{" + strings.Repeat("k", 9e5) + ": {" + strings.Repeat("k", 1e4) + ": [" + strings.Repeat("&a b,", 4500) + "]}}"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if len(c.in) > MaxBytes {
				t.Fatalf("the input has %d bytes and would not be read", len(c.in))
			}
			start := time.Now()
			_, problems := read(c.in)
			if took := time.Since(start); took > allowed {
				t.Errorf("took %v", took)
			}
			if len(problems) == 0 || len(problems) > 2*MaxProblems+1 {
				t.Errorf("%d problems", len(problems))
			}
		})
	}
}
