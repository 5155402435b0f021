package diff_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"forewarn/audit"
	"forewarn/audit/diff"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/report/reporttest"
	"forewarn/audit/score"
	"forewarn/audit/score/scoretest"
)

// judged audits a plan that is drawn, as Audit does one that is read.
func judged(t reporttest.T, w scoretest.World, name string) *audit.Audit {
	t.Helper()
	r, err := score.Score(w.Bank, w.Plan, w.C)
	if err != nil {
		t.Fatal(err)
	}
	return &audit.Audit{File: name, Result: r, Decision: gate.Terms{}.Judge(w.Plan, r, nil)}
}

// Nothing differs between a plan and itself.
func TestNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := scoretest.Draw(t)
		d := diff.Of(judged(t, w, "a"), judged(t, w, "a"))
		if doc := d.Document(); !d.IsEmpty() || len(doc.Sections) != 1 || doc.Sections[0].Lead != "Nothing has changed." {
			t.Fatalf("between a plan and itself: %+v", doc.Sections)
		}
	})
}

// The other way round it says the same, mirrored.
func TestMirror(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := scoretest.Draw(t)
		other := w
		other.Plan = drawOther(t, w)
		a, b := judged(t, w, "a"), judged(t, other, "b")
		there, back := diff.Of(a, b), diff.Of(b, a)
		if got, want := told(there, false), told(back, true); !slices.Equal(got, want) {
			t.Fatalf("there\n%s\nback, mirrored\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	})
}

// drawOther draws another plan for the questions of one.
func drawOther(t *rapid.T, w scoretest.World) *planfile.Plan {
	other := *w.Plan
	other.Answers = map[string]map[string]planfile.Answer{}
	for _, qn := range w.Bank.Questionnaires {
		other.Answers[qn.ID] = map[string]planfile.Answer{}
		for _, q := range qn.Questions {
			a := w.Plan.Answers[qn.ID][q.ID]
			if scoretest.Chance(t, 40, "another answer") {
				a = planfile.Answer{Level: scoretest.Ptr(rapid.IntRange(0, 4).Draw(t, "level"))}
			} else if scoretest.Chance(t, 20, "nobody knows") {
				a = planfile.Answer{Unknown: "Ana Sol"}
			}
			other.Answers[qn.ID][q.ID] = a
		}
	}
	if len(other.Questionnaires) > 1 && scoretest.Chance(t, 20, "another scope") {
		other.Questionnaires = other.Questionnaires[1:]
	}
	other.Initiative.Live = rapid.SampledFrom([]*bool{nil, scoretest.Ptr(true), scoretest.Ptr(false)}).Draw(t, "live too")
	if scoretest.Chance(t, 60, "other records") {
		other.Objectives, other.Stakeholders, other.Metrics, other.Programmes, other.Scenarios, other.Reviews = nil, nil, nil, nil, nil, nil
		scoretest.DrawRecords(t, &other)
	}
	return &other
}

// told lists what a diff says, in an order of its own; mirrored, as the other way
// round would say it.
func told(d *diff.Diff, mirrored bool) []string {
	var out []string
	say := func(what string, from, to any) {
		if mirrored {
			from, to = to, from
		}
		out = append(out, fmt.Sprint(what, ": ", from, " > ", to))
	}
	for _, s := range d.Scope {
		say("scope "+s.ID, !s.CameIn, s.CameIn)
	}
	for _, a := range d.Answers {
		say("answer "+a.To.ID, fmt.Sprint(a.From.State, a.From.Level, a.From.Low, a.Moved, a.Counts), fmt.Sprint(a.To.State, a.To.Level, a.To.Low, a.Moved, a.Counts))
	}
	for _, w := range d.Warnings {
		say("warning "+w.Either().ID, standing(w.From), standing(w.To))
	}
	for _, f := range d.New {
		say("finding "+f.ID+f.Fingerprint, "", "there")
	}
	for _, f := range d.Mended {
		say("finding "+f.ID+f.Fingerprint, "there", "")
	}
	for _, r := range d.Records {
		say("record "+r.Kind+r.Name, r.State == diff.Removed, r.State == diff.Added)
		for _, f := range r.Fields {
			say("field "+r.Kind+f.Name, f.From, f.To)
		}
	}
	slices.Sort(out)
	return out
}

func standing(w *score.Warning) string {
	if w == nil {
		return ""
	}
	return fmt.Sprint(w.Confirmed)
}

const before = `forewarn: 1
bank: {id: core, version: 2.0.0}
initiative: {name: Desk, owner: Dana Ruiz, tool_committed: true}
objectives: [{id: answers, statement: Owners find an answer, goal: Service cost down, goal_owner: Priya Nair}]
stakeholders: [{group: Service team, kind: employees}]
metrics:
  - {id: first, name: Time to an answer, objective: answers, how: quantitative, better: lower, success: 4, baseline: {value: 26, on: 2026-11-01}}
programmes: [{name: Newsletter, meets_days: 14}, {name: Newsletter, meets_days: 30}]
`

// What became of the records, and of the initiative.
func TestRecords(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"owner: Dana Ruiz", "owner: Ben Okafor", "initiative changed, owner: Dana Ruiz > Ben Okafor"},
		{"tool_committed: true", "live: false", "initiative changed, tool committed: yes > , live:  > no"},
		{"goal_owner: Priya Nair", "due: 2027-06-30", "objective Owners find an answer changed, goal owner: Priya Nair > , due:  > 30 June 2027"},
		{"group: Service team", "group: Shop team", "group Shop team added|group Service team removed"},
		{"success: 4,", "success: 4.0, stop: 24,", "measure Time to an answer changed, success: 4 > 4.0, stop:  > 24"},
		{"value: 26,", "value: 27,", "measure Time to an answer changed, baseline: 26 on 1 November 2026 > 27 on 1 November 2026"},
		{"better: lower,", "better: lower, readings: [{on: 2026-11-09, value: 19, note: n}],", "measure Time to an answer changed, readings:  > 19 on 9 November 2026 (n)"},
		{"{name: Newsletter, meets_days: 14}, ", "", "programme Newsletter changed, meets days: 14 > 30|programme Newsletter removed"},
		{"bank:", "reviews: [{on: 2026-11-02, decision: stop}]\nbank:", "review 2 November 2026 added"},
		{"bank:", "waivers: [{warning: stovepipe, reason: r, owner: Ana Sol, until: 2027-01-01}]\nbank:", "waiver stovepipe added"},
		{"bank:", "# remark\nbank:", ""},
	} {
		t.Run(c.new, func(t *testing.T) {
			a := reporttest.Audit(t, gate.Terms{}, "a.yaml", before)
			b := reporttest.Audit(t, gate.Terms{}, "b.yaml", strings.Replace(before, c.old, c.new, 1))
			var got []string
			d := diff.Of(a, b)
			for _, r := range d.Records {
				says := strings.TrimSpace(r.Kind+" "+r.Name) + " " + string(r.State)
				for _, f := range r.Fields {
					says += ", " + f.Name + ": " + f.From + " > " + f.To
				}
				got = append(got, says)
			}
			if strings.Join(got, "|") != c.want {
				t.Errorf("it is\n%s, want\n%s", strings.Join(got, "|"), c.want)
			}
			if lead := d.Document().Sections[0].Lead; (c.want == "") != strings.HasPrefix(lead, "Nothing that is judged") {
				t.Errorf("it says %s", lead)
			}
		})
	}
}

// What only the second plan has is new, and what only the first has is mended; warnings
// are told apart from both.
func TestFindings(t *testing.T) {
	a := reporttest.Audit(t, gate.Terms{}, "a.yaml", before)
	b := reporttest.Audit(t, gate.Terms{}, "b.yaml", strings.Replace(before, "success: 4,", "success: 4, stop: 24,", 1)+
		"scenarios: [{what: A wrong tip spreads}]\nanswers: {silos: {in-step: {level: 0}}}\n")
	for _, c := range []struct {
		from, to      *audit.Audit
		fresh, mended string
	}{
		{a, b, "scenario-without-response", "metric-without-stop"},
		{b, a, "metric-without-stop", "scenario-without-response"},
	} {
		d := diff.Of(c.from, c.to)
		if !has(d.New, c.fresh) || has(d.New, c.mended) || !has(d.Mended, c.mended) || has(d.Mended, c.fresh) {
			t.Errorf("new are %s, mended %s", ids(d.New), ids(d.Mended))
		}
		if has(d.New, "stovepipe") || has(d.Mended, "stovepipe") {
			t.Error("a warning is among the findings")
		}
	}
}

func has(all []gate.Finding, id string) bool { return slices.Contains(ids(all), id) }

func ids(all []gate.Finding) []string {
	var out []string
	for _, f := range all {
		out = append(out, f.ID)
	}
	return out
}

// An answer that moved is told from one that counts otherwise, and from one beside
// which something else stands.
func TestAnswers(t *testing.T) {
	const head = "forewarn: 1\nbank: {id: core, version: 2.0.0}\nanswers: {alignment: {real-problem: "
	for _, c := range []struct {
		was, is       string
		moved, counts bool
	}{
		{"{level: 1}", "{level: 2}", true, true},
		{"{level: 2}", "{level: 3}", true, false},
		{"{level: 2}", "{unknown: Ana Sol}", true, true},
		{"{level: 0}", "{note: later}", true, true},
		{"{level: 3}", "{level: 3, evidence: {vouched: Ana Sol, on: 2026-11-01}}", false, true},
		{"{level: 2}", "{level: 2, note: later}", false, false},
		{"{unknown: Ana Sol}", "{unknown: Ben Okafor}", false, false},
	} {
		a := reporttest.Audit(t, gate.Terms{}, "a.yaml", head+c.was+"}}\n")
		b := reporttest.Audit(t, gate.Terms{}, "b.yaml", head+c.is+"}}\n")
		d := diff.Of(a, b)
		if len(d.Answers) != 1 || d.Answers[0].Moved != c.moved || d.Answers[0].Counts != c.counts {
			t.Errorf("from %s to %s it is %+v", c.was, c.is, d.Answers)
		}
		if len(d.Document().Sections) < 2 {
			t.Errorf("from %s to %s nothing is told", c.was, c.is)
		}
	}
}
