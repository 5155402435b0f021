// Package reporttest audits plans for the tests of reports, on one day and by
// the bank that is built in.
package reporttest

import (
	"os"
	"path/filepath"
	"runtime"
	"time"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/questions"
)

// T is what is asked of a test; those of rapid have it, too.
type T interface {
	Helper()
	Fatal(args ...any)
}

// Day is the day of every audit.
func Day() time.Time { return time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC) }

// Bank loads the bank.
func Bank(t T) *questions.Bank {
	t.Helper()
	bank, err := audit.Bank()
	if err != nil {
		t.Fatal(err)
	}
	return bank
}

// Audit audits a plan as the program does; its folder is that of the plans in
// testdata.
func Audit(t T, terms gate.Terms, file, text string) *audit.Audit {
	t.Helper()
	return since(t, terms, nil, file, text)
}

// Since audits a plan against an earlier text, which the user calls main; an
// empty one was not there.
func Since(t T, terms gate.Terms, earlier, file, text string) *audit.Audit {
	t.Helper()
	read := func() (*audit.Source, error) {
		if earlier == "" {
			return &audit.Source{}, nil
		}
		was := source("earlier.yaml", earlier)
		return &was, nil
	}
	return since(t, terms, &audit.Earlier{Name: "main", Read: read}, file, text)
}

func since(t T, terms gate.Terms, against *audit.Earlier, file, text string) *audit.Audit {
	t.Helper()
	auditor := audit.Auditor{Bank: Bank(t), AsOf: planfile.OnDay(Day())}
	return auditor.Audit(source(file, text), terms, against)
}

// Toward audits a plan with the way to a grade.
func Toward(t T, to score.Goal, file, text string) *audit.Audit {
	t.Helper()
	auditor := audit.Auditor{Bank: Bank(t), AsOf: planfile.OnDay(Day()), To: to}
	return auditor.Audit(source(file, text), gate.Terms{}, nil)
}

func source(file, text string) audit.Source {
	return audit.Source{Name: file, Text: []byte(text), Present: planfile.InFolder(plans())}
}

// plans is the folder of the plans in testdata, wherever the test runs.
func plans() string {
	_, here, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(here), "..", "..", "..", "testdata", "plans")
}

// Plan audits one of the plans in testdata.
func Plan(t T, terms gate.Terms, name string) *audit.Audit {
	t.Helper()
	return Audit(t, terms, "plans/"+name, Text(t, name))
}

// Text reads one of the plans in testdata.
func Text(t T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(plans(), name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Runs are the plans of runs that each format must cope with, by what they are.
func Runs(t T) map[string][]*audit.Audit {
	t.Helper()
	strict := gate.Terms{MinGrade: "A", FailOn: rules.Minor}
	const broken = "forewarn: 1\nbank: {id: core, version: 2.0.0}\nanswres: {}\nmetrics: [{id: m}]\n"
	return map[string][]*audit.Audit{
		"no plan":        nil,
		"empty plan":     {Plan(t, gate.Terms{}, "empty.yaml")},
		"half-way":       {Plan(t, gate.Terms{}, "midway.yaml")},
		"nearly done":    {Plan(t, gate.Terms{}, "ready.yaml")},
		"sixty findings": {Plan(t, strict, "tools-first.yaml")},
		"broken beside": {
			Plan(t, strict, "ready.yaml"), Audit(t, strict, "plans/broken.yaml", broken), Plan(t, strict, "tools-first.yaml"),
			{File: "gone.yaml", Broken: `reading "gone.yaml": there is no such file; to start one, run: forewarn new gone.yaml`},
		},
		"hostile": {Hostile(t, strict)},
		"ways": {
			Toward(t, score.NextGrade, "plans/tools-first.yaml", Text(t, "tools-first.yaml")), Toward(t, "A", "plans/midway.yaml", Text(t, "midway.yaml")),
			Toward(t, score.NextGrade, "plans/empty.yaml", Text(t, "empty.yaml")), Toward(t, score.NextGrade, "plans/ready.yaml", Text(t, "ready.yaml")),
		},
		"since an earlier": {
			Since(t, gate.Terms{FailOn: rules.Error}, Text(t, "midway.yaml"), "plans/tools-first.yaml", Text(t, "tools-first.yaml")),
		},
	}
}
