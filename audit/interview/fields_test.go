package interview

import (
	"math/big"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"forewarn/audit/planfile"
)

func TestParse(t *testing.T) {
	const refused = "refused"
	cases := []struct {
		typ   planfile.FieldType
		value string
		want  any // refused, nil for nothing, or the value
	}{
		{planfile.FieldText, "  two words ", "two words"},
		{planfile.FieldText, " ", nil},
		{planfile.FieldPerson, " Ana Sol ", "Ana Sol"},
		{planfile.FieldDate, "2024-02-29", day("2024-02-29")},
		{planfile.FieldDate, "2023-02-29", refused},
		{planfile.FieldDays, "14", 14},
		{planfile.FieldDays, "14 days", 14},
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
	f := newFlow(withRecords(), Options{Bank: smallBank(), Forms: smallForms(), Today: onToday})
	for _, c := range cases {
		t.Run(string(c.typ)+" "+c.value, func(t *testing.T) {
			field := planfile.Field{Type: c.typ, Choices: []string{"higher", "lower"}}
			got, err := f.parse(&field, c.value, "")
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
			if _, err := f.parse(&field, c.value, ""); (err != nil) != (c.want == nil) {
				t.Errorf("when it is required: error %v", err)
			}
		})
	}
}

// A number is a number alone, and what is wrong with another is said as it would be
// right.
func TestParseAmount(t *testing.T) {
	for _, c := range []struct{ value, how, want string }{
		{"30.5", quantitative, ""}, {"-3", quantitative, ""}, {"4.50", "", ""}, {"most say so", "", ""},
		{"30,5", quantitative, "write 30.5, with a point"},
		{"30,5", "", "write 30.5, with a point"},
		{"1,000", quantitative, "write 1000, the digits alone"},
		{"1 000 000", quantitative, "write 1000000, the digits alone"},
		{"1.234,5", quantitative, "write 1234.5, with no more than a point"},
		{"1,234,567.5", "", "write 1234567.5, with no more than a point"},
		{"1e400", quantitative, "write the number out, in digits alone, such as 30.5"},
		{"1,5E-3", "", "write the number out, in digits alone, such as 30.5"},
		{strings.Repeat("9", 41), "", "the number is too long: choose a larger unit"},
		{"4 h", quantitative, "write the number alone, 4; the unit is asked for by itself"},
		{"4h", "", "write the number alone, 4; the unit is asked for by itself"},
		{"12,5 %", quantitative, "write the number alone, 12.5; the unit is asked for by itself"},
		{"most say so", quantitative, "this measure is kept in numbers: write a number, such as 30.5"},
		{"4 h", qualitative, ""}, {"30,5", qualitative, ""}, {"30", qualitative, ""},
	} {
		got, err := parseAmount(c.value, c.how)
		switch {
		case c.want == "" && (err != nil || got.Text != c.value):
			t.Errorf("%q of %q gives %+v and %v", c.value, c.how, got, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%q of %q: %v, want %s", c.value, c.how, err, c.want)
		case c.how == qualitative && got.Number != nil:
			t.Errorf("%q in words is the number %v", c.value, got.Number)
		}
	}
}

func TestDayHint(t *testing.T) {
	for hint, want := range map[string]string{
		"":                        dateHint,
		"for example: 2027-06-30": dateHint,
		"for example: 2027-02-01; leave empty if not settled": "A day, such as 2026-11-02, 2 Nov 2026, today, or in 3 weeks; leave empty if not settled",
	} {
		if got := dayHint(&planfile.Field{Hint: hint}); got != want {
			t.Errorf("%q gives %q, want %q", hint, got, want)
		}
	}
}
