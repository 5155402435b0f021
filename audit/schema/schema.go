// Package schema writes the JSON Schema of a plan, for editors.
package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/questions"
)

// Plan returns the JSON Schema of a plan that answers the questions of a
// bank, for editors: draft 7, with the bank's texts as descriptions. What
// Parse takes, the schema takes, but for three oddities: an empty text where a
// value must stand, an unquoted true or false for a text, and an answer of an older
// edition that today's question would not take. The other way round, a schema
// cannot see all that Parse refuses.
func Plan(bank *questions.Bank) ([]byte, error) { return write(bank, func(*schema) {}) }

// Plain returns the JSON Schema without the words that only editors know, for
// validators that refuse what the standard does not name.
func Plain(bank *questions.Bank) ([]byte, error) { return write(bank, (*schema).standard) }

func write(bank *questions.Bank, change func(*schema)) ([]byte, error) {
	forms, err := planfile.LoadForms()
	if err != nil {
		return nil, err
	}
	found, err := rules.Load()
	if err != nil {
		return nil, err
	}
	b := schemaBuilder{bank: bank, rules: found, texts: keyTexts(forms)}
	root := b.structure(reflect.TypeFor[planfile.Plan](), "")
	root.Plan = "http://json-schema.org/draft-07/schema#"
	root.Title = "Plan"
	root.Description = fmt.Sprintf("A plan of forewarn, with answers to the questions %s %s.", bank.ID, bank.Version)
	root.Definitions = parts()
	root.Definitions[evidencePart+orEmpty] = b.evidence().orNull()
	root.Definitions[onePart] = oneAnswer()
	root.Definitions[heardPart+orEmpty] = heard().orNull()

	change(root)
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err = enc.Encode(root)
	return out.Bytes(), err
}

// schemaBuilder turns the types of a plan into schemas by their tags, so that
// no key of the file can be forgotten.
type schemaBuilder struct {
	bank  *questions.Bank
	rules []rules.Rule
	texts map[string]keyText
}

func (b *schemaBuilder) ruleTitle(id string) string {
	i := slices.IndexFunc(b.rules, func(r rules.Rule) bool { return r.ID == id })
	return b.rules[i].Title
}

// structure describes a struct whose keys lie below path, such as "metrics".
func (b *schemaBuilder) structure(t reflect.Type, path string) *schema {
	s := object()
	for i := range t.NumField() {
		tag := t.Field(i).Tag
		key, option, _ := strings.Cut(tag.Get("yaml"), ",")
		if key == "" {
			continue
		}
		at := strings.TrimPrefix(path+"."+key, ".")
		value := b.value(t.Field(i).Type, at)
		if one := strings.Fields(tag.Get("one")); len(one) > 0 {
			value = words(one)
		}
		if option == "required" {
			s.Required = append(s.Required, key)
		} else {
			value.orNull()
		}
		value.Title, value.Description = b.texts[at].title, b.texts[at].text
		s.Properties[key] = value
	}
	return s
}

// value describes what may stand at path.
func (b *schemaBuilder) value(t reflect.Type, path string) *schema {
	if s := b.special(path); s != nil {
		return s
	}
	switch t {
	case reflect.TypeFor[time.Time]():
		return part(dayPart)
	case reflect.TypeFor[planfile.Amount]():
		return part(amountPart)
	}
	switch t.Kind() {
	case reflect.Pointer:
		return b.value(t.Elem(), path)
	case reflect.Struct:
		return b.structure(t, path)
	case reflect.Slice:
		return list(b.value(t.Elem(), path))
	case reflect.Bool:
		return &schema{Type: kinds{"boolean"}, ErrorMessage: "This should be true or false."}
	case reflect.Int:
		return part(daysPart)
	}
	return part(textPart)
}

// special describes the values of which the bank or the format says more than
// their type does; nil for all others.
func (b *schemaBuilder) special(path string) *schema {
	switch path {
	case "forewarn":
		return &schema{Enum: []any{planfile.Format}, ErrorMessage: fmt.Sprintf("This program reads format %d.", planfile.Format)}
	case "bank.id":
		return words([]string{b.bank.ID})
	case "bank.version":
		return b.version()
	case "questionnaires":
		return b.scope()
	case "answers":
		return b.answers()
	case "answer.unknown", "answer.not_applicable", "evidence.vouched", "evidence.shown":
		return part(namedPart)
	case "answer.evidence":
		return part(evidencePart)
	case "answer.heard":
		return part(heardPart)
	case "objectives.id", "metrics.id":
		return &schema{
			Type:                kinds{"string", "number"},
			Pattern:             "^[a-z0-9]+(-[a-z0-9]+)*$",
			PatternErrorMessage: "An id is lower-case words joined by hyphens, such as first-answer.",
		}
	case "answer.edition", "initiative.edition":
		return b.version()
	case "dismissed.note":
		return described(b.bank.PromptIDs(), func(id string) string { return b.bank.Prompt(id).Title })
	case "waivers":
		return list(b.waiver())
	case "waivers.warning":
		return described(b.bank.WarningIDs(), func(id string) string { return b.bank.Warning(id).Title })
	case "waivers.finding":
		return described(rules.IDs(), b.ruleTitle)
	}
	return nil
}

// version takes every edition that this program can read: its own, the older ones
// and those in which questions were only added.
func (b *schemaBuilder) version() *schema {
	var majors []string
	last, _ := strconv.Atoi(questions.Major(b.bank.Version)) // the bank has been validated
	for m := range last + 1 {
		majors = append(majors, strconv.Itoa(m))
	}
	const number = `(0|[1-9][0-9]*)`
	return &schema{
		Type:                kinds{"string"},
		Pattern:             `^(` + strings.Join(majors, "|") + `)\.` + number + `\.` + number + `$`,
		PatternErrorMessage: "The answers belong to a later edition of the questions, in which some mean something else.",
	}
}

func (b *schemaBuilder) scope() *schema {
	s := list(described(b.bank.QuestionnaireIDs(), func(id string) string { return b.bank.Questionnaire(id).About }))
	s.MinItems, s.UniqueItems = 1, true
	return s
}

// waiver describes an item of waivers: it names a warning or a finding.
func (b *schemaBuilder) waiver() *schema {
	s := b.structure(reflect.TypeFor[planfile.Waiver](), "waivers")
	s.OneOf = either("warning", "finding", "A waiver names one of warning and finding.")
	return s
}

// either asks for one of two keys and refuses both.
func either(a, b, message string) []*schema {
	only := func(key, other string) *schema {
		return &schema{
			Type:         kinds{"object"},
			Required:     []string{key},
			ErrorMessage: message,
			Properties:   map[string]*schema{key: given(), other: absent(message)},
		}
	}
	return []*schema{only(a, b), only(b, a)}
}

// described allows some ids and says of each what it is.
func described(ids []string, text func(id string) string) *schema {
	s := words(ids)
	for _, id := range ids {
		s.EnumDescriptions = append(s.EnumDescriptions, text(id))
	}
	return s
}
