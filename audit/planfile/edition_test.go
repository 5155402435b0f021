package planfile

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"forewarn/audit/rules"
	"forewarn/questions"
)

// editionBank is the second edition of a bank in which one question has changed, one
// has another name, one has gone, one means what it did, and one is new.
func editionBank() *questions.Bank {
	return &questions.Bank{
		ID: "core", Version: "2.0.0",
		Retired:  map[string]string{"gone": "changed"},
		Narrowed: map[string]string{"tool_committed": "2.0.0"},
		Questionnaires: []questions.Questionnaire{
			{ID: "a", Questions: []questions.Question{
				{ID: "changed", Since: "2.0.0", Weight: 1}, {ID: "named", Was: "called", Since: "1.0.0", Weight: 1},
				{ID: "same", Weight: 1, NotApplicable: true}, {ID: "fresh", Since: "2.0.0", Weight: 1},
			}},
			{ID: "b", Deep: true, Questions: []questions.Question{{ID: "one", Since: "2.0.0", Weight: 1}, {ID: "two", Since: "2.0.0", Weight: 1}}},
		},
	}
}

const firstEdition = `# Ours.
forewarn: 1
bank: {id: core, version: 1.0.0} # as we were asked
initiative:
  name: Desk
  tool_committed: true # signed

# What we said.
answers:
  a:
    changed: {not_applicable: it was allowed} # then
    # of all names
    called: {level: 1, on: 2026-11-02} # the old one
    gone: {level: 3}
    same:   {level: 2}   # kept
`

func openEdition(t *testing.T, text string) (*File, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "plan.yaml")
	write(t, path, text)
	f, err := Open(path, editionBank())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f, path
}

func TestOlderEditionIsRead(t *testing.T) {
	f, _ := openEdition(t, firstEdition)
	p := f.Plan()
	if a := p.Answer("a", "changed"); a.State() != Blank {
		t.Errorf("an answer to another question counts: %+v", a)
	}
	if old := p.Earlier["changed"]; old.NotApplicable != "it was allowed" {
		t.Errorf("the old answer is %+v", old)
	}
	if a := p.Answer("a", "named"); a.Level == nil || *a.Level != 1 {
		t.Errorf("under its earlier name, the answer is %+v", a)
	}
	if at := p.At("answers", "a", "named"); at.Line != 13 {
		t.Errorf("it is in line %d, want 13", at.Line)
	}
	if p.Initiative.ToolCommitted != nil || !p.AskAgain("tool_committed") || p.AskAgain("live") {
		t.Errorf("a fact whose question has changed is %v", p.Initiative.ToolCommitted)
	}
	var got []string
	for _, x := range p.Changed(editionBank(), func(string) bool { return true }) {
		got = append(got, fmt.Sprint(x.Severity, " ", x.ID, " ", x.Key, " ", x.Pos.Line))
	}
	want := []string{"minor question-changed answers.a.changed 11", "note question-retired answers.a.gone 14"}
	if !slices.Equal(got, want) {
		t.Errorf("it finds %q, want %q", got, want)
	}
	if none := p.Changed(editionBank(), func(string) bool { return false }); len(none) > 0 {
		t.Errorf("out of scope it finds %v", none)
	}
}

// Only the entry that is answered changes, until the last one of the old edition is
// answered anew.
func TestOlderEditionIsBroughtUp(t *testing.T) {
	f, path := openEdition(t, firstEdition)
	done(t, f.SetAnswer("a", "named", Answer{Level: at(2)}))
	want := strings.Replace(firstEdition, "called: {level: 1, on: 2026-11-02} # the old one", "named: {level: 2, edition: 2.0.0} # the old one", 1)
	if got := read(t, path); got != want {
		t.Fatalf("the file is\n%s\nwant\n%s", got, want)
	}
	done(t, set(f, []string{"initiative", "tool_committed"}, true))
	want = strings.Replace(want, "# signed\n", "# signed\n  edition: 2.0.0\n", 1)
	if got := read(t, path); got != want {
		t.Fatalf("the file is\n%s\nwant\n%s", got, want)
	}
	if p := f.Plan(); p.AskAgain("tool_committed") || p.Initiative.ToolCommitted == nil {
		t.Error("the fact is open though it was asked again")
	}
	done(t, f.SetAnswer("a", "changed", Answer{Level: at(1)}))
	want = strings.NewReplacer("version: 1.0.0", "version: 2.0.0", "  edition: 2.0.0\n", "", ", edition: 2.0.0", "", "{not_applicable: it was allowed}", "{level: 1}").Replace(want)
	if got := read(t, path); got != want {
		t.Errorf("the file is\n%s\nwant\n%s", got, want)
	}
	if p := f.Plan(); len(p.Earlier) != 0 || p.Answer("a", "changed").State() != AtLevel {
		t.Errorf("the plan is %+v", p)
	}
}

// To leave a fact open is to answer its question, too.
func TestFactLeftOpenAgain(t *testing.T) {
	f, path := openEdition(t, firstEdition)
	done(t, f.SetAnswer("a", "changed", Answer{Unknown: "Ana"}))
	done(t, set(f, []string{"initiative", "tool_committed"}, nil))
	if got := read(t, path); !strings.Contains(got, "version: 2.0.0") || !strings.Contains(got, "tool_committed: # signed\n") || strings.Contains(got, "edition:") {
		t.Errorf("the file is\n%s", got)
	}
}

// An answer that was given under the new edition says so itself.
func TestAnswerOfAnEdition(t *testing.T) {
	text := strings.Replace(firstEdition, "{not_applicable: it was allowed}", "{level: 3, edition: 2.0.0}", 1)
	f, _ := openEdition(t, text)
	if a := f.Plan().Answer("a", "changed"); a.Level == nil || *a.Level != 3 {
		t.Errorf("it does not count: %+v", a)
	}
}

// A plan without any answer rests on no edition.
func TestEmptyPlanOfAnOlderEdition(t *testing.T) {
	f, path := openEdition(t, "forewarn: 1\nbank: {id: core, version: 1.0.0}\n")
	done(t, f.SetAnswer("a", "fresh", Answer{Level: at(1)}))
	if got, want := read(t, path), "forewarn: 1\nbank: {id: core, version: 2.0.0}\nanswers:\n  a:\n    fresh: {level: 1}\n"; got != want {
		t.Errorf("the file is\n%s\nwant\n%s", got, want)
	}
}

// A new plan of the first edition has an entry for each question: it, too, gets its
// new name.
func TestBlankEntryGetsItsNewName(t *testing.T) {
	f, path := openEdition(t, "forewarn: 1\nbank: {id: core, version: 1.0.0}\nanswers:\n  a:\n    # of all names\n    called:\n")
	done(t, f.SetAnswer("a", "named", Answer{Level: at(1)}))
	if got, want := read(t, path), "forewarn: 1\nbank: {id: core, version: 2.0.0}\nanswers:\n  a:\n    # of all names\n    named: {level: 1}\n"; got != want {
		t.Errorf("the file is\n%s\nwant\n%s", got, want)
	}
	f, path = openEdition(t, "forewarn: 1\nbank: {id: core, version: 2.0.0}\nanswers:\n  a:\n    called:\n    named:\n")
	done(t, f.SetAnswer("a", "named", Answer{Level: at(1)}))
	if got := read(t, path); !strings.Contains(got, "    called:\n    named: {level: 1}\n") {
		t.Errorf("beside an entry without an answer, the file is\n%s", got)
	}
}

// A deeper questionnaire counts from its last answer on, of whatever kind, and not
// before.
func TestDeeperQuestionnaireEnters(t *testing.T) {
	current := strings.Replace(firstEdition, "version: 1.0.0", "version: 2.0.0", 1)
	current = strings.Replace(current, "    changed: {not_applicable: it was allowed} # then\n", "", 1)
	f, path := openEdition(t, current)
	done(t, f.SetAnswer("b", "one", Answer{Level: at(1)}))
	if got := f.Plan().Questionnaires; got != nil {
		t.Fatalf("half-way, the scope is %q", got)
	}
	done(t, f.SetAnswer("b", "two", Answer{Unknown: "Ana"}))
	if got := f.Plan().Questionnaires; !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("the scope is %q:\n%s", got, read(t, path))
	}
	if got := read(t, path); !strings.Contains(got, "\nquestionnaires: [a, b]\n\n# What we said.\nanswers:\n") {
		t.Errorf("the scope does not stand in front of the answers:\n%s", got)
	}
	done(t, f.SetAnswer("b", "two", Answer{}))
	if got := f.Plan().Questionnaires; !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("taking an answer away changes the scope to %q", got)
	}
}

// Every plan that the first edition wrote is read by this one.
func TestPlansOfTheFirstEdition(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/first-edition/*.yaml")
	if err != nil || len(paths) < 5 {
		t.Fatalf("%d plans: %v", len(paths), err)
	}
	bank, err := questions.Load(questions.Known{Records: FormKinds(), Facts: []string{"tool_committed", "live"}, Rules: rules.IDs(), Checks: anyCheck(t)})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		plan, found := Parse(src, bank)
		if len(found) > 0 || plan.Bank.Version != "1.0.0" {
			t.Errorf("%s, of edition %s: %v", path, plan.Bank.Version, found)
		}
	}
}

// anyCheck lists every check that the bank's files name: which there are is not known
// here.
func anyCheck(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, path := range []string{"alignment", "stakeholders", "metrics", "silos", "exits"} {
		for line := range strings.Lines(read(t, "../../questions/bank/"+path+".yaml")) {
			if check, ok := strings.CutPrefix(strings.TrimSpace(line), "checks: ["); ok {
				all = append(all, strings.TrimSuffix(check, "]"))
			}
		}
	}
	return all
}

func done(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
