package questions_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"forewarn/questions"
)

var update = flag.Bool("update", false, "rewrite README.md from the bank")

// README.md is the catalogue of the bank. After a change of the bank, write it
// anew with: go generate ./questions
func TestCatalogueIsCurrent(t *testing.T) {
	catalogue := catalogueOf(t)
	if *update {
		if err := os.WriteFile("README.md", []byte(catalogue), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(readme), catalogue); diff != "" {
		t.Errorf("README.md is not current; run go generate ./questions\n%s", diff)
	}
}

func TestCatalogueHoldsEverything(t *testing.T) {
	bank, err := questions.Load()
	if err != nil {
		t.Fatal(err)
	}
	catalogue := catalogueOf(t)
	for _, id := range bank.IDs() {
		if n := strings.Count(catalogue, "\n### "+id+"\n"); n != 1 {
			t.Errorf("%d entries for %s, want 1", n, id)
		}
	}
	for _, qn := range bank.Questionnaires {
		for _, q := range qn.Questions {
			for _, text := range append(append(q.Rungs[:], q.Next[:]...), q.Ask, q.Why, q.Proof) {
				if !strings.Contains(catalogue, text) {
					t.Errorf("%s lacks %q", q.ID, text)
				}
			}
			for _, c := range q.Checks {
				if c.Means() == "" || !strings.Contains(catalogue, c.Means()) {
					t.Errorf("%s does not word its check %s", q.ID, c)
				}
			}
		}
	}
	for _, s := range bank.Sources {
		if !strings.Contains(catalogue, `<a id="source-`+s.ID+`">`) {
			t.Errorf("the source %s is not listed", s.ID)
		}
	}
}

// Every link of the catalogue leads to an entry of it or to a file.
func TestCatalogueLinks(t *testing.T) {
	catalogue := catalogueOf(t)
	links := 0
	for _, part := range strings.Split(catalogue, "](#")[1:] {
		links++
		id, _, _ := strings.Cut(part, ")")
		anchor := strings.Contains(catalogue, `<a id="`+id+`">`)
		heading := strings.Contains(strings.ToLower(catalogue), "\n## "+id+"\n") || strings.Contains(catalogue, "\n### "+id+"\n")
		if !anchor && !heading {
			t.Errorf("a link leads to #%s, which is not there", id)
		}
	}
	if links < 100 {
		t.Errorf("only %d links", links)
	}
}

func catalogueOf(t *testing.T) string {
	t.Helper()
	bank, err := questions.Load()
	if err != nil {
		t.Fatal(err)
	}
	catalogue, err := bank.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	return catalogue
}
