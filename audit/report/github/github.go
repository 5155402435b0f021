// Package github writes findings as annotations of GitHub Actions.
package github

import (
	"bufio"
	"fmt"
	"io"
	"path"
	"strings"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/printable"
	"forewarn/audit/report"
)

// most is how many annotations of each kind GitHub shows for one step.
const most = 10

// Write writes annotations, as commands to a runner of GitHub Actions: first
// why plans do not pass, then their findings, the gravest first. It writes no
// more than are shown, the last of them to say how many there are beside.
func Write(w io.Writer, run *report.Run, _ report.Options) error {
	out := bufio.NewWriter(w)
	room := map[string]int{"error": most, "warning": most, "notice": most - 1}
	more := 0
	for _, a := range annotations(run) {
		if room[a.kind]--; room[a.kind] < 0 {
			more++
			continue
		}
		fmt.Fprintln(out, a)
	}
	if more > 0 {
		text := fmt.Sprintf("%d more are not shown here, as GitHub shows %d of each kind.", more, most)
		fmt.Fprintln(out, annotation{kind: "notice", title: "forewarn", text: text})
	}
	return out.Flush()
}

// annotation is one command: ::error file=…,line=…::text.
type annotation struct {
	kind, file, at string
	title, text    string
}

// String writes the command on one line, whatever its texts hold.
func (a annotation) String() string {
	text := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	properties := a.at + ",title=" + property.Replace(a.title)
	if a.file != "" {
		properties = ",file=" + property.Replace(a.file) + properties
	}
	return "::" + a.kind + " " + properties[1:] + "::" + text.Replace(a.text)
}

// annotations leaves out what somebody lives with and what is mended:
// neither is worth a line in a change.
func annotations(run *report.Run) []annotation {
	var out []annotation
	for i := range run.Plans {
		if p := run.Plans[i]; stands(p) != "" {
			out = append(out, annotation{kind: "error", file: fileName(p.File), title: "Gate", text: stands(p)})
		}
	}
	titles := make(map[string]string, len(run.Rules))
	for _, r := range run.Rules {
		titles[r.ID] = r.Title
	}
	for _, f := range run.WorstFirst() {
		if f.Waiver != nil || f.State == gate.Absent {
			continue
		}
		title := f.ID
		if titles[f.ID] != "" {
			title = titles[f.ID] + " (" + f.ID + ")"
		}
		out = append(out, annotation{
			kind: report.Alarm(f.Severity.String(), "error", "warning", "notice"),
			file: fileName(f.File), at: properties(f.Finding), title: title, text: report.Advice(f.Finding),
		})
	}
	return out
}

// stands says in one line what stands against the plan; nothing when it passes.
func stands(p *audit.Audit) string {
	switch {
	case p.Decision == nil:
		return printable.Capital(report.Sentence(report.NotJudged(p)))
	case p.Decision.Passed():
		return ""
	}
	return report.GateVerdict(p) + " The plan does not pass: " + report.Clean(strings.Join(p.Decision.Reasons, "; ")) + "."
}

// fileName names the file as the runner does, without a ./ before it.
func fileName(file string) string { return printable.Text(path.Clean(file)) }

// properties gives columns only within one line, as GitHub takes no others.
// The last column is part of the place there.
func properties(f gate.Finding) string {
	p := f.Pos
	switch {
	case !p.Known():
		return ",line=1"
	case p.EndLine > p.Line:
		return fmt.Sprintf(",line=%d,endLine=%d", p.Line, p.EndLine)
	}
	return fmt.Sprintf(",line=%d,col=%d,endLine=%d,endColumn=%d", p.Line, p.Col, p.Line, max(p.Col, p.EndCol-1))
}
