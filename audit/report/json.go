package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/printable"
	"forewarn/audit/score"
	"forewarn/audit/yamldoc"
)

// jsonVersion is the version of the format. Keys may be added to it; one that
// is taken away or means something else makes a new version.
const jsonVersion = 1

// JSON writes everything that is known of the plans, for other programs. Its
// form is that of ReportSchema. No number in it is rounded: each score comes
// as it is shown and as an exact fraction.
func JSON(w io.Writer, run *Run, _ Options) error {
	var text bytes.Buffer
	out := json.NewEncoder(&text)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	err := out.Encode(jsonReport{
		Format:  jsonVersion,
		Program: jsonProgram{Name: programName, Version: run.Version},
		Rules:   each(run.Rules, func(r Rule) jsonRule { return jsonRule(r) }),
		Plans:   each(run.Plans, newJSONPlan),
	})
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, escapedUnseen(text.String()))
	return err
}

// escapedUnseen writes what would move the cursor or stay unseen on a terminal
// as JSON can write any character, so that a reader of the JSON loses nothing.
func escapedUnseen(text string) string {
	if printable.Text(text) == text {
		return text
	}
	var out strings.Builder
	for _, r := range text {
		if s := string(r); r < utf8.RuneSelf && r != 0x7f || printable.Text(s) == s {
			out.WriteString(s)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&out, `\u%04x`, unit)
		}
	}
	return out.String()
}

// newJSONPlan leaves what a broken plan does not have null.
func newJSONPlan(p *audit.Audit) jsonPlan {
	out := jsonPlan{File: p.File, Errors: each(p.Errors, newJSONFinding)}
	if p.Result == nil {
		out.Broken = notJudged(p)
	}
	out.Passed = p.Passed()
	if p.Decision != nil {
		out.Decision = newJSONDecision(p.Decision)
	}
	if p.Result != nil {
		out.Result = newJSONResult(p.Result)
	}
	return out
}

func newJSONDecision(d *gate.Decision) *jsonDecision {
	return &jsonDecision{
		Grade:    d.Grade,
		Lifted:   each(d.Lifted, same),
		Reasons:  each(d.Reasons, same),
		Findings: each(d.Findings, newJSONFinding),
		Mended:   each(d.Mended, newJSONFinding),
		Notes:    each(d.Notes, same),
	}
}

func newJSONFinding(f gate.Finding) jsonFinding {
	out := jsonFinding{
		Rule: f.ID, Severity: f.Severity.String(), Message: f.Message, Hint: f.Hint,
		Key: f.Key, Place: newJSONPlace(f.Pos), Fingerprint: f.Fingerprint, Possible: f.Possible,
	}
	if f.State != "" {
		state := string(f.State)
		out.State = &state
	}
	if f.Waiver != nil {
		w := newJSONWaiver(*f.Waiver)
		out.Waiver = &w
	}
	return out
}

// newJSONPlace is null for a plan that was never a file.
func newJSONPlace(p yamldoc.Pos) *jsonPlace {
	if !p.Known() {
		return nil
	}
	return &jsonPlace{Line: p.Line, Column: p.Col, EndLine: p.EndLine, EndColumn: p.EndCol}
}

// newJSONPoints takes a score or points, from 0 to 100.
func newJSONPoints(x *big.Rat) *jsonPoints {
	if x == nil {
		return nil
	}
	return &jsonPoints{Shown: jsonDecimal(score.Shown(x)), Exact: jsonFraction(x.RatString())}
}

// newJSONShare takes a share, from 0 to 1.
func newJSONShare(x *big.Rat) *jsonShare {
	if x == nil {
		return nil
	}
	return &jsonShare{Percent: jsonWhole(percent(x)), Exact: jsonFraction(x.RatString())}
}

func newJSONDate(t time.Time) *jsonDate {
	if t.IsZero() {
		return nil
	}
	day := jsonDate(t.Format(time.DateOnly))
	return &day
}

// each converts a list. It is never nil, so that an empty one is written as [].
func each[T, U any](list []T, convert func(T) U) []U {
	out := make([]U, len(list))
	for i, x := range list {
		out[i] = convert(x)
	}
	return out
}

func same(s string) string { return s }
