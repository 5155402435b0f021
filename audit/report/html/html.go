// Package html writes reports as one page that is handed over and printed.
package html

import (
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io"
	"strings"

	"forewarn/audit"
	"forewarn/audit/disk"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/report/document"
	"forewarn/audit/score"
)

//go:embed pages
var files embed.FS

// New returns a printer of one page that needs nothing else: no network, no
// script, no font. It is made to be handed over, on a screen or printed. Several
// plans follow one another, each from a new sheet, behind an overview; one that
// could not be judged says why. A logo that is neither PNG, JPEG nor WebP is an
// error.
func New(w io.Writer, o report.Options) (report.Printer, error) { return newPrinter(w, o) }

func newPrinter(w io.Writer, o report.Options) (*printer, error) {
	pages, err := template.New("report").Funcs(funcs()).ParseFS(files, "pages/*.html")
	if err != nil {
		return nil, fmt.Errorf("reading the pages of the report: %w", err)
	}
	style, err := files.ReadFile("pages/style.css")
	if err != nil {
		return nil, fmt.Errorf("reading the style of the report: %w", err)
	}
	logo, err := embedded(o.Logo)
	if err != nil {
		return nil, err
	}
	return &printer{
		w: w, options: o, pages: pages, chapters: &disk.Spool{},
		page: page{Edition: o.Edition, PreparedBy: o.PreparedBy, Version: o.Version, Style: template.CSS(style), Logo: logo, Overview: document.NewOverview()},
	}, nil
}

// printer writes the chapters aside: the overview stands before them, and is
// complete only after the last.
type printer struct {
	w        io.Writer
	options  report.Options
	pages    *template.Template
	page     page
	chapters *disk.Spool
	after    *other // a last chapter that is no plan's; nil for none
}

// Print writes one chapter aside.
func (p *printer) Print(a *audit.Audit) error {
	c, err := document.NewChapter(len(p.page.Overview.Rows)+1, a, &p.options)
	if err != nil {
		return err
	}
	p.page.Overview.List(c)
	return p.write(p.chapters, "chapter", chapter{c, &p.page})
}

// Close writes the page.
func (p *printer) Close() (err error) {
	defer func() { err = errors.Join(err, p.chapters.Close()) }()
	if err := p.write(p.w, "begin", &p.page); err != nil {
		return err
	}
	if _, err := p.chapters.WriteTo(p.w); err != nil {
		return err
	}
	if p.after != nil {
		if err := p.write(p.w, "other-chapter", p.after); err != nil {
			return err
		}
	}
	return p.write(p.w, "end", &p.page)
}

// write writes a part of the page. All of it is made safe rather than each text
// of the plan, so that none is missed.
func (p *printer) write(w io.Writer, part string, data any) error {
	if err := p.pages.ExecuteTemplate(printable.Writer{W: w}, part, data); err != nil {
		return fmt.Errorf("writing the report as HTML: %w", err)
	}
	return nil
}

// funcs are the words and numbers that the pages ask for.
func funcs() template.FuncMap {
	return template.FuncMap{
		"bars":    barsOf,
		"capital": printable.Capital,
		"day":     report.Day,
		"inc":     func(i int) int { return i + 1 },
		"link":    link,
		"pair": func(c chapter, i int) warningOf {
			return warningOf{c, fmt.Sprintf("%s-warning-%d", c.ID, i+1), c.Confirmed[i]}
		},
		"brief":    brief,
		"join":     func(texts []string) string { return strings.Join(texts, " ") },
		"unjudged": report.NotJudged,
		"charts":   chartsOf,
		"pictured": pictured,
		"percent":  report.Percent,
		"points":   score.Shown,
		"scale":    scaleOf,
		"sentence": report.Sentence,
		"waived":   report.Waived,
		"scope":    report.Scope,
		"label":    report.CaseLabel,
	}
}

// warningOf is a warning with the chapter that it stands in and the id of its title.
type warningOf struct {
	Chapter chapter
	TitleID string
	Warning document.Warning
}
