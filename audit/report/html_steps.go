package report

import (
	"fmt"

	"forewarn/audit/score"
)

// Steps is the way forward.
func (c *chapter) Steps() table {
	t := table{
		Caption: "Steps, most points for the effort first",
		Head:    []column{inWords("Step", 62), inWords("Who", 18), inNumbers("Effort", 10), inNumbers("Points", 10)},
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
		t.add(cell{Text: sentence(s.Do), Notes: about}, or(s.Who, nobody),
			cell{Text: fmt.Sprint(s.Effort)}, cell{Text: "+" + score.Shown(s.Gain)})
	}
	return t
}

// Unknown is whom to ask what.
func (c *chapter) Unknown() table {
	t := table{
		Caption: "Questions to which somebody else has the answer",
		Head:    []column{inWords("Who would know", 26), inWords("Question", 54), inNumbers("Worth up to", 20)},
	}
	for _, u := range c.Result.Unknowns {
		t.add(cell{Text: u.Who}, cell{Text: u.Ask, Notes: []string{u.Question}}, cell{Text: score.Shown(u.Worth) + " points"})
	}
	return t
}
