// Package sarif writes findings for code scanning.
package sarif

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"forewarn/audit/printable"
	"forewarn/audit/report"
)

const (
	// most is how many results consumers take from one run.
	most = 5000
	// root stands for the folder that paths of plans are relative to.
	root = "%SRCROOT%"
	// fingerprint names what a fingerprint is made of, and its version.
	fingerprint = "ruleKeyMessage/v1"
)

// Write writes the findings in SARIF 2.1.0, for code scanning: the gravest
// first, and no more than consumers take. What somebody lives with is there as
// suppressed; what was mended, as absent.
func Write(w io.Writer, run *report.Run, _ report.Options) error {
	out := sarif.NewRun()
	out.Tool = sarif.NewTool().WithDriver(driver(run))
	out.WithColumnKind("unicodeCodePoints").WithLanguage("en-GB").WithDefaultSourceLanguage("yaml")
	out.WithOriginalUriBaseIds(map[string]sarif.ArtifactLocation{
		root: *sarif.NewArtifactLocation().WithDescription(sarif.NewTextMessage("The folder in which forewarn ran.")),
	})
	all := run.WorstFirst()
	out.WithResults(results(run, all[:min(len(all), most)]))
	out.AddInvocation(invocation(run, len(all)))
	return write(w, sarif.NewReport().AddRun(out))
}

// driver describes the program and all of its rules, also those that no
// plan breaks.
func driver(run *report.Run) *sarif.ToolComponent {
	driver := sarif.NewToolComponent().WithName(report.ProgramName).WithLanguage("en-GB")
	driver.WithVersion(strings.TrimPrefix(run.Version, "v")) // consumers compare versions that begin with a number
	for _, r := range run.Rules {
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
func invocation(run *report.Run, all int) *sarif.Invocation {
	out := sarif.NewInvocation().WithExecutionSuccessful(true)
	for _, p := range run.Plans {
		if p.Result == nil && len(p.Errors) == 0 {
			where := sarif.NewPhysicalLocation().WithArtifactLocation(locationOf(p.File))
			out.WithExecutionSuccessful(false).AddToolExecutionNotification(
				sarif.NewNotification().WithLevel(sarif.LevelError).
					WithMessage(sarif.NewTextMessage(escaped(report.Sentence(report.Clean(p.Broken))))).
					AddLocation(sarif.NewLocationWithPhysicalLocation(where)))
		}
	}
	if all > most {
		out.AddToolExecutionNotification(sarif.NewNotification().WithLevel(sarif.LevelWarning).
			WithMessage(sarif.NewTextMessage(fmt.Sprintf("There are %d results; these are the %d gravest.", all, most))))
	}
	return out
}
