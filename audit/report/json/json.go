// Package json writes reports for other programs, with all that is known.
package json

import (
	"bytes"
	"encoding/json"
	"io"
	"math/big"
	"time"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/report"
	"forewarn/audit/score"
	"forewarn/audit/yamldoc"
)

// version is the version of the format. Keys may be added to it; one that
// is taken away or means something else makes a new version.
const version = 1

// New returns a printer of everything that is known of the plans, for other
// programs. Its form is that of Schema. No number in it is rounded: each score
// comes as it is shown and as an exact fraction.
func New(w io.Writer, o report.Options) (report.Printer, error) {
	return &printer{w: escaping{w}, options: o}, nil
}

// printer writes plan by plan between the head of the document and its end.
type printer struct {
	w       io.Writer
	options report.Options
	plans   int
}

// Print writes one plan.
func (p *printer) Print(a *audit.Audit) error {
	before := ",\n    "
	if p.plans == 0 {
		if err := p.begin(); err != nil {
			return err
		}
		before = "\n    "
	}
	p.plans++
	if _, err := io.WriteString(p.w, before); err != nil {
		return err
	}
	return p.write("    ", newPlan(a))
}

// begin writes the document up to its first plan.
func (p *printer) begin() error {
	var head bytes.Buffer
	err := (&printer{w: &head}).write("", whole{
		Format:  version,
		Program: program{Name: report.ProgramName, Version: p.options.Version},
		Rules:   each(p.options.Rules, func(r report.Rule) rule { return rule(r) }),
		Plans:   []plan{},
	})
	if err != nil {
		return err
	}
	_, err = p.w.Write(bytes.TrimSuffix(head.Bytes(), []byte("]\n}")))
	return err
}

// write writes a value whose further lines begin with prefix.
func (p *printer) write(prefix string, v any) error {
	out := json.NewEncoder(withoutEnd{p.w})
	out.SetIndent(prefix, "  ")
	out.SetEscapeHTML(false)
	return out.Encode(v)
}

// withoutEnd leaves out the line break that an encoder writes after a value.
type withoutEnd struct{ io.Writer }

func (w withoutEnd) Write(p []byte) (int, error) {
	n, err := w.Writer.Write(bytes.TrimSuffix(p, []byte("\n")))
	if err == nil {
		n = len(p)
	}
	return n, err
}

// Close ends the document.
func (p *printer) Close() error {
	end := "\n  ]\n}\n"
	if p.plans == 0 {
		if err := p.begin(); err != nil {
			return err
		}
		end = "]\n}\n"
	}
	_, err := io.WriteString(p.w, end)
	return err
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
