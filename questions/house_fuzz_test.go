package questions_test

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"forewarn/audit/planfile"
	"forewarn/audit/printable"
	"forewarn/questions"
)

// Whatever a file says, reading it ends, leaves the core as it was, and either names
// faults by their place or gives a bank that can be asked.
func FuzzExtend(f *testing.F) {
	for _, pattern := range []string{houses + "/*.yaml", brokenHouses + "/*.yaml"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			f.Fatal(pattern, err)
		}
		for _, name := range names {
			src, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(src)
		}
	}
	built, before := core(f), core(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		bank, err := questions.Extend(built, "bank.yaml", src, known())
		if !reflect.DeepEqual(built, before) {
			t.Fatal("the core was changed")
		}
		if err != nil {
			for line := range strings.Lines(err.Error()) {
				if !strings.HasPrefix(line, "bank.yaml:") {
					t.Fatalf("a fault without a place: %s", line)
				}
			}
			return
		}
		if text := unsafeText(reflect.ValueOf(bank).Elem()); text != "" {
			t.Fatalf("it lets through %q", text)
		}
		plan, err := planfile.Skeleton(bank)
		if err != nil {
			t.Fatal(err)
		}
		if _, found := planfile.Parse(plan, bank); len(found) > 0 {
			t.Fatalf("a new plan is broken: %v", found)
		}
		if _, _, err := questions.Lint(built, "bank.yaml", src, known()); err != nil {
			t.Fatal(errors.New("lint finds faults that reading does not"), err)
		}
	})
}

// unsafeText is a text of a bank that should not be shown; empty where all may.
func unsafeText(v reflect.Value) string {
	switch v.Kind() {
	case reflect.String:
		if s := v.String(); strings.ContainsAny(s, "\n\r") || printable.Text(s) != s {
			return s
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if text := unsafeText(v.Field(i)); text != "" {
				return text
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			if text := unsafeText(v.Index(i)); text != "" {
				return text
			}
		}
	}
	return ""
}
