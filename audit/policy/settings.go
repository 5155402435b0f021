package main

import (
	"os"
	"path/filepath"
	"strconv"

	"forewarn/audit/disk"
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
)

// settingsName is the file that keeps the flags of check for the plans beside
// it and below it.
const settingsName = ".forewarn.yaml"

// settings are what one file says, or the usual terms when there is none.
type settings struct {
	file string // as it is shown; empty when there is none
	terms
}

// settingsFiles holds the settings that were read, by the file's name.
type settingsFiles map[string]*settings

// forPlan returns the settings of the nearest file. It counts whole: what it
// leaves out is not taken from one further up.
func (known settingsFiles) forPlan(plan string) (*settings, error) {
	file, err := nearestSettings(filepath.Dir(plan))
	if err != nil {
		return nil, inputError(err)
	}
	if known[file] == nil {
		if known[file], err = readSettings(file); err != nil {
			return nil, err
		}
	}
	return known[file], nil
}

// nearestSettings looks beside a plan and above it up to the root of the
// repository that it is in. Outside a repository it looks no further than
// beside the plan: who wrote what lies above is not known.
func nearestSettings(folder string) (string, error) {
	at, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	beside := filepath.Join(folder, settingsName)
	nearest := ""
	for shown := folder; ; shown = filepath.Join(shown, "..") {
		if nearest == "" && exists(filepath.Join(at, settingsName)) {
			nearest = filepath.Join(shown, settingsName)
		}
		if exists(filepath.Join(at, ".git")) {
			return nearest, nil
		}
		above := filepath.Dir(at)
		if above == at {
			break
		}
		at = above
	}
	if nearest != beside {
		return "", nil
	}
	return nearest, nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// settingsKind is what somebody can do who meets trouble with a settings file.
func settingsKind() disk.Kind {
	const next = "rename it, as settings are kept in a file of this name"
	return disk.Kind{MaxBytes: yamldoc.MaxBytes, IfFolder: func(string) string { return next }, IfPipe: next}
}

// readSettings reads a file strictly: a setting that nobody reads would make a
// gate weaker than it looks.
func readSettings(path string) (*settings, error) {
	s := &settings{file: path, terms: usualTerms()}
	if path == "" {
		return s, nil
	}
	src, err := settingsKind().Read(path)
	if err != nil {
		return nil, inputError(err)
	}
	doc, problems := yamldoc.Parse(src)
	if doc != nil {
		problems = append(problems, doc.Decode(&s.terms)...)
		_, wrong := s.terms.read()
		for _, w := range wrong {
			problems = append(problems, yamldoc.Problem{Pos: doc.At(w.key), ID: yamldoc.WrongType, Key: w.key, Message: w.key + " " + w.Error(), Hint: w.hint})
		}
	}
	if len(problems) == 0 {
		return s, nil
	}
	found := make([]rules.Finding, len(problems))
	for i, p := range problems {
		found[i] = rules.Finding{Pos: p.Pos, Severity: rules.Error, ID: p.ID, Key: p.Key, Message: p.Message, Hint: p.Hint}
	}
	rules.Sort(found)
	return nil, openError(path, &planfile.InvalidError{Path: path, Findings: found})
}

// with lays the flags that were typed over the settings. The terms of both
// have been read without a mistake.
func (s *settings) with(flags *terms, typed func(flag string) bool) *criteria {
	t := s.terms
	sources := map[string]string{}
	given := flags.list()
	for i, x := range t.list() {
		if typed(x.key) {
			*x.value, sources[x.key] = *given[i].value, " (flag)"
		} else if x.key == "against" && s.file != "" {
			*x.value = besideSettings(s.file, *x.value)
		}
	}
	if typed("no-waivers") {
		t.Waivers, sources["waivers"] = !flags.noWaivers, " (flag)"
	}
	r, _ := t.read()
	r.settings = s.file
	for _, x := range t.list() {
		if *x.value != "" {
			r.says = append(r.says, x.key+" "+*x.value+sources[x.key])
		}
	}
	r.says = append(r.says, "waivers "+strconv.FormatBool(t.Waivers)+sources["waivers"])
	return r
}

// besideSettings turns the name of a file into its path, as seen from here. A
// name in a settings file is seen from its folder.
func besideSettings(file, against string) string {
	path := filepath.Join(filepath.Dir(file), against)
	if against != "" && !filepath.IsAbs(against) && isFile(path) {
		return path
	}
	return against
}

// isFile reports whether a value of --against is a file and not a commit.
func isFile(against string) bool {
	info, err := os.Stat(against)
	return err == nil && info.Mode().IsRegular()
}
