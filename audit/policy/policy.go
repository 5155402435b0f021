// Package policy is what plans are judged by: the terms as people type them, in
// flags and in settings files, and which file counts for which plan.
package policy

import (
	"os"
	"strings"

	"forewarn/audit/gate"
)

// Policy is what one plan is judged by.
type Policy struct {
	gate.Terms
	Against  string // empty, a file, or what git knows as a commit
	IsFile   bool   // whether Against is a file
	Settings string // the file that it comes from; empty for none

	says []string // each term with its value, for people
}

// String says by what a plan is judged, and where that is set.
func (p *Policy) String() string {
	from := "no settings file"
	if p.Settings != "" {
		from = "settings from " + p.Settings
	}
	return from + "; " + strings.Join(p.says, ", ")
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
