package json

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"forewarn/audit/printable"
)

// escaped writes what would move the cursor or stay unseen on a terminal as
// JSON can write any character, so that a reader of the JSON loses nothing.
func escaped(text string) string {
	if printable.Text(text) == text {
		return text
	}
	var out strings.Builder
	for _, r := range text {
		if s := string(r); r < utf8.RuneSelf && r != 0x7f || printable.Text(s) == s {
			out.WriteString(s)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&out, `\u%04x`, unit)
		}
	}
	return out.String()
}
