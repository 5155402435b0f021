package report

import (
	"fmt"

	"forewarn/audit/planfile"
	"forewarn/audit/score"
)

// Answers are all answers, a table for each questionnaire.
func (c *chapter) Answers() []table {
	var out []table
	for _, q := range c.Result.Questionnaires {
		t := table{
			Caption: q.Title,
			Head:    []column{inWords("Question", 29), inWords("Answer", 35), inWords("Counts as", 14), inWords("Evidence", 22)},
		}
		for i := range q.Items {
			it := &q.Items[i]
			about := []string{it.ID}
			if it.Core {
				about[0] += ", a core question"
			}
			t.add(cell{Text: it.Ask, Notes: about}, answered(it), counted(it), evidence(it))
		}
		out = append(out, t)
	}
	return out
}

// answered is the answer in the words of the questionnaire and of the client.
func answered(it *score.Item) cell {
	about := notes(labelled("Note:", it.Answer.Note), labelled("Answered on", day(it.Answer.On)))
	switch it.State {
	case planfile.AtLevel:
		return cell{Text: it.Rung, Notes: about}
	case planfile.DontKnow:
		return cell{Text: "Don't know. Who would: " + it.Answer.Unknown, Notes: about}
	case planfile.NotApplicable:
		return cell{Text: "Not applicable: " + it.Answer.NotApplicable, Notes: about}
	}
	return cell{Text: "Not answered yet", Notes: about}
}

// counted is the level that an answer counts as, and what holds it below its
// claim.
func counted(it *score.Item) cell {
	switch {
	case it.State == planfile.NotApplicable:
		return cell{Text: "not scored"}
	case it.State != planfile.AtLevel:
		return cell{Text: "open, 0 to 4"}
	case it.HeldBy == "":
		return cell{Text: fmt.Sprintf("level %d of 4", it.Low)}
	}
	return cell{Text: fmt.Sprintf("level %d of 4", it.Low), Notes: []string{fmt.Sprintf("claimed %d", it.Level), held(it)}}
}

// held says why an answer counts for less than it claims.
func held(it *score.Item) string {
	if it.HeldBy == "the plan's own records" {
		return "held by " + it.HeldBy
	}
	return it.HeldBy
}

// evidence is who or what stands behind an answer.
func evidence(it *score.Item) cell {
	ev := it.Answer.Evidence
	switch {
	case ev == nil:
		return cell{Text: "none"}
	case ev.Vouched != "":
		return cell{Text: "Vouched for by " + ev.Vouched, Notes: []string{day(ev.On)}}
	}
	return cell{Text: "Shown", Address: ev.Shown, Notes: []string{day(ev.On)}}
}
