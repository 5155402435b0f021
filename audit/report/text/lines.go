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

// WriteLines writes what came of one plan, in lines that start with its file: its
// findings and those mended, as far as they are as severe as show or worse,
// what to know of waivers and the comparison, the verdict, and why the plan
// does not pass.
func WriteLines(w io.Writer, p *audit.Audit, show rules.Severity) error {
	hidden := func(f gate.Finding) bool { return f.Severity > show }
	if err := Lines(w, p.File, slices.DeleteFunc(slices.Clone(p.Findings()), hidden)); err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	line := func(format string, args ...any) {
		fmt.Fprintf(out, "%s: %s\n", report.Clean(p.File), report.Clean(fmt.Sprintf(format, args...)))
	}
	if p.Decision == nil {
		line("%s", report.NotRead(p))
		return out.Flush()
	}
	for _, f := range slices.DeleteFunc(slices.Clone(p.Decision.Mended), hidden) {
		line("mended: %s %s: %s", f.Severity, f.ID, f.Message)
	}
	for _, note := range p.Decision.Notes {
		line("note: %s", note)
	}
	line("%s", report.GateVerdict(p))
	for _, reason := range p.Decision.Reasons {
		line("does not pass: %s", reason)
	}
	return out.Flush()
}

// Lines writes one line a finding: file:line:column: severity id: message, the
// hint in brackets, and who lives with it or that it is new.
func Lines(w io.Writer, file string, findings []gate.Finding) error {
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
