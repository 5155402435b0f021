package report

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/questions"
)

// judgedOn is the day of every audit in the tests of formats.
var judgedOn = time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)

// runOf judges plans as the program does. Each is a name and its text.
func runOf(t *testing.T, terms gate.Terms, plans ...[2]string) *Run {
	t.Helper()
	return runSince(t, terms, nil, plans...)
}

// runSince is runOf with an earlier plan.
func runSince(t *testing.T, terms gate.Terms, against *gate.Baseline, plans ...[2]string) *Run {
	t.Helper()
	bank, err := questions.Load()
	if err != nil {
		t.Fatal(err)
	}
	run := &Run{Version: "v1.2.3"}
	for _, r := range bank.Rules() {
		run.Rules = append(run.Rules, Rule(r))
	}
	for _, p := range plans {
		run.Plans = append(run.Plans, planOf(t, bank, terms, against, p[0], p[1]))
	}
	return run
}

func planOf(t *testing.T, bank *questions.Bank, terms gate.Terms, against *gate.Baseline, file, text string) Plan {
	t.Helper()
	plan, findings := planfile.Parse([]byte(text), bank)
	if len(findings) > 0 {
		return Plan{File: file, Errors: gate.Errors(findings), Broken: "not read, because of the errors above"}
	}
	weakened := planfile.Weakened(plan, filepath.Join("..", "..", "testdata", "plans"), judgedOn)
	result, err := score.Score(bank, plan, score.Circumstances{AsOf: judgedOn, Weakened: weakened})
	if err != nil {
		t.Fatal(err)
	}
	return Plan{File: file, Result: result, Decision: terms.Judge(plan, result, against)}
}

// plan reads one of the plans in testdata.
func plan(t *testing.T, name string) [2]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "testdata", "plans", name))
	if err != nil {
		t.Fatal(err)
	}
	return [2]string{"plans/" + name, string(text)}
}

// hostileText is everything that could be taken for markup, a command or the
// end of a field in one of the formats.
const hostileText = "x<script>alert(1)</script>]]>--><b a=\"'>`code` | [l](javascript:alert(1)) ![p](https://evil.example/p) " +
	"www.evil.example **bold** _em_ ~~s~~ $m$ &amp; @someone #1 ::error file=x,line=1::own %0A %2C {0} \\ \u202eevil\u2066 \u200b"

// hostilePlan has the hostile text wherever a plan takes text, also in its name.
func hostilePlan() [2]string {
	quoted := strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(hostileText)
	in := func(s string) string { return strings.ReplaceAll(s, "HOSTILE", `"`+quoted+`"`) }
	return [2]string{"plans/a,b:c%0A\n::error::<x>|`\x1b[31m [é].yaml", in(`forewarn: 1
bank: {id: core, version: 1.0.0}
initiative: {name: HOSTILE, client: HOSTILE, owner: HOSTILE, intent: HOSTILE, tool_committed: true}
answers:
  alignment:
    business-goal: {unknown: HOSTILE}
    real-problem: {level: 2, evidence: {shown: HOSTILE, on: 2026-11-01}, note: HOSTILE}
    listening: {not_applicable: HOSTILE}
objectives: [{id: o, statement: HOSTILE, goal: HOSTILE, goal_owner: HOSTILE}]
stakeholders: [{group: HOSTILE, kind: other, owner: HOSTILE}]
metrics: [{id: m, name: HOSTILE, unit: HOSTILE, success: HOSTILE, how: qualitative, owner: HOSTILE, source: HOSTILE,
  baseline: {value: HOSTILE, on: 2026-11-01}, readings: [{on: 2026-11-02, verdict: stop, note: HOSTILE}]}]
programmes: [{name: HOSTILE, lead: HOSTILE, shares: HOSTILE}]
scenarios: [{what: HOSTILE, response: HOSTILE, owner: HOSTILE}]
waivers: [{warning: no-business-goal, reason: HOSTILE, owner: HOSTILE, until: 2027-01-31}]
reviews: [{on: 2026-11-01, decision: adjust, lesson: HOSTILE}]
`)}
}

// everyRun is what each format must cope with.
func everyRun(t *testing.T) map[string]*Run {
	strict := gate.Terms{MinGrade: "A", FailOn: rules.Minor}
	broken := [2]string{"plans/broken.yaml", "forewarn: 1\nbank: {id: core, version: 1.0.0}\nanswres: {}\nmetrics: [{id: m}]\n"}
	mixed := runOf(t, strict, plan(t, "ready.yaml"), broken, plan(t, "tools-first.yaml"))
	mixed.Plans = append(mixed.Plans, Plan{File: "gone.yaml", Broken: `reading "gone.yaml": there is no such file; to start one, run: forewarn new gone.yaml`})
	earlier := runOf(t, gate.Terms{}, plan(t, "midway.yaml")).Plans[0].Result
	main := &gate.Baseline{Name: "main", Plan: &planfile.Plan{}, Result: earlier}
	return map[string]*Run{
		"no plan":          runOf(t, gate.Terms{}),
		"empty plan":       runOf(t, gate.Terms{}, plan(t, "empty.yaml")),
		"half-way":         runOf(t, gate.Terms{}, plan(t, "midway.yaml")),
		"nearly done":      runOf(t, gate.Terms{}, plan(t, "ready.yaml")),
		"sixty findings":   runOf(t, strict, plan(t, "tools-first.yaml")),
		"broken beside":    mixed,
		"hostile":          runOf(t, strict, hostilePlan()),
		"since an earlier": runSince(t, gate.Terms{FailOn: rules.Error}, main, plan(t, "tools-first.yaml")),
	}
}

// written is what a format makes of a run.
func written(t *testing.T, write func(io.Writer, *Run, Options) error, run *Run) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out, run, Options{}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// The bytes are the same from run to run, and nothing in them moves a cursor,
// turns the reading order or is unseen.
func TestFormatsAreSteadyAndClean(t *testing.T) {
	for name, run := range everyRun(t) {
		for _, f := range append(Formats(), Format{Name: "summary", Write: GitHubSummary}) {
			t.Run(name+" in "+f.Name, func(t *testing.T) {
				first := written(t, f.Write, run)
				if second := written(t, f.Write, run); !bytes.Equal(first, second) {
					t.Error("two runs give other bytes")
				}
				if bytes.ContainsAny(first, "\x1b\u202e\u2066\u200b") {
					t.Error("unseen or moving characters got through")
				}
				if len(first) > 0 && !bytes.HasSuffix(first, []byte("\n")) {
					t.Error("the last line has no end")
				}
			})
		}
	}
}

func TestFind(t *testing.T) {
	for _, f := range Formats() {
		if got, err := Find(f.Name); err != nil || got.Name != f.Name {
			t.Errorf("Find(%q) = %q, %v", f.Name, got.Name, err)
		}
	}
	if _, err := Find("pdf"); err == nil || !strings.Contains(err.Error(), "text, json") {
		t.Errorf("an unknown format gives %v, and not the names that there are", err)
	}
}

// A rule is listed for every finding, and none is graver than its rule says.
func TestEveryFindingHasItsRule(t *testing.T) {
	grave := map[string]int{"error": 0, "critical": 1, "major": 2, "minor": 3}
	for name, run := range everyRun(t) {
		severity := map[string]string{}
		for _, r := range run.Rules {
			severity[r.ID] = r.Severity
		}
		for _, f := range run.worstFirst() {
			word, listed := severity[f.ID]
			if !listed || grave[word] > int(f.Severity) {
				t.Errorf("%s: %s is %s, and its rule %q", name, f.ID, f.Severity, word)
			}
		}
	}
}
