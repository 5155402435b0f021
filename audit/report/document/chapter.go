// Package document is a report that is read, in no format: chapters, tables and
// cells.
package document

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"forewarn/audit"
	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/score"
)

// Chapter is the report of one plan. Its methods are what the page asks for.
type Chapter struct {
	*audit.Audit
	Edition report.Edition
	ID      string // every id in the chapter begins with it
	Name    string

	Confirmed []Warning      // those that stand whatever the open answers are
	Sources   []score.Source // those that bear less come last

	items  map[string]*score.Item // by question
	titles map[string]string      // of warnings and, where a waiver names one, of rules
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

// Text is what the plan says.
func (c *Chapter) Text(s said) string { return c.Edition.Of(s.Says) }

// NewChapter returns the report of the plan that is the nth. An error is one of the
// program's own texts.
func NewChapter(n int, p *audit.Audit, o *report.Options) (*Chapter, error) {
	c := &Chapter{Audit: p, Edition: o.Edition, ID: fmt.Sprintf("plan-%d", n), Name: p.File, items: map[string]*score.Item{}, titles: map[string]string{}}
	if p.Result == nil {
		if c.Edition == report.Client {
			c.Name = fmt.Sprintf("Plan %d", n)
		}
		return c, nil
	}
	c.Name = cmp.Or(p.Result.Initiative.Name, "Unnamed initiative")
	for i := range p.Result.Questionnaires {
		items := p.Result.Questionnaires[i].Items
		for j := range items {
			c.items[items[j].ID] = &items[j]
		}
	}
	c.warn()
	return c, c.entitle(o)
}

// entitle gathers the titles of what warnings and waivers are called by.
func (c *Chapter) entitle(o *report.Options) error {
	for i := range c.Result.Warnings {
		c.titles[c.Result.Warnings[i].ID] = c.Result.Warnings[i].Title
	}
	if len(c.Result.Records.Waivers) == 0 {
		return nil
	}
	all, err := o.RuleList()
	for _, r := range all {
		c.titles[r.ID] = r.Title
	}
	return err
}

// working keeps what only who works on the plan is told.
func (c *Chapter) working(texts ...string) []string {
	if c.Edition != report.Working {
		return nil
	}
	return Notes(texts...)
}

// Source is the file that the chapter is about; empty where readers are not told.
func (c *Chapter) Source() string { return strings.Join(c.working(c.File), "") }

// warn prepares the confirmed warnings.
func (c *Chapter) warn() {
	waivers := report.Waivers(c.Audit)
	for i := range c.Result.Warnings {
		if w := &c.Result.Warnings[i]; w.Confirmed {
			c.Confirmed = append(c.Confirmed, Warning{Warning: w, Waiver: waivers[w.ID]})
		}
	}
	c.Sources = cited(c.Confirmed)
	for i := range c.Confirmed {
		w := &c.Confirmed[i]
		for _, r := range w.Because {
			w.Said = append(w.Said, said{Reason: r, Item: c.items[r.Question]})
		}
		w.References = c.numbers(w.Warning.Sources)
		for _, other := range w.Cases {
			w.Elsewhere = append(w.Elsewhere, elsewhere{other, c.numbers(other.Sources)})
		}
	}
}

// cited lists the sources in the order in which the warnings cite them, those that
// bear less after the others.
func cited(warnings []Warning) []score.Source {
	var out []score.Source
	for _, w := range warnings {
		for _, other := range w.Cases {
			out = append(out, other.Sources...)
		}
		out = append(out, w.Warning.Sources...)
	}
	slices.SortStableFunc(out, func(a, b score.Source) int { return cmp.Compare(min(len(a.Weak), 1), min(len(b.Weak), 1)) })
	seen := map[score.Source]bool{}
	return slices.DeleteFunc(out, func(s score.Source) bool {
		known := seen[s]
		seen[s] = true
		return known
	})
}

// numbers are those by which sources are cited.
func (c *Chapter) numbers(sources []score.Source) []int {
	var out []int
	for _, s := range sources {
		out = append(out, slices.Index(c.Sources, s)+1)
	}
	slices.Sort(out)
	return out
}

// SourceList is sources of one kind, with the numbers by which they are cited.
type SourceList struct {
	Title   string
	Sources []Numbered
}

// Numbered is a source with its number.
type Numbered struct {
	Number int
	Cite   string
}

// SourceLists are the sources, those that bear less apart; a list that would be empty
// is left out.
func (c *Chapter) SourceLists() []SourceList {
	lists := []SourceList{{Title: "Sources"}, {Title: "Weaker sources: undated, or known second-hand"}}
	for i, s := range c.Sources {
		at := 0
		if s.Weak != "" {
			at = 1
		}
		lists[at].Sources = append(lists[at].Sources, Numbered{i + 1, s.Cite})
	}
	return slices.DeleteFunc(lists, func(l SourceList) bool { return len(l.Sources) == 0 })
}
