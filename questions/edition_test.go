package questions_test

import (
	"testing"

	"forewarn/questions"
)

func TestEditions(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"1.0.0", "1.0.0", 0},
		{"1.9.0", "1.10.0", -1}, // by numbers, and not by letters
		{"2.0.0", "1.99.99", 1},
		{"1.0.1", "1.0.0", 1},
		{"", "0.0.1", -1},
		{"two", "1.0.0", -1},
	} {
		if got := questions.CompareEditions(c.a, c.b); got != c.want {
			t.Errorf("%q against %q is %d, want %d", c.a, c.b, got, c.want)
		}
	}
	for text, want := range map[string]bool{"1.0.0": true, "10.20.30": true, "1.0": false, "1.0.0.0": false, "01.0.0": false, "1.0.x": false, "": false, "-1.0.0": false, "+1.0.0": false, "1.0. 0": false} {
		if got := questions.IsEdition(text); got != want {
			t.Errorf("%q is an edition: %t", text, got)
		}
	}
}
