package questions

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"forewarn/audit/printable"
)

// What a house may add: far more than people answer, and no more than the way to the
// next grade can be worked out for while somebody waits.
const (
	maxOwnQuestions  = 50
	maxOwnWarnings   = 50
	maxOwnCases      = 200
	maxOwnSources    = 500
	maxConditions    = 10   // of a warning
	maxTests         = 5    // of a condition
	maxOwnText       = 1500 // characters
	maxOwnLine       = 250  // of a question, and of a rung
	maxOwnTitle      = 60
	maxSuggestions   = 50
	maxQuestionnaire = 1000 // its weight: what is beyond leaves nothing to the others
)

// checkSize holds the lists of the file to a length, and reports whether they have one
// that can be worked on.
func (h *house) checkSize() bool {
	f, faults := &h.file, len(h.faults)
	asked := 0
	for _, qn := range f.Questionnaires {
		asked += len(qn.Questions)
	}
	for _, c := range f.Changes.Questionnaires {
		asked += len(c.Questions)
	}
	h.atMost(len(f.Questionnaires), maxOwnQuestions, "questionnaires", "questionnaires")
	h.atMost(asked, maxOwnQuestions, "questionnaires", "questions in all")
	h.atMost(len(f.Warnings), maxOwnWarnings, "warnings", "warnings")
	h.atMost(len(f.Cases), maxOwnCases, "cases", "cases")
	h.atMost(len(f.Sources), maxOwnSources, "sources", "sources")
	for i, w := range f.Warnings {
		path := []string{"warnings", strconv.Itoa(i), "when"}
		if len(w.When) > maxConditions {
			h.at(path, "%s: has %d conditions, and may have %d", w.ID, len(w.When), maxConditions)
		}
		for j, c := range w.When {
			if n := len(c.AtMost) + len(c.Facts); n > maxTests {
				h.at(append(path, strconv.Itoa(j)), "%s: the condition has %d tests, and may have %d", w.ID, n, maxTests)
			}
		}
	}
	h.checkWeights()
	return len(h.faults) == faults
}

func (h *house) atMost(n, most int, key, what string) {
	if n > most {
		h.at([]string{key}, "%s: a bank may add %d %s, and this one has %d", key, most, what, n)
	}
}

// checkWeights holds the weights of questionnaires to a number that adds up.
func (h *house) checkWeights() {
	check := func(weight int, path ...string) {
		if weight > maxQuestionnaire {
			h.at(path, "weight: %d is above %d", weight, maxQuestionnaire)
		}
	}
	for i, qn := range h.file.Questionnaires {
		check(qn.Weight, "questionnaires", strconv.Itoa(i), "weight")
	}
	for _, id := range slices.Sorted(maps.Keys(h.file.Changes.Questionnaires)) {
		if w := h.file.Changes.Questionnaires[id].Weight; w != nil {
			check(*w, "changes", "questionnaires", id, "weight")
		}
	}
}

// checkTexts holds every text of the file to one line that can be shown.
func (h *house) checkTexts(v reflect.Value, path []string) {
	switch v.Kind() {
	case reflect.String:
		h.checkText(v.String(), path)
	case reflect.Struct:
		for i := range v.NumField() {
			if key, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ","); key != "" {
				h.checkTexts(v.Field(i), append(path, key))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			h.checkTexts(v.Index(i), append(path, strconv.Itoa(i)))
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			h.checkTexts(v.MapIndex(key), append(path, key.String()))
		}
	}
}

func (h *house) checkText(text string, path []string) {
	key := path[len(path)-1]
	most := longest(path)
	switch n := utf8.RuneCountInString(text); {
	case n > most:
		h.at(path, "%s: the text has %d characters, and may have %d", key, n, most)
	case strings.ContainsAny(text, "\n\r"):
		h.at(path, "%s: the text has more than one line; begin it with >- in place of > or |, and leave no line empty", key)
	case printable.Text(text) != text:
		h.at(path, "%s: the text has a character that cannot be shown as it is (%s)", key, unshown(text))
	}
}

// longest is how long the text at a key path may be: what stands in a heading, or among
// others to choose from, has less room.
func longest(path []string) int {
	switch {
	case slices.Contains([]string{"title", "scale", "id"}, path[len(path)-1]):
		return maxOwnTitle
	case path[len(path)-1] == "ask", slices.Contains(path, "rungs"):
		return maxOwnLine
	}
	return maxOwnText
}

// unshown spells the first character of a text that cannot be shown.
func unshown(text string) string {
	for _, r := range text {
		switch spelt := printable.Text(string(r)); {
		case r == '\t':
			return "a tab"
		case spelt != string(r):
			return spelt
		}
	}
	return "a joiner or tag"
}
