// Package policy is what plans are judged by: the terms as people type them, in
// flags and in settings files, and which file counts for which plan.
package policy

import (
	"os"
	"path/filepath"
	"strings"

	"forewarn/audit/gate"
)

// Policy is what one plan is judged by.
type Policy struct {
	gate.Terms
	Against  string // what git may know as a commit; empty when nothing is asked for, or what can only be a file
	File     string // the file that it may be, as seen from here; empty when there is none
	FileFrom string // a folder of the repository, if any, that has to hold that file
	Bank     string // the file of the bank, as seen from here; empty for the questions that are built in
	BankFrom string // a folder of the repository, if any, that has to hold that file; empty where the reader named it
	Settings string // the file that it comes from; empty for none

	says      []string  // each term with its value, for people
	unflagged []setting // what the settings say, or their absence, where no flag does
}

// String says by what a plan is judged, and where that is set.
func (p *Policy) String() string {
	from := "no settings file"
	if p.Settings != "" {
		from = "settings from " + p.Settings
	}
	return from + "; " + strings.Join(p.says, ", ")
}

// isPath reports whether a name can only be that of a file.
func isPath(name string) bool {
	first, _, _ := strings.Cut(filepath.ToSlash(name), "/")
	return first == "." || first == ".." || filepath.IsAbs(name) || filepath.VolumeName(name) != ""
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
