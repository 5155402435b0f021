package html

import (
	"html/template"
	"slices"

	"forewarn/audit/report"
	"forewarn/audit/report/document"
)

// page is the page as a whole.
type page struct {
	Edition    report.Edition
	PreparedBy string
	Version    string // of the program
	Style      template.CSS
	Logo       template.URL // empty when there is none
	Overview   *document.Overview
}

// chapter is a chapter with the page that it stands on.
type chapter struct {
	*document.Chapter
	Page *page
}

// Working reports whether the page is for who works on the plan.
func (p *page) Working() bool { return p.Edition == report.Working }

// StepRoom is how many signs of a step page one has room for: the more, the less the
// rest of the page says.
func (c chapter) StepRoom() int {
	const page, ask, steps = 2000, 110, 3
	const least, most = 150, 600
	used := len(c.Result.Initiative.Intent) + len(c.FoundOut()) + len(c.NotAgreedOn())
	for _, text := range slices.Concat(c.Holding(), c.Since(), c.Gate()) {
		used += len(text)
	}
	return min(max((page-used)/steps-ask, least), most)
}

// Title is that of the page.
func (p *page) Title() string { return p.Overview.Title() }

// Running is the title, quoted for CSS, as it fits at the foot of a printed page.
func (p *page) Running() template.CSS {
	return cssString(shorten(report.Clean(p.Overview.Title()), 60))
}
