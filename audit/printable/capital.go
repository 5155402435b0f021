package printable

import (
	"unicode"
	"unicode/utf8"
)

// Capital makes a phrase the beginning of a sentence, in whatever script its
// first letter is. What is not UTF-8 stays as it is.
func Capital(phrase string) string {
	first, size := utf8.DecodeRuneInString(phrase)
	if size <= 1 && first == utf8.RuneError {
		return phrase
	}
	return string(unicode.ToTitle(first)) + phrase[size:]
}
