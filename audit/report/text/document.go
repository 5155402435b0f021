package text

import (
	"io"
	"strings"

	"forewarn/audit/report"
	"forewarn/audit/report/document"
)

// WriteDocument writes a document for reading on a terminal.
func WriteDocument(w io.Writer, doc *document.Document, o report.Options) error {
	p := newPage(o)
	p.heading(report.Clean(doc.Title))
	for _, s := range doc.Sections {
		p.section(s)
	}
	_, err := io.WriteString(w, p.String())
	return err
}

func (p *page) section(s document.Section) {
	if s.Title != "" {
		p.blank()
		p.heading(report.Clean(s.Title))
	}
	for _, text := range document.Notes(append([]string{s.Lead}, s.Paragraphs...)...) {
		p.para(0, report.Clean(text))
	}
	for _, i := range s.Labelled {
		p.para(0, p.cyan(i.Label+":")+" "+said(i))
	}
	if s.Chart != nil {
		p.chart(s.Chart)
	}
	if s.Table.Grid {
		p.grid(s.Table)
	} else {
		p.records(s.Table)
	}
	for _, i := range s.Items {
		p.para(0, "- "+p.cyan(i.Label+":")+" "+said(i))
	}
}

func said(i document.Item) string {
	if len(i.Refs) == 0 {
		return report.Clean(i.Text)
	}
	texts := make([]string, len(i.Refs))
	for j, ref := range i.Refs {
		texts[j] = report.Clean(ref.Text)
	}
	return strings.Join(texts, ", ")
}

// records writes a table whose cells are long, one below the other.
func (p *page) records(t document.Table) {
	for _, row := range t.Rows {
		for i, c := range row() {
			if c.Text != "" {
				p.para(2*min(i, 1), p.cyan(t.Head[i].Title+":")+" "+report.Clean(c.Text))
			}
			for _, note := range c.Notes {
				p.para(4, p.faint(report.Clean(note)))
			}
		}
	}
}

// chart draws a line of bars, and says them in words.
func (p *page) chart(c *document.Chart) {
	p.blank()
	p.line("%s", p.green(c.Spark(p.width)))
	p.para(0, p.faint(c.Title+", from 0 to 100. "+c.Says()))
}
