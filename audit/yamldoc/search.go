package yamldoc

import "unicode/utf8"

// search finds the place of a mistake by parsing parts of the text again.
type search struct {
	doc    *Doc
	text   []byte
	says   string // what the library says of the whole text
	budget int    // bytes that may still be parsed
}

// newSearch allows for as many bytes as the largest file has beyond this one,
// so that no file costs more time than that one. That is ample for a plan; in a
// huge file the place gets coarse.
func newSearch(d *Doc, text []byte, err error) *search {
	return &search{doc: d, text: text, says: librarySays(err), budget: MaxBytes - len(text)}
}

// locate returns the place of the mistake, and what it is, given how much of
// the text the library had read when it gave up.
func (s *search) locate(read int) (int, fault) {
	if s.says == valueExpected && read == len(s.text) && !s.fails(read) {
		return lastCharacter(trimSpace(s.text)), unclosed()
	}
	start := s.failure(read)
	line, _ := s.doc.lineCol(start)
	if !s.openAbove(line) {
		return s.doc.refine(start, faultFor(s.says))
	}
	s.text = s.text[:s.doc.lineStop(line-1)]
	_, read, err := readDocuments(s.text, len(s.text), len(s.text))
	s.says = librarySays(err)
	return s.locate(read)
}

// failure returns the offset of the last character of the shortest part of the
// text, from its start, that fails as the whole does.
func (s *search) failure(read int) int {
	last, _ := s.doc.lineCol(max(read-1, s.doc.lines[0]))
	line := firstOf(last, func(line int) bool { return s.fails(s.doc.lineStop(line)) })
	end := s.doc.lineStop(line)
	if s.fails(end) {
		// Byte by byte, the library stops close behind the mistake.
		_, end, _ = readDocuments(s.text[:end], 1, end)
	}
	start := lastCharacter(s.text[:end])
	for start > s.doc.lines[line-1] && s.fails(start) {
		start = lastCharacter(s.text[:start])
	}
	return start
}

// lastCharacter returns where the last character of text starts.
func lastCharacter(text []byte) int {
	_, width := utf8.DecodeLastRune(text)
	return len(text) - width
}

// firstOf returns the first line of those that reach, without a gap, to the
// last one and for which is holds, as it does for the last one. It takes steps
// that double, then halves.
func firstOf(last int, is func(line int) bool) int {
	outside, inside := last, last
	for step := 1; outside == inside; step *= 2 {
		outside = max(inside-step, 0)
		if outside > 0 && is(outside) {
			inside = outside
		}
	}
	for inside-outside > 1 {
		middle := (outside + inside) / 2
		if is(middle) {
			inside = middle
		} else {
			outside = middle
		}
	}
	return inside
}

// fails reports whether the first n bytes fail as the whole text does. Once
// the budget is used up it says no, which leaves the best place found so far.
func (s *search) fails(n int) bool {
	part := s.text[:n:n]
	if s.says == valueExpected {
		// So that the end of the part is not where a value is expected.
		part = append(part, " x"...)
	}
	return s.says == s.failureOf(part)
}

// failureOf returns what the library says of a part of the text, "" when it is
// YAML or the budget is used up.
func (s *search) failureOf(part []byte) string {
	if s.budget < len(part) {
		return ""
	}
	s.budget -= len(part)
	if _, _, err := readDocuments(part, len(part), len(part)+1); err != nil {
		return librarySays(err)
	}
	return ""
}

// openAbove reports whether a quote or bracket is still open at the end of the
// line above, although line is not indented like a part of what it opens.
func (s *search) openAbove(line int) bool {
	open := func(line int) bool { return s.failureOf(s.text[:s.doc.lineStop(line)]) != "" }
	if line < 2 || !s.doc.startsEntry(line) || !open(line-1) {
		return false
	}
	return s.doc.indent(firstOf(line-1, open)) >= s.doc.indent(line)
}
