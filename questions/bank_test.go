package questions_test

import (
	"testing"

	"forewarn/questions"
)

func TestLoad(t *testing.T) {
	bank, err := questions.Load()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(bank.QuestionIDs()); n != 26 {
		t.Errorf("the audit asks %d questions, want 26", n)
	}
	for _, id := range bank.IDs() {
		if title, texts := bank.Explain(id); title == "" || texts == nil {
			t.Errorf("nothing explains %q", id)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := questions.Load(); err != nil {
			b.Fatal(err)
		}
	}
}

// Every type of field that the program knows is one that the bank uses, and the
// other way round: a type that is not known would be asked for as plain text.
func TestFieldTypes(t *testing.T) {
	bank, err := questions.Load()
	if err != nil {
		t.Fatal(err)
	}
	used := map[questions.FieldType]bool{}
	for _, r := range bank.Records {
		for _, f := range r.Fields {
			used[f.Type] = true
		}
	}
	for _, known := range []questions.FieldType{
		questions.FieldText, questions.FieldID, questions.FieldDate, questions.FieldDays,
		questions.FieldAmount, questions.FieldYesNo, questions.FieldChoice, questions.FieldReference,
	} {
		if !used[known] {
			t.Errorf("no field of the bank is of the type %q", known)
		}
		delete(used, known)
	}
	for unknown := range used {
		t.Errorf("the bank has fields of the type %q, which is not known", unknown)
	}
}
