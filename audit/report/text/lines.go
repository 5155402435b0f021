package text

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"time"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/report"
	"forewarn/audit/rules"
)

// NewLines returns a printer of lines that start with the file of a plan: its
// findings and those mended, but for quiet ones, what to know of waivers and the
// comparison, the verdict, and why the plan does not pass. Each plan is told of
// at once; a line at the end sums up several.
func NewLines(w io.Writer, o report.Options) (report.Printer, error) {
	return &lines{out: bufio.NewWriter(w), options: o}, nil
}

type lines struct {
	out                 *bufio.Writer
	options             report.Options
	all, passed, broken int
}

// Print tells of one plan.
func (l *lines) Print(a *audit.Audit) error {
	l.all++
	if !l.options.VerdictAlone {
		if err := l.findings(a); err != nil {
			return err
		}
	}
	if a.Decision == nil {
		l.broken++
		l.line(a, "%s", report.NotRead(a))
		return l.out.Flush()
	}
	if a.Passed() {
		l.passed++
	}
	l.verdict(a)
	return l.out.Flush()
}

// verdict writes how the plan stands, and why.
func (l *lines) verdict(a *audit.Audit) {
	for _, f := range loud(a.Decision.Mended) {
		l.line(a, "mended: %s %s: %s", f.Severity, f.ID, f.Message)
	}
	for _, note := range report.Working.All(a.Decision.Notes) {
		l.line(a, "note: %s", note)
	}
	l.line(a, "%s", report.GateVerdict(a, report.Working))
	for _, reason := range report.Working.All(a.Decision.Reasons) {
		l.line(a, "does not pass: %s", reason)
	}
	if a.Passed() {
		l.line(a, "passes: %s", rules.Joined(a.Decision.Met, "; ").Working)
	}
}

// findings writes what is not quiet, with the lines of the plan where they are
// asked for.
func (l *lines) findings(a *audit.Audit) error {
	if !l.options.Source {
		return Findings(l.out, a.File, loud(a.Findings()))
	}
	s := newSource(a.Text, l.options)
	for _, f := range loud(a.Findings()) {
		if err := Findings(l.out, a.File, []gate.Finding{f}); err != nil {
			return err
		}
		if err := s.show(l.out, f.Pos); err != nil {
			return err
		}
	}
	return nil
}

func (l *lines) line(a *audit.Audit, format string, args ...any) {
	fmt.Fprintf(l.out, "%s: %s\n", report.Clean(a.File), report.Clean(fmt.Sprintf(format, args...)))
}

// writeUnjudged writes why there is no result.
func writeUnjudged(w io.Writer, a *audit.Audit) error {
	if err := Findings(w, a.File, a.Errors); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "%s: %s\n", report.Clean(a.File), report.Clean(report.NotRead(a)))
	return err
}

// Close sums up.
func (l *lines) Close() error {
	if l.all > 1 || l.options.PassedOver > 0 {
		fmt.Fprintf(l.out, "checked %d, passed %d, failed %d, broken %d", l.all, l.passed, l.all-l.passed-l.broken, l.broken)
		if n := l.options.PassedOver; n > 0 {
			fmt.Fprintf(l.out, "; passed over %d that are no plans", n)
		}
		fmt.Fprintln(l.out)
	}
	return l.out.Flush()
}

// loud lists the findings that are not quiet.
func loud(findings []gate.Finding) []gate.Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f gate.Finding) bool { return f.Quiet })
}

// Findings writes one line a finding: file:line:column: severity id: message, the
// hint in brackets, and who lives with it or that it is new.
func Findings(w io.Writer, file string, findings []gate.Finding) error {
	out := bufio.NewWriter(w)
	for _, f := range findings {
		fmt.Fprintf(out, "%s:%s: %s %s: %s", report.Clean(file), report.Place(f), f.Severity, f.ID, report.Clean(f.Message))
		if f.Hint != "" {
			fmt.Fprintf(out, " (%s)", report.Clean(f.Hint))
		}
		if f.State == gate.New {
			fmt.Fprint(out, " [new]")
		}
		if x := f.Waiver; x != nil {
			fmt.Fprintf(out, " [waived until %s by %s: %s]", x.Until.Format(time.DateOnly), report.Clean(x.Owner), report.Clean(x.Reason))
		}
		fmt.Fprintln(out)
	}
	return out.Flush()
}
