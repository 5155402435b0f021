package printable

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestText(t *testing.T) {
	const scotland = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
	tests := []struct{ name, in, want string }{
		{"empty", "", ""},
		{"plain", "Dana Ruiz", "Dana Ruiz"},
		{"accents", "Zoë, naïve, Ångström", "Zoë, naïve, Ångström"},
		{"combining accent", "e\u0301", "e\u0301"},
		{"wide", "日本語 한국어", "日本語 한국어"},
		{"right to left text", "שלום مرحبا", "שלום مرحبا"},
		{"arabic number sign is drawn", "\u0600\u0661", "\u0600\u0661"},
		{"no-break space", "10\u00a0%", "10\u00a0%"},
		{"emoji", "done 🎉 ✔\ufe0f", "done 🎉 ✔\ufe0f"},
		{"emoji family", "👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"},
		{"emoji with skin tone joined", "👩🏽\u200d🚀", "👩🏽\u200d🚀"},
		{"emoji with selector joined", "🏳\ufe0f\u200d🌈", "🏳\ufe0f\u200d🌈"},
		{"emoji with gender sign", "🤷\u200d♀\ufe0f", "🤷\u200d♀\ufe0f"},
		{"flag spelt with tags", scotland, scotland},
		{"newline stays", "one\ntwo", "one\ntwo"},
		{"tab becomes a space", "one\ttwo", "one two"},
		{"carriage return", "safe\rrm -rf", `safe\u000drm -rf`},
		{"colour sequence", "\x1b[31mred\x1b[0m", `\u001b[31mred\u001b[0m`},
		{"title sequence", "\x1b]0;title\a", `\u001b]0;title\u0007`},
		{"nul", "a\x00b", `a\u0000b`},
		{"delete", "a\x7fb", `a\u007fb`},
		{"c1 sequence introducer", "\u009b31m", `\u009b31m`},
		{"raw c1 byte is not utf-8", "\x9b31m", `\x9b31m`},
		{"cut character", "caf\xc3", `caf\xc3`},
		{"replacement character is text", "caf\ufffd", "caf\ufffd"},
		{"override", "user\u202etxt.exe", `user\u202etxt.exe`},
		{"isolate", "\u2066a\u2069", `\u2066a\u2069`},
		{"marks of direction", "\u200e\u200f\u061c", `\u200e\u200f\u061c`},
		{"zero width", "pass\u200bword", `pass\u200bword`},
		{"soft hyphen", "pass\u00adword", `pass\u00adword`},
		{"byte order mark", "\ufeffplan", `\ufeffplan`},
		{"line separator", "a\u2028b\u2029c", `a\u2028b\u2029c`},
		{"joiner between letters", "a\u200db", `a\u200db`},
		{"joiner before a letter", "👩\u200db", `👩\u200db`},
		{"joiner at the end", "👩\u200d", `👩\u200d`},
		{"two joiners", "👩\u200d\u200d👩", `👩\u200d\u200d👩`},
		{"selector on a letter lends no emoji", "a\ufe0f\u200d👩", "a\ufe0f\\u200d👩"},
		{"tag without a flag", "a\U000e0061", `a\U000e0061`},
		{"tag after a lost character", "\U0001f3f4\x1b\U000e0061", "\U0001f3f4" + `\u001b\U000e0061`},
		{"at both ends", "\x1bmiddle\x1b", `\u001bmiddle\u001b`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Text(tt.in); got != tt.want {
				t.Errorf("Text(%+q) = %+q, want %+q", tt.in, got, tt.want)
			}
		})
	}
}

// Every range that is spelt out has its first and its last character here, and
// what stands just outside it and is drawn.
func TestPrintableRanges(t *testing.T) {
	for _, c := range []struct {
		name        string
		first, last rune
		before      rune // drawn, as after is; 0 where there is none
		after       rune
	}{
		{"controls", '\u0000', '\u0008', 0, 0},
		{"controls after the newline", '\u000b', '\u001f', '\n', ' '},
		{"delete and c1", '\u007f', '\u009f', '~', '\u00a0'},
		{"soft hyphen", '\u00ad', '\u00ad', '\u00ac', '\u00ae'},
		{"arabic letter mark", '\u061c', '\u061c', '\u061b', '\u061d'},
		{"mongolian vowel separator", '\u180e', '\u180e', '\u180d', '\u180f'},
		{"zero width", '\u200b', '\u200f', '\u200a', '\u2010'},
		{"separators and overrides", '\u2028', '\u202e', '\u2027', '\u202f'},
		{"joiners and isolates", '\u2060', '\u206f', '\u205f', '\u2070'},
		{"byte order mark", '\ufeff', '\ufeff', '\ufefe', '\uff00'},
		{"annotations", '\ufff9', '\ufffb', '\ufff8', '\ufffc'},
		{"tags", '\U000e0000', '\U000e007f', '\U000dffff', '\U000e0080'},
	} {
		t.Run(c.name, func(t *testing.T) {
			for r := c.first; r <= c.last; r++ {
				want := fmt.Sprintf(`a\u%04xb`, r)
				if r > 0xffff {
					want = fmt.Sprintf(`a\U%08xb`, r)
				}
				if got := Text("a" + string(r) + "b"); got != want {
					t.Errorf("Printable of %U is %+q, want %+q", r, got, want)
				}
			}
			for _, r := range []rune{c.before, c.after} {
				if s := "a" + string(r) + "b"; r != 0 && Text(s) != s {
					t.Errorf("Printable of %U is %+q, want it as it is", r, Text(s))
				}
			}
		})
	}
}

// A joiner stands between two emoji, from the first to the last of each range.
func TestPrintableJoinsEmoji(t *testing.T) {
	for r, want := range map[rune]bool{
		'\u218f': false, '\u2190': true, '\u2bff': true, '\u2c00': false,
		'\U0001efff': false, '\U0001f000': true, '\U0001faff': true, '\U0001fb00': false,
	} {
		for _, s := range []string{string(r) + "\u200d👩", "👩\u200d" + string(r)} {
			if got := Text(s) == s; got != want {
				t.Errorf("Text(%+q) = %+q, want the joiner kept: %t", s, Text(s), want)
			}
		}
	}
}

func TestPrintableLeavesOrdinaryTextWhereItIs(t *testing.T) {
	text := strings.Repeat("Zoë says 日本語 👩\u200d🚀\n", 100)
	if n := testing.AllocsPerRun(10, func() { Text(text) }); n != 0 {
		t.Errorf("%v allocations for text that needs no change, want 0", n)
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"a\tb\n", "\x1b[2J", "👩\u200d👧", "\U0001f3f4\U000e0067x", "\xff\u202e", "a\ufe0f\u200d❤\ufe0f"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Text(s)
		if again := Text(got); again != got {
			t.Errorf("Text(%+q) = %+q, and of that %+q", s, got, again)
		}
		if !utf8.ValidString(got) {
			t.Errorf("Text(%+q) = %+q is not UTF-8", s, got)
		}
		before := rune(0)
		for _, r := range got {
			switch {
			case r == zeroWidthJoiner && (emoji(before) || before == asEmoji || tag(before)):
			case tag(r) && (before == blackFlag || before == asEmoji || tag(before)):
			case r != '\n' && (unicode.IsControl(r) || unseen(r) || tag(r)):
				t.Errorf("Text(%+q) still holds %+q after %+q", s, r, before)
			}
			before = r
		}
		if strings.Count(got, "\n") != strings.Count(s, "\n") {
			t.Errorf("Text(%+q) = %+q: newlines differ", s, got)
		}
	})
}
