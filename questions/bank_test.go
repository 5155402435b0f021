package questions_test

import (
	"testing"

	"forewarn/audit"
)

func TestLoad(t *testing.T) {
	bank, err := audit.Bank()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(bank.QuestionIDs()); n != 26 {
		t.Errorf("the audit asks %d questions, want 26", n)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := audit.Bank(); err != nil {
			b.Fatal(err)
		}
	}
}
