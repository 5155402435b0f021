package planfile

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"forewarn/audit/yamldoc"
)

// named are the kinds of record that others refer to by an id, each with the field
// of which the id is made and the word that stands for a name that has no letters
// of an id.
func named(kind string) (field, word string) {
	switch kind {
	case "objectives":
		return "statement", "objective"
	case "metrics":
		return "name", "measure"
	}
	return "", ""
}

// fillers are words that an id does without.
var fillers = []string{"a", "an", "and", "at", "by", "for", "from", "in", "is", "of", "on", "or", "our", "per", "that", "the", "their", "to", "with", "within"}

// identified is a new record with an id in front, where its kind needs one and it
// has none. The id is made from the record's name; people may change it in the file.
func (p *Plan) identified(list []string, record yamldoc.Map) yamldoc.Map {
	kind := list[0]
	field, word := named(kind)
	if field == "" || len(list) > 1 || slices.ContainsFunc(record, func(e yamldoc.Entry) bool { return e.Key == "id" }) {
		return record
	}
	name := ""
	for _, e := range record {
		if text, ok := e.Value.(string); ok && e.Key == field {
			name = text
		}
	}
	return append(yamldoc.Map{{Key: "id", Value: p.freeID(kind, name, word)}}, record...)
}

// freeID makes an id from the first few words of a name that say something.
func (p *Plan) freeID(kind, name, word string) string {
	const most = 4
	words := slices.DeleteFunc(idWords(name), func(w string) bool { return slices.Contains(fillers, w) })
	id := strings.Join(words[:min(len(words), most)], "-")
	if id == "" {
		id = word
	}
	free := id
	for n := 2; p.hasID(kind, free); n++ {
		free = id + "-" + strconv.Itoa(n)
	}
	return free
}

func (p *Plan) hasID(kind, id string) bool {
	for i := range p.Count(kind) {
		if p.Value(kind, strconv.Itoa(i), "id") == id {
			return true
		}
	}
	return false
}

// idWords are the words of a name in the letters of an id: é is taken for e, and
// what has no such letter is left out.
func idWords(name string) []string {
	plain := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		case unicode.IsMark(r), r == '\'', r == '’':
			return -1
		}
		return ' '
	}, strings.ToLower(norm.NFKD.String(name)))
	return strings.Fields(plain)
}
