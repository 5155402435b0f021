package sarif

import (
	"bufio"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/owenrumney/go-sarif/v2/sarif"

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
			r.BaselineState = new(stateOf(f.State))
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
	location := &sarif.Location{PhysicalLocation: &sarif.PhysicalLocation{ArtifactLocation: locationOf(f.file), Region: regionOf(f.Pos)}}
	if f.Key != "" {
		location.LogicalLocations = []*sarif.LogicalLocation{{FullyQualifiedName: new(report.Clean(f.Key)), Kind: new("value")}}
	}
	result := &sarif.Result{
		RuleID: new(f.ID), Level: new(levelOf(f.Severity.String())), Kind: new("fail"),
		Message:             *sarif.NewTextMessage(escaped(report.Advice(f.Finding))),
		PartialFingerprints: map[string]any{fingerprint: f.Fingerprint},
		Locations:           []*sarif.Location{location},
	}
	if f.Waiver != nil {
		result.Suppressions = []*sarif.Suppression{{Kind: "inSource", Status: new("accepted"), Justification: new(report.Clean(report.Waived(f.Waiver)))}}
	}
	if n, known := p.index[f.ID]; known {
		result.RuleIndex = new(uint(n))
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
		return &sarif.Region{StartLine: new(1), StartColumn: new(1)}
	}
	return &sarif.Region{StartLine: &p.Line, StartColumn: &p.Col, EndLine: &p.EndLine, EndColumn: &p.EndCol}
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
		return &sarif.ArtifactLocation{URI: new((&url.URL{Scheme: "file", Path: file}).String())}
	}
	location := &sarif.ArtifactLocation{URI: new((&url.URL{Path: file}).String())}
	if !strings.HasPrefix(file, "../") {
		location.URIBaseId = new(root)
	}
	return location
}
