package catalogue_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/report/html"
	"forewarn/audit/report/markdown"
	"forewarn/questions"
)

// The map for those who read the repository: go generate ./questions writes it anew.
func TestSeedsIsCurrent(t *testing.T) {
	_, all := load(t)
	var out strings.Builder
	if err := markdown.WriteDocument(&out, all.Seeds(points(t))); err != nil {
		t.Fatal(err)
	}
	isCurrent(t, seedsPath, out.String())
}

func points(t *testing.T) []questions.Point {
	t.Helper()
	all, err := questions.Points()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// parts are those of the report, and of the program, that carry a point, each with the
// words by which a reader finds it.
var parts = map[string]string{
	"published cases":              "Where it was done differently",
	"what holds the grade":         "two things can hold the grade down",
	"grades and what they read":    "the plan earns",
	"the next steps":               "The way forward",
	"known unknowns":               "Known unknowns",
	"the floor of a questionnaire": "a questionnaire under 25",
	"the effort of a step":         "How long it takes",
	"how CRM projects failed":      "How CRM failed this way",
	"the quick interview":          "", // forewarn ask --quick; its script shows it
}

// Every point of the five documents is carried by something that there is, or waits
// for a feature that is named.
func TestEveryPointIsCarried(t *testing.T) {
	bank, all := load(t)
	report := reportOf(t)
	later := []string{"outcomes", "review", "diff", "history", "workshop"}
	seeds := map[string]int{}
	for _, p := range points(t) {
		seeds[p.Seed]++
		if bank.Source(p.Seed) == nil {
			t.Errorf("%q: there is no document %s", p.Point, p.Seed)
		}
		if len(p.Carried)+len(p.Fields)+len(p.Parts)+len(p.Later) == 0 {
			t.Errorf("nothing carries %q", p.Point)
		}
		for _, id := range p.Carried {
			if !slices.Contains(all.IDs(), id) {
				t.Errorf("%q is carried by %q, which is not there", p.Point, id)
			}
		}
		for _, f := range p.Fields {
			if !hasField(reflect.TypeFor[planfile.Plan](), strings.Split(f, ".")) {
				t.Errorf("%q is carried by the field %q, which no plan has", p.Point, f)
			}
		}
		for _, part := range p.Parts {
			if words, known := parts[part]; !known || !strings.Contains(report, words) {
				t.Errorf("%q is carried by %q, which the report does not have", p.Point, part)
			}
		}
		for _, feature := range p.Later {
			if !slices.Contains(later, feature) {
				t.Errorf("%q waits for %q, which nobody has promised", p.Point, feature)
			}
		}
	}
	for seed, n := range map[string]int{"seed-000": 21, "seed-001": 11, "seed-002": 12, "seed-003": 14, "seed-004": 9} {
		if seeds[seed] != n {
			t.Errorf("%d points of %s, want %d", seeds[seed], seed, n)
		}
	}
}

// hasField reports whether a plan has a key path; lists and the answers of a question
// stand for each of their entries.
func hasField(t reflect.Type, path []string) bool {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
		t = t.Elem()
	}
	if len(path) == 0 {
		return true
	}
	if t.Kind() != reflect.Struct {
		return false
	}
	for i := range t.NumField() {
		if key, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ","); key == path[0] {
			return hasField(t.Field(i).Type, path[1:])
		}
	}
	return false
}

// reportOf is a report with every part in it.
func reportOf(t *testing.T) string {
	t.Helper()
	bank, _ := load(t)
	auditor := audit.Auditor{Bank: bank, AsOf: planfile.OnDay(time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC))}
	a := auditor.Audit(audit.Source{Name: "plan.yaml", Text: planfile.Example(), Present: func(string) bool { return true }}, gate.Terms{}, nil)
	var out strings.Builder
	p, err := html.New(&out, report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Print(a); err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}
