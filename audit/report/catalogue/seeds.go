package catalogue

import (
	"strings"

	"forewarn/audit/report/document"
	"forewarn/questions"
)

// Seeds says, for every point of the documents that the bank is drawn from, what
// carries it.
func (c *Catalogue) Seeds(points []questions.Point) *document.Document {
	t := document.Table{Head: []document.Column{{Title: "document"}, {Title: "point"}, {Title: "carried by"}, {Title: "still to come"}}}
	for _, p := range points {
		t.Add(document.Cell{Text: strings.TrimPrefix(p.Seed, "seed-")}, document.Cell{Text: p.Point}, document.Cell{Text: carried(p)}, document.Cell{Text: strings.Join(p.Later, ", ")})
	}
	s := document.Section{
		Paragraphs: []string{"Five documents stand behind the questions. Each point of theirs, in our own words, with the ids that carry it (forewarn explain ID tells of each), the fields of the plan and the parts of the report or the program."},
		Table:      t,
	}
	last := document.Section{Title: "The documents", Level: 1}
	for _, source := range c.bank.Sources {
		if number, isSeed := strings.CutPrefix(source.ID, "seed-"); isSeed {
			last.Items = append(last.Items, document.Item{Label: number, Text: source.Cite})
		}
	}
	return &document.Document{Title: "What the questions are drawn from", Sections: []document.Section{s, last}}
}

func carried(p questions.Point) string {
	says := p.Carried
	for _, f := range p.Fields {
		says = append(says, "the field "+f)
	}
	return strings.Join(append(says, p.Parts...), ", ")
}
