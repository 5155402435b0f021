package planfile

import (
	_ "embed" // for the forms
	"errors"
	"fmt"
	"slices"

	"forewarn/audit/yamldoc"
)

//go:embed forms.yaml
var formTexts []byte

// Forms are the forms of a plan's records, in the order in which they are asked.
type Forms []Form

// Form asks for the records of one kind, or for the one initiative.
type Form struct {
	Kind   string  `yaml:"kind,required"` // the key in the plan, such as metrics
	Within string  `yaml:"within"`        // the kind of record that lists them; empty where the plan does
	Title  string  `yaml:"title,required"`
	One    string  `yaml:"one,required"` // what one of them is called, with its article: "a metric"
	Ask    string  `yaml:"ask,required"` // what the person is asked to list, and why, in a sentence or two
	Fields []Field `yaml:"fields,required"`
}

// Field is one entry of a form. Those that must be given come first, then those that
// the record checks look at, then the others.
type Field struct {
	Key      string            `yaml:"key,required"` // the key in the record; baseline.value for one inside
	Ask      string            `yaml:"ask,required"`
	Hint     string            `yaml:"hint"` // an example or the expected form; may be empty
	Type     FieldType         `yaml:"type,required" one:"text id person date days amount yes-no choice reference"`
	Required bool              `yaml:"required"`
	More     bool              `yaml:"more"`                      // asked only of who wants to say more
	Unless   map[string]string `yaml:"unless"`                    // fields of the record, and the values with which this one means nothing
	After    string            `yaml:"after"`                     // the field without which this one means nothing
	Expects  string            `yaml:"expects" one:"past future"` // FieldDate: which days make sense
	Choices  []string          `yaml:"choices"`                   // FieldChoice: the words that the file takes
	Refers   string            `yaml:"refers"`                    // FieldReference: the kind of record whose id it names
}

// FieldType says what may be typed into a field.
type FieldType string

// The types of field.
const (
	FieldText      FieldType = "text"      // one line
	FieldID        FieldType = "id"        // short hyphenated words, unique among its kind; made from the name, never asked
	FieldPerson    FieldType = "person"    // the name of somebody
	FieldDate      FieldType = "date"      // 2026-11-02
	FieldDays      FieldType = "days"      // a whole number above 0
	FieldAmount    FieldType = "amount"    // a number, or words
	FieldYesNo     FieldType = "yes-no"    // true, false or left open
	FieldChoice    FieldType = "choice"    // one of Choices
	FieldReference FieldType = "reference" // the id of another record
)

// LoadForms reads the forms. They are built into the program, so that an error
// is one of the program.
func LoadForms() (Forms, error) {
	var file struct {
		Forms Forms `yaml:"forms,required"`
	}
	doc, problems := yamldoc.Parse(formTexts)
	if doc != nil {
		problems = append(problems, doc.Decode(&file)...)
	}
	var errs []error
	for _, p := range problems {
		errs = append(errs, fmt.Errorf("forms.yaml:%s: %s: %s", p.Pos, p.Key, p.Message))
	}
	return file.Forms, errors.Join(errs...)
}

// Of returns the form of a kind of record, or nil.
func (f Forms) Of(kind string) *Form {
	if i := slices.IndexFunc(f, func(form Form) bool { return form.Kind == kind }); i >= 0 {
		return &f[i]
	}
	return nil
}

// FormKinds lists the kinds of record that a plan has and that have a form.
func FormKinds() []string {
	return []string{"initiative", "objectives", "stakeholders", "metrics", "programmes", "scenarios", "reviews"}
}
