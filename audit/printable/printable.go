// Package printable makes text from a file safe to show: on a terminal, and as
// a word in a command line that somebody may paste.
package printable

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	zeroWidthJoiner = '\u200d'
	asEmoji         = '\ufe0f'     // asks for a symbol to be drawn as an emoji
	blackFlag       = '\U0001f3f4' // the base of the flags that are spelt with tags
)

// Text returns s made safe for a terminal. Whatever could move the
// cursor, reverse the reading order or stay unseen is spelt out, as in \u202e;
// a tab becomes a space, and a newline stays. Text without any of these is
// returned as it is.
func Text(s string) string {
	var out strings.Builder
	done, before := 0, rune(0)
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		end := i + size
		if kept(r, before, s[end:]) && (r != utf8.RuneError || size > 1) {
			if !tag(r) && r != asEmoji {
				before = r
			}
			i = end
			continue
		}
		out.WriteString(s[done:i])
		out.WriteString(spelt(r, s[i:end]))
		done, i, before = end, end, 0
	}
	if done == 0 {
		return s
	}
	out.WriteString(s[done:])
	return out.String()
}

// kept reports whether r may stand as it is after the character before and in
// front of the text after.
func kept(r, before rune, after string) bool {
	switch {
	case r == '\n':
		return true
	case r == zeroWidthJoiner:
		next, _ := utf8.DecodeRuneInString(after)
		return emoji(before) && emoji(next)
	case tag(r):
		return before == blackFlag
	}
	return !unicode.IsControl(r) && !unseen(r)
}

// unseen reports whether r leaves no mark of its own. The Arabic number signs
// are in the same Unicode category but are drawn, and so are not listed.
func unseen(r rune) bool {
	switch {
	case r == '\u00ad', r == '\u061c', r == '\u180e', r == '\ufeff',
		'\u200b' <= r && r <= '\u200f', // zero width, marks of direction
		'\u2028' <= r && r <= '\u202e', // separators, embeddings, overrides
		'\u2060' <= r && r <= '\u206f', // joiners, isolates
		'\ufff9' <= r && r <= '\ufffb': // annotations
		return true
	}
	return false
}

// tag reports whether r is one of the unseen letters that spell a flag.
func tag(r rune) bool { return '\U000e0000' <= r && r <= '\U000e007f' }

// emoji reports whether r can stand beside a joiner. The ranges are wider than
// the emoji in them; the others are symbols, which a joiner cannot disguise.
func emoji(r rune) bool {
	return '\u2190' <= r && r <= '\u2bff' || '\U0001f000' <= r && r <= '\U0001faff'
}

// spelt is what stands in place of r, which was written as raw.
func spelt(r rune, raw string) string {
	switch {
	case r == '\t':
		return " "
	case r == utf8.RuneError:
		return fmt.Sprintf(`\x%02x`, raw)
	case r > 0xffff:
		return fmt.Sprintf(`\U%08x`, r)
	}
	return fmt.Sprintf(`\u%04x`, r)
}
