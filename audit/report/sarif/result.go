package sarif

import (
	"bufio"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"forewarn/audit/gate"
	"forewarn/audit/report"
	"forewarn/audit/yamldoc"
)

// writeResults writes the items of the list of results.
func (p *printer) writeResults(out *bufio.Writer) error {
	found := p.gravest.sorted()
	// Either every result of a run says how it stands, or none. The same goes for
	// whether it is suppressed, which the library cannot deny.
	compared := slices.ContainsFunc(found, func(f finding) bool { return f.State != "" })
	waived := slices.ContainsFunc(found, func(f finding) bool { return f.Waiver != nil })
	before, after := "\n    ", ""
	for _, f := range found {
		r := p.resultOf(f)
		if compared {
			r.WithBaselineState(stateOf(f.State))
		}
		item, err := tree(r)
		if err != nil {
			return err
		}
		if waived && f.Waiver == nil {
			item["suppressions"] = []any{}
		}
		fmt.Fprint(out, before)
		if err := encode(out, "    ", item); err != nil {
			return err
		}
		before, after = ",\n    ", "\n   "
	}
	fmt.Fprint(out, after)
	return nil
}

// stateOf takes what could not be compared, such as an error, for new.
func stateOf(s gate.State) string {
	if s == "" {
		return string(gate.New)
	}
	return string(s)
}

// resultOf is one finding at its place.
func (p *printer) resultOf(f finding) *sarif.Result {
	location := sarif.NewLocation().WithPhysicalLocation(
		sarif.NewPhysicalLocation().WithArtifactLocation(locationOf(f.file)).WithRegion(regionOf(f.Pos)))
	if f.Key != "" {
		location.AddLogicalLocation(sarif.NewLogicalLocation().WithFullyQualifiedName(report.Clean(f.Key)).WithKind("value"))
	}
	result := sarif.NewRuleResult(f.ID).
		WithLevel(levelOf(f.Severity.String())).
		WithMessage(sarif.NewTextMessage(escaped(report.Advice(f.Finding)))).
		WithPartialFingerprints(map[string]string{fingerprint: f.Fingerprint}).
		AddLocation(location)
	if f.Waiver != nil {
		result.AddSuppression(sarif.NewSuppression().WithKind("inSource").WithStatus("accepted").
			WithJustification(report.Clean(report.Waived(f.Waiver))))
	}
	if n, known := p.index[f.ID]; known {
		result.WithRuleIndex(n)
	}
	return result
}

// escaped escapes what would otherwise be read as a placeholder or a link.
func escaped(s string) string {
	return strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, "{", "{{", "}", "}}").Replace(s)
}

// regionOf takes the start of the file for a place that is not known, as
// some consumers drop results without one.
func regionOf(p yamldoc.Pos) *sarif.Region {
	if !p.Known() {
		return sarif.NewRegion().WithStartLine(1).WithStartColumn(1)
	}
	return sarif.NewRegion().WithStartLine(p.Line).WithStartColumn(p.Col).WithEndLine(p.EndLine).WithEndColumn(p.EndCol)
}

var drive = regexp.MustCompile(`^[A-Za-z]:/`)

// locationOf gives the address of a file: relative to the folder of the run,
// unless it lies elsewhere.
func locationOf(file string) *sarif.ArtifactLocation {
	file = path.Clean(file)
	if drive.MatchString(file) {
		file = "/" + file
	}
	if path.IsAbs(file) {
		return sarif.NewSimpleArtifactLocation((&url.URL{Scheme: "file", Path: file}).String())
	}
	location := sarif.NewSimpleArtifactLocation((&url.URL{Path: file}).String())
	if !strings.HasPrefix(file, "../") {
		location.WithURIBaseID(root)
	}
	return location
}
