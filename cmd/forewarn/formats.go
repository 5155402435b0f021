package main

import (
	"fmt"

	"forewarn/audit/report"
	"forewarn/audit/report/github"
	"forewarn/audit/report/html"
	"forewarn/audit/report/json"
	"forewarn/audit/report/junit"
	"forewarn/audit/report/markdown"
	"forewarn/audit/report/sarif"
)

// formats lists the formats for other programs and for handing over, in the
// order in which they are named to users. Text is for people at a terminal.
func formats() []report.Format {
	return []report.Format{
		{Name: "json", Write: json.Write},
		{Name: "sarif", Write: sarif.Write},
		{Name: "junit", Write: junit.Write},
		{Name: "github", Write: github.Write},
		{Name: "markdown", Write: markdown.Write},
		{Name: "html", Write: html.Write},
	}
}

// formatNamed returns the format of this name.
func formatNamed(name string) (report.Format, error) {
	names := ""
	for _, f := range formats() {
		if f.Name == name {
			return f, nil
		}
		names += ", " + f.Name
	}
	return report.Format{}, fmt.Errorf("there is no format %q; they are text%s", name, names)
}
