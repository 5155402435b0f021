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
	Table      Table
	Items      []Item // of a list
}

// Item is a text with what it is, or what it refers to in place of a text.
type Item struct {
	ID          string // by which references lead here; empty when nothing does
	Label, Text string
	Refs        []Ref
}

// Ref leads to the section or the item with this id.
type Ref struct{ Text, ID string }
