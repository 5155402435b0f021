// Package document is a report that is read, in no format: chapters, tables and
// cells.
package document

import (
	"cmp"
	"fmt"
	"slices"

	"forewarn/audit"
	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/score"
)

// Chapter is the report of one plan. Its methods are what the page asks for.
type Chapter struct {
	*audit.Audit
	ID   string // every id in the chapter begins with it
	Name string

	Confirmed []Warning // those that stand whatever the open answers are
	Sources   []string  // in the order in which the warnings cite them

	items map[string]*score.Item // by question
}

// Warning is a warning with what the plan says and who lives with it.
type Warning struct {
	*score.Warning
	Said       []said
	References []int // numbers of sources
	Elsewhere  []elsewhere
	Waiver     *planfile.Waiver
}

// elsewhere is a published case beside a warning.
type elsewhere struct {
	score.Case
	References []int // numbers of sources
}

// said is an answer or a fact that raised a warning.
type said struct {
	score.Reason
	Item *score.Item // nil for a fact
}

// NewChapter returns the report of the plan that is the nth.
func NewChapter(n int, p *audit.Audit) *Chapter {
	c := &Chapter{Audit: p, ID: fmt.Sprintf("plan-%d", n), Name: p.File, items: map[string]*score.Item{}}
	if p.Result == nil {
		return c
	}
	c.Name = cmp.Or(p.Result.Initiative.Name, "Unnamed initiative")
	for i := range p.Result.Questionnaires {
		items := p.Result.Questionnaires[i].Items
		for j := range items {
			c.items[items[j].ID] = &items[j]
		}
	}
	c.warn()
	return c
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
		w.References = c.citeAll(w.Warning.Sources)
		for _, other := range w.Cases {
			w.Elsewhere = append(w.Elsewhere, elsewhere{other, c.citeAll(other.Sources)})
		}
		c.Confirmed = append(c.Confirmed, w)
	}
}

func (c *Chapter) citeAll(sources []string) []int {
	var numbers []int
	for _, s := range sources {
		numbers = append(numbers, c.cite(s))
	}
	return numbers
}

// cite numbers a source.
func (c *Chapter) cite(source string) int {
	if i := slices.Index(c.Sources, source); i >= 0 {
		return i + 1
	}
	c.Sources = append(c.Sources, source)
	return len(c.Sources)
}
