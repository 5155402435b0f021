package interview

import (
	"fmt"
	"strconv"
	"strings"

	"forewarn/audit/planfile"
	"forewarn/audit/workshop"
)

// A room that has handed in sheets sees how they fell once it asks for it: who sees the
// others first, follows them.

// widest is how many marks stand for the most sheets that fell on a line.
const widest = 12

// showSheets writes behind each line how many sheets chose it.
func (f *flow) showSheets() {
	p := f.page
	if p.heard == nil || p.shown {
		return
	}
	p.shown = true
	all := p.heard.All()
	most := max(all.Unknown, all.NotApplicable)
	for _, n := range all.Counts {
		most = max(most, n)
	}
	for i := range p.choices {
		p.choices[i].label += " · " + bar(chose(all, p.choices[i].value), most)
	}
	f.notice = inTheMiddle(p.heard)
}

// chose is how many sheets made a choice.
func chose(t planfile.Tally, value string) int {
	switch value {
	case dontKnow:
		return t.Unknown
	case notApplicable:
		return t.NotApplicable
	}
	level, _ := strconv.Atoi(value)
	return t.Counts[level]
}

// bar is a number of sheets, drawn and counted.
func bar(n, most int) string {
	marks := n
	if most > widest {
		marks = (n*widest + most - 1) / most
	}
	return strings.TrimSpace(strings.Repeat("■", marks) + " " + counted(n, "sheet", "sheets"))
}

// inTheMiddle says what the sheets come to, and which roles see it otherwise.
func inTheMiddle(h *planfile.Heard) string {
	says := counted(h.All().Sheets(), "sheet", "sheets") + "."
	if median, ok := h.All().Median(); ok {
		says = fmt.Sprintf("%s, %d in the middle.", counted(h.All().Sheets(), "sheet", "sheets"), median)
	}
	for _, g := range workshop.Gaps(h.Roles) {
		says += fmt.Sprintf(" %s: %d, %s: %d.", g.Low, g.LowLevel, g.High, g.HighLevel)
	}
	return says + " The line that you choose now is the room's."
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// agreed is an answer with the day on which the room agreed on it: today where it has just
// seen the sheets, or when it did so before.
func (f *flow) agreed(old planfile.Answer, level int) planfile.Answer {
	a := planfile.Answer{Level: &level, Note: old.Note, Dissent: old.Dissent}
	switch {
	case f.page.shown:
		a.Agreed = f.opts.Today().Day
	case old.Level != nil && *old.Level == level:
		a.Agreed = old.Agreed
	}
	return a
}
