// Package sarif writes findings for code scanning.
package sarif

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/owenrumney/go-sarif/v2/sarif"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/rules"
)

const (
	// most is how many results consumers take from one run.
	most = 5000
	// root stands for the folder that paths of plans are relative to.
	root = "%SRCROOT%"
	// fingerprint names what a fingerprint is made of, and its version.
	fingerprint = "ruleSubject/v2"
	// schema is what the standard names for itself.
	schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

// New returns a printer of SARIF 2.1.0, for code scanning: the findings, the
// gravest first, and no more than consumers take. What somebody lives with is
// there as suppressed; what was mended, as absent.
func New(w io.Writer, o report.Options) (report.Printer, error) {
	rules, err := o.RuleList()
	p := &printer{w: w, options: o, rules: rules, index: map[string]int{}, gravest: gravest{most: most}}
	for i, r := range rules {
		p.index[r.ID] = i
	}
	return p, err
}

type printer struct {
	w       io.Writer
	options report.Options
	rules   []report.Rule
	index   map[string]int // of rules, by id
	gravest gravest
	weights []string // what weighs otherwise than in the questions that are built in, each once
}

// Print keeps the gravest findings.
func (p *printer) Print(a *audit.Audit) error {
	file := p.options.Name(a.File)
	if a.Result != nil {
		if says := report.Reweighed(a.Result, report.Working); says != "" && !slices.Contains(p.weights, says) {
			p.weights = append(p.weights, says)
		}
	}
	for _, f := range a.Findings() {
		p.gravest.add(file, f)
	}
	if a.Decision != nil {
		for _, f := range a.Decision.Mended {
			p.gravest.add(file, f)
		}
	}
	if a.Broken != "" {
		p.gravest.add(file, unread(a))
	}
	return nil
}

// unread is the result for a plan that could not even be read. The others were
// judged, so that the run itself did its work.
func unread(a *audit.Audit) gate.Finding {
	return gate.Errors([]rules.Finding{{Severity: rules.Error, ID: rules.NotReadable, Message: a.Broken}})[0]
}

// Close writes the log.
func (p *printer) Close() error {
	out := &sarif.Run{
		Tool: sarif.Tool{Driver: p.driver()}, Invocations: []*sarif.Invocation{p.invocation()}, Results: []*sarif.Result{},
		ColumnKind: "unicodeCodePoints", Language: new("en-GB"), DefaultSourceLanguage: new("yaml"),
		OriginalUriBaseIDs: map[string]*sarif.ArtifactLocation{
			root: {Description: sarif.NewTextMessage("The root of the repository, or else the folder in which forewarn ran.")},
		},
	}
	return write(p.w, &sarif.Report{Version: "2.1.0", Schema: schema, Runs: []*sarif.Run{out}}, p.writeResults)
}

// driver describes the program and all of its rules, also those that no
// plan breaks.
func (p *printer) driver() *sarif.ToolComponent {
	driver := &sarif.ToolComponent{
		Name: report.ProgramName, Language: new("en-GB"),
		Version: new(strings.TrimPrefix(p.options.Version, "v")), // consumers compare versions that begin with a number
	}
	for _, r := range p.rules {
		driver.Rules = append(driver.Rules, &sarif.ReportingDescriptor{
			ID: r.ID, Name: new(nameOf(r.Title)),
			ShortDescription:     &sarif.MultiformatMessageString{Text: new(report.Sentence(r.Title))},
			Help:                 &sarif.MultiformatMessageString{Text: new(unmarked(r.Help)), Markdown: new(r.Help)},
			DefaultConfiguration: &sarif.ReportingConfiguration{Enabled: new(true), Level: levelOf(r.Severity)},
		})
	}
	return driver
}

// nameOf writes the title of a rule as one word: LineCrossed.
func nameOf(title string) string {
	var name string
	for _, word := range strings.FieldsFunc(title, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		name += printable.Capital(word)
	}
	return name
}

// unmarked takes the Markdown out of the help of a rule.
func unmarked(help string) string {
	plain := strings.ReplaceAll(help, "**", "")
	return markdownEscape.ReplaceAllString(plain, "$1")
}

var markdownEscape = regexp.MustCompile("\\\\([\\\\*_`<\\[|])")

func levelOf(severity string) string {
	return report.Alarm(severity, "error", "warning", "note")
}

// invocation says what the results do not: how many there are in all.
func (p *printer) invocation() *sarif.Invocation {
	out := &sarif.Invocation{ExecutionSuccessful: new(true)}
	if all := p.gravest.all; all > most {
		out.ToolExecutionNotifications = []*sarif.Notification{{
			Level: "warning", Message: sarif.NewTextMessage(fmt.Sprintf("There are %d results; these are the %d gravest.", all, most)),
		}}
	}
	for _, says := range p.weights {
		out.ToolExecutionNotifications = append(out.ToolExecutionNotifications, &sarif.Notification{Level: "note", Message: sarif.NewTextMessage(says)})
	}
	return out
}
