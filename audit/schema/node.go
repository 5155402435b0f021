package schema

import "slices"

// schema is a node of a JSON Schema: the keywords that a plan needs, and those
// that editors read beside them.
type schema struct {
	Plan                string             `json:"$schema,omitempty"`
	Title               string             `json:"title,omitempty"`
	Description         string             `json:"description,omitempty"`
	MarkdownDescription string             `json:"markdownDescription,omitempty"` // shown by editors in its place
	Ref                 string             `json:"$ref,omitempty"`                // editors read what stands beside it, other readers do not
	Type                kinds              `json:"type,omitempty"`
	Enum                []any              `json:"enum,omitempty"`
	EnumDescriptions    []string           `json:"enumDescriptions,omitempty"` // one a value of Enum
	Pattern             string             `json:"pattern,omitempty"`
	PatternErrorMessage string             `json:"patternErrorMessage,omitempty"`
	ErrorMessage        string             `json:"errorMessage,omitempty"` // for a wrong type or value
	MinLength           int                `json:"minLength,omitempty"`
	Minimum             *int               `json:"minimum,omitempty"`
	Items               *schema            `json:"items,omitempty"`
	MinItems            int                `json:"minItems,omitempty"`
	MaxItems            int                `json:"maxItems,omitempty"`
	UniqueItems         bool               `json:"uniqueItems,omitempty"`
	Required            []string           `json:"required,omitempty"`
	Properties          map[string]*schema `json:"properties,omitempty"`
	Additional          any                `json:"additionalProperties,omitempty"` // false, or what any other key holds
	DoNotSuggest        bool               `json:"doNotSuggest,omitempty"`
	AllOf               []*schema          `json:"allOf,omitempty"`
	OneOf               []*schema          `json:"oneOf,omitempty"`
	Not                 *schema            `json:"not,omitempty"`
	Definitions         map[string]*schema `json:"definitions,omitempty"`
}

// standard takes out what only editors read, here and further down.
func (s *schema) standard() {
	if s == nil {
		return
	}
	s.MarkdownDescription, s.EnumDescriptions, s.PatternErrorMessage, s.ErrorMessage, s.DoNotSuggest = "", nil, "", "", false
	if s.Type == nil && (len(s.Properties) > 0 || len(s.Required) > 0) {
		s.Type = kinds{"object", "null"} // a key may stay without a value
	}
	if s.Type = slices.Compact(s.Type); len(s.Type) > 1 && !(len(s.Type) == 2 && slices.Contains(s.Type, "null")) {
		s.eachType()
	}
	for _, below := range []map[string]*schema{s.Properties, s.Definitions} {
		for _, child := range below {
			child.standard()
		}
	}
	if others, ok := s.Additional.(*schema); ok {
		others.standard()
	}
	for _, child := range slices.Concat(s.AllOf, s.OneOf, []*schema{s.Items, s.Not}) {
		child.standard()
	}
}

// eachType writes a value of several types as one of several values, each with what
// is asked of its type alone.
func (s *schema) eachType() {
	for _, kind := range s.Type {
		one := &schema{Type: kinds{kind}}
		switch kind {
		case "string":
			one.Pattern, one.MinLength = s.Pattern, s.MinLength
		case "number", "integer":
			one.Minimum = s.Minimum
		}
		s.OneOf = append(s.OneOf, one)
	}
	s.Type, s.Pattern, s.MinLength, s.Minimum = nil, "", 0, nil
}

// kinds are the types that a value may have. They are written as a list even
// when there is one: beside a single type, yaml-language-server replaces the
// error message by its own.
type kinds []string

// The shared parts of the schema of a plan.
const (
	textPart     = "text"
	namedPart    = "name-or-reason" // a text that may be empty, but not blank
	amountPart   = "amount"
	dayPart      = "day"
	daysPart     = "days"
	sheetsPart   = "sheets"
	heardPart    = "heard"
	evidencePart = "evidence"
	onePart      = "one-answer"

	orEmpty = "-or-empty" // the same, where the key may stay without a value
)

func part(name string) *schema { return &schema{Ref: "#/definitions/" + name} }

// object allows the keys that are given it and no others.
func object() *schema {
	return &schema{Type: kinds{"object"}, Properties: map[string]*schema{}, Additional: false}
}

func list(items *schema) *schema {
	return &schema{Type: kinds{"array"}, Items: items}
}

// words allows the values alone.
func words(values []string) *schema {
	s := &schema{}
	for _, v := range values {
		s.Enum = append(s.Enum, v)
	}
	return s
}

// absent allows no value at all.
func absent(message string) *schema {
	return &schema{Type: kinds{"null"}, ErrorMessage: message, DoNotSuggest: true}
}

// given allows every value but none.
func given() *schema { return &schema{Not: &schema{Type: kinds{"null"}}} }

// orNull also allows a key without a value, which counts as absent.
func (s *schema) orNull() *schema {
	switch {
	case s.Ref != "":
		s.Ref += orEmpty
	case s.Type != nil:
		s.Type = append(s.Type, "null")
	}
	if s.Enum != nil {
		s.Enum = append(s.Enum, nil)
	}
	if s.EnumDescriptions != nil {
		s.EnumDescriptions = append(s.EnumDescriptions, "left open")
	}
	return s
}

// parts are the values that many keys share. Text takes numbers too, since the
// text of a plan needs no quotes. It would take true and false as well, but
// then editors would offer them in front of every name.
func parts() map[string]*schema {
	zero := 0
	values := map[string]func() *schema{
		textPart: func() *schema {
			return text(`\S`)
		},
		namedPart: func() *schema { return text(`^$|\S`) },
		amountPart: func() *schema {
			return &schema{Type: kinds{"string", "number"}, MinLength: 1, ErrorMessage: "This should be a number, or words."}
		},
		dayPart: func() *schema {
			return &schema{
				Type:                kinds{"string"},
				Pattern:             `^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$`,
				PatternErrorMessage: "This should be a date such as 2026-11-02.",
				ErrorMessage:        "This should be a date such as 2026-11-02.",
			}
		},
		daysPart: func() *schema {
			return &schema{Type: kinds{"integer"}, Minimum: &zero, ErrorMessage: "This should be a whole number of days."}
		},
		sheetsPart: func() *schema {
			return &schema{Type: kinds{"integer"}, Minimum: &zero, ErrorMessage: "This should be a number of sheets."}
		},
	}
	all := map[string]*schema{}
	for name, value := range values {
		all[name], all[name+orEmpty] = value(), value().orNull()
	}
	all[textPart+orEmpty].Pattern = "" // nothing depends on it
	all[textPart+orEmpty].PatternErrorMessage = ""
	return all
}

func text(pattern string) *schema {
	return &schema{
		Type:                kinds{"string", "number"},
		Pattern:             pattern,
		PatternErrorMessage: "This should be a text that says something.",
		ErrorMessage:        "This should be a text.",
	}
}
