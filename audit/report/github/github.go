// Package github writes findings as annotations of GitHub Actions.
package github

import (
	"bufio"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/rules"
)

// most is how many annotations of each kind GitHub shows for one step.
const most = 10

// New returns a printer of annotations, as commands to a runner of GitHub
// Actions: first why plans do not pass, then their findings, the gravest first.
// It writes no more than are shown, the last of them to say how many there are
// beside.
func New(w io.Writer, o report.Options) (report.Printer, error) {
	p := &printer{w: w, options: o, titles: map[string]string{}, shown: []kind{{word: "error", room: most}, {word: "warning", room: most}, {word: "notice", room: most - 1}}}
	rules, err := o.RuleList()
	for _, r := range rules {
		p.titles[r.ID] = r.Title
	}
	return p, err
}

// printer keeps the annotations that are shown.
type printer struct {
	w       io.Writer
	options report.Options
	titles  map[string]string // of rules, by id
	shown   []kind
	more    int
}

// kind is those of one kind, in the order in which they are written. What is as
// grave as another came after it.
type kind struct {
	word string
	room int
	list []ranked
}

// ranked is an annotation with its rank: the lower it is, the sooner it is
// written.
type ranked struct {
	annotation
	rank int
}

// gateRank is that of the reasons why a plan does not pass; those of findings
// follow.
const gateRank = -1

// Print keeps what is to be said of one plan. What somebody lives with and what
// is mended is left out: neither is worth a line in a change.
func (p *printer) Print(a *audit.Audit) error {
	file := fileName(p.options.Name(a.File))
	if says := stands(a); says != "" {
		p.keep(gateRank, annotation{kind: "error", file: file, title: "Gate", text: says})
	}
	if a.Result != nil {
		if says := report.Reweighed(a.Result, report.Working); says != "" {
			p.keep(gateRank, annotation{kind: "notice", file: file, title: "Weights", text: says})
		}
	}
	for _, f := range a.Findings() {
		if f.Waiver != nil || f.State == gate.Absent {
			continue
		}
		title := f.ID
		if p.titles[f.ID] != "" {
			title = p.titles[f.ID] + " (" + f.ID + ")"
		}
		p.keep(int(f.Severity), annotation{
			kind: report.Alarm(f.Severity.String(), "error", "warning", "notice"),
			file: file, at: properties(f), title: title, text: report.Advice(f),
		})
	}
	return nil
}

// keep takes an annotation to those that are shown, for which another may have
// to go.
func (p *printer) keep(rank int, a annotation) {
	k := &p.shown[slices.IndexFunc(p.shown, func(k kind) bool { return k.word == a.kind })]
	at := slices.IndexFunc(k.list, func(other ranked) bool { return other.rank > rank })
	if at < 0 {
		at = len(k.list)
	}
	k.list = slices.Insert(k.list, at, ranked{a, rank})
	if len(k.list) > k.room {
		k.list = k.list[:k.room]
		p.more++
	}
}

// Close writes the annotations.
func (p *printer) Close() error {
	out := bufio.NewWriter(p.w)
	for _, k := range p.shown {
		for _, a := range k.list {
			fmt.Fprintln(out, a.annotation)
		}
	}
	if p.more > 0 {
		text := fmt.Sprintf("%d more are not shown here, as GitHub shows %d of each kind.", p.more, most)
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

// stands says in one line what stands against the plan; nothing when it passes.
func stands(p *audit.Audit) string {
	switch {
	case p.Decision == nil:
		return printable.Capital(report.Sentence(report.NotJudged(p, report.Working)))
	case p.Decision.Passed():
		return ""
	}
	return report.GateVerdict(p, report.Working) + " The plan does not pass: " + report.Clean(rules.Joined(p.Decision.Reasons, "; ").Working) + "."
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
