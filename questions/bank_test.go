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
