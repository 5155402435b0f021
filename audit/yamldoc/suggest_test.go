package yamldoc

import (
	"testing"

	"pgregory.net/rapid"
)

func TestSuggest(t *testing.T) {
	known := []string{"title", "metrics", "baseline", "on", "id", "tools", "tool_committed"}
	for _, c := range []struct{ name, why, word, want string }{
		{"same", "no slip at all", "title", "title"},
		{"swapped", "two neighbours swapped are one slip", "titel", "title"},
		{"left out", "a letter too few", "metrcs", "metrics"},
		{"added", "a letter too many", "baselinee", "baseline"},
		{"wrong", "another letter", "baselane", "baseline"},
		{"two slips", "still near in a word of seven letters", "mertic", "metrics"},
		{"three slips", "too far", "martiks", ""},
		{"capitals", "they are not slips", "TITLE", "title"},
		{"short word, one slip", "one slip is allowed in up to three letters", "ids", "id"},
		{"short word, two slips", "nearly all short words are that near", "no", "on"},
		{"short word, nothing alike", "two wrong letters of two", "xy", ""},
		{"nearest of several", "one slip is nearer than two", "tolls", "tools"},
		{"empty", "nothing was meant", "", ""},
		{"accents", "a character is a letter, however many bytes it has", "títle", "title"},
		{"part of a word", "not a slip", "tool", "tools"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Suggest(c.word, known); got != c.want {
				t.Errorf("Suggest(%q) = %q, want %q: %s", c.word, got, c.want, c.why)
			}
		})
	}
	if got := Suggest("abx", []string{"aby", "abz"}); got != "aby" {
		t.Errorf("of two that are equally near, %q is not the first", got)
	}
}

// TestSuggestCounts compares the distance with its plain definition.
func TestSuggestCounts(t *testing.T) {
	word := rapid.StringMatching(`[abc]{0,6}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		want := slips(a, b)
		limit := min(2, (len(a)+2)/3)
		if got := Suggest(a, []string{b}); (got == b && b != "") != (want <= limit && b != "") {
			t.Fatalf("Suggest(%q, %q) = %q with %d slips of %d", a, b, got, want, limit)
		}
	})
}

func slips(a, b string) int {
	if a == "" || b == "" {
		return len(a) + len(b)
	}
	wrong := 1
	if a[0] == b[0] {
		wrong = 0
	}
	n := min(slips(a[1:], b)+1, slips(a, b[1:])+1, slips(a[1:], b[1:])+wrong)
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
		n = min(n, slips(a[2:], b[2:])+1)
	}
	return n
}
