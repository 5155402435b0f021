package report

import (
	"slices"

	"forewarn/audit/planfile"
	"forewarn/audit/score"
)

// warning is a warning with what the plan says and who lives with it.
type warning struct {
	*score.Warning
	Said       []said
	References []int // numbers of sources
	Waiver     *planfile.Waiver
}

// said is an answer or a fact that raised a warning.
type said struct {
	score.Reason
	Item *score.Item // nil for a fact
}

// warn prepares the confirmed warnings.
func (c *chapter) warn() {
	waivers := waivers(c.Audit)
	for i := range c.Result.Warnings {
		w := warning{Warning: &c.Result.Warnings[i], Waiver: waivers[c.Result.Warnings[i].ID]}
		if !w.Confirmed {
			continue
		}
		for _, r := range w.Because {
			w.Said = append(w.Said, said{Reason: r, Item: c.items[r.Question]})
		}
		for _, s := range w.Warning.Sources {
			w.References = append(w.References, c.cite(s))
		}
		c.Confirmed = append(c.Confirmed, w)
	}
}

// cite numbers a source.
func (c *chapter) cite(source string) int {
	if i := slices.Index(c.Sources, source); i >= 0 {
		return i + 1
	}
	c.Sources = append(c.Sources, source)
	return len(c.Sources)
}

// Possible lists the warnings that open answers decide.
func (c *chapter) Possible() table {
	t := table{
		Caption: "Open answers decide whether these stand",
		Head:    []column{inWords("Warning", 28), inWords("Effect", 24), inWords("While these are open", 48)},
	}
	for i := range c.Result.Warnings {
		w := &c.Result.Warnings[i]
		if w.Confirmed {
			continue
		}
		var open []string
		for _, r := range w.Because {
			open = append(open, r.String())
		}
		t.add(cell{Text: w.Title}, cell{Text: w.Effect()}, cell{Notes: open})
	}
	return t
}
