package yamldoc

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// path returns the key path of p, such as metrics[0].baseline. It is put
// together only for a problem: most entries have none.
func (p *place) path() string {
	if p.parent == nil {
		return ""
	}
	around := p.parent.path()
	if p.key == nil {
		return fmt.Sprintf("%s[%d]", around, p.index)
	}
	return joinPath(around, p.key.Value)
}

// steps returns the key path of p in the parts that At takes.
func (p *place) steps() []string {
	switch {
	case p.parent == nil:
		return nil
	case p.key == nil:
		return append(p.parent.steps(), strconv.Itoa(p.index))
	}
	return append(p.parent.steps(), p.key.Value)
}

// KeyPath writes a key path as Problem.Key does: KeyPath("metrics", "0", "stop")
// is metrics[0].stop.
func KeyPath(path ...string) string {
	key := ""
	for _, step := range path {
		if _, err := strconv.ParseUint(step, 10, 31); err == nil {
			key += "[" + step + "]"
			continue
		}
		key = joinPath(key, step)
	}
	return key
}

func joinPath(around, key string) string {
	if !simpleKey(key) {
		key = strconv.Quote(shorten(key))
	}
	if around == "" {
		return key
	}
	return around + "." + key
}

// simpleKey reports whether a key needs no quotes in a key path.
func simpleKey(key string) bool {
	const most = 60 // bytes
	return key != "" && len(key) <= most && !strings.ContainsFunc(key, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '-'
	})
}

// shorten cuts a text from the file down to what fits in a message.
func shorten(s string) string {
	const most = 40
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s[:min(len(s), utf8.UTFMax*most)])[:most-1]) + "…"
}
