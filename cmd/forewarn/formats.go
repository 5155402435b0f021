package main

import (
	"fmt"
	"io"
	"strings"

	"forewarn/audit/report"
	"forewarn/audit/report/github"
	"forewarn/audit/report/html"
	"forewarn/audit/report/json"
	"forewarn/audit/report/junit"
	"forewarn/audit/report/markdown"
	"forewarn/audit/report/sarif"
)

// format is a way to write audits.
type format struct {
	name string
	new  func(io.Writer, report.Options) (report.Printer, error)
}

// The formats that are spoken of by name.
const (
	textFormat     = "text" // for people at a terminal; each command has its own
	githubFormat   = "github"
	markdownFormat = "markdown"
)

// formats lists the formats in the order in which they are named to users; text
// is the command's own.
func formats(text func(io.Writer, report.Options) (report.Printer, error)) []format {
	return []format{
		{textFormat, text},
		{"json", json.New},
		{"sarif", sarif.New},
		{"junit", junit.New},
		{githubFormat, github.New},
		{markdownFormat, markdown.New},
		{"html", html.New},
	}
}

func formatNames() []string {
	var names []string
	for _, f := range formats(nil) {
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
	return format{}, fmt.Errorf("there is no format %q; they are %s", name, strings.Join(formatNames(), ", "))
}
