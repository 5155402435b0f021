package questions

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"forewarn/audit/yamldoc"
)

// validate notes every fault that the shape of the files does not show. Each
// rule is a function of its own, exercised by a broken bank of its own in
// testdata/banks.
func (r *reader) validate(b *Bank) {
	r.checkVersion(b)
	r.checkIDs(b)
	for i := range b.Questionnaires {
		r.checkQuestionnaire(b, &b.Questionnaires[i])
	}
	for i := range b.Warnings {
		r.checkWarning(b, i)
	}
	r.checkFacts(b)
	for i := range b.Prompts {
		r.checkPrompt(b, i)
	}
	for i := range b.Cases {
		r.checkCase(b, i)
	}
}

func (r *reader) checkVersion(b *Bank) { r.checkEdition(b, bankFile, []string{"version"}, b.Version) }

// checkEdition holds what names an edition to the form of one, and to those that
// there are.
func (r *reader) checkEdition(b *Bank, file string, path []string, edition string) {
	switch {
	case !IsEdition(edition):
		r.addAt(file, path, "%s: %q is not major.minor.patch", r.key(file, path), edition)
	case CompareEditions(edition, b.Version) > 0:
		r.addAt(file, path, "%s: the edition %s is later than this bank's %s", r.key(file, path), edition, b.Version)
	}
}

// place is where an id is given.
type place struct {
	file string
	path []string
	id   string
}

// checkIDs holds all ids that explain answers for to one namespace, and the
// sources to their own.
func (r *reader) checkIDs(b *Bank) {
	var named []place
	for _, qn := range b.Questionnaires {
		named = append(named, place{qn.file, []string{"id"}, qn.ID})
		for i, q := range qn.Questions {
			named = append(named, place{qn.file, []string{"questions", strconv.Itoa(i), "id"}, q.ID})
		}
	}
	for i, w := range b.Warnings {
		named = append(named, place{warningsFile, []string{"warnings", strconv.Itoa(i), "id"}, w.ID})
	}
	for i, p := range b.Prompts {
		named = append(named, place{promptsFile, []string{"prompts", strconv.Itoa(i), "id"}, p.ID})
	}
	for i, c := range b.Cases {
		named = append(named, place{casesFile, []string{"cases", strconv.Itoa(i), "id"}, c.ID})
	}
	named = append(named, earlier(b)...)
	r.checkUnique(named)
	for _, p := range named {
		if slices.Contains(r.known.Rules, p.id) {
			r.addAt(p.file, p.path, "%s: the id %q is that of a rule of the program", r.key(p.file, p.path), p.id)
		}
	}
	var sources []place
	for i, s := range b.Sources {
		sources = append(sources, place{sourcesFile, []string{"sources", strconv.Itoa(i), "id"}, s.ID})
	}
	r.checkUnique(sources)
}

// earlier lists the ids that questions had, which no other may take: a plan that was
// answered then still says them.
func earlier(b *Bank) []place {
	var out []place
	for _, id := range slices.Sorted(maps.Keys(b.Retired)) {
		out = append(out, place{bankFile, []string{"retired", id}, id})
	}
	for _, qn := range b.Questionnaires {
		for i, q := range qn.Questions {
			if q.Was != "" {
				out = append(out, place{qn.file, []string{"questions", strconv.Itoa(i), "was"}, q.Was})
			}
		}
	}
	return out
}

func (r *reader) checkUnique(places []place) {
	seen := map[string]place{}
	for _, p := range places {
		if !IsID(p.id) {
			r.addAt(p.file, p.path, "%s: the id %q is not lower-case words joined by hyphens", r.key(p.file, p.path), p.id)
		}
		if first, twice := seen[p.id]; twice {
			r.usedAlready(first, p)
			continue
		}
		seen[p.id] = p
	}
}

// usedAlready notes that an id is used twice: where it is used again, or where a house
// uses one of the core's.
func (r *reader) usedAlready(first, again place) {
	if r.house != nil && r.house.isOfCore(again) {
		first, again = again, first
	}
	if r.house != nil && r.house.isOfCore(first) {
		r.addAt(again.file, again.path, "%s: the id %q is used already by the built-in questions", r.key(again.file, again.path), again.id)
		return
	}
	r.addAt(again.file, again.path, "%s: the id %q is used already in %s:%s", r.key(again.file, again.path), again.id, r.name(first.file), r.pos(first.file, first.path))
}

func (r *reader) checkQuestionnaire(b *Bank, qn *Questionnaire) {
	if qn.Weight < 1 {
		r.addAt(qn.file, []string{"weight"}, "weight: %d is not above 0", qn.Weight)
	}
	r.checkOneLine(qn.file, qn.Title, "title")
	r.checkOneLine(qn.file, qn.About, "about")
	for i, kind := range qn.Records {
		if !slices.Contains(r.known.Records, kind) {
			r.addAt(qn.file, []string{"records", strconv.Itoa(i)}, "records: there is no kind of record %q%s", kind, r.meant(kind, r.known.Records))
		}
	}
	for i := range qn.Questions {
		r.checkQuestion(b, qn, i)
	}
}

// checkOneLine holds a text to one line where it stands behind the sign of a
// comment in a new plan: what came behind a line break would be part of the plan.
func (r *reader) checkOneLine(file, text string, path ...string) {
	if strings.ContainsAny(text, "\n\r\u0085\u2028\u2029") {
		r.addAt(file, path, "%s: the text has more than one line", r.key(file, path))
	}
}

func (r *reader) checkQuestion(b *Bank, qn *Questionnaire, i int) {
	q := &qn.Questions[i]
	path := func(key string) []string { return []string{"questions", strconv.Itoa(i), key} }
	if q.Weight < 1 || q.Weight > 3 {
		r.addAt(qn.file, path("weight"), "%s: the weight %d is not 1, 2 or 3", q.ID, q.Weight)
	}
	if q.Effort < 1 || q.Effort > 5 {
		r.addAt(qn.file, path("effort"), "%s: the effort %d is not from 1 to 5", q.ID, q.Effort)
	}
	if q.Core && q.NotApplicable {
		r.addAt(qn.file, path("not_applicable"), "%s: a core question cannot be answered with not applicable", q.ID)
	}
	if q.Since != "" {
		r.checkEdition(b, qn.file, path("since"), q.Since)
	}
	r.checkOneLine(qn.file, q.Ask, path("ask")...)
	for level, rung := range q.Rungs {
		r.checkOneLine(qn.file, rung, append(path("rungs"), strconv.Itoa(level))...)
	}
	for _, c := range q.Checks {
		if !slices.Contains(r.known.Checks, c) {
			r.addAt(qn.file, path("checks"), "%s: there is no record check %q%s", q.ID, c, r.meant(c, r.known.Checks))
		}
	}
	// A rung is borne out by records only as far as a check looks at them.
	if q.Bears < 0 || q.Bears > MaxLevel || q.Bears > 0 && len(q.Checks) == 0 {
		r.addAt(qn.file, path("bears"), "%s: records cannot bear out rung %d without a check, nor one that is not there", q.ID, q.Bears)
	}
	r.checkSources(b, qn.file, path("sources"), q.ID, q.Sources)
}

func (r *reader) checkSources(b *Bank, file string, path []string, id string, sources []string) {
	for i, s := range sources {
		if b.Source(s) == nil {
			r.addAt(file, append(path, strconv.Itoa(i)), "%s: there is no source %q%s", id, s, r.meant(s, ids(b.Sources, func(s Source) string { return s.ID })))
		}
	}
}

func (r *reader) checkWarning(b *Bank, i int) {
	w := &b.Warnings[i]
	path := []string{"warnings", strconv.Itoa(i)}
	if len(w.When) == 0 {
		r.addAt(warningsFile, append(path, "when"), "%s: the warning can never be raised: it has no condition", w.ID)
	}
	for j := range w.When {
		r.checkCondition(b, w, &w.When[j], append(path, "when", strconv.Itoa(j)))
	}
	r.checkSources(b, warningsFile, append(path, "sources"), w.ID, w.Sources)
}

func (r *reader) checkCondition(b *Bank, w *Warning, c *Condition, path []string) {
	if len(c.AtMost)+len(c.Facts) == 0 {
		r.addAt(warningsFile, path, "%s: a condition without a test says nothing", w.ID)
	}
	for _, id := range slices.Sorted(maps.Keys(c.AtMost)) {
		r.checkTest(b, w, id, c.AtMost[id], append(slices.Clone(path), "at_most", id))
	}
	for _, fact := range slices.Sorted(maps.Keys(c.Facts)) {
		at := append(slices.Clone(path), "facts", fact)
		if !slices.Contains(r.known.Facts, fact) {
			r.addAt(warningsFile, at, "%s: there is no fact %q%s", w.ID, fact, r.meant(fact, r.known.Facts))
		}
		if v := c.Facts[fact]; v != Yes && v != No {
			r.addAt(warningsFile, at, "%s: the fact %q can never be %q: it is yes or no", w.ID, fact, v)
		}
	}
}

func (r *reader) checkTest(b *Bank, w *Warning, id string, level int, at []string) {
	_, q := b.Question(id)
	switch {
	case q == nil:
		r.addAt(warningsFile, at, "%s: there is no question %q%s", w.ID, id, r.meant(id, b.QuestionIDs()))
	case level < 0:
		r.addAt(warningsFile, at, "%s: the condition can never hold: no level is at most %d", w.ID, level)
	case level >= MaxLevel:
		r.addAt(warningsFile, at, "%s: the condition always holds: every level is at most %d", w.ID, level)
	case w.Cap != "" && q.NotApplicable:
		r.addAt(warningsFile, at, "%s: a warning with a cap cannot rest on %q, which may be answered with not applicable", w.ID, id)
	}
}

func (r *reader) pos(file string, path []string) yamldoc.Pos {
	if r.house != nil {
		return r.house.doc.At(r.house.written(file, path)...)
	}
	return r.docs[file].At(path...)
}

// name is that of the file in which something of the bank is written.
func (r *reader) name(file string) string {
	if r.house != nil {
		return r.house.name
	}
	return file
}

// key is the key path of something in the file in which it is written.
func (r *reader) key(file string, path []string) string {
	if r.house != nil {
		path = r.house.written(file, path)
	}
	return yamldoc.KeyPath(path...)
}

func (r *reader) addAt(file string, path []string, format string, args ...any) {
	r.add(r.name(file), r.pos(file, path), format, args...)
}

// meant adds to a fault which word was meant, when one is near. Of very many faults,
// few say so: to look for it takes as long as there are words.
func (r *reader) meant(word string, known []string) string {
	if r.suggesting++; r.suggesting > maxSuggestions {
		return ""
	}
	if hint := yamldoc.DidYouMean(word, known); hint != "" {
		return "; " + hint
	}
	return ""
}
