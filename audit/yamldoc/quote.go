package yamldoc

import (
	"fmt"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"
)

// scalarText returns a scalar as it is written on one line.
func scalarText(n *yaml.Node, inFlow bool) string {
	switch {
	case n.Style == 0 && !(inFlow && strings.ContainsAny(n.Value, ",[]{}?")):
		return n.Value
	case n.Style == yaml.SingleQuotedStyle && !strings.ContainsFunc(n.Value, needsEscape):
		return "'" + strings.ReplaceAll(n.Value, "'", "''") + "'"
	}
	return quote(n.Value)
}

// isPlain reports whether s reads back as the same text without quotes. It
// asks for quotes more often than yaml.v3 needs them, because other readers of
// YAML take more for a number, a date or a yes.
func isPlain(s string) bool {
	if s == "" || s != strings.TrimSpace(s) || strings.ContainsFunc(s, needsEscape) {
		return false
	}
	if strings.ContainsRune("-?:,[]{}#&*!|>'\"%@`=~<.+", rune(s[0])) {
		return false
	}
	if strings.Contains(s, ": ") || strings.Contains(s, " #") || strings.HasSuffix(s, ":") {
		return false
	}
	return !looksTyped(s) && !isYesOrNo(s)
}

// looksTyped reports whether some reader of YAML may take the bare text s for
// something other than text: 2026-01-32, 1e400 and 12:30 among them.
func looksTyped(s string) bool {
	isWordLetter := func(r rune) bool { return unicode.IsLetter(r) && r != 'e' && r != 'E' }
	isVersion := strings.Count(s, ".") > 1
	if unicode.IsDigit(rune(s[0])) && !strings.ContainsFunc(s, isWordLetter) && !isVersion {
		return true
	}
	bare := yaml.Node{Kind: yaml.ScalarNode, Value: s}
	return bare.ShortTag() != "!!str"
}

// isYesOrNo reports whether s is a truth value in YAML 1.1.
func isYesOrNo(s string) bool {
	switch strings.ToLower(s) {
	case "y", "n", "yes", "no", "on", "off":
		return true
	}
	return false
}

// needsEscape reports whether r would not be seen as it is in a file: control
// characters, line breaks, byte order marks, marks that change the direction
// of the text. The two joiners are part of how emoji and some scripts are
// written.
func needsEscape(r rune) bool {
	const nonJoiner, joiner = '\u200c', '\u200d'
	return !unicode.IsGraphic(r) && r != nonJoiner && r != joiner
}

// quote returns s in double quotes, on one line.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case !needsEscape(r):
			b.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// isLiteral reports whether s can be written as a literal block: several
// lines, none of which hides anything or could be taken for indentation.
func isLiteral(s string) bool {
	text := strings.TrimSuffix(s, "\n")
	if !strings.Contains(s, "\n") || strings.TrimSpace(text) != text || text == "" {
		return false
	}
	for line := range strings.SplitSeq(text, "\n") {
		if strings.ContainsFunc(line, needsEscape) || strings.TrimRight(line, " ") != line {
			return false
		}
	}
	return true
}
