package document

import "cmp"

// Table is a table of the page. The first cell of a row is its head.
type Table struct {
	Caption string
	Head    []Column
	Rows    []Row
	Grid    bool // whether its columns stand side by side also where there is little room, as the cells are short
}

// Row makes the cells of a row when they are written, as a table can have
// thousands of them.
type Row func() []Cell

// Column is a column with its share of the width, in percent. Widths are fixed,
// so that a word of any length cannot push the others off the page.
type Column struct {
	Title  string
	Share  int
	Number bool
}

// InWords is a column of texts.
func InWords(title string, share int) Column { return Column{Title: title, Share: share} }

// InNumbers is a column of numbers.
func InNumbers(title string, share int) Column {
	return Column{Title: title, Share: share, Number: true}
}

// Cell is what stands in a table, its parts below one another.
type Cell struct {
	Text    string
	Anchor  string   // the id that the text leads to, when there is one
	Address string   // becomes a link when it is one
	Notes   []string // in small
}

// Add adds a row.
func (t *Table) Add(row ...Cell) { t.Rows = append(t.Rows, func() []Cell { return row }) }

// Notes keeps those that say something.
func Notes(texts ...string) []string {
	var out []string
	for _, t := range texts {
		if t != "" {
			out = append(out, t)
		}
	}
	return out
}

// Labelled puts a label in front of a text; nothing stays nothing.
func Labelled(label, text string) string {
	if text == "" {
		return ""
	}
	return label + " " + text
}

// nobody says that a name is missing: an empty cell looks like an oversight of
// the report.
const nobody = "nobody named"

// Or is a cell of a text, or of what is said when there is none.
func Or(text, without string) Cell { return Cell{Text: cmp.Or(text, without)} }
