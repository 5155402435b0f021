package report

import "cmp"

// table is a table of the page. The first cell of a row is its head.
type table struct {
	Caption string
	Head    []column
	Rows    [][]cell
}

// column is a column with its share of the width, in percent. Widths are fixed,
// so that a word of any length cannot push the others off the page.
type column struct {
	Title  string
	Share  int
	Number bool
}

func inWords(title string, share int) column { return column{Title: title, Share: share} }

func inNumbers(title string, share int) column {
	return column{Title: title, Share: share, Number: true}
}

// cell is what stands in a table, its parts below one another.
type cell struct {
	Text    string
	Anchor  string   // the id that the text leads to, when there is one
	Address string   // becomes a link when it is one
	Notes   []string // in small
}

func (t *table) add(row ...cell) { t.Rows = append(t.Rows, row) }

// notes keeps those that say something.
func notes(texts ...string) []string {
	var out []string
	for _, t := range texts {
		if t != "" {
			out = append(out, t)
		}
	}
	return out
}

// labelled puts a label in front of a text; nothing stays nothing.
func labelled(label, text string) string {
	if text == "" {
		return ""
	}
	return label + " " + text
}

// nobody says that a name is missing: an empty cell looks like an oversight of
// the report.
const nobody = "nobody named"

// or is a cell of a text, or of what is said when there is none.
func or(text, without string) cell { return cell{Text: cmp.Or(text, without)} }
