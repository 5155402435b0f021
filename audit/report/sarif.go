package report

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"forewarn/audit/printable"
)

const (
	// sarifMost is how many results consumers take from one run.
	sarifMost = 5000
	// sarifRoot stands for the folder that paths of plans are relative to.
	sarifRoot = "%SRCROOT%"
	// sarifFingerprint names what a fingerprint is made of, and its version.
	sarifFingerprint = "ruleKeyMessage/v1"
)

// SARIF writes the findings in SARIF 2.1.0, for code scanning: the gravest
// first, and no more than consumers take. What somebody lives with is there as
// suppressed; what was mended, as absent.
func SARIF(w io.Writer, run *Run, _ Options) error {
	out := sarif.NewRun()
	out.Tool = sarif.NewTool().WithDriver(sarifDriver(run))
	out.WithColumnKind("unicodeCodePoints").WithLanguage("en-GB").WithDefaultSourceLanguage("yaml")
	out.WithOriginalUriBaseIds(map[string]sarif.ArtifactLocation{
		sarifRoot: *sarif.NewArtifactLocation().WithDescription(sarif.NewTextMessage("The folder in which forewarn ran.")),
	})
	all := run.worstFirst()
	out.WithResults(sarifResults(run, all[:min(len(all), sarifMost)]))
	out.AddInvocation(sarifInvocation(run, len(all)))
	return writeSARIF(w, sarif.NewReport().AddRun(out))
}

// sarifDriver describes the program and all of its rules, also those that no
// plan breaks.
func sarifDriver(run *Run) *sarif.ToolComponent {
	driver := sarif.NewToolComponent().WithName(programName).WithLanguage("en-GB")
	driver.WithVersion(strings.TrimPrefix(run.Version, "v")) // consumers compare versions that begin with a number
	for _, r := range run.Rules {
		driver.AddRule(sarif.NewRule(r.ID).WithName(sarifName(r.Title)).
			WithShortDescription(sarif.NewMultiformatMessageString().WithText(sentence(r.Title))).
			WithHelp(sarif.NewMultiformatMessageString().WithText(unmarked(r.Help)).WithMarkdown(r.Help)).
			WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel(sarifLevel(r.Severity))))
	}
	return driver
}

// sarifName writes the title of a rule as one word: LineCrossed.
func sarifName(title string) string {
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

func sarifLevel(severity string) string {
	return alarm(severity, sarif.LevelError, sarif.LevelWarning, sarif.LevelNote)
}

// sarifInvocation says what the results do not: which plans could not be read,
// and how many results there are in all.
func sarifInvocation(run *Run, all int) *sarif.Invocation {
	out := sarif.NewInvocation().WithExecutionSuccessful(true)
	for _, p := range run.Plans {
		if p.Result == nil && len(p.Errors) == 0 {
			where := sarif.NewPhysicalLocation().WithArtifactLocation(sarifFile(p.File))
			out.WithExecutionSuccessful(false).AddToolExecutionNotification(
				sarif.NewNotification().WithLevel(sarif.LevelError).
					WithMessage(sarif.NewTextMessage(sarifText(sentence(clean(p.Broken))))).
					AddLocation(sarif.NewLocationWithPhysicalLocation(where)))
		}
	}
	if all > sarifMost {
		out.AddToolExecutionNotification(sarif.NewNotification().WithLevel(sarif.LevelWarning).
			WithMessage(sarif.NewTextMessage(fmt.Sprintf("There are %d results; these are the %d gravest.", all, sarifMost))))
	}
	return out
}
