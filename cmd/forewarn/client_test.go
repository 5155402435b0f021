package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/rules"
	"forewarn/questions"
)

// The edition for clients speaks of nothing by an id, a key, a line or a path.
func TestClientEditionNamesEverything(t *testing.T) {
	bank, err := audit.Bank()
	if err != nil {
		t.Fatal(err)
	}
	auditor := &audit.Auditor{Bank: bank, AsOf: planfile.OnDay(time.Date(2027, 6, 1, 0, 0, 0, 0, time.UTC))}
	for name, text := range clientPlans(t) {
		a := auditor.Audit(audit.Source{Name: "plans/" + name, Text: []byte(text), Present: func(string) bool { return false }},
			gate.Terms{MinGrade: "A", FailOn: rules.Minor, Show: rules.Note, MaxAge: 30}, &audit.Earlier{Name: "origin/main", Read: func() (*audit.Source, error) {
				return &audit.Source{Name: name, Text: []byte(text), Present: func(string) bool { return true }, Notes: []string{"in origin/main the plan was called \"old/plan.yaml\""}}, nil
			}})
		if a.Result == nil {
			t.Fatalf("%s is not judged: %s %v", name, a.Broken, a.Errors)
		}
		for _, f := range formats(wholeText()) {
			if !f.editions {
				continue
			}
			t.Run(f.name+" of "+name, func(t *testing.T) {
				for _, found := range named(t, bank, a, f) {
					t.Error(found)
				}
			})
		}
	}
}

// clientPlans are plans of every kind, by name.
func clientPlans(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{"example.yaml": string(planfile.Example())}
	paths, err := filepath.Glob("../../testdata/plans/*.yaml")
	if err != nil || len(paths) < 3 {
		t.Fatalf("%d plans, %v", len(paths), err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(path)] = string(text) + "\nwaivers: [{finding: metric-without-stop, reason: agreed in January, owner: Ana, until: 2027-06-10}, {warning: stovepipe, reason: so be it, owner: Ana, until: 2027-05-01}]\n"
	}
	return out
}

var (
	styles    = regexp.MustCompile(`(?s)<style>.*?</style>`)
	addresses = regexp.MustCompile(`https?\\?://[^\s"<]+`) // stand as they are; Markdown has a backslash in them
	classes   = regexp.MustCompile(`class="[^"]*"`)
	keyed     = regexp.MustCompile(`\b[a-z_]+\[\d+\]|\b(answers|initiative|metrics|objectives|stakeholders|scenarios|reviews|programmes|waivers)\.[a-z]`)
	lined     = regexp.MustCompile(`\bline \d|:\d+:\d+|forewarn [a-z]+ |\.ya?ml|--[a-z]|origin/main|\b2\d{3}-\d\d-\d\d\b`)
	hyphens   = regexp.MustCompile(`\b[a-z0-9]+(-[a-z0-9]+)+\b`)
)

// named lists the ids, keys, lines, paths and commands in a report for clients.
func named(t *testing.T, bank *questions.Bank, a *audit.Audit, f format) []string {
	t.Helper()
	var out strings.Builder
	p, err := f.new(&out, report.Options{Edition: report.Client, Version: "9.9.9", Full: true, Rules: ruleTexts([]*questions.Bank{bank})})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Print(a); err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	text := classes.ReplaceAllString(addresses.ReplaceAllString(styles.ReplaceAllString(out.String(), ""), ""), "")
	ids := slices.Concat(bank.QuestionIDs(), rules.IDs(), []string{"9.9.9"})
	for i := range bank.Warnings {
		ids = append(ids, bank.Warnings[i].ID)
	}
	for _, o := range a.Result.Records.Objectives {
		ids = append(ids, o.ID)
	}
	for _, m := range a.Result.Records.Metrics {
		ids = append(ids, m.ID)
	}
	var found []string
	for _, word := range hyphens.FindAllString(text, -1) {
		if slices.Contains(ids, word) {
			found = append(found, "it names "+word)
		}
	}
	for _, pattern := range []*regexp.Regexp{keyed, lined} {
		for _, at := range pattern.FindAllStringIndex(text, -1) {
			found = append(found, "it says "+text[max(0, at[0]-40):min(len(text), at[1]+20)])
		}
	}
	return found
}
