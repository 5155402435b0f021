package printable

import "strings"

// Cell returns s as a cell of a table that no spreadsheet takes for a formula, and safe as
// Text makes it: one that would be taken for it begins with an apostrophe. Some programs
// look through blanks, and take the wide signs of East Asian keyboards for the narrow ones.
func Cell(s string) string {
	s = Text(s)
	if first := strings.TrimLeft(s, " \n"); first != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(first)[0]) {
		return "'" + s
	}
	return s
}
