package planfile_test

import (
	"slices"
	"strings"
	"testing"

	"forewarn/audit/planfile"
)

// Every type of field that the program knows is one that a form uses, and the
// other way round: a type that is not known would be asked for as plain text.
func TestFieldTypes(t *testing.T) {
	used := map[planfile.FieldType]bool{}
	for _, form := range loadForms(t) {
		for _, f := range form.Fields {
			used[f.Type] = true
		}
	}
	for _, known := range []planfile.FieldType{
		planfile.FieldText, planfile.FieldID, planfile.FieldPerson, planfile.FieldDate, planfile.FieldDays,
		planfile.FieldAmount, planfile.FieldYesNo, planfile.FieldChoice, planfile.FieldReference,
	} {
		if !used[known] {
			t.Errorf("no field of a form is of the type %q", known)
		}
		delete(used, known)
	}
	for unknown := range used {
		t.Errorf("the forms have fields of the type %q, which is not known", unknown)
	}
}

// The forms are whole, and each of their texts is one line: it stands behind the
// sign of a comment in a new plan.
func TestForms(t *testing.T) {
	forms := loadForms(t)
	var kinds []string
	for _, form := range forms {
		if form.Within == "" {
			kinds = append(kinds, form.Kind)
		} else if forms.Of(form.Within) == nil {
			t.Errorf("%s are within %q, which has no form", form.Kind, form.Within)
		}
		first := func(is func(f planfile.Field) bool) int { return slices.IndexFunc(form.Fields, is) }
		if optional, required := first(func(f planfile.Field) bool { return !f.Required }), first(func(f planfile.Field) bool { return f.Required }); form.Kind != "initiative" && required > optional && optional >= 0 {
			t.Errorf("%s: what must be given does not come first", form.Kind)
		}
		if more := first(func(f planfile.Field) bool { return f.More }); more >= 0 && slices.ContainsFunc(form.Fields[more:], func(f planfile.Field) bool { return !f.More }) {
			t.Errorf("%s: what can be said beside does not come last", form.Kind)
		}
		texts := []string{form.Title, form.One, form.Ask}
		for _, f := range form.Fields {
			texts = append(texts, f.Ask, f.Hint)
			if f.Expects != "" && f.Type != planfile.FieldDate || f.After != "" && !slices.ContainsFunc(form.Fields, func(other planfile.Field) bool { return other.Key == f.After }) {
				t.Errorf("%s: the field %q expects %q after %q", form.Kind, f.Key, f.Expects, f.After)
			}
			if f.Type == planfile.FieldChoice && len(f.Choices) == 0 {
				t.Errorf("%s: the field %q offers no choices", form.Kind, f.Key)
			}
			if f.Type == planfile.FieldReference && forms.Of(f.Refers) == nil {
				t.Errorf("%s: the field %q refers to %q, which has no form", form.Kind, f.Key, f.Refers)
			}
		}
		for _, text := range texts {
			if strings.ContainsAny(text, "\n\r\u0085\u2028\u2029") {
				t.Errorf("%s: the text %q has more than one line", form.Kind, text)
			}
		}
	}
	if !slices.Equal(kinds, planfile.FormKinds()) {
		t.Errorf("the forms are of %q, and the program says %q", kinds, planfile.FormKinds())
	}
}

func loadForms(t *testing.T) planfile.Forms {
	t.Helper()
	forms, err := planfile.LoadForms()
	if err != nil {
		t.Fatal(err)
	}
	return forms
}
