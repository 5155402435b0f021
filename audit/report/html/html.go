// Package html writes reports as one page that is handed over and printed.
package html

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"strings"

	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/report/document"
)

//go:embed pages
var files embed.FS

// Write writes one page that needs nothing else: no network, no script, no font.
// It is made to be handed over, on a screen or printed. Several plans follow one
// another, each from a new sheet, behind an overview; one that could not be
// judged says why. A logo that is neither PNG, JPEG nor WebP is an error.
func Write(w io.Writer, run *report.Run, o report.Options) error {
	doc, err := newPage(run, o)
	if err != nil {
		return err
	}
	pages, err := template.New("report").Funcs(funcs()).ParseFS(files, "pages/*.html")
	if err != nil {
		return fmt.Errorf("reading the pages of the report: %w", err)
	}
	var page strings.Builder
	if err := pages.ExecuteTemplate(&page, "document.html", doc); err != nil {
		return fmt.Errorf("writing the report as HTML: %w", err)
	}
	// The whole page rather than each text of the plan, so that none is missed.
	_, err = io.WriteString(w, printable.Text(page.String()))
	return err
}

// page is the page as a whole.
type page struct {
	*document.Document
	Style template.CSS
	Logo  template.URL // empty when there is none
}

// chapter is a chapter with the page that it stands on.
type chapter struct {
	*document.Chapter
	Page *page
}

func newPage(run *report.Run, o report.Options) (*page, error) {
	style, err := files.ReadFile("pages/style.css")
	if err != nil {
		return nil, fmt.Errorf("reading the style of the report: %w", err)
	}
	logo, err := embedded(o.Logo)
	if err != nil {
		return nil, err
	}
	return &page{Document: document.New(run, o), Style: template.CSS(style), Logo: logo}, nil
}

// Parts are the chapters.
func (p *page) Parts() []chapter {
	var out []chapter
	for _, c := range p.Chapters {
		out = append(out, chapter{c, p})
	}
	return out
}

// Running is the title, quoted for CSS, as it fits at the foot of a printed page.
func (p *page) Running() template.CSS { return cssString(shorten(report.Clean(p.Title()), 60)) }
