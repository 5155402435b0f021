package schema_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"forewarn/audit/planfile"
)

// The language server that editors run takes what check takes, and refuses
// every plan that a schema can refuse.
func TestEditorJudgesPlans(t *testing.T) {
	s, dir := startWithSchema(t)
	skeleton, err := planfile.Skeleton(loadBank(t))
	if err != nil {
		t.Fatal(err)
	}
	plans := map[string][]byte{"example.yaml": planfile.Example(), "skeleton.yaml": skeleton}
	broken, err := filepath.Glob("../../testdata/broken/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range broken {
		plans["broken-"+filepath.Base(path)] = read(t, path)
	}
	for name, src := range plans {
		s.show(filepath.Join(dir, name), src)
	}
	for name, src := range plans {
		problems := s.problems(filepath.Join(dir, name))
		finding, blind := brokenHead(string(src))
		switch {
		case finding == "" && len(problems) > 0:
			t.Errorf("%s is refused: %q", name, problems)
		case finding != "" && blind == "" && len(problems) == 0:
			t.Errorf("%s is taken", name)
		}
	}
}

// editing is a plan that somebody is writing.
const editing = `forewarn: 1
bank: {id: core, version: 2.0.0}
answers:
  alignment:
    business-goal:
      level: 7
    first-step: {level: 2, unknown: Priya Nair}
    listening:
      level: 
stakeholders:
  - {group: Service team, kind: staff, told: soon}
`

func TestEditorSaysWhatIsWrong(t *testing.T) {
	s, dir := startWithSchema(t)
	path := filepath.Join(dir, "plan.yaml")
	s.show(path, []byte(editing))
	problems := s.problems(path)
	for _, want := range []string{
		"6:14: A level is from 0 to 4: the highest line whose every word is true today.",
		"7:37: Keep one of level, unknown and not_applicable.",
		`11:33: Value is not accepted. Valid values: "employees", "customers", "members", "partners", "public", "other".`,
		"11:46: This should be a date such as 2026-11-02.",
	} {
		if !slices.Contains(problems, want) {
			t.Errorf("%q is not among %q", want, problems)
		}
	}
	if len(problems) != 4 {
		t.Errorf("%d problems, want 4: %q", len(problems), problems)
	}
}

func TestEditorShowsTheQuestion(t *testing.T) {
	s, dir := startWithSchema(t)
	path := filepath.Join(dir, "plan.yaml")
	s.show(path, []byte(editing))
	_, q := loadBank(t).Question("business-goal")
	shown := s.hover(path, 5, 8)
	for _, want := range []string{q.Ask, q.Why, q.Rungs[0], q.Rungs[4], q.Proof} {
		if !strings.Contains(shown, want) {
			t.Errorf("%q is not in what hovering over business-goal shows:\n%s", want, shown)
		}
	}
	_, q = loadBank(t).Question("listening")
	offered := s.complete(path, 9, 14)
	for _, rung := range q.Rungs {
		if !slices.ContainsFunc(offered, func(o string) bool { return strings.Contains(o, rung) }) {
			t.Errorf("%q is not offered behind level: %q", rung, offered)
		}
	}
}

func startWithSchema(t *testing.T) (s *languageServer, dir string) {
	t.Helper()
	dir = t.TempDir()
	path := filepath.Join(dir, "plan.schema.json")
	if err := os.WriteFile(path, planSchema(t, loadBank(t)), 0o644); err != nil {
		t.Fatal(err)
	}
	return startLanguageServer(t, path), dir
}
