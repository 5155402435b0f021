package schema

import (
	"bytes"
	"encoding/json"
	"fmt"

	"forewarn/audit/workshop"
	"forewarn/questions"
)

// Workshop returns the JSON Schema of workshop.yaml, draft 7, in the words of the standard
// alone. It cannot see all that workshop.Parse refuses.
func Workshop(bank *questions.Bank) ([]byte, error) {
	s := fileOf("Workshop", "What a workshop of forewarn asks, in which roles, and below how many sheets nothing is published.", "workshop", bank)
	least := workshop.LeastMinimum
	s.Properties["id"] = hexadecimal(16, "A random number that forewarn wrote.")
	s.Properties["plan"] = &schema{Type: kinds{"string"}, Pattern: `^[^/\\]+$`, Description: "The plan, a file beside this one."}
	s.Properties["roles"] = list(&schema{Type: kinds{"string"}, Pattern: `\S`})
	s.Properties["roles"].MinItems, s.Properties["roles"].MaxItems, s.Properties["roles"].UniqueItems = 1, workshop.MostRoles, true
	s.Properties["roles"].Description = "The roles in which people answer."
	s.Properties["minimum"] = &schema{Type: kinds{"integer"}, Minimum: &least, Description: "Nothing is published about fewer sheets."}
	s.Properties["questionnaires"] = list(words(bank.QuestionnaireIDs()))
	s.Properties["questionnaires"].Description = "Which questionnaires are asked."
	s.Properties["core"] = (&schema{Type: kinds{"boolean"}, Description: "Whether the core questions alone are asked."}).orNull()
	s.Required = []string{"workshop", "id", "plan", "bank", "roles", "minimum", "questionnaires"}
	return standardOf(s)
}

// Sheet returns the JSON Schema of an answer sheet, likewise.
func Sheet(bank *questions.Bank) ([]byte, error) {
	s := fileOf("Answer sheet", "What one person answered in a workshop of forewarn, without a name.", "sheet", bank)
	s.Properties["workshop"] = hexadecimal(16, "The id of the workshop.")
	s.Properties["number"] = hexadecimal(32, "A random number that tells this sheet from all others.")
	s.Properties["from"] = hexadecimal(32, "Which response of a survey it was.").orNull()
	s.Properties["role"] = &schema{Type: kinds{"string"}, Pattern: `\S`, Description: "One of the roles of the workshop."}
	answers, notes := object(), object()
	answers.Description, notes.Description = "A level from 0 to 4, unknown or n/a, by question.", "What the writer lets be shown to the room, by question."
	for _, id := range bank.QuestionIDs() {
		_, q := bank.Question(id)
		said := &schema{Title: q.Ask, Enum: []any{0, 1, 2, 3, 4, "0", "1", "2", "3", "4", "unknown"}}
		if q.NotApplicable {
			said.Enum = append(said.Enum, "n/a")
		}
		answers.Properties[id] = said.orNull()
		notes.Properties[id] = (&schema{Title: q.Ask, Type: kinds{"string"}}).orNull()
	}
	s.Properties["answers"], s.Properties["notes"] = answers.orNull(), notes.orNull()
	s.Required = []string{"sheet", "workshop", "number", "bank", "role"}
	return standardOf(s)
}

// fileOf describes a file that begins with its format and names the questions.
func fileOf(title, about, format string, bank *questions.Bank) *schema {
	s := object()
	s.Plan, s.Title, s.Description = "http://json-schema.org/draft-07/schema#", title, about
	s.Properties[format] = &schema{Enum: []any{workshop.Format}, Description: "The format of this file."}
	b := object()
	b.Description = "Which questions are asked."
	b.Properties["id"], b.Properties["version"] = words([]string{bank.ID}), words([]string{bank.Version})
	b.Required = []string{"id", "version"}
	s.Properties["bank"] = b
	return s
}

func hexadecimal(digits int, about string) *schema {
	return &schema{Type: kinds{"string"}, Pattern: fmt.Sprintf("^[0-9a-f]{%d}$", digits), Description: about}
}

func standardOf(s *schema) ([]byte, error) {
	s.standard()
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(s)
	return out.Bytes(), err
}
