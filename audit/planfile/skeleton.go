package planfile

import (
	"bytes"
	_ "embed" // for the skeleton's template and the example
	"strings"
	"text/template"

	"forewarn/questions"
)

//go:embed skeleton.yaml.tmpl
var skeletonTemplate string

//go:embed example.yaml
var example []byte

// Example returns a complete, realistic plan.
func Example() []byte { return bytes.Clone(example) }

// Skeleton returns a plan without answers for the questions of a bank, whose
// comments say what goes where. It is valid as it stands.
func Skeleton(bank *questions.Bank) ([]byte, error) {
	t, err := template.New("skeleton").Funcs(template.FuncMap{
		"fields": skeletonFields,
		"scope":  scope,
		"upper":  strings.ToUpper,
	}).Parse(skeletonTemplate)
	if err != nil {
		return nil, err
	}
	forms, err := LoadForms()
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := t.Execute(&out, struct {
		Format     int
		Bank       *questions.Bank
		Initiative *Form
		Forms      Forms
	}{Format, bank, forms.Of("initiative"), forms}); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// scope lists the questionnaires that a plan has when it names none.
func scope(bank *questions.Bank) []questions.Questionnaire {
	var in []questions.Questionnaire
	for _, qn := range bank.Questionnaires {
		if !qn.Deep {
			in = append(in, qn)
		}
	}
	return in
}

// skeletonFields lays out a record's fields as "key: # what goes there", the
// ones that lie inside another below it.
func skeletonFields(fields []Field) []string {
	width := 0
	for _, f := range fields {
		width = max(width, len(f.Key)+2)
	}
	var lines []string
	around := ""
	for _, f := range fields {
		indent, key := "", f.Key
		if outer, inner, inside := strings.Cut(f.Key, "."); inside {
			if outer != around {
				lines = append(lines, outer+":")
			}
			around, indent, key = outer, "  ", inner
		}
		text := f.Ask
		if len(f.Choices) > 0 {
			text += " One of: " + strings.Join(f.Choices, ", ")
		}
		if f.Hint != "" {
			text += " (" + f.Hint + ")"
		}
		pad := strings.Repeat(" ", max(1, width-len(indent)-len(key)))
		lines = append(lines, indent+key+":"+pad+"# "+text)
	}
	return lines
}
