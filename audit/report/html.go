package report

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"strings"

	"forewarn/audit/printable"
)

//go:embed html
var htmlFiles embed.FS

// HTML writes one page that needs nothing else: no network, no script, no font.
// It is made to be handed over, on a screen or printed. Several plans follow one
// another, each from a new sheet, behind an overview; one that could not be
// judged says why. A logo that is neither PNG, JPEG nor WebP is an error.
func HTML(w io.Writer, run *Run, o Options) error {
	doc, err := newHTMLPage(run, o)
	if err != nil {
		return err
	}
	pages, err := template.New("report").Funcs(htmlFuncs()).ParseFS(htmlFiles, "html/*.html")
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

// htmlPage is the page as a whole.
type htmlPage struct {
	*document
	Style template.CSS
	Logo  template.URL // empty when there is none
}

// htmlChapter is a chapter with the page that it stands on.
type htmlChapter struct {
	*chapter
	Page *htmlPage
}

func newHTMLPage(run *Run, o Options) (*htmlPage, error) {
	style, err := htmlFiles.ReadFile("html/style.css")
	if err != nil {
		return nil, fmt.Errorf("reading the style of the report: %w", err)
	}
	logo, err := embedded(o.Logo)
	if err != nil {
		return nil, err
	}
	return &htmlPage{document: newDocument(run, o), Style: template.CSS(style), Logo: logo}, nil
}

// Parts are the chapters.
func (p *htmlPage) Parts() []htmlChapter {
	var out []htmlChapter
	for _, c := range p.Chapters {
		out = append(out, htmlChapter{c, p})
	}
	return out
}

// Running is the title, quoted for CSS, as it fits at the foot of a printed page.
func (p *htmlPage) Running() template.CSS { return cssString(shorten(clean(p.Title()), 60)) }
