package main

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/report/github"
	"forewarn/audit/report/html"
	"forewarn/audit/report/ics"
	"forewarn/audit/report/json"
	"forewarn/audit/report/junit"
	"forewarn/audit/report/markdown"
	"forewarn/audit/report/sarif"
	"forewarn/audit/report/tasks"
	"forewarn/audit/report/text"
	"forewarn/audit/yamldoc"
)

// format is a way to write audits.
type format struct {
	name string
	new  func(io.Writer, report.Options) (report.Printer, error)

	markup   printable.Markup
	editions bool // whether it is written for one reader or another
}

// The formats that are spoken of by name.
const (
	textFormat     = "text" // for people at a terminal; each command has its own
	githubFormat   = "github"
	markdownFormat = "markdown"
	htmlFormat     = "html"
	tasksFormat    = "tasks" // of the way, which is worked out for it
)

// wholeText is the text of a report, and lineText that of a gate, whose lines name files
// whoever reads them.
func wholeText() format { return format{textFormat, text.New, printable.Plain, true} }
func lineText() format  { return format{textFormat, text.NewLines, printable.Plain, false} }

// formats lists the formats in the order in which they are named to users; text
// is the command's own.
func formats(asText format) []format {
	return []format{
		asText,
		{"json", json.New, printable.JSON, false},
		{"sarif", sarif.New, printable.JSON, false},
		{"junit", junit.New, printable.XML, false},
		{githubFormat, github.New, printable.Commands, false},
		{markdownFormat, markdown.New, printable.Plain, true},
		{htmlFormat, html.New, printable.XML, true},
		{tasksFormat, tasks.New, printable.Plain, false},
		{"ics", ics.New, printable.Plain, false},
	}
}

func formatNames() []string {
	var names []string
	for _, f := range formats(format{name: textFormat}) {
		names = append(names, f.name)
	}
	return names
}

// formatNamed returns the format of this name out of a list.
func formatNamed(name string, among []format) (format, error) {
	for _, f := range among {
		if f.name == name {
			return f, nil
		}
	}
	return format{}, fmt.Errorf("there is no format %q; %s", name, otherFormat(name, among))
}

// byEnding are the formats by the ending of the files that they are written to.
var byEnding = map[string]string{
	"md": markdownFormat, "htm": htmlFormat, "html": htmlFormat, "json": "json", "sarif": "sarif", "xml": "junit", "txt": textFormat, "csv": tasksFormat, "ics": "ics",
}

// otherFormat says what may be meant by the name of a format that there is not.
func otherFormat(name string, among []format) string {
	var names []string
	for _, f := range among {
		names = append(names, f.name)
	}
	known := func(name string) string {
		if slices.Contains(names, name) {
			return name
		}
		return ""
	}
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(name), "."))
	if f := known(byEnding[ending]); f != "" {
		return fmt.Sprintf("to write that file: -o %s=%s", f, printable.Word(name))
	}
	if near := cmp.Or(known(byEnding[strings.ToLower(name)]), yamldoc.Suggest(name, names)); near != "" {
		return fmt.Sprintf("did you mean %s?", near)
	}
	return "they are " + strings.Join(names, ", ")
}
