package html

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"forewarn/audit/score"
)

func TestLink(t *testing.T) {
	for _, tc := range []struct {
		name, address string
		follows       bool
	}{
		{"a page", "https://example.org/a?b=c#d", true},
		{"a page without encryption", "http://example.org/", true},
		{"capitals", "HTTPS://example.org/", true},
		{"a port", "https://example.org:8443/", true},
		{"nothing", "", false},
		{"a file", "notes/visits.md", false},
		{"an absolute file", "/etc/passwd", false},
		{"a file address", "file:///etc/passwd", false},
		{"script", "javascript:alert(1)", false},
		{"script with a host", "javascript://example.org/%0aalert(1)", false},
		{"script with capitals", "JavaScript:alert(1)", false},
		{"script behind a space", " javascript:alert(1)", false},
		{"script with a line break", "java\nscript:alert(1)", false},
		{"data", "data:text/html,<script>alert(1)</script>", false},
		{"another machine's share", `\\host\share`, false},
		{"no scheme", "//example.org/", false},
		{"no host", "https:///path", false},
		{"only a port", "https://:80/", false},
		{"a name that hides the host", "https://bank.example@evil.example/", false},
		{"a reversed address", "https://example.org/\u202egnp.exe", false},
		{"an unseen character", "https://exam\u200bple.org/", false},
		{"a space", "https://example.org/a  b", false},
		{"mail", "mailto:a@example.org", false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := link(tc.address); (got != "") != tc.follows {
				t.Errorf("link(%q) = %q", tc.address, got)
			}
		})
	}
}

func TestCSSString(t *testing.T) {
	if got, want := cssString(`A1 "b"; } </style>\`), `"A1 \22 b\22 \3b  \7d  \3c \2f style\3e \5c "`; string(got) != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// The parts of the pictures stay inside of them.
func TestPicturesKeepTheirPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(what string) *big.Rat {
			return big.NewRat(rapid.Int64().Draw(t, what), rapid.Int64Range(1, 1000).Draw(t, what+" divisor"))
		}
		a, b, c := draw("a"), draw("b"), draw("c")
		lowest, highest := a, a
		for _, x := range []*big.Rat{b, c} {
			highest = greater(highest, x)
			if x.Cmp(lowest) < 0 {
				lowest = x
			}
		}
		at := []int{part(lowest, lowest, highest, 88), part(lowest, b, highest, 88), part(lowest, highest, highest, 88)}
		if lowest.Cmp(highest) == 0 {
			if at[0] != 44 || at[1] != 44 || at[2] != 44 {
				t.Fatalf("one value lies at %v", at)
			}
			return
		}
		if at[0] != 0 || at[2] != 88 || at[1] < 0 || at[1] > 88 {
			t.Fatalf("%v of %v to %v lie at %v", b, lowest, highest, at)
		}
	})
}

// A label stands where no line strikes it through.
func TestLabelY(t *testing.T) {
	for _, tc := range []struct {
		name  string
		lines []line
		want  int
	}{
		{"no line", nil, 51},
		{"a line through it", []line{{Y: 45}}, 80},
		{"a line over it", []line{{Y: 30}}, 51},
		{"a line through the point", []line{{Y: 60}}, 51},
		{"lines on both sides", []line{{Y: 45}, {Y: 75}}, 51},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := (&measure{Lines: tc.lines}).labelY(60); got != tc.want {
				t.Errorf("the label stands at %d, want %d", got, tc.want)
			}
		})
	}
}

func TestBands(t *testing.T) {
	end := func(grade string) score.End { return score.End{Score: new(big.Rat), Grade: grade} }
	for _, tc := range []struct {
		name, low, high, want string
		gradable              bool
	}{
		{"one grade", "C", "C", "A:85 B:70 C:55grade D:40 F:0", true},
		{"a range", "D", "B", "A:85 B:70range C:55range D:40grade F:0", true},
		{"no grade", "F", "D", "A:85 B:70 C:55 D:40range F:0range", false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := ""
			for i, b := range bands(&score.Result{Gradable: tc.gradable, Low: end(tc.low), High: end(tc.high)}) {
				if i > 0 {
					got += " "
				}
				got += b.Grade + ":" + big.NewRat(b.From, 1).RatString() + b.Look
			}
			if got != tc.want {
				t.Errorf("got %s, want %s", got, tc.want)
			}
		})
	}
}
