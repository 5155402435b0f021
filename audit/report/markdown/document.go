package markdown

import (
	"bufio"
	"bytes"
	"io"
	"strings"

	"forewarn/audit/report/document"
)

// WriteDocument writes a document as a page.
func WriteDocument(w io.Writer, doc *document.Document) error {
	var page bytes.Buffer
	m := markdown{Writer: bufio.NewWriter(&page), targets: map[string]bool{}}
	for _, s := range doc.Sections {
		m.targets[s.ID] = s.ID != ""
		for _, i := range s.Items {
			m.targets[i.ID] = i.ID != ""
		}
	}
	m.heading(1, doc.Title)
	for _, s := range doc.Sections {
		m.documentSection(s)
	}
	if err := m.Flush(); err != nil {
		return err
	}
	_, err := w.Write(append(bytes.TrimRight(page.Bytes(), "\n"), '\n'))
	return err
}

func (m *markdown) documentSection(s document.Section) {
	if s.ID != "" && s.ID != s.Title { // else its title is one
		m.para(anchor(s.ID))
	}
	if s.Title != "" {
		m.heading(1+s.Level, s.Title)
	}
	if s.Lead != "" {
		m.para("**" + escaped(s.Lead) + "**")
	}
	for _, text := range s.Paragraphs {
		m.para(opening(text))
	}
	for _, i := range s.Labelled {
		m.para("**" + escaped(i.Label) + ":** " + m.said(i))
	}
	if c := s.Chart; c != nil {
		m.para("`" + c.Spark(sparkMost) + "`")
		m.para(escaped(c.Title + ", from 0 to 100. " + c.Says()))
	}
	m.table(s.Table)
	for _, i := range s.Items {
		m.WriteString("- " + anchor(i.ID) + escaped(i.Label) + ": " + m.said(i) + "\n")
	}
	if len(s.Items) > 0 {
		m.blank()
	}
}

// sparkMost is how many bars a chart has at most: more would be broken over lines.
const sparkMost = 80

// anchor is what links with this id lead to; nothing without one.
func anchor(id string) string {
	if id == "" {
		return ""
	}
	return `<a id="` + id + `"></a>`
}

// said is the text of an item, or the sections that it leads to.
func (m *markdown) said(i document.Item) string {
	if len(i.Refs) == 0 {
		return escaped(i.Text)
	}
	links := make([]string, len(i.Refs))
	for j, ref := range i.Refs {
		links[j] = m.link(ref.Text, ref.ID)
	}
	return strings.Join(links, ", ")
}
