package planfile

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// nobody are the words, in lower case, by which a person is named who is none yet.
var nobody = []string{
	"nobody", NobodyYet, "no one", "no one yet", "noone", "none", "none yet", "not yet", "somebody", "someone", "anybody", "anyone",
	"tbd", "tba", "tbc", "todo", "to do", "na", "n a", "unknown", "open", "pending", "later", "x", "xx", "xxx",
}

// myself are those by which the one who answers names nobody else.
var myself = []string{"i", "me", "myself", "self", "owner", "the owner"}

// NobodyYet stands in the place of a name where none is known.
const NobodyYet = "nobody yet"

// NamesNobody reports whether a text in the place of a name names no person.
func NamesNobody(name string) bool {
	words := PlainName(name)
	first, _, _ := strings.Cut(words, " ")
	return !hasSign(name) || slices.Contains(nobody, words) || first == "todo" || first == "tbd"
}

// isSamePerson reports whether a name is the owner's or a part of it, whatever its
// case, the order of its parts and what stands in brackets behind it. Letters that
// only look alike are other letters.
func isSamePerson(name, owner string) bool {
	words, owners := PlainName(name), strings.Fields(PlainName(owner))
	if slices.Contains(myself, words) {
		return true
	}
	other := func(part string) bool { return !slices.Contains(owners, part) }
	return words != "" && !slices.ContainsFunc(strings.Fields(words), other)
}

var brackets = regexp.MustCompile(`\([^)]*\)|\[[^\]]*\]`)

// PlainName is a name in lower case, with its words and nothing else.
func PlainName(name string) string {
	name = strings.ToLower(norm.NFKC.String(brackets.ReplaceAllString(name, " ")))
	return strings.Join(strings.FieldsFunc(name, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	}), " ")
}

// People lists the names of persons in the plan, each once, in the order of the file
// of records before answers.
func (p *Plan) People() []string {
	var names []string
	seen := map[string]bool{}
	add := func(name string) {
		if plain := PlainName(name); !NamesNobody(name) && !slices.Contains(myself, plain) && !seen[plain] {
			seen[plain] = true
			names = append(names, name)
		}
	}
	add(p.Initiative.Owner)
	for _, o := range p.Objectives {
		add(o.GoalOwner)
	}
	for _, s := range p.Stakeholders {
		add(s.Owner)
	}
	for _, m := range p.Metrics {
		add(m.Owner)
	}
	for _, g := range p.Programmes {
		add(g.Lead)
	}
	for _, s := range p.Scenarios {
		add(s.Owner)
	}
	for _, w := range p.Waivers {
		add(w.Owner)
	}
	for _, questionnaire := range slices.Sorted(maps.Keys(p.Answers)) {
		answers := p.Answers[questionnaire]
		for _, question := range slices.Sorted(maps.Keys(answers)) {
			add(answers[question].Unknown)
			if e := answers[question].Evidence; e != nil {
				add(e.Vouched)
			}
		}
	}
	return names
}
