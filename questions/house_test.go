package questions_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"forewarn/audit"
	"forewarn/questions"
)

const (
	houses       = "../testdata/houses"
	brokenHouses = "../testdata/broken-houses"
)

func core(t testing.TB) *questions.Bank {
	t.Helper()
	bank, err := audit.Bank()
	if err != nil {
		t.Fatal(err)
	}
	return bank
}

// Each broken bank begins with the line and column of its fault, and a part of the
// fault's text.
func TestBrokenHouses(t *testing.T) {
	built := core(t)
	names, err := filepath.Glob(filepath.Join(brokenHouses, "*.yaml"))
	if err != nil || len(names) < 40 {
		t.Fatalf("found %d banks: %v", len(names), err)
	}
	for _, path := range names {
		name := filepath.Base(path)
		t.Run(strings.TrimSuffix(name, ".yaml"), func(t *testing.T) {
			src, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			first, _, _ := strings.Cut(string(src), "\n")
			place, text, _ := strings.Cut(strings.TrimPrefix(first, "# "), ": ")
			_, err = questions.Extend(built, name, src, known())
			if err == nil {
				t.Fatalf("no fault found, want %s: %s", place, text)
			}
			faults := strings.Split(err.Error(), "\n")
			if len(faults) != 1 || !strings.HasPrefix(faults[0], name+":"+place+": ") || !strings.Contains(faults[0], text) {
				t.Errorf("got faults\n%v\nwant one at %s with %q", err, place, text)
			}
		})
	}
}

// The bank that a house begins with is valid, and changes no more than it says.
func TestNewHouse(t *testing.T) {
	built, before := core(t), core(t)
	src, err := questions.NewHouse(built, "bank.yaml")
	if err != nil {
		t.Fatal(err)
	}
	bank, remarks, err := questions.Lint(built, "bank.yaml", src, known())
	if err != nil || len(remarks) > 0 {
		t.Fatalf("the bank to begin with: %v, %v", err, remarks)
	}
	if !reflect.DeepEqual(built, before) {
		t.Error("the core was changed")
	}
	if bank.ID != "my-house" || bank.Version != "1.0.0" || bank.Hash == built.Hash || len(bank.Hash) != 64 || bank.Core != built {
		t.Errorf("it is %s %s, hash %s", bank.ID, bank.Version, bank.Hash)
	}
	for what, more := range map[string]int{
		"questionnaires": len(bank.Questionnaires) - len(built.Questionnaires),
		"questions":      len(bank.QuestionIDs()) - len(built.QuestionIDs()),
		"warnings":       len(bank.Warnings) - len(built.Warnings),
		"cases":          len(bank.Cases) - len(built.Cases),
	} {
		if more != 1 {
			t.Errorf("it has %d %s more, want one", more, what)
		}
	}
	if changed := bank.Reweighed(); len(changed) > 0 {
		t.Errorf("it weighs otherwise: %v", changed)
	}
}

// What stands behind a # in the bank to begin with is right once the # is taken away, but
// for the texts that it leaves to be written.
func TestNewHouseUncommented(t *testing.T) {
	built := core(t)
	src, err := questions.NewHouse(built, "bank.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(string(src)) {
		if strings.HasPrefix(line, "#  ") && !strings.Contains(line, "forewarn ") {
			line = line[1:]
		} else if inner := strings.TrimLeft(line, " "); strings.HasPrefix(inner, "# ") && len(inner) < len(line) {
			line = line[:len(line)-len(inner)] + inner[2:]
		}
		lines = append(lines, line)
	}
	text := strings.NewReplacer("rungs: []", "rungs: [a, b, c, d, e]", "next: []", "next: [a, b, c, d]", "since: 2.0.0", "since: 1.0.0", "since: 1.1.0", "since: 1.0.0", "not_applicable: true", "not_applicable: false").Replace(strings.Join(lines, ""))
	bank, err := questions.Extend(built, "bank.yaml", []byte(text), known())
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if n := bank.Changed(); n != 6 {
		t.Errorf("%d of what is built in are changed, want one of each kind", n)
	}
}
