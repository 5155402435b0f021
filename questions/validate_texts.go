package questions

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// checkFacts holds the bank to facts that there are, and to one value of each: a
// fact that is left open holds at the low end of the range, and it cannot be yes
// and no there at once.
func (r *reader) checkFacts(b *Bank) {
	for _, fact := range slices.Sorted(maps.Keys(b.Narrowed)) {
		if !slices.Contains(r.known.Facts, fact) {
			r.addAt(bankFile, []string{"narrowed", fact}, "narrowed: there is no fact %q%s", fact, r.meant(fact, r.known.Facts))
		}
		r.checkEdition(b, bankFile, []string{"narrowed", fact}, b.Narrowed[fact])
	}
	for _, id := range slices.Sorted(maps.Keys(b.Retired)) {
		if _, q := b.Question(b.Retired[id]); q == nil {
			r.addAt(bankFile, []string{"retired", id}, "retired: there is no question %q%s", b.Retired[id], r.meant(b.Retired[id], b.QuestionIDs()))
		}
	}
	wanted := map[string]Fact{}
	for i, w := range b.Warnings {
		for j, c := range w.When {
			r.checkWanted(&w, c.Facts, wanted, []string{"warnings", strconv.Itoa(i), "when", strconv.Itoa(j), "facts"})
		}
	}
}

// checkWanted holds the facts of a condition to the values that are wanted of them so
// far.
func (r *reader) checkWanted(w *Warning, facts, wanted map[string]Fact, path []string) {
	for _, fact := range slices.Sorted(maps.Keys(facts)) {
		if v := facts[fact]; v != Yes && v != No {
			continue // which is a fault of its own
		}
		if before, ok := wanted[fact]; ok && before != facts[fact] {
			r.addAt(warningsFile, append(slices.Clone(path), fact), "%s: another condition rests on %q being %q: both cannot hold at once", w.ID, fact, before)
		}
		wanted[fact] = facts[fact]
	}
}

func (r *reader) checkPrompt(b *Bank, i int) {
	p := &b.Prompts[i]
	path := func(keys ...string) []string { return append([]string{"prompts", strconv.Itoa(i)}, keys...) }
	for j, word := range p.Words {
		if word == "" || word != strings.ToLower(strings.TrimSpace(word)) {
			r.addAt(promptsFile, path("words", strconv.Itoa(j)), "%s: %q is no word in lower case", p.ID, word)
		}
	}
	if h := p.Held; h.Found > h.Meant || h.Quoted > h.Alike {
		r.addAt(promptsFile, path("held_against"), "%s: it cannot have found more sentences than there are", p.ID)
	}
}

func (r *reader) checkCase(b *Bank, i int) {
	c := &b.Cases[i]
	path := func(keys ...string) []string { return append([]string{"cases", strconv.Itoa(i)}, keys...) }
	if n := len(c.Facts); n < 3 || n > 5 {
		r.addAt(casesFile, path("facts"), "%s: has %d facts, needs three to five", c.ID, n)
	}
	if len(c.Sources) == 0 {
		r.addAt(casesFile, path("sources"), "%s: a case without a source cannot be told", c.ID)
	}
	r.checkSources(b, casesFile, path("sources"), c.ID, c.Sources)
	r.checkLessons(b, c, path("went_wrong"), c.WentBad)
	r.checkLessons(b, c, path("done_well"), c.WentWell)
}

func (r *reader) checkLessons(b *Bank, c *Case, path []string, lessons []Lesson) {
	for i, l := range lessons {
		at := append(slices.Clone(path), strconv.Itoa(i))
		if b.Warning(l.Warning) == nil {
			r.addAt(casesFile, append(at, "warning"), "%s: there is no warning %q%s", c.ID, l.Warning, r.meant(l.Warning, b.WarningIDs()))
		}
		if len(l.Sources) == 0 {
			r.addAt(casesFile, append(at, "sources"), "%s: what is said of %q has no source", c.ID, l.Warning)
		}
		for j, s := range l.Sources {
			if !slices.Contains(c.Sources, s) {
				r.addAt(casesFile, append(at, "sources", strconv.Itoa(j)), "%s: the source %q is not among those of the case", c.ID, s)
			}
		}
	}
}
