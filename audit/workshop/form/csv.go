package form

import (
	"encoding/csv"
	"fmt"
	"io"

	"forewarn/audit/printable"
	"forewarn/audit/workshop"
	"forewarn/questions"
)

// RoleID stands in the table where a question has its id: that row asks for the role. No
// question can have it, as an id has no space.
const RoleID = "your role"

// WriteCSV writes the form as a table, from which it can be set up in a survey tool: a row
// for the role and for each question, with its id, its words, why it is asked, and every
// answer that can be chosen, the lines in the order of their digits. The columns of the
// answers are called a, b and so on, as a survey tool may number them from 0 or from 1.
func (f *Form) WriteCSV(w io.Writer) error {
	const instead = 2 // I don't know; does not apply
	columns := max(questions.MaxLevel+1+instead, len(f.Workshop.Roles))
	head := []string{"id", "question", "why"}
	for i := range columns {
		head = append(head, fmt.Sprintf("answer %c", 'a'+i))
	}
	rows := [][]string{head, row(columns, RoleID, askRole, "", f.Workshop.Roles)}
	for _, g := range f.groups() {
		for _, q := range g.Asked {
			var words []string
			for _, c := range q.Choices() {
				words = append(words, c.Words)
			}
			rows = append(rows, row(columns, q.ID, q.Ask, q.Why, words))
		}
	}
	return csv.NewWriter(w).WriteAll(rows)
}

// As many columns as there may be roles have a letter.
var _ [26 - workshop.MostRoles]struct{}

func row(columns int, id, ask, why string, answers []string) []string {
	cells := append([]string{id, ask, why}, answers...)
	for i, c := range cells {
		cells[i] = printable.Cell(c)
	}
	return append(cells, make([]string, columns-len(answers))...)
}
