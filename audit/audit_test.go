package audit_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score/scoretest"
	"forewarn/audit/yamldoc"
)

// head is how every plan starts.
const head = "forewarn: 1\nbank: {id: core, version: 2.0.0}\n"

// minutes is the document in the plan's folder that stands behind an answer in
// midway.yaml.
const minutes = "notes/branch-visits.md"

// text reads one of the plans in testdata, and changes texts that it has once:
// old, new, …
func text(t *testing.T, name string, changes ...string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "testdata", "plans", name))
	if err != nil {
		t.Fatal(err)
	}
	out := string(b)
	for change := range slices.Chunk(changes, 2) {
		if n := strings.Count(out, change[0]); n != 1 {
			t.Fatalf("%s has %q %d times", name, change[0], n)
		}
		out = strings.Replace(out, change[0], change[1], 1)
	}
	return out
}

// source is a plan in a folder where only these documents are.
func source(text string, there ...string) audit.Source {
	return audit.Source{
		Name: "plans/plan.yaml", Text: []byte(text),
		Present: func(shown string) bool { return slices.Contains(there, shown) },
	}
}

// since is an earlier plan that the user calls main, in the same folder.
func since(text string, there ...string) *audit.Earlier {
	return &audit.Earlier{Name: "main", Read: func() (*audit.Source, error) {
		was := source(text, there...)
		return &was, nil
	}}
}

// unread is an earlier plan of which nothing may be asked.
func unread(t *testing.T) *audit.Earlier {
	return &audit.Earlier{Name: "main", Read: func() (*audit.Source, error) {
		t.Error("the earlier plan was read")
		return &audit.Source{}, nil
	}}
}

// ids lists findings by rule, each with its state if it has one.
func ids(findings []gate.Finding) []string {
	var out []string
	for _, f := range findings {
		out = append(out, strings.TrimSpace(f.ID+" "+string(f.State)))
	}
	return out
}

// outcome is which of the three an Audit is; it can be only one.
func outcome(t *testing.T, a *audit.Audit) string {
	t.Helper()
	var all []string
	if a.Result != nil {
		all = append(all, "scored")
	}
	if len(a.Errors) > 0 {
		all = append(all, "errors")
	}
	if a.Broken != "" {
		all = append(all, "broken")
	}
	if len(all) != 1 || (a.Result == nil) != (a.Decision == nil) {
		t.Fatalf("an audit that is %q, with the decision %v", all, a.Decision)
	}
	return all[0]
}

// Of what is no plan nothing is said but that.
func TestNoPlan(t *testing.T) {
	for text, want := range map[string]error{
		"": planfile.ErrEmpty, " \n\t\n": planfile.ErrEmpty, "password: x\n": planfile.ErrNoPlan, "password=x\n": planfile.ErrNoPlan, "- forewarn\n": planfile.ErrNoPlan, "\xff\xfe": planfile.ErrNoPlan, "[": planfile.ErrNoPlan,
	} {
		a := newAuditor(t).Audit(source(text), gate.Terms{}, unread(t))
		scoretest.Diff(t, &audit.Audit{File: "plans/plan.yaml", Broken: `reading "plans/plan.yaml": ` + want.Error()}, a)
	}
}

func TestAudit(t *testing.T) {
	for _, c := range []struct {
		name, text string
		terms      gate.Terms
		want       string // which of the three it is
		grade      string // of what is scored
		reasons    []string
		errors     []string
	}{
		{name: "nothing is asked for", text: text(t, "midway.yaml"), want: "scored", grade: "D"},
		{name: "enough for what is asked", text: text(t, "ready.yaml"), terms: gate.Terms{MinGrade: "A", FailOn: rules.Minor}, want: "scored", grade: "A"},
		{name: "less than what is asked", text: text(t, "midway.yaml"), terms: gate.Terms{MinGrade: "C"}, want: "scored", grade: "D",
			reasons: []string{"grade D is below the required C"}},
		{name: "a plan without answers has no errors", text: text(t, "empty.yaml"), want: "scored", grade: "-"},
		{name: "a slip of the pen", text: head + "initiative: {nmae: Garden table}\n", want: "errors", errors: []string{rules.UnknownKey}},
		{name: "errors whatever is asked", text: head + "metrics: [{id: m}]\nanswers: {silos: {in-step: {level: 7}}}\n", terms: gate.Terms{MinGrade: "D", FailOn: rules.Minor}, want: "errors",
			errors: []string{rules.MissingKey, rules.LevelOutOfRange}},
		{name: "no YAML", text: head + "initiative: {name: \"Garden\n", want: "errors", errors: []string{rules.Syntax}},
		{name: "nothing but a name", text: "initiative: {}\n", want: "errors", errors: []string{rules.MissingKey, rules.MissingKey}},
		{name: "a byte too large", text: head + strings.Repeat("#", yamldoc.MaxBytes+1-len(head)), want: "errors", errors: []string{rules.NotReadable}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := newAuditor(t).Audit(source(c.text, minutes), c.terms, nil)
			if got := outcome(t, a); got != c.want {
				t.Fatalf("it is %s, want %s: %v", got, c.want, a)
			}
			if a.File != "plans/plan.yaml" || string(a.Text) != c.text {
				t.Errorf("it is called %q, and holds %.40q", a.File, a.Text)
			}
			if passed := c.want == "scored" && c.reasons == nil; a.Passed() != passed {
				t.Errorf("it passed: %t, want %t", a.Passed(), passed)
			}
			if a.Decision == nil {
				scoretest.Diff(t, c.errors, ids(a.Findings()))
				return
			}
			if a.Decision.Grade != c.grade {
				t.Errorf("the grade is %s, want %s", a.Decision.Grade, c.grade)
			}
			scoretest.Diff(t, c.reasons, scoretest.Working(a.Decision.Reasons))
			scoretest.Diff(t, a.Decision.Findings, a.Findings())
		})
	}
}

// A plan of which there is nothing to judge did not pass.
func TestUnread(t *testing.T) {
	a := audit.Unread("plans/plan.yaml", errors.New("the disk is gone"))
	scoretest.Diff(t, &audit.Audit{File: "plans/plan.yaml", Broken: "the disk is gone"}, a)
	if outcome(t, a) != "broken" || a.Passed() || len(a.Findings()) > 0 {
		t.Errorf("it passed: %t, with %v", a.Passed(), a.Findings())
	}
}

func TestAgainst(t *testing.T) {
	const slip = "initiative: {nmae: Garden table}\n"
	ready := text(t, "ready.yaml")
	apart := text(t, "ready.yaml", "in-step: {level: 4", "in-step: {level: 1")
	for _, c := range []struct {
		name          string
		now           string
		against       *audit.Earlier
		findings      []string // with their states
		mended, notes []string
		reasons       []string
	}{
		{name: "nothing", now: apart, findings: []string{"stovepipe"}},
		{name: "the same", now: apart, against: since(apart), findings: []string{"stovepipe unchanged"}},
		{name: "a better one", now: apart, against: since(ready), findings: []string{"stovepipe new"}, reasons: []string{
			"stovepipe is new since main", "grade C is lower than A in main", "score 89.8 is lower than 93.6 in main",
		}},
		{name: "a worse one", now: ready, against: since(apart), mended: []string{"stovepipe absent"}},
		{
			name: "one that was not there", now: apart, findings: []string{"stovepipe"},
			against: &audit.Earlier{Name: "main", Read: func() (*audit.Source, error) { return &audit.Source{}, nil }},
			notes:   []string{"the plan is not in main, so there is nothing to compare it with"},
		},
		{name: "one with an error", now: apart, against: since(head + slip), findings: []string{"stovepipe"},
			notes: []string{`the plan in main cannot be compared: line 3: the key "nmae" is not known here`}},
		{name: "one with more errors", now: apart, against: since(head + slip + "metrics: [{id: m}]\nlevels: 3\n"), findings: []string{"stovepipe"},
			notes: []string{`the plan in main cannot be compared: line 3: the key "nmae" is not known here, and 2 more errors`}},
		{name: "one of other questions", now: ready, against: since(text(t, "ready.yaml", "version: 2.0.0", "version: 3.0.0")),
			notes: []string{"the plan in main cannot be compared: line 3: the answers belong to version 3.0.0 of the questions, and this program has 2.0.0, in which some mean something else"}},
		{name: "one that is no text", now: ready, against: since("\xff\xfe"), notes: []string{"the plan in main cannot be compared: this is no plan of forewarn: it has none of the keys forewarn, initiative and answers; forewarn new writes a plan to start from"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := newAuditor(t).Audit(source(c.now), gate.Terms{}, c.against)
			if outcome(t, a) != "scored" {
				t.Fatal(a.Errors, a.Broken)
			}
			scoretest.Diff(t, c.findings, ids(a.Findings()))
			scoretest.Diff(t, c.mended, ids(a.Decision.Mended))
			scoretest.Diff(t, c.notes, scoretest.Working(a.Decision.Notes))
			scoretest.Diff(t, c.reasons, scoretest.Working(a.Decision.Reasons))
		})
	}
}

// An earlier plan that should be there and cannot be read must not pass for one
// that was not there: nothing could be worse than that.
func TestEarlierCannotBeRead(t *testing.T) {
	against := &audit.Earlier{Name: "main", Read: func() (*audit.Source, error) {
		return nil, errors.New(`comparing with "main": git is not on this machine`)
	}}
	a := newAuditor(t).Audit(source(text(t, "ready.yaml")), gate.Terms{}, against)
	scoretest.Diff(t, &audit.Audit{File: "plans/plan.yaml", Broken: `comparing with "main": git is not on this machine`}, a)
	if outcome(t, a) != "broken" || a.Passed() {
		t.Error("it passed")
	}
}

// Asking git takes longer than reading a plan, and what it says would hide the
// errors, which are to be mended first.
func TestEarlierIsNotReadForErrors(t *testing.T) {
	a := newAuditor(t).Audit(source(head+"levels: 3\n"), gate.Terms{}, unread(t))
	if outcome(t, a) != "errors" {
		t.Error(a)
	}
}

// A document that is there now stood behind the earlier answer too, even if it
// was never committed; one that is gone is missed.
func TestDocumentBehindTheEarlierAnswer(t *testing.T) {
	midway := text(t, "midway.yaml", "listening:\n      level: 3", "listening:\n      level: 4") // shown, or it counts as 3
	missing := func(findings []gate.Finding) (out string) {
		for _, f := range findings {
			if f.ID == rules.EvidenceMissing {
				out += string(f.State)
			}
		}
		return out
	}
	for _, c := range []struct {
		name         string
		now, before  []string // the documents that are there
		want, mended string
		reasons      []string
	}{
		{name: "there, then and now", now: []string{minutes}, before: []string{minutes}},
		{name: "there now", now: []string{minutes}},
		{name: "gone", before: []string{minutes}, want: "new", reasons: []string{
			"evidence-missing is new since main", "score 47.8 is lower than 48.9 in main",
		}},
		{name: "never there", want: "unchanged"},
		{name: "another one is there now", now: []string{"notes/other.md"}, before: []string{minutes}, want: "new", reasons: []string{
			"evidence-missing is new since main", "score 47.8 is lower than 48.9 in main",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := newAuditor(t).Audit(source(midway, c.now...), gate.Terms{}, since(midway, c.before...))
			if got, mended := missing(a.Findings()), missing(a.Decision.Mended); got != c.want || mended != "" {
				t.Errorf("the evidence is missing: %q, want %q; mended: %q, want nothing", got, c.want, mended)
			}
			scoretest.Diff(t, c.reasons, scoretest.Working(a.Decision.Reasons))
		})
	}
}

// judging is one of several audits that are not like each other.
type judging struct {
	name     string
	now, was string
	terms    gate.Terms
}

func (j judging) by(auditor *audit.Auditor) *audit.Audit {
	return auditor.Audit(source(j.now, minutes), j.terms, since(j.was))
}

func judgings(t *testing.T) []judging {
	t.Helper()
	strict := gate.Terms{MinGrade: "A", FailOn: rules.Minor, MaxAge: 3}
	return []judging{
		{"much is worse", text(t, "tools-first.yaml"), text(t, "midway.yaml"), strict},
		{"much is better", text(t, "midway.yaml"), text(t, "tools-first.yaml"), strict},
		{"nothing changed", text(t, "ready.yaml"), text(t, "ready.yaml"), gate.Terms{}},
		{"the earlier one has errors", text(t, "ready.yaml"), head + "levels: 3\n", strict},
		{"errors", head + "levels: 3\nmetrics: [{id: m}]\n", text(t, "ready.yaml"), strict},
	}
}

// The same bytes give the same Audit, in whatever order maps are walked, and
// stay as they are.
func TestSameBytesSameAudit(t *testing.T) {
	for _, j := range judgings(t) {
		t.Run(j.name, func(t *testing.T) {
			auditor := newAuditor(t)
			first := j.by(auditor)
			for range 20 {
				scoretest.Diff(t, first, j.by(auditor))
			}
			scoretest.Diff(t, first, j.by(newAuditor(t)))
		})
	}
	now := source(text(t, "midway.yaml"))
	before := bytes.Clone(now.Text)
	newAuditor(t).Audit(now, gate.Terms{}, since(text(t, "tools-first.yaml")))
	if !bytes.Equal(before, now.Text) {
		t.Error("the audit changed the plan")
	}
}

// One Auditor is for all: neither it nor its bank is changed, which the race
// detector would see.
func TestSeveralGoroutines(t *testing.T) {
	auditor, list := newAuditor(t), judgings(t)
	const times = 4
	got := make([]*audit.Audit, times*len(list))
	var all sync.WaitGroup
	for i := range got {
		all.Go(func() { got[i] = list[i%len(list)].by(auditor) })
	}
	all.Wait()
	for i, j := range list {
		t.Run(j.name, func(t *testing.T) {
			want := j.by(newAuditor(t))
			for n := range times {
				scoretest.Diff(t, want, got[n*len(list)+i])
			}
		})
	}
}
