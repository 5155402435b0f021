package planfile

import (
	"net/url"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// shownKind is what a text can be by which something is shown.
type shownKind int

const (
	noEvidence shownKind = iota // words, an address of another kind, or a path that leads out
	anAddress                   // of a page, which is not looked for
	aPath                       // in the plan's folder, as far as its form goes
)

var (
	scheme = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:`)
	// host matches what can only be a host: www. in front, or a path behind a name
	// that ends as those of hosts do.
	host = regexp.MustCompile(`^(?i:www\.[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:[0-9]+)?([/?#].*)?|([\p{L}\p{N}-]+\.)+[\p{L}]{2,24}/.*)$`)
)

func kindOf(shown string) shownKind {
	shown = strings.TrimSpace(shown)
	switch {
	case isPage(shown):
		return anAddress
	case scheme.MatchString(shown), !isInside(shown), !hasSign(shown):
		return noEvidence
	case host.MatchString(shown):
		return anAddress
	}
	return aPath
}

// isPage reports whether shown is the address of a page on a host.
func isPage(shown string) bool {
	u, err := url.Parse(shown)
	return err == nil && (strings.EqualFold(u.Scheme, "http") || strings.EqualFold(u.Scheme, "https")) && hasSign(u.Hostname())
}

// IsAddress reports whether evidence is shown on a page rather than in a document.
func IsAddress(shown string) bool { return kindOf(shown) == anAddress }

// IsDocument reports whether what is shown can be a document in the plan's folder.
func IsDocument(shown string) bool { return kindOf(shown) == aPath }

// isInside reports whether a path leads to something in the plan's folder. The
// folder itself shows nothing, and what lies outside it may be another thing on
// another machine.
func isInside(shown string) bool {
	clean := path.Clean(strings.ReplaceAll(shown, `\`, "/"))
	return clean != "." && !path.IsAbs(clean) && filepath.IsLocal(filepath.FromSlash(clean))
}

// there reports whether something is in the plan's folder by this name, looking
// through other ways to write it: a part of the document behind #, the slashes of
// another system, the other Unicode form of its letters.
func there(shown string, present func(string) bool) bool {
	document, _, _ := strings.Cut(shown, "#")
	for _, name := range []string{shown, document} {
		for _, slashed := range []string{name, strings.ReplaceAll(name, `\`, "/")} {
			forms := []string{slashed, norm.NFC.String(slashed), norm.NFD.String(slashed)}
			if slices.ContainsFunc(forms, func(form string) bool { return form != "" && isInside(form) && present(form) }) {
				return true
			}
		}
	}
	return false
}

// hasSign reports whether a reader sees a letter or a digit in a text.
func hasSign(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !isFiller(r) })
}

// isFiller reports whether r is one of the letters that show nothing.
func isFiller(r rune) bool {
	return slices.Contains([]rune{'\u115f', '\u1160', '\u17b4', '\u17b5', '\u3164', '\uffa0'}, r)
}
