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
	write(t, filepath.Join(dir, "minutes.txt"), "")
	tests := []struct {
		name, why, answer string
		want              string // id, place and a word of the message
	}{
		{"there and fresh", "it counts", "{level: 4, evidence: {shown: docs/goals.md, on: 2026-11-02}}", ""},
		{"a folder", "it is there", "{level: 4, evidence: {shown: docs, on: 2026-11-02}}", ""},
		{"up and out", "what lies outside the folder does not travel with the plan", "{level: 4, evidence: {shown: ../minutes.txt, on: 2026-11-02}}", `evidence-missing answers.alignment.first-step.evidence.shown 5:46 "../minutes.txt" in the plan's folder`},
		{"out by a detour", "it leads outside all the same", "{level: 4, evidence: {shown: docs/../../minutes.txt, on: 2026-11-02}}", `evidence-missing answers.alignment.first-step.evidence.shown 5:46 "docs/../../minutes.txt"`},
		{"a detour inside", "it leads to what is there", "{level: 4, evidence: {shown: docs/../docs/goals.md, on: 2026-11-02}}", ""},
		{"two dots in a name", "it is a name like others", "{level: 4, evidence: {shown: ..goals.md, on: 2026-11-02}}", ""},
		{"the folder itself", "it shows nothing", "{level: 4, evidence: {shown: ., on: 2026-11-02}}", `evidence-missing answers.alignment.first-step.evidence.shown 5:46 for "first-step"`},
		{"the folder above", "it shows nothing", "{level: 4, evidence: {shown: .., on: 2026-11-02}}", `evidence-missing answers.alignment.first-step.evidence.shown 5:46 ".."`},
		{"180 days", "not yet older than that", "{level: 4, evidence: {shown: docs/goals.md, on: 2026-05-25}}", ""},
		{"181 days", "older than 180", "{level: 4, evidence: {shown: docs/goals.md, on: 2026-05-24}}", "evidence-stale answers.alignment.first-step.evidence.on 5:65 for \"first-step\" is from 2026-05-24;"},
		{"after the audit", "dates ahead are no matter of age", "{level: 4, evidence: {shown: docs/goals.md, on: 2027-05-24}}", ""},
		{"missing", "nothing is there", "{level: 4, evidence: {shown: docs/gaols.md, on: 2026-11-02}}", `evidence-missing answers.alignment.first-step.evidence.shown 5:46 "docs/gaols.md"`},
		{"missing and old", "a new date would not mend it", "{level: 4, evidence: {shown: docs/gaols.md, on: 2020-11-02}}", `evidence-missing answers.alignment.first-step.evidence.shown 5:46 "docs/gaols.md"`},
		{"below a file", "nothing can be there", "{level: 4, evidence: {shown: docs/goals.md/x, on: 2026-11-02}}", `evidence-missing answers.alignment.first-step.evidence.shown 5:46 "docs/goals.md/x"`},
		{"address", "it is not looked for", "{level: 4, evidence: {shown: 'https://example.org/goals', on: 2026-11-02}}", ""},
		{"old address", "but it ages", "{level: 4, evidence: {shown: 'https://example.org/goals', on: 2026-01-01}}", "evidence-stale answers.alignment.first-step.evidence.on 5:79 2026-01-01"},
		{"address of another kind", "it is not looked for", "{level: 4, evidence: {shown: 'mailto:priya@example.org', on: 2026-11-02}}", ""},
		{"absolute", "it is not looked for", "{level: 4, evidence: {shown: /srv/none/goals.md, on: 2026-11-02}}", ""},
		{"drive letter", "it is not looked for", `{level: 4, evidence: {shown: 'C:\none\goals.md', on: 2026-11-02}}`, ""},
		{"network share", "it is not looked for", `{level: 4, evidence: {shown: '\\none\goals.md', on: 2026-11-02}}`, ""},
		{"vouched", "only shown evidence can weaken to vouched", "{level: 4, evidence: {vouched: Priya, on: 2020-11-02}}", ""},
		{"none", "nothing to weaken", "{level: 4}", ""},
		{"no level", "nothing to support", "{unknown: Priya}", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := "forewarn: 1\nbank: {id: core, version: 1.0.0}\nanswers:\n  alignment:\n    first-step: " + tt.answer + "\n"
			plan, found := Parse([]byte(text), testBank())
			if len(found) > 0 {
				t.Fatal(found)
			}
			weak := Weakened(plan, day("2026-11-21"), InFolder(filepath.Join(dir, "plan")))
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
	for id, f := range Weakened(plan, day("2026-11-21"), func(string) bool { return false }) {
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
