package interview

import (
	"reflect"
	"strconv"
	"strings"
	"time"

	"forewarn/audit/planfile"
)

// dateLayout is how the plan and the person write a date.
const dateLayout = time.DateOnly

// fieldPath is the path of a field whose key may name an entry inside another,
// as baseline.value does.
func fieldPath(base, key string) []string {
	return append([]string{base}, strings.Split(key, ".")...)
}

// recordPath is the path of a field of record i of a kind.
func recordPath(kind string, i int, key string) []string {
	return append([]string{kind, strconv.Itoa(i)}, strings.Split(key, ".")...)
}

// valueAt returns what a plan says at a key path, or nil when it says nothing
// there. The bank names its fields by the keys of the file, so the keys are
// looked up in the tags of planfile.Plan. A list that is present but empty is not
// nil.
func valueAt(plan *planfile.Plan, path ...string) any {
	v := reflect.ValueOf(plan)
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

func entry(v reflect.Value, key string) reflect.Value {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			tag, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
			if tag == key {
				return v.Field(i)
			}
		}
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

// count returns how many records of a kind a plan has.
func count(plan *planfile.Plan, kind string) int {
	v := reflect.ValueOf(valueAt(plan, kind))
	if v.Kind() != reflect.Slice {
		return 0
	}
	return v.Len()
}

// text is a value of a plan as a person would type it.
func text(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case bool:
		return yesNo(v)
	case time.Time:
		return v.Format(dateLayout)
	case planfile.Amount:
		return v.Text
	}
	return ""
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}
