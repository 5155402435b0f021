package document

// Document is what is read and is no audit of a plan, such as the catalogue of
// questions: sections below a title.
type Document struct {
	Title    string
	Sections []Section
}

// Section is a piece of a document. Its parts are shown in this order, and what
// is empty is left out.
type Section struct {
	ID    string // by which references lead here; empty when nothing does
	Title string
	Level int // of the title, from 1 below that of the document

	Lead       string // what matters most, in a sentence or two
	Paragraphs []string
	Labelled   []Item // a paragraph each
	Chart      *Chart // nil for none
	Table      Table
	Items      []Item // of a list
}

// Item is a text with what it is, or what it refers to in place of a text.
type Item struct {
	ID          string // by which references lead here; empty when nothing does
	Label, Text string
	Refs        []Ref
}

// Add adds a section of the highest level that is a table; nothing for an empty one.
func (d *Document) Add(title string, t Table) {
	if len(t.Rows) > 0 {
		d.Sections = append(d.Sections, Section{Title: title, Level: 1, Table: t})
	}
}

// Ref leads to the section or the item with this id.
type Ref struct{ Text, ID string }
