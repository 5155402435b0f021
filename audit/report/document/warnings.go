package document

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
			open = append(open, c.Edition.Of(r.Whole()))
		}
		t.Add(Cell{Text: w.Title}, Cell{Text: w.Effect()}, Cell{Notes: open})
	}
	return t
}
