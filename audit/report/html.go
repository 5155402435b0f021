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
	doc, err := newDocument(run, o)
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

// document is the page as a whole.
type document struct {
	Title      string
	Style      template.CSS
	Logo       template.URL // empty when there is none
	PreparedBy string
	Version    string
	Chapters   []*chapter
}

func newDocument(run *Run, o Options) (*document, error) {
	style, err := htmlFiles.ReadFile("html/style.css")
	if err != nil {
		return nil, fmt.Errorf("reading the style of the report: %w", err)
	}
	doc := &document{Style: template.CSS(style), PreparedBy: o.PreparedBy, Version: run.Version}
	if doc.Logo, err = embedded(o.Logo); err != nil {
		return nil, err
	}
	for i := range run.Plans {
		doc.Chapters = append(doc.Chapters, newChapter(doc, i+1, run.Plans[i]))
	}
	doc.Title = fmt.Sprintf("Readiness of %d plans", len(doc.Chapters))
	if len(doc.Chapters) == 1 {
		doc.Title = "Readiness report: " + doc.Chapters[0].Name
	}
	return doc, nil
}

// Several reports whether the document needs an overview.
func (d *document) Several() bool { return len(d.Chapters) != 1 }

// Running is the title, quoted for CSS, as it fits at the foot of a printed page.
func (d *document) Running() template.CSS { return cssString(shorten(clean(d.Title), 60)) }

// Overview lists the plans with their grades.
func (d *document) Overview() table {
	t := table{
		Caption: "The plans in this report",
		Head:    []column{inWords("Plan", 40), inWords("Grade", 22), inNumbers("Score", 24), inNumbers("Warnings", 14)},
	}
	for _, c := range d.Chapters {
		if c.Result == nil {
			t.add(cell{Text: c.Name, Anchor: c.ID}, cell{Text: "not judged"}, cell{Text: "none"}, cell{Text: "none"})
			continue
		}
		t.add(cell{Text: c.Name, Anchor: c.ID, Notes: []string{c.File}}, cell{Text: gradeRange(c.Result)}, cell{Text: scoreRange(c.Result)}, cell{Text: fmt.Sprint(len(c.Result.Warnings))})
	}
	return t
}
