// Package sarif writes findings for code scanning.
package sarif

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"forewarn/audit"
	"forewarn/audit/printable"
	"forewarn/audit/report"
)

const (
	// most is how many results consumers take from one run.
	most = 5000
	// root stands for the folder that paths of plans are relative to.
	root = "%SRCROOT%"
	// fingerprint names what a fingerprint is made of, and its version.
	fingerprint = "ruleSubject/v2"
)

// New returns a printer of SARIF 2.1.0, for code scanning: the findings, the
// gravest first, and no more than consumers take. What somebody lives with is
// there as suppressed; what was mended, as absent.
func New(w io.Writer, o report.Options) (report.Printer, error) {
	rules, err := o.RuleList()
	p := &printer{w: w, version: o.Version, rules: rules, index: map[string]int{}, gravest: gravest{most: most}}
	for i, r := range rules {
		p.index[r.ID] = i
	}
	return p, err
}

type printer struct {
	w       io.Writer
	version string
	rules   []report.Rule
	index   map[string]int // of rules, by id
	gravest gravest
	unread  []*sarif.Notification // a plan each
}

// Print keeps the gravest findings.
func (p *printer) Print(a *audit.Audit) error {
	for _, f := range a.Findings() {
		p.gravest.add(a.File, f)
	}
	if a.Decision != nil {
		for _, f := range a.Decision.Mended {
			p.gravest.add(a.File, f)
		}
	}
	if a.Broken != "" {
		where := sarif.NewPhysicalLocation().WithArtifactLocation(locationOf(a.File))
		p.unread = append(p.unread, sarif.NewNotification().WithLevel(sarif.LevelError).
			WithMessage(sarif.NewTextMessage(escaped(report.Sentence(report.Clean(a.Broken))))).
			AddLocation(sarif.NewLocationWithPhysicalLocation(where)))
	}
	return nil
}

// Close writes the log.
func (p *printer) Close() error {
	out := sarif.NewRun()
	out.Tool = sarif.NewTool().WithDriver(p.driver())
	out.WithColumnKind("unicodeCodePoints").WithLanguage("en-GB").WithDefaultSourceLanguage("yaml")
	out.WithOriginalUriBaseIds(map[string]sarif.ArtifactLocation{
		root: *sarif.NewArtifactLocation().WithDescription(sarif.NewTextMessage("The folder in which forewarn ran.")),
	})
	out.AddInvocation(p.invocation())
	return write(p.w, sarif.NewReport().AddRun(out.WithResults([]*sarif.Result{})), p.writeResults)
}

// driver describes the program and all of its rules, also those that no
// plan breaks.
func (p *printer) driver() *sarif.ToolComponent {
	driver := sarif.NewToolComponent().WithName(report.ProgramName).WithLanguage("en-GB")
	driver.WithVersion(strings.TrimPrefix(p.version, "v")) // consumers compare versions that begin with a number
	for _, r := range p.rules {
		driver.AddRule(sarif.NewRule(r.ID).WithName(nameOf(r.Title)).
			WithShortDescription(sarif.NewMultiformatMessageString().WithText(report.Sentence(r.Title))).
			WithHelp(sarif.NewMultiformatMessageString().WithText(unmarked(r.Help)).WithMarkdown(r.Help)).
			WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel(levelOf(r.Severity))))
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
	return report.Alarm(severity, sarif.LevelError, sarif.LevelWarning, sarif.LevelNote)
}

// invocation says what the results do not: which plans could not be read,
// and how many results there are in all.
func (p *printer) invocation() *sarif.Invocation {
	out := sarif.NewInvocation().WithExecutionSuccessful(len(p.unread) == 0)
	for _, n := range p.unread {
		out.AddToolExecutionNotification(n)
	}
	if all := p.gravest.all; all > most {
		out.AddToolExecutionNotification(sarif.NewNotification().WithLevel(sarif.LevelWarning).
			WithMessage(sarif.NewTextMessage(fmt.Sprintf("There are %d results; these are the %d gravest.", all, most))))
	}
	return out
}
