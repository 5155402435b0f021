package html

import (
	"fmt"
	"html/template"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"forewarn/audit/report"
)

// link returns the address when it may be followed: a page on the web that is
// what it looks like. Everything else stays text.
func link(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
		return ""
	}
	if report.Clean(address) != address {
		return ""
	}
	return address
}

// cssString quotes text for CSS. The template's own way takes every string for an
// address, and refuses one with a colon in it.
func cssString(text string) template.CSS {
	var out strings.Builder
	for _, r := range text {
		if r == ' ' || r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			out.WriteRune(r)
			continue
		}
		fmt.Fprintf(&out, `\%x `, r)
	}
	return template.CSS(`"` + out.String() + `"`)
}

// shorten cuts text after most characters, and says so.
func shorten(text string, most int) string {
	if runes := []rune(text); len(runes) > most {
		return strings.TrimSpace(string(runes[:most-1])) + "…"
	}
	return text
}

// brief cuts a text after whole words, so that page one stays one sheet whatever a
// plan says; the whole of it stands further on.
func brief(most int, text string) string {
	short := shorten(text, most)
	if short == text {
		return text
	}
	if i := strings.LastIndexByte(short, ' '); i > len(short)/2 {
		short = short[:i]
	}
	return strings.TrimRight(short, "…,;: ") + " …"
}

func percentage(points int64) string { return fmt.Sprintf("%d%%", points) }
