package json

import (
	"encoding/json"
	"reflect"
	"strings"
)

// Schema returns the JSON Schema (draft-07) of what JSON writes. It is
// made of the same types, so that the two cannot differ.
func Schema() []byte {
	return whollySchema[whole]("forewarn report", "What forewarn found in one or more plans.", "forewarn-report", version)
}

// whollySchema is the schema of a whole document, of which a key holds the version.
func whollySchema[T any](title, about, key string, version int) []byte {
	schema := schemaOf(reflect.TypeFor[T]())
	schema["$schema"] = "http://json-schema.org/draft-07/schema#"
	schema["title"] = title
	schema["description"] = about + " Every key is always there; null, an empty text or an empty list says that there is nothing to say."
	format := schema["properties"].(map[string]any)[key].(map[string]any)
	format["const"] = version
	out, _ := json.MarshalIndent(schema, "", "  ") // texts, numbers and lists of them cannot fail
	return append(out, '\n')
}

// schemaOf gives the schema of a type of the json report. Types are written
// out where they are used: a reference could carry no description of its own.
func schemaOf(t reflect.Type) map[string]any {
	if form := formOf(t); form != "" {
		return map[string]any{"type": "string", "pattern": form}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return nullable(schemaOf(t.Elem()))
	case reflect.Slice:
		return map[string]any{"type": "array", "items": schemaOf(t.Elem())}
	case reflect.Struct:
		return objectOf(t)
	case reflect.Int:
		return map[string]any{"type": "integer", "minimum": 0}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	}
	return map[string]any{"type": "string"}
}

// formOf gives the pattern of a text of a certain form; empty for any text.
func formOf(t reflect.Type) string {
	switch t {
	case reflect.TypeFor[date]():
		return `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`
	case reflect.TypeFor[decimal]():
		return `^[0-9]+\.[0-9]$`
	case reflect.TypeFor[wholeNumber]():
		return `^[0-9]+$`
	case reflect.TypeFor[fraction]():
		return `^-?[0-9]+(/[1-9][0-9]*)?$`
	}
	return ""
}

// objectOf takes no key that is not listed, and requires all that are: a
// consumer that reads by this schema never finds one missing.
func objectOf(t reflect.Type) map[string]any {
	properties, required := map[string]any{}, []string{}
	for i := range t.NumField() {
		f := t.Field(i)
		key := f.Tag.Get("json")
		s := schemaOf(f.Type)
		s["description"] = f.Tag.Get("about")
		if words := f.Tag.Get("one"); words != "" {
			s["enum"] = oneOf(words, f.Type)
		}
		properties[key] = s
		required = append(required, key)
	}
	return map[string]any{"type": "object", "properties": properties, "required": required, "additionalProperties": false}
}

func oneOf(words string, t reflect.Type) []any {
	var out []any
	for _, word := range strings.Fields(words) {
		out = append(out, word)
	}
	if t.Kind() == reflect.Pointer {
		out = append(out, nil)
	}
	return out
}

func nullable(s map[string]any) map[string]any {
	s["type"] = []any{s["type"], "null"}
	return s
}
