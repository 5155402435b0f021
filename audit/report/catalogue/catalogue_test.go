package catalogue_test

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"forewarn/audit"
	"forewarn/audit/report/catalogue"
	"forewarn/audit/report/markdown"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/questions"
)

var update = flag.Bool("update", false, "rewrite questions/README.md and questions/SEEDS.md")

// The copies for those who read the repository.
const (
	readmePath = "../../../questions/README.md"
	seedsPath  = "../../../questions/SEEDS.md"
)

func load(t *testing.T) (*questions.Bank, *catalogue.Catalogue) {
	t.Helper()
	bank, err := audit.Bank()
	if err != nil {
		t.Fatal(err)
	}
	all, err := catalogue.New(bank)
	if err != nil {
		t.Fatal(err)
	}
	return bank, all
}

func page(t *testing.T) string {
	t.Helper()
	_, all := load(t)
	var out strings.Builder
	if err := markdown.WriteDocument(&out, all.Whole()); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// The questions' README.md is the catalogue. After a change of the bank or the
// rules, write it anew with: go generate ./questions
func TestReadmeIsCurrent(t *testing.T) { isCurrent(t, readmePath, page(t)) }

// isCurrent holds a file to what is written into it with -update.
func isCurrent(t *testing.T, path, want string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(got), want); diff != "" {
		t.Errorf("%s is not current; run go generate ./questions\n%s", path, diff)
	}
}

// plain is a page without what Markdown needs.
func plain(page string) string {
	return strings.NewReplacer(`\`, "", "&lt;", "<", "&gt;", ">", "&#64;", "@", "&amp;", "&").Replace(page)
}

func TestWholeHoldsEverything(t *testing.T) {
	bank, all := load(t)
	raw := page(t)
	text := plain(raw)
	for _, id := range all.IDs() {
		if n := strings.Count(raw, "\n### "+id+"\n"); n != 1 {
			t.Errorf("%d entries for %s, want 1", n, id)
		}
	}
	means := map[string]string{}
	for _, c := range score.Checks() {
		means[c.ID] = c.Means
	}
	for _, qn := range bank.Questionnaires {
		for _, q := range qn.Questions {
			texts := append(append(q.Rungs[:], q.Next[:]...), q.Ask, q.Why, q.Proof)
			for _, c := range q.Checks {
				texts = append(texts, means[c])
			}
			for _, want := range texts {
				if want == "" || !strings.Contains(text, want) {
					t.Errorf("%s lacks %q", q.ID, want)
				}
			}
		}
	}
	for _, x := range bank.Cases {
		texts := append(slices.Clone(x.Facts), x.Name, x.Outcome)
		for _, l := range slices.Concat(x.WentBad, x.WentWell) {
			texts = append(texts, l.Says)
		}
		for _, want := range texts {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %q", x.ID, want)
			}
		}
	}
	for _, s := range bank.Sources {
		if !strings.Contains(raw, `<a id="source-`+s.ID+`">`) || !strings.Contains(text, s.Cite) {
			t.Errorf("the source %s is not listed", s.ID)
		}
	}
}

// Every link of the catalogue leads to a section of it.
func TestLinks(t *testing.T) {
	text := page(t)
	links := 0
	for _, part := range strings.Split(text, "](#")[1:] {
		links++
		id, _, _ := strings.Cut(part, ")")
		if !strings.Contains(text, `<a id="`+id+`">`) && !strings.Contains(text, "\n### "+id+"\n") {
			t.Errorf("a link leads to #%s, which is not there", id)
		}
	}
	if links < 100 {
		t.Errorf("only %d links", links)
	}
}

// Each id has an entry and, where a finding can name it, a whole rule.
func TestEntriesAndRules(t *testing.T) {
	bank, all := load(t)
	for _, title := range all.Titles() {
		if doc := all.Entry(title.ID); doc == nil || doc.Title != title.Text || title.Text == "" || len(doc.Sections[0].Labelled) < 3 {
			t.Errorf("nothing explains %q", title.ID)
		}
	}
	if all.Entry("nothing-of-the-kind") != nil {
		t.Error("something explains what is not there")
	}
	var ids []string
	for _, r := range all.Rules() {
		ids = append(ids, r.ID)
		if r.Title == "" || !strings.HasPrefix(r.Help, "**") || strings.Contains(r.Help, "%!") {
			t.Errorf("%s: not a whole rule: %q", r.ID, r)
		}
	}
	if diff := cmp.Diff(slices.Concat(bank.WarningIDs(), bank.PromptIDs(), rules.IDs()), ids); diff != "" {
		t.Errorf("the rules are others (-want +got):\n%s", diff)
	}
}
