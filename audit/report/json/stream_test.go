package json

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/report"
	"forewarn/audit/report/reporttest"
	"forewarn/audit/rules"
	"forewarn/audit/score/scoretest"
)

// atOnce is the document as the library writes it in one piece.
func atOnce(t *testing.T, run []*audit.Audit, o report.Options) string {
	t.Helper()
	rules, err := o.RuleList()
	if err != nil {
		t.Fatal(err)
	}
	doc := whole{
		Format: version, Program: program{Name: report.ProgramName, Version: o.Version},
		Rules: each(rules, func(r report.Rule) rule { return rule(r) }), Plans: []plan{},
	}
	for _, a := range run {
		p := newPlan(a)
		p.Errors = each(a.Errors, newFinding)
		if d := a.Decision; d != nil {
			p.Decision.Findings, p.Decision.Mended = each(d.Findings, newFinding), each(d.Mended, newFinding)
		}
		doc.Plans = append(doc.Plans, p)
	}
	var out strings.Builder
	enc := json.NewEncoder(&out) // json.MarshalIndent would escape < and & too
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(doc); err != nil {
		t.Fatal(err)
	}
	return escaped(out.String())
}

// firstDifference shows where two long texts part.
func firstDifference(a, b string) string {
	at := 0
	for at < min(len(a), len(b)) && a[at] == b[at] {
		at++
	}
	return fmt.Sprintf("from byte %d on: %.80q, want %.80q", at, a[at:], b[at:])
}

// What is written plan by plan and finding by finding is, byte for byte, the
// document in one piece.
func TestJSONInPiecesIsJSONAtOnce(t *testing.T) {
	runs := reporttest.Runs(t)
	finding := func(n int) []gate.Finding {
		return gate.Errors(make([]rules.Finding, n))
	}
	for _, n := range []int{0, 1, 2} {
		broken := &audit.Audit{File: "broken.yaml", Errors: finding(n), Broken: "b"}
		judged := &audit.Audit{File: "plan.yaml", Result: reporttest.Sample(), Decision: &gate.Decision{Findings: finding(n), Mended: finding(2 - n)}}
		runs[fmt.Sprintf("lists of %d", n)] = reporttest.Of(broken, judged, broken)
	}
	for name, run := range runs {
		t.Run(name, func(t *testing.T) {
			got, want := string(reporttest.Written(t, New, run)), atOnce(t, run, reporttest.Options(t))
			if got != want {
				t.Error(firstDifference(got, want))
			}
		})
	}
}

// A text that looks like the list that is to be filled is no place to fill it.
func TestJSONTextsAreNoKeys(t *testing.T) {
	for _, key := range []string{"plans", "errors", "findings", "mended"} {
		for _, text := range []string{`"` + key + `": []`, `\"` + key + `": []`, `x", "` + key + `": []`, "\n    \"" + key + `": [],` + "\n"} {
			rule := report.Rule{ID: text, Title: text, Severity: "minor", Help: text}
			o := report.Options{Version: text, Rules: func() ([]report.Rule, error) { return []report.Rule{rule}, nil }}
			f := gate.Errors([]rules.Finding{{ID: text, Key: text, Message: text, Hint: text, Severity: rules.Minor}})
			r := reporttest.Sample()
			r.Initiative.Name, r.Missing = text, scoretest.Alike(text)
			run := reporttest.Of(
				&audit.Audit{File: text, Broken: text},
				&audit.Audit{File: text, Errors: f},
				&audit.Audit{File: text, Result: r, Decision: &gate.Decision{Grade: text, Lifted: scoretest.Alike(text), Reasons: scoretest.Alike(text), Met: scoretest.Alike(text), Findings: f, Mended: f, Notes: scoretest.Alike(text)}},
			)
			got, want := string(reporttest.WrittenWith(t, New, run, o)), atOnce(t, run, o)
			if got != want {
				t.Errorf("with the text %q, they part %s", text, firstDifference(got, want))
			}
		}
	}
}

// A long text with characters of several bytes comes back whole, wherever in it
// a buffer is full.
func TestJSONLongTexts(t *testing.T) {
	const buffer = 4096
	o := report.Options{Version: "v1.2.3"} // without rules, whose help is longer than the rest
	for _, unit := range []string{"é", "日", "\U0001f9d1\u200d\U0001f33e", "\u202e", "a\x7f\U000e0041é"} {
		for _, length := range []int{buffer - 600, buffer, 3 * buffer} {
			for shift := range 5 { // no character has more bytes
				text := strings.Repeat("x", shift) + strings.Repeat(unit, length/len(unit))
				r := reporttest.Sample()
				r.Initiative.Name = text
				f := gate.Errors([]rules.Finding{{ID: "long", Message: text}, {ID: "longer", Message: text + text}})
				run := reporttest.Of(&audit.Audit{File: text, Result: r, Decision: &gate.Decision{Findings: f}})
				out := reporttest.WrittenWith(t, New, run, o)
				if !utf8.Valid(out) {
					t.Fatalf("%q, %d bytes, %d later: what is written is not UTF-8", unit, length, shift)
				}
				p := reporttest.Decoded(t, out)["plans"].([]any)[0].(map[string]any)
				findings := p["decision"].(map[string]any)["findings"].([]any)
				for place, got := range map[string]any{
					"the file": p["file"], "a text of the plan": p["result"].(map[string]any)["initiative"].(map[string]any)["name"],
					"a finding": findings[0].(map[string]any)["message"],
				} {
					if got != text {
						t.Errorf("%q, %d bytes, %d later: %s came back otherwise %s", unit, length, shift, place, firstDifference(got.(string), text))
					}
				}
				if got := findings[1].(map[string]any)["message"]; got != text+text {
					t.Errorf("%q, %d bytes, %d later: the second finding came back otherwise", unit, length, shift)
				}
			}
		}
	}
}

// full takes some bytes and then no more.
type full struct{ room int }

var errFull = errors.New("the disk is full")

func (w *full) Write(p []byte) (int, error) {
	if len(p) > w.room {
		n := w.room
		w.room = 0
		return n, errFull
	}
	w.room -= len(p)
	return len(p), nil
}

// Whatever could not be written is told by Close at the latest, so that half a
// document is never taken for a whole one.
func TestJSONTellsThatItIsNotWhole(t *testing.T) {
	run := reporttest.Runs(t)["half-way"]
	size := len(reporttest.Written(t, New, run))
	for _, room := range []int{0, 1, 4096, 4097, size / 2, size - 1} {
		p, err := New(&full{room}, reporttest.Options(t))
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range run {
			err = errors.Join(err, p.Print(a))
		}
		if err = errors.Join(err, p.Close()); !errors.Is(err, errFull) {
			t.Errorf("with room for %d of %d bytes it ends with %v", room, size, err)
		}
	}
}
