package planfile_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"forewarn/audit/planfile"
)

// A note may stand before its answer, and is kept when that comes.
func TestSetAnswerKeepsNotes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.yaml")
	src := "forewarn: 1\nbank: {id: core, version: 2.0.0}\n"
	if err := os.WriteFile(path, []byte(src), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := planfile.Open(path, loadBank(t))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, a := range []planfile.Answer{{Note: "ask Ana"}, {Note: "ask Ana", Dissent: "Ben sees rung 2"}, {Unknown: "Ana", Note: "ask Ana", Dissent: "Ben sees rung 2"}} {
		if err := f.SetAnswer("silos", "in-step", a); err != nil {
			t.Fatal(err)
		}
		if got := f.Plan().Answer("silos", "in-step"); got != a {
			t.Errorf("the plan says %+v, not %+v", got, a)
		}
	}
}

// What is noted on a question that has changed stands beside the answer to the earlier
// one, which stays until it is answered anew.
func TestSetAnswerNotesOnAnEarlierAnswer(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.yaml")
	src := "forewarn: 1\nbank: {id: core, version: 1.0.0}\nanswers:\n  silos:\n    in-step: {level: 3, on: 2026-01-02, note: old}\n"
	if err := os.WriteFile(path, []byte(src), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := planfile.Open(path, loadBank(t))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.SetAnswer("silos", "in-step", planfile.Answer{Note: "old", Dissent: "Ben sees rung 2"}); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if want := "level: 3\n      on: 2026-01-02\n      note: old\n      dissent: Ben sees rung 2\n"; !strings.HasSuffix(string(text), want) {
		t.Errorf("the file is\n%s", text)
	}
	if got := f.Plan().Earlier["in-step"]; got.State() != planfile.AtLevel || got.Dissent == "" {
		t.Errorf("the earlier answer is %+v", got)
	}
}
