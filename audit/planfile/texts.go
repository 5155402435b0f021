package planfile

import "strconv"

// Text is one of the plan's own texts, in which its words are weighed.
type Text struct {
	At   string   // by which a dismissal names it: intent, objectives.answers
	Path []string // where it is written
	Text string
}

// Texts lists the plan's own texts: its intent, what its objectives state, and the
// names of its measures.
func (p *Plan) Texts() []Text {
	out := []Text{{"intent", []string{"initiative", "intent"}, p.Initiative.Intent}}
	for i, o := range p.Objectives {
		out = append(out, Text{"objectives." + o.ID, []string{"objectives", strconv.Itoa(i), "statement"}, o.Statement})
	}
	for i, m := range p.Metrics {
		out = append(out, Text{"metrics." + m.ID, []string{"metrics", strconv.Itoa(i), "name"}, m.Name})
	}
	return out
}

// places lists what a dismissal may name.
func (p *Plan) places() []string {
	var at []string
	for _, t := range p.Texts() {
		at = append(at, t.At)
	}
	return at
}
