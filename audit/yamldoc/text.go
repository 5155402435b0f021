package yamldoc

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// IsBlank reports whether a reader sees nothing in text: it holds only white
// space and characters without a form, such as a space of no width.
func IsBlank(text string) bool {
	return strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }) == ""
}

// tooLarge names no size: of a larger file, no more may have been read.
func tooLarge() Problem {
	return Problem{
		Pos:     startOfFile(),
		ID:      NotReadable,
		Message: fmt.Sprintf("the file is larger than %d MiB, which is the most that is read", MaxBytes>>20),
	}
}

// unreadable returns why src cannot be read as text: its size, its encoding,
// or characters that do not show. They are looked for before parsing, because
// the YAML library names no place for them.
func (d *Doc) unreadable() []Problem {
	if isUTF16(d.src) {
		return []Problem{{Pos: startOfFile(), ID: NotReadable, Message: "the file is in UTF-16", Hint: "save it as UTF-8"}}
	}
	var found report
	for i := d.lines[0]; i < len(d.src); {
		r, width := utf8.DecodeRune(d.src[i:])
		if r == utf8.RuneError && width == 1 {
			return append(found.listed(), d.notUTF8(i))
		}
		if hidden(r) {
			p := d.hiddenCharacter(i, r, width)
			found.add(p.Pos, p.ID, p.Key, p.Message, p.Hint)
		}
		i += width
	}
	return found.listed()
}

// isUTF16 looks at the first character: its mark, or a zero in one of its bytes.
func isUTF16(src []byte) bool {
	if len(src) < 2 {
		return false
	}
	mark := string(src[:2])
	return mark == "\xff\xfe" || mark == "\xfe\xff" || (src[0] == 0) != (src[1] == 0)
}

// hidden reports whether r is refused everywhere: control characters, and the
// separators at which some readers start a new line and others do not.
func hidden(r rune) bool {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return false
	case r < 0x20 || r >= 0x7f && r < 0xa0:
		return true
	}
	return r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == 0xfffe || r == 0xffff
}

func (d *Doc) notUTF8(i int) Problem {
	return Problem{
		Pos:     d.between(i, i+1),
		ID:      NotReadable,
		Message: fmt.Sprintf("byte 0x%02X is not UTF-8 text", d.src[i]),
		Hint:    "save the file as UTF-8",
	}
}

func (d *Doc) hiddenCharacter(i int, r rune, width int) Problem {
	return Problem{
		Pos:     d.between(i, i+width),
		ID:      NotReadable,
		Message: fmt.Sprintf("there is a character here that does not show: U+%04X", r),
		Hint:    "delete it",
	}
}
