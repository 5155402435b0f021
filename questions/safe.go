package questions

import (
	"reflect"

	"forewarn/audit/printable"
)

// makeSafe makes every text of a bank safe to show, wherever it is shown: a bank
// can come from somebody else, as a plan can.
func makeSafe(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if v.CanSet() {
			v.SetString(printable.Text(v.String()))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			makeSafe(v.Field(i))
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			makeSafe(v.Index(i))
		}
	}
}
