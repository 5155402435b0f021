package interview

import (
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"

	"forewarn/audit/planfile"
)

func TestParse(t *testing.T) {
	const refused = "refused"
	field := func(typ planfile.FieldType) planfile.Field {
		return planfile.Field{Type: typ, Choices: []string{"higher", "lower"}}
	}
	cases := []struct {
		typ   planfile.FieldType
		value string
		want  any // refused, nil for nothing, or the value
	}{
		{planfile.FieldText, "  two words ", "two words"},
		{planfile.FieldText, " ", nil},
		{planfile.FieldID, "first-answer-2", "first-answer-2"},
		{planfile.FieldID, "First", refused},
		{planfile.FieldID, "first--answer", refused},
		{planfile.FieldID, "-first", refused},
		{planfile.FieldID, "erste-größe", refused},
		{planfile.FieldID, "answers", refused}, // taken
		{planfile.FieldDate, "2024-02-29", day("2024-02-29")},
		{planfile.FieldDate, "2023-02-29", refused},
		{planfile.FieldDate, "2024-2-9", refused},
		{planfile.FieldDate, "29.02.2024", refused},
		{planfile.FieldDays, "14", 14},
		{planfile.FieldDays, "0", refused},
		{planfile.FieldDays, "-3", refused},
		{planfile.FieldDays, "1.5", refused},
		{planfile.FieldDays, "two weeks", refused},
		{planfile.FieldAmount, "26.5", planfile.Amount{Text: "26.5", Number: big.NewRat(53, 2)}},
		{planfile.FieldAmount, "fewer complaints", planfile.Amount{Text: "fewer complaints"}},
		{planfile.FieldYesNo, "yes", true},
		{planfile.FieldYesNo, "no", false},
		{planfile.FieldYesNo, "maybe", refused},
		{planfile.FieldYesNo, "", nil},
		{planfile.FieldChoice, "lower", "lower"},
		{planfile.FieldChoice, "sideways", refused},
		{planfile.FieldReference, "answers", "answers"},
	}
	f := newFlow(withRecords(), Options{Bank: smallBank(), Forms: smallForms(), AsOf: planfile.OnDay(today())})
	for _, c := range cases {
		t.Run(string(c.typ)+" "+c.value, func(t *testing.T) {
			field := field(c.typ)
			got, err := f.parse("objectives", &field, c.value)
			if (err != nil) != (c.want == refused) {
				t.Fatalf("error %v, want %v", err, c.want)
			}
			if err != nil {
				return
			}
			if diff := cmp.Diff(c.want, got, cmp.Comparer(func(a, b *big.Rat) bool { return a == b || a != nil && b != nil && a.Cmp(b) == 0 })); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			field.Required = true
			if _, err := f.parse("objectives", &field, c.value); (err != nil) != (c.want == nil) {
				t.Errorf("when it is required: error %v", err)
			}
		})
	}
}

func TestValueAt(t *testing.T) {
	plan := withRecords().plan
	cases := []struct {
		path []string
		want string // as it is typed; empty when there is nothing
	}{
		{[]string{"initiative", "name"}, "Desk"},
		{[]string{"initiative", "client"}, ""},
		{[]string{"initiative", "launch"}, "2027-02-01"},
		{[]string{"initiative", "tool_committed"}, "no"},
		{[]string{"initiative", "live"}, ""},
		{[]string{"objectives", "1", "statement"}, "Fewer spare parts"},
		{[]string{"objectives", "1", "due"}, ""},
		{[]string{"objectives", "2", "statement"}, ""},
		{[]string{"objectives", "-1", "statement"}, ""},
		{[]string{"metrics", "0", "baseline", "value"}, ""},
		{[]string{"metrics", "1", "baseline", "value"}, "26"},
		{[]string{"metrics", "1", "baseline", "on"}, "2026-11-01"},
		{[]string{"metrics", "1", "review_days"}, ""},
		{[]string{"no", "such", "path"}, ""},
	}
	for _, c := range cases {
		value := valueAt(plan, c.path...)
		if got := text(value); got != c.want || (value == nil) != (c.want == "") {
			t.Errorf("%v is %q (%v), want %q", c.path, got, value, c.want)
		}
	}
	plan.Metrics[0].ReviewDays = 14
	if got := text(valueAt(plan, "metrics", "0", "review_days")); got != "14" {
		t.Errorf("review_days is %q", got)
	}
	if valueAt(plan, "programmes") != nil {
		t.Error("an absent list is there")
	}
	plan.Programmes = []planfile.Programme{}
	if valueAt(plan, "programmes") == nil {
		t.Error("an empty list is absent")
	}
}
