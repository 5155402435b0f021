package yamldoc

import (
	"reflect"
	"strings"
)

// shape is what the tags of a struct say.
type shape struct {
	fields []field // in the order of the struct
	byKey  map[string]int
}

// field is a field of a struct that a key fills.
type field struct {
	key      string
	index    int
	required bool
	words    []string // the only ones allowed; none when any are
}

// shapeOf returns the shape of a struct, which it works out once.
func (d *decoder) shapeOf(t reflect.Type) *shape {
	if s := d.shapes[t]; s != nil {
		return s
	}
	s := &shape{byKey: map[string]int{}}
	for i := range t.NumField() {
		tag := t.Field(i).Tag
		key, option, _ := strings.Cut(tag.Get("yaml"), ",")
		if key == "" || key == "-" {
			continue
		}
		s.byKey[key] = len(s.fields)
		s.fields = append(s.fields, field{key, i, option == "required", strings.Fields(tag.Get("one"))})
	}
	d.shapes[t] = s
	return s
}

func (s *shape) keys() []string {
	keys := make([]string, len(s.fields))
	for i, f := range s.fields {
		keys[i] = f.key
	}
	return keys
}
