package workshop

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"forewarn/questions"
)

// Table is what another house's survey tool gave back, as far as it was understood.
type Table struct {
	Columns []TableColumn
	Sheets  []Handed // the rows that can be counted, without their random numbers
	Refused          // the other rows, with the reason
}

// TableColumn is a column, and what its answers are to.
type TableColumn struct {
	Header string
	Means  string // role, response, or the id of a question; empty for what is not known
}

// MostTable is how many bytes of a table are read.
const MostTable = 16 << 20

// What a column may mean beside a question.
const (
	RoleColumn     = "role"
	ResponseColumn = "response"
)

func roleHeaders() []string {
	return []string{"role", "your role", "in which role do you answer", "roles"}
}

func responseHeaders() []string {
	return []string{"response id", "responseid", "response", "respondent id", "respondentid", "submission id", "submissionid", "id", "answer id"}
}

// ReadTable reads a survey's answers, a row a person, out of a file of comma-separated
// values, or of ones with semicolons or tabs between. Questions are known by their ids or
// their words, answers by their digits or their words. The error is that nothing can be
// read of it.
func ReadTable(name string, src []byte, w *Workshop, bank *questions.Bank) (*Table, error) {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	if !utf8.Valid(src) {
		return nil, errors.New("it is not UTF-8 text; export it as CSV in UTF-8")
	}
	rows, err := cells(src, w, bank)
	if err != nil {
		return nil, err
	}
	t := &Table{Columns: columns(rows[0], w, bank)}
	if err := t.complete(w); err != nil {
		return t, err
	}
	file := sha256.Sum256(src)
	for i, row := range rows[1:] {
		if !slices.ContainsFunc(row, func(cell string) bool { return strings.TrimSpace(cell) != "" }) {
			continue
		}
		at := fmt.Sprintf("%s row %d", name, i+2)
		s, err := t.sheet(row, w, bank)
		if err != nil {
			t.Refused = append(t.Refused, Refusal{at, err.Error()})
			continue
		}
		identity := fmt.Sprintf("%x row %d", file, i+2)
		if j := t.index(ResponseColumn); j >= 0 && j < len(row) && strings.TrimSpace(row[j]) != "" {
			identity = strings.TrimSpace(row[j])
		}
		sum := sha256.Sum256([]byte(w.ID + "\n" + identity))
		s.From = hex.EncodeToString(sum[:16])
		t.Sheets = append(t.Sheets, Handed{at, s})
	}
	return t, nil
}

// cells takes a file apart by the separator that makes the most of its first row known.
func cells(src []byte, w *Workshop, bank *questions.Bank) ([][]string, error) {
	var best [][]string
	var wrong error
	known := -1
	for _, separator := range []rune{',', ';', '\t'} {
		r := csv.NewReader(bytes.NewReader(src))
		r.Comma, r.FieldsPerRecord = separator, -1
		rows, err := r.ReadAll()
		if err != nil {
			wrong = err
			continue
		}
		if len(rows) == 0 {
			return nil, errors.New("it is empty")
		}
		n := 0
		for _, c := range columns(rows[0], w, bank) {
			if c.Means != "" {
				n++
			}
		}
		if n > known {
			best, known = rows, n
		}
	}
	if best == nil {
		return nil, fmt.Errorf("it is no table of comma-separated values: %w", wrong)
	}
	if len(best) > MostSheets {
		return nil, fmt.Errorf("it has %d rows, and %d are the most", len(best), MostSheets)
	}
	return best, nil
}

func columns(headers []string, w *Workshop, bank *questions.Bank) []TableColumn {
	var out []TableColumn
	for _, header := range headers {
		out = append(out, TableColumn{strings.TrimSpace(header), meaning(header, w, bank)})
	}
	return out
}

// meaning knows a question by its id, its words, or a header that holds one of them.
func meaning(header string, w *Workshop, bank *questions.Bank) string {
	bare := plain(header)
	switch {
	case slices.Contains(roleHeaders(), bare):
		return RoleColumn
	case slices.Contains(responseHeaders(), bare):
		return ResponseColumn
	}
	words := strings.FieldsFunc(strings.ToLower(header), func(r rune) bool { return r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, q := range w.Questions(bank) {
		if strings.Contains(bare, plain(q.Ask)) || len(words) > 0 && words[0] == q.ID {
			return q.ID
		}
	}
	return ""
}

// plain is a text in small letters, with one space between its words and nothing else, so
// that what a survey tool does to quotes, dashes and spaces does not matter.
func plain(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// index is the place of a column; -1 when there is none.
func (t *Table) index(means string) int {
	return slices.IndexFunc(t.Columns, func(c TableColumn) bool { return c.Means == means })
}

// complete reports what stands in the way of counting anything.
func (t *Table) complete(w *Workshop) error {
	seen := map[string]string{}
	asked := 0
	for _, c := range t.Columns {
		if c.Means == "" {
			continue
		}
		if was, twice := seen[c.Means]; twice {
			return fmt.Errorf("the columns %q and %q both mean %s; take one of them out", was, c.Header, c.Means)
		}
		seen[c.Means] = c.Header
		if c.Means != RoleColumn && c.Means != ResponseColumn {
			asked++
		}
	}
	switch {
	case asked == 0:
		return errors.New("no column has the id or the words of a question of this workshop")
	case seen[RoleColumn] == "" && len(w.Roles) > 1:
		return errors.New(`no column says the role; name one "role"`)
	}
	return nil
}

// sheet is a row as a sheet, without its number.
func (t *Table) sheet(row []string, w *Workshop, bank *questions.Bank) (*Sheet, error) {
	s := &Sheet{Format: Format, Workshop: w.ID, Bank: w.Bank, Answers: map[string]Said{}}
	if len(w.Roles) == 1 {
		s.Role = w.Roles[0]
	}
	for i, c := range t.Columns {
		cell := ""
		if i < len(row) {
			cell = strings.TrimPrefix(strings.TrimSpace(row[i]), "'")
		}
		switch {
		case c.Means == RoleColumn:
			at := slices.IndexFunc(w.Roles, func(role string) bool { return plain(role) == plain(cell) })
			if at < 0 {
				return nil, fmt.Errorf("the workshop has no role %q", cell)
			}
			s.Role = w.Roles[at]
		case c.Means == "" || c.Means == ResponseColumn || cell == "":
		default:
			_, q := bank.Question(c.Means)
			said, ok := understood(cell, q)
			if !ok {
				return nil, fmt.Errorf("%q is no answer to %q: it is none of its lines, and no digit of them", cell, q.Ask)
			}
			s.Answers[q.ID] = said
		}
	}
	if len(s.Answers) == 0 {
		return nil, errors.New("nothing is answered in it")
	}
	return s, nil
}

// understood knows an answer by its line's words, by its digit, or by the digit with the
// words behind it.
func understood(cell string, q *questions.Question) (Said, bool) {
	bare := plain(cell)
	switch bare {
	case "unknown", "don t know", "i don t know", "dont know", "d":
		return Unknown, true
	case "n a", "does not apply", "this does not apply to us", "not applicable", "n":
		return NotApplicable, q.NotApplicable
	}
	for level, rung := range q.Rungs {
		if words := plain(rung); bare == words || bare == fmt.Sprintf("%d %s", level, words) || bare == fmt.Sprint(level) {
			return Said(level), true
		}
	}
	return 0, false
}
