package document

import (
	"fmt"
	"strings"

	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/score"
)

// Answers are all answers, a table for each questionnaire.
func (c *Chapter) Answers() []Table {
	var out []Table
	for _, q := range c.Result.Questionnaires {
		t := Table{
			Caption: q.Title,
			Head:    []Column{InWords("Question", 29), InWords("Answer", 35), InWords("Counts as", 14), InWords("Evidence", 22)},
		}
		for i := range q.Items {
			it := &q.Items[i]
			about := c.working(it.ID)
			if it.Core {
				about = append(about, "a core question")
			}
			t.Add(Cell{Text: it.Ask, Notes: Notes(strings.Join(about, ", "))}, answered(it), counted(it), c.evidence(it))
		}
		out = append(out, t)
	}
	return out
}

// NotAgreed is where the people who answered did not agree, and how.
func (c *Chapter) NotAgreed() Table {
	t := Table{
		Caption: "Questions on which not everybody agreed; this is never scored",
		Head:    []Column{InWords("Question", 30), InWords("Answer", 35), InWords("Who sees it otherwise", 35)},
	}
	for it := range report.NotAgreed(c.Result) {
		answer := answered(it)
		answer.Notes = nil
		t.Add(Cell{Text: it.Ask, Notes: c.working(it.ID)}, answer, Cell{Text: strings.Join(report.Otherwise(it), " ")})
	}
	return t
}

// answered is the answer in the words of the questionnaire and of the client.
func answered(it *score.Item) Cell {
	about := Notes(Labelled("Note:", it.Answer.Note), Labelled("Answered on", report.Day(it.Answer.On)))
	switch it.State {
	case planfile.AtLevel:
		return Cell{Text: it.Rung, Notes: about}
	case planfile.DontKnow:
		return Cell{Text: "Don't know. Who would: " + it.Answer.Unknown, Notes: about}
	case planfile.NotApplicable:
		return Cell{Text: "Not applicable: " + it.Answer.NotApplicable, Notes: about}
	}
	return Cell{Text: "Not answered yet", Notes: about}
}

// counted is the level that an answer counts as, and what holds it below its
// claim.
func counted(it *score.Item) Cell {
	switch {
	case it.State == planfile.NotApplicable:
		return Cell{Text: "not scored"}
	case it.State != planfile.AtLevel:
		return Cell{Text: "open, 0 to 4"}
	case it.HeldBy == "":
		return Cell{Text: fmt.Sprintf("level %d of 4", it.Low)}
	}
	return Cell{Text: fmt.Sprintf("level %d of 4", it.Low), Notes: []string{fmt.Sprintf("claimed %d", it.Level), held(it)}}
}

// held says why an answer counts for less than it claims.
func held(it *score.Item) string {
	if it.HeldBy == "the plan's own records" {
		return "held by " + it.HeldBy
	}
	return it.HeldBy
}

// evidence is who or what stands behind an answer.
func (c *Chapter) evidence(it *score.Item) Cell {
	ev := it.Answer.Evidence
	switch {
	case ev == nil:
		return Cell{Text: "none"}
	case ev.Vouched != "":
		return Cell{Text: "Vouched for by " + ev.Vouched, Notes: Notes(report.Day(ev.On))}
	}
	return c.shown(it)
}

// shown says what is shown, and where what is named does not show anything.
func (c *Chapter) shown(it *score.Item) Cell {
	ev := it.Answer.Evidence
	address := planfile.IsAddress(ev.Shown)
	said := "Shown in a document"
	switch {
	case !address && !planfile.IsDocument(ev.Shown):
		said = "What is named shows nothing"
	case it.HeldBy == "evidence missing":
		said = "The document that is named is not there"
	case address || c.Edition == report.Working:
		said = "Shown"
	}
	cell := Cell{Text: said, Notes: Notes(report.Day(ev.On))}
	if address || c.Edition == report.Working {
		cell.Address = ev.Shown
	}
	return cell
}
