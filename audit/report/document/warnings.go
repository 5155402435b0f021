package document

import (
	"slices"

	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/score"
)

// Warning is a warning with what the plan says and who lives with it.
type Warning struct {
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
func (c *Chapter) warn() {
	waivers := report.Waivers(c.Audit)
	for i := range c.Result.Warnings {
		w := Warning{Warning: &c.Result.Warnings[i], Waiver: waivers[c.Result.Warnings[i].ID]}
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
func (c *Chapter) cite(source string) int {
	if i := slices.Index(c.Sources, source); i >= 0 {
		return i + 1
	}
	c.Sources = append(c.Sources, source)
	return len(c.Sources)
}

// Possible lists the warnings that open answers decide.
func (c *Chapter) Possible() Table {
	t := Table{
		Caption: "Open answers decide whether these stand",
		Head:    []Column{InWords("Warning", 28), InWords("Effect", 24), InWords("While these are open", 48)},
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
		t.Add(Cell{Text: w.Title}, Cell{Text: w.Effect()}, Cell{Notes: open})
	}
	return t
}
