package planfile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"forewarn/audit/rules"
)

func TestWeakened(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "plan", "docs"), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "plan", "docs", "goals.md"), "")
	write(t, filepath.Join(dir, "plan", "..goals.md"), "")
	write(t, filepath.Join(dir, "plan", "a: b.md"), "")
	write(t, filepath.Join(dir, "plan", "docs", "\u00e9t\u00e9.md"), "")
	write(t, filepath.Join(dir, "minutes.txt"), "")
	tests := []struct {
		name, why, answer string
		want              string // id, place and a word of the message
	}{
		{"there and fresh", "it counts", "{level: 4, evidence: {shown: docs/goals.md, on: 2026-11-02}}", ""},
		{"a folder", "it is there", "{level: 4, evidence: {shown: docs, on: 2026-11-02}}", ""},
		{"up and out", "what lies outside the folder does not travel with the plan", "{level: 4, evidence: {shown: ../minutes.txt, on: 2026-11-02}}", `evidence-of-nothing answers.alignment.first-step.evidence.shown 5:46 "../minutes.txt"`},
		{"out by a detour", "it leads outside all the same", "{level: 4, evidence: {shown: docs/../../minutes.txt, on: 2026-11-02}}", `evidence-of-nothing answers.alignment.first-step.evidence.shown 5:46 "docs/../../minutes.txt"`},
		{"a detour inside", "it leads to what is there", "{level: 4, evidence: {shown: docs/../docs/goals.md, on: 2026-11-02}}", ""},
		{"two dots in a name", "it is a name like others", "{level: 4, evidence: {shown: ..goals.md, on: 2026-11-02}}", ""},
		{"the folder itself", "it shows nothing", "{level: 4, evidence: {shown: ., on: 2026-11-02}}", `evidence-of-nothing answers.alignment.first-step.evidence.shown 5:46 for "first-step"`},
		{"the folder above", "it shows nothing", "{level: 4, evidence: {shown: .., on: 2026-11-02}}", `evidence-of-nothing answers.alignment.first-step.evidence.shown 5:46 ".."`},
		{"180 days", "not yet older than that", "{level: 4, evidence: {shown: docs/goals.md, on: 2026-05-25}}", ""},
		{"181 days", "older than 180", "{level: 4, evidence: {shown: docs/goals.md, on: 2026-05-24}}", "evidence-stale answers.alignment.first-step.evidence.on 5:65 for \"first-step\" is from 2026-05-24;"},
		{"after the audit", "it has yet to be there", "{level: 4, evidence: {shown: docs/goals.md, on: 2027-05-24}}", `future-date answers.alignment.first-step.evidence.on 5:65 2027-05-24, after this audit`},
		{"today", "it has come", "{level: 4, evidence: {vouched: Priya, on: 2026-11-21}}", ""},
		{"tomorrow", "it has yet to be said", "{level: 4, evidence: {vouched: Priya, on: 2026-11-22}}", `future-date answers.alignment.first-step.evidence.on 5:59 2026-11-22`},
		{"part of a document", "the document is there", "{level: 4, evidence: {shown: 'docs/goals.md#by-may', on: 2026-11-02}}", ""},
		{"part of none", "it is not", "{level: 4, evidence: {shown: 'docs/gaols.md#by-may', on: 2026-11-02}}", `evidence-missing answers.alignment.first-step.evidence.shown 5:46 "docs/gaols.md#by-may"`},
		{"slashes of another system", "it is the same file", `{level: 4, evidence: {shown: 'docs\goals.md', on: 2026-11-02}}`, ""},
		{"the other form of a letter", "it is the same name", "{level: 4, evidence: {shown: docs/e\u0301te\u0301.md, on: 2026-11-02}}", ""},
		{"address without a scheme", "it is meant as one", "{level: 4, evidence: {shown: www.example.org/x, on: 2026-11-02}}", ""},
		{"host and path", "it is meant as one", "{level: 4, evidence: {shown: wiki.example.org/goals, on: 2026-11-02}}", ""},
		{"address with a port", "it has a host", "{level: 4, evidence: {shown: 'HTTP://localhost:8080/x', on: 2026-11-02}}", ""},
		{"missing", "nothing is there", "{level: 4, evidence: {shown: docs/gaols.md, on: 2026-11-02}}", `evidence-missing answers.alignment.first-step.evidence.shown 5:46 "docs/gaols.md"`},
		{"missing and old", "a new date would not mend it", "{level: 4, evidence: {shown: docs/gaols.md, on: 2020-11-02}}", `evidence-missing answers.alignment.first-step.evidence.shown 5:46 "docs/gaols.md"`},
		{"below a file", "nothing can be there", "{level: 4, evidence: {shown: docs/goals.md/x, on: 2026-11-02}}", `evidence-missing answers.alignment.first-step.evidence.shown 5:46 "docs/goals.md/x"`},
		{"address", "it is not looked for", "{level: 4, evidence: {shown: 'https://example.org/goals', on: 2026-11-02}}", ""},
		{"old address", "but it ages", "{level: 4, evidence: {shown: 'https://example.org/goals', on: 2026-01-01}}", "evidence-stale answers.alignment.first-step.evidence.on 5:79 2026-01-01"},
		{"address of another kind", "nobody can look at it", "{level: 4, evidence: {shown: 'mailto:priya@example.org', on: 2026-11-02}}", `evidence-of-nothing answers.alignment.first-step.evidence.shown 5:46 "mailto:priya@example.org"`},
		{"a task", "it is still to come", "{level: 4, evidence: {shown: 'todo: ask Ana', on: 2026-11-02}}", `evidence-of-nothing answers.alignment.first-step.evidence.shown 5:46 shows nothing`},
		{"a heading", "it leads nowhere", "{level: 4, evidence: {shown: 'Minutes: item 4', on: 2026-11-02}}", `evidence-of-nothing answers.alignment.first-step.evidence.shown 5:46 "Minutes: item 4"`},
		{"a bare scheme", "it has no host", "{level: 4, evidence: {shown: 'https://', on: 2026-11-02}}", `evidence-of-nothing answers.alignment.first-step.evidence.shown 5:46 "https://"`},
		{"no host", "it has none", "{level: 4, evidence: {shown: 'https:///goals', on: 2026-11-02}}", `evidence-of-nothing answers.alignment.first-step.evidence.shown 5:46 "https:///goals"`},
		{"a dash", "it is no name", "{level: 4, evidence: {shown: '--', on: 2026-11-02}}", `evidence-of-nothing answers.alignment.first-step.evidence.shown 5:46 "--"`},
		{"a file with a colon", "it is there", "{level: 4, evidence: {shown: 'a: b.md', on: 2026-11-02}}", ""},
		{"nothing and ahead", "the gravest is named", "{level: 4, evidence: {shown: 'todo: x', on: 2027-11-02}}", `evidence-of-nothing answers.alignment.first-step.evidence.shown 5:46 "todo: x"`},
		{"the owner", "a second pair of eyes is needed", "{level: 3, evidence: {vouched: dana  RUIZ, on: 2026-11-02}}", `vouched-by-owner answers.alignment.first-step.evidence.vouched 5:48 the word of the owner`},
		{"the owner by another order", "it is the same person", "{level: 3, evidence: {vouched: 'Ruiz, Dana (owner)', on: 2026-11-02}}", `vouched-by-owner answers.alignment.first-step.evidence.vouched 5:48 the word of the owner`},
		{"myself", "that is the owner", "{level: 3, evidence: {vouched: me, on: 2026-11-02}}", `vouched-by-owner answers.alignment.first-step.evidence.vouched 5:48 the word of the owner`},
		{"the owner's first name", "it is the same person", "{level: 3, evidence: {vouched: Dana, on: 2026-11-02}}", `vouched-by-owner answers.alignment.first-step.evidence.vouched 5:48 the word of the owner`},
		{"somebody of the same family", "it is another person", "{level: 3, evidence: {vouched: Luis Ruiz, on: 2026-11-02}}", ""},
		{"somebody like the owner", "it is another person", "{level: 3, evidence: {vouched: Dana Ruizo, on: 2026-11-02}}", ""},
		{"nobody yet", "it names nobody", "{level: 3, evidence: {vouched: Nobody yet, on: 2026-11-02}}", `evidence-of-nothing answers.alignment.first-step.evidence.vouched 5:48 names nobody: "Nobody yet"`},
		{"to be named", "it names nobody", "{level: 3, evidence: {vouched: 'TBD: Ana?', on: 2026-11-02}}", `evidence-of-nothing answers.alignment.first-step.evidence.vouched 5:48 names nobody`},
		{"a question mark", "it names nobody", "{level: 3, evidence: {vouched: '?', on: 2026-11-02}}", `evidence-of-nothing answers.alignment.first-step.evidence.vouched 5:48 names nobody`},
		{"a letter that shows nothing", "nobody sees it", "{level: 3, evidence: {vouched: \"\u3164\", on: 2026-11-02}}", `evidence-of-nothing answers.alignment.first-step.evidence.vouched 5:48 names nobody`},
		{"initials", "they are somebody's", "{level: 3, evidence: {vouched: P. N., on: 2026-11-02}}", ""},
		{"another script", "it is a name", "{level: 3, evidence: {vouched: 李明, on: 2026-11-02}}", ""},
		{"absolute", "what lies outside the folder does not travel with the plan", "{level: 4, evidence: {shown: /srv/none/goals.md, on: 2026-11-02}}", `evidence-of-nothing answers.alignment.first-step.evidence.shown 5:46 "/srv/none/goals.md"`},
		{"drive letter", "it lies outside the folder", `{level: 4, evidence: {shown: 'C:\none\goals.md', on: 2026-11-02}}`, `evidence-of-nothing answers.alignment.first-step.evidence.shown 5:46 shows nothing`},
		{"network share", "it lies outside the folder", `{level: 4, evidence: {shown: '\\none\goals.md', on: 2026-11-02}}`, `evidence-of-nothing answers.alignment.first-step.evidence.shown 5:46 shows nothing`},
		{"vouched", "only shown evidence can weaken to vouched", "{level: 4, evidence: {vouched: Priya, on: 2020-11-02}}", ""},
		{"none", "nothing to weaken", "{level: 4}", ""},
		{"no level", "nothing to support", "{unknown: Priya}", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := "forewarn: 1\nbank: {id: core, version: 1.0.0}\nanswers:\n  alignment:\n    first-step: " + tt.answer + "\ninitiative: {name: n, owner: Dana Ruiz, intent: i}\n"
			plan, found := Parse([]byte(text), testBank())
			if len(found) > 0 {
				t.Fatal(found)
			}
			weak := Weakened(testBank(), plan, OnDay(day("2026-11-21")), InFolder(filepath.Join(dir, "plan")))
			f, is := weak["first-step"]
			if is != (tt.want != "") || len(weak) > 1 {
				t.Fatalf("weakened %v, because %s", weak, tt.why)
			}
			got := strings.TrimSpace(f.ID + " " + f.Key + " " + f.Pos.String())
			if is && !strings.HasPrefix(tt.want, got+" ") {
				t.Errorf("finding %q, want %q", got, tt.want)
			}
			if words := strings.TrimPrefix(tt.want, got+" "); is && (!strings.Contains(f.Message, words) || f.Hint == "" || f.Severity != rules.Minor) {
				t.Errorf("finding %+v does not say %q", f, words)
			}
		})
	}
}

func TestWeakenedOfAPlanThatWasNeverAFile(t *testing.T) {
	plan := &Plan{Answers: map[string]map[string]Answer{
		"alignment": {
			"first-step":     {Level: at(4), Evidence: &Evidence{Shown: "none.md", On: day("2026-11-02")}},
			"business-goal":  {Level: at(4), Evidence: &Evidence{Shown: "https://example.org", On: day("2026-11-02")}},
			"strategy-first": {Unknown: "Ben", Evidence: &Evidence{Shown: "none.md", On: day("2026-11-02")}},
		},
		"silos": {"in-step": {Level: at(0), Evidence: &Evidence{Shown: "https://example.org", On: day("2025-11-02")}}},
	}}
	got := map[string]string{}
	for id, f := range Weakened(testBank(), plan, OnDay(day("2026-11-21")), func(string) bool { return false }) {
		got[id] = f.ID
	}
	want := map[string]string{"first-step": rules.EvidenceMissing, "in-step": rules.EvidenceStale}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("weakened (-want +got):\n%s", diff)
	}
}

func TestWhatMayNotBeLookedAtIsNotMissing(t *testing.T) {
	if os.Getuid() <= 0 {
		t.Skip("everything may be looked at")
	}
	dir := t.TempDir()
	closed := filepath.Join(dir, "closed")
	if err := os.Mkdir(closed, 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(closed, 0o755) })
	if !InFolder(dir)("closed/goals.md") {
		t.Error("it is called missing")
	}
}
