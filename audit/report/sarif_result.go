package report

import (
	"net/url"
	"path"
	"regexp"
	"strings"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"forewarn/audit/gate"
	"forewarn/audit/yamldoc"
)

func sarifResults(run *Run, found []placed) []*sarif.Result {
	index := make(map[string]int, len(run.Rules))
	for i, r := range run.Rules {
		index[r.ID] = i
	}
	compared := false
	for _, f := range found {
		compared = compared || f.State != ""
	}
	out := make([]*sarif.Result, len(found))
	for i, f := range found {
		out[i] = sarifResult(f)
		if n, known := index[f.ID]; known {
			out[i].WithRuleIndex(n)
		}
		if compared { // either every result of a run says how it stands, or none
			out[i].WithBaselineState(sarifState(f.State))
		}
	}
	return out
}

// sarifState takes what could not be compared, such as an error, for new.
func sarifState(s gate.State) string {
	if s == "" {
		return string(gate.New)
	}
	return string(s)
}

// sarifResult is one finding at its place.
func sarifResult(f placed) *sarif.Result {
	location := sarif.NewLocation().WithPhysicalLocation(
		sarif.NewPhysicalLocation().WithArtifactLocation(sarifFile(f.File)).WithRegion(sarifRegion(f.Pos)))
	if f.Key != "" {
		location.AddLogicalLocation(sarif.NewLogicalLocation().WithFullyQualifiedName(clean(f.Key)).WithKind("value"))
	}
	result := sarif.NewRuleResult(f.ID).
		WithLevel(sarifLevel(f.Severity.String())).
		WithMessage(sarif.NewTextMessage(sarifText(advice(f.Finding)))).
		WithPartialFingerprints(map[string]string{sarifFingerprint: f.Fingerprint}).
		AddLocation(location)
	if f.Waiver != nil {
		result.AddSuppression(sarif.NewSuppression().WithKind("inSource").WithStatus("accepted").
			WithJustification(clean(waived(f.Waiver))))
	}
	return result
}

// sarifText escapes what would otherwise be read as a placeholder or a link.
func sarifText(s string) string {
	return strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, "{", "{{", "}", "}}").Replace(s)
}

// sarifRegion takes the start of the file for a place that is not known, as
// some consumers drop results without one.
func sarifRegion(p yamldoc.Pos) *sarif.Region {
	if !p.Known() {
		return sarif.NewRegion().WithStartLine(1).WithStartColumn(1)
	}
	return sarif.NewRegion().WithStartLine(p.Line).WithStartColumn(p.Col).WithEndLine(p.EndLine).WithEndColumn(p.EndCol)
}

var drive = regexp.MustCompile(`^[A-Za-z]:/`)

// sarifFile gives the address of a file: relative to the folder of the run,
// unless it lies elsewhere.
func sarifFile(file string) *sarif.ArtifactLocation {
	file = path.Clean(file)
	if drive.MatchString(file) {
		file = "/" + file
	}
	if path.IsAbs(file) {
		return sarif.NewSimpleArtifactLocation((&url.URL{Scheme: "file", Path: file}).String())
	}
	location := sarif.NewSimpleArtifactLocation((&url.URL{Path: file}).String())
	if !strings.HasPrefix(file, "../") {
		location.WithURIBaseID(sarifRoot)
	}
	return location
}
