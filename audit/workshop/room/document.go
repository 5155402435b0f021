package room

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"

	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/report/document"
	"forewarn/audit/workshop"
)

// Document tells a room what it said.
func (r *Room) Document() *document.Document {
	doc := &document.Document{Title: "What the room said"}
	if r.Initiative != "" {
		doc.Title += ": " + r.Initiative
	}
	if r.Sheets == 0 {
		doc.Sections = []document.Section{{Lead: fmt.Sprintf("Nothing is published yet: it takes %d sheets.", r.Minimum)}}
		return doc
	}
	doc.Sections = append(doc.Sections, document.Section{Lead: r.lead(), Paragraphs: document.Notes(r.samePicture())})
	doc.Sections = append(doc.Sections, r.topics()...)
	doc.Add("Where roles see it otherwise", r.gaps())
	doc.Add("How the sheets fell", r.table())
	doc.Add("What people wrote", r.notes())
	doc.Sections = append(doc.Sections, document.Section{Title: "What this tells, and what not", Level: 1, Paragraphs: r.legend()})
	return doc
}

func (r *Room) lead() string {
	split, alone := 0, 0
	for i := range r.Questions {
		if h := r.Questions[i].Heard; h != nil {
			if workshop.IsSplit(h.All()) {
				split++
			}
			if workshop.LoneVoices(h.All()) > 0 {
				alone++
			}
		}
	}
	says := fmt.Sprintf("%s counted. ", report.Counted(r.Sheets, "sheet is", "sheets are"))
	switch {
	case split == 0 && alone == 0:
		return says + "The room is split on no question, and nobody stands alone."
	case alone == 0:
		return says + fmt.Sprintf("The room is split on %s.", report.Counted(split, "question", "questions"))
	case split == 0:
		return says + fmt.Sprintf("The room is split on no question; on %s somebody stands alone, and may be the only one who knows.", report.Counted(alone, "question", "questions"))
	}
	return says + fmt.Sprintf("The room is split on %s; on %s somebody stands alone, and may be the only one who knows.", report.Counted(split, "question", "questions"), report.Counted(alone, "other", "others"))
}

// samePicture says how far people have the same picture, by the usual marks: Krippendorff
// (2019) relies on data from 0.800 on, and draws first conclusions from 0.667 on.
func (r *Room) samePicture() string {
	if r.Alpha == nil {
		return ""
	}
	says := "people see different pictures: talk before you plan"
	switch {
	case r.Alpha.Cmp(big.NewRat(800, 1000)) >= 0:
		says = "people see the same picture"
	case r.Alpha.Cmp(big.NewRat(667, 1000)) >= 0:
		says = "people see much the same picture"
	case r.Alpha.Sign() <= 0:
		says = "people agree no more than by chance"
	}
	return fmt.Sprintf("Over all questions, %s (Krippendorff's alpha %s, where 1 is full agreement and 0 is chance).", says, decimals(r.Alpha))
}

// decimals cuts a number to two decimals, towards zero.
func decimals(x *big.Rat) string {
	hundred := new(big.Rat).Mul(x, big.NewRat(100, 1))
	cut := new(big.Int).Quo(hundred.Num(), hundred.Denom())
	return new(big.Rat).SetFrac(cut, big.NewInt(100)).FloatString(2)
}

// topics is the running order for whoever leads the talk.
func (r *Room) topics() []document.Section {
	if len(r.Topics) == 0 {
		return nil
	}
	t := document.Table{Caption: "The running order", Head: []document.Column{
		document.InWords("Question", 30), document.InWords("One side", 35), document.InWords("The other side", 35),
	}}
	for i, topic := range r.Topics {
		all := topic.Heard.All()
		t.Add(document.Cell{Text: fmt.Sprintf("%d. %s", i+1, topic.Ask), Notes: []string{fell(all)}},
			document.Cell{Text: topic.rung(topic.Low), Notes: []string{side(all.Counts[topic.Low])}},
			document.Cell{Text: topic.rung(topic.High), Notes: []string{side(all.Counts[topic.High])}})
	}
	return []document.Section{{Title: "What to talk about first", Level: 1, Table: t, Paragraphs: []string{
		"These questions are where people are furthest apart, weighed by what each question is worth. Let somebody speak for each side first, then look for what one side knows and the other does not.",
	}}}
}

func side(n int) string { return report.Counted(n, "sheet says so", "sheets say so") }

func (q *Question) rung(level int) string { return fmt.Sprintf("%d – %s", level, q.Rungs[level]) }

// fell says how sheets fell.
func fell(t planfile.Tally) string {
	var parts []string
	for level, n := range t.Counts {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d at %d", n, level))
		}
	}
	if t.Unknown > 0 {
		parts = append(parts, report.Counted(t.Unknown, "does not know", "do not know"))
	}
	if t.NotApplicable > 0 {
		parts = append(parts, report.Counted(t.NotApplicable, "says that it does not apply", "say that it does not apply"))
	}
	return strings.Join(parts, ", ")
}

func (r *Room) gaps() document.Table {
	t := document.Table{Caption: "Questions on which two roles are apart", Head: []document.Column{
		document.InWords("Question", 34), document.InWords("One role", 33), document.InWords("The other", 33),
	}}
	for i := range r.Questions {
		q := &r.Questions[i]
		if q.Heard == nil {
			continue
		}
		for _, g := range workshop.Gaps(q.Heard.Roles) {
			t.Add(document.Cell{Text: q.Ask}, document.Cell{Text: g.Low, Notes: []string{q.rung(g.LowLevel)}}, document.Cell{Text: g.High, Notes: []string{q.rung(g.HighLevel)}})
		}
	}
	return t
}

func (r *Room) table() document.Table {
	t := document.Table{Caption: "Each question, by questionnaire: from 0, nothing yet, to 4", Head: []document.Column{
		document.InWords("Question", 34), document.InWords("Sheets", 36), document.InWords("In the plan", 30),
	}}
	for i := range r.Questions {
		q := &r.Questions[i]
		if q.Heard == nil {
			t.Add(document.Cell{Text: q.Ask}, document.Cell{Text: fmt.Sprintf("fewer than %d", r.Minimum)}, document.Cell{Text: q.says()})
			continue
		}
		var marks []string
		if workshop.IsSplit(q.Heard.All()) {
			marks = append(marks, "split")
		}
		if n := workshop.LoneVoices(q.Heard.All()); n > 0 {
			marks = append(marks, report.Counted(n, "stands alone", "stand apart"))
		}
		for _, name := range q.roles() {
			marks = append(marks, name+": "+fell(q.Heard.Roles[name]))
		}
		t.Add(document.Cell{Text: q.Ask}, document.Cell{Text: fell(q.Heard.All()), Notes: marks}, document.Cell{Text: q.says()})
	}
	return t
}

// roles are those that are shown, by name.
func (q *Question) roles() []string { return slices.Sorted(maps.Keys(q.Heard.Roles)) }

// says is what the plan says now, and by whose word.
func (q *Question) says() string {
	a := q.Answer
	says := ""
	switch a.State() {
	case planfile.AtLevel:
		says = fmt.Sprint(*a.Level)
	case planfile.DontKnow:
		says = "don't know"
	case planfile.NotApplicable:
		says = "does not apply"
	default:
		return "not answered"
	}
	median, ok := 0, false
	if q.Heard != nil {
		median, ok = q.Heard.All().Median()
	}
	switch {
	case !a.Agreed.IsZero() && ok:
		return fmt.Sprintf("%s, agreed on %s; the sheets say %d", says, report.Day(a.Agreed), median)
	case ok && a.Level != nil && *a.Level != median:
		return fmt.Sprintf("%s; the sheets say %d", says, median)
	}
	return says
}

func (r *Room) notes() document.Table {
	t := document.Table{Caption: "Notes that their writers let be shown, without names", Head: []document.Column{document.InWords("Question", 40), document.InWords("Note", 60)}}
	for _, n := range r.Notes {
		t.Add(document.Cell{Text: n.Ask}, document.Cell{Notes: n.Texts})
	}
	return t
}

func (r *Room) legend() []string {
	return []string{
		"What the sheets say together is their lower median: the one in the middle when all are put in order, and of two in the middle the lower one. A question is split where people are on average more than five sixths of a line from it. Somebody stands alone who is two lines or more from it.",
		"Two roles see a question otherwise where their medians are a line apart or more, and it is not likely to be chance.",
		fmt.Sprintf("Nothing here is about fewer than %d sheets, and nothing can be worked out about fewer from all that was ever published. Whoever merged the sheets saw them, and in a small room a voice is known by what it says.", r.Minimum),
	}
}
