// Package json writes reports for other programs, with all that is known.
package json

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
	"forewarn/audit/report"
	"forewarn/audit/score"
	"forewarn/audit/yamldoc"
)

// version is the version of the format. Keys may be added to it; one that
// is taken away or means something else makes a new version.
const version = 1

// Write writes everything that is known of the plans, for other programs. Its
// form is that of ReportSchema. No number in it is rounded: each score comes
// as it is shown and as an exact fraction.
func Write(w io.Writer, run *report.Run, _ report.Options) error {
	var text bytes.Buffer
	out := json.NewEncoder(&text)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	err := out.Encode(whole{
		Format:  version,
		Program: program{Name: report.ProgramName, Version: run.Version},
		Rules:   each(run.Rules, func(r report.Rule) rule { return rule(r) }),
		Plans:   each(run.Plans, newPlan),
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

// newPlan leaves what a broken plan does not have null.
func newPlan(p *audit.Audit) plan {
	out := plan{File: p.File, Errors: each(p.Errors, newFinding)}
	if p.Result == nil {
		out.Broken = report.NotJudged(p)
	}
	out.Passed = p.Passed()
	if p.Decision != nil {
		out.Decision = newDecision(p.Decision)
	}
	if p.Result != nil {
		out.Result = newResult(p.Result)
	}
	return out
}

func newDecision(d *gate.Decision) *decision {
	return &decision{
		Grade:    d.Grade,
		Lifted:   each(d.Lifted, same),
		Reasons:  each(d.Reasons, same),
		Findings: each(d.Findings, newFinding),
		Mended:   each(d.Mended, newFinding),
		Notes:    each(d.Notes, same),
	}
}

func newFinding(f gate.Finding) finding {
	out := finding{
		Rule: f.ID, Severity: f.Severity.String(), Message: f.Message, Hint: f.Hint,
		Key: f.Key, Place: newPlace(f.Pos), Fingerprint: f.Fingerprint, Possible: f.Possible,
	}
	if f.State != "" {
		state := string(f.State)
		out.State = &state
	}
	if f.Waiver != nil {
		w := newWaiver(*f.Waiver)
		out.Waiver = &w
	}
	return out
}

// newPlace is null for a plan that was never a file.
func newPlace(p yamldoc.Pos) *place {
	if !p.Known() {
		return nil
	}
	return &place{Line: p.Line, Column: p.Col, EndLine: p.EndLine, EndColumn: p.EndCol}
}

// newPoints takes a score or points, from 0 to 100.
func newPoints(x *big.Rat) *points {
	if x == nil {
		return nil
	}
	return &points{Shown: decimal(score.Shown(x)), Exact: fraction(x.RatString())}
}

// newShare takes a share, from 0 to 1.
func newShare(x *big.Rat) *share {
	if x == nil {
		return nil
	}
	return &share{Percent: wholeNumber(report.Percent(x)), Exact: fraction(x.RatString())}
}

func newDate(t time.Time) *date {
	if t.IsZero() {
		return nil
	}
	day := date(t.Format(time.DateOnly))
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
