package document

import (
	"fmt"

	"forewarn/audit/report"
	"forewarn/audit/score"
)

// Steps is the way forward.
func (c *Chapter) Steps() Table {
	t := Table{
		Caption: "Steps, most points for the effort first",
		Head:    []Column{InWords("Step", 62), InWords("Who", 18), InNumbers("Effort", 10), InNumbers("Points", 10)},
	}
	titles := map[string]string{}
	for _, w := range c.Result.Warnings {
		titles[w.ID] = w.Title
	}
	for _, s := range c.Result.Next {
		about := []string{s.Question}
		for _, id := range s.Lifts {
			about = append(about, "Takes away the warning “"+titles[id]+"”")
		}
		t.Add(Cell{Text: report.Sentence(s.Do), Notes: about}, Or(s.Who, nobody),
			Cell{Text: fmt.Sprint(s.Effort)}, Cell{Text: "+" + score.Shown(s.Gain)})
	}
	return t
}

// Unknown is whom to ask what.
func (c *Chapter) Unknown() Table {
	t := Table{
		Caption: "Questions to which somebody else has the answer",
		Head:    []Column{InWords("Who would know", 26), InWords("Question", 54), InNumbers("Worth up to", 20)},
	}
	for _, u := range c.Result.Unknowns {
		t.Add(Cell{Text: report.Whom(u.Who)}, Cell{Text: u.Ask, Notes: []string{u.Question}}, Cell{Text: score.Shown(u.Worth) + " points"})
	}
	return t
}
