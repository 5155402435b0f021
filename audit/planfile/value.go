package planfile

import (
	"reflect"
	"strconv"
	"strings"
)

// Value returns what the plan says at a key path of the file, such as
// ("metrics", "0", "baseline", "value"), or nil when it says nothing there. A list
// that is present but empty is not nil.
func (p *Plan) Value(path ...string) any {
	v := reflect.ValueOf(p)
	for _, key := range path {
		if v = entry(indirect(v), key); !v.IsValid() {
			return nil
		}
	}
	if v.IsZero() {
		return nil
	}
	return indirect(v).Interface()
}

// Count returns how many entries the list at a key path has.
func (p *Plan) Count(path ...string) int {
	v := reflect.ValueOf(p.Value(path...))
	if v.Kind() != reflect.Slice {
		return 0
	}
	return v.Len()
}

// entry looks a key up in the tags of a struct, which are the keys of the file.
func entry(v reflect.Value, key string) reflect.Value {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			tag, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
			if tag == key {
				return v.Field(i)
			}
		}
	case reflect.Map:
		return v.MapIndex(reflect.ValueOf(key))
	case reflect.Slice:
		if i, err := strconv.Atoi(key); err == nil && i >= 0 && i < v.Len() {
			return v.Index(i)
		}
	}
	return reflect.Value{}
}

func indirect(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Pointer {
		return v.Elem()
	}
	return v
}
