package json

import (
	"bufio"
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"

	"forewarn/audit/printable"
)

// escaping writes what would move the cursor or stay unseen on a terminal as
// JSON can write any character, so that a reader of the JSON loses nothing. Each
// Write has to end between two characters.
type escaping struct{ w io.Writer }

func (e escaping) Write(p []byte) (int, error) {
	text := string(p)
	if printable.Text(text) == text {
		return e.w.Write(p)
	}
	out := bufio.NewWriter(e.w)
	for _, r := range text {
		if s := string(r); r < utf8.RuneSelf && r != 0x7f || printable.Text(s) == s {
			_, _ = out.WriteString(s) // an error comes back from Flush
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(out, `\u%04x`, unit)
		}
	}
	if err := out.Flush(); err != nil {
		return 0, err
	}
	return len(p), nil
}
