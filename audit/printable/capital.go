package printable

import (
	"strings"
	"unicode/utf8"
)

// Capital makes a phrase the beginning of a sentence, in whatever script its
// first letter is.
func Capital(phrase string) string {
	_, size := utf8.DecodeRuneInString(phrase)
	return strings.ToUpper(phrase[:size]) + phrase[size:]
}
