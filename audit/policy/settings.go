package policy

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"forewarn/audit/disk"
	"forewarn/audit/revision"
	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
)

// FileName is the file that keeps the flags of check for the plans beside
// it and below it.
const FileName = ".forewarn.yaml"

// Settings finds what plans are judged by, and reads every settings file once.
type Settings struct {
	flags *Typed
	given func(key string) bool
	known map[string]*Typed // by the name of the file
}

// NewSettings returns settings over which the flags lie that were given.
func NewSettings(flags *Typed, given func(key string) bool) *Settings {
	return &Settings{flags: flags, given: given, known: map[string]*Typed{}}
}

// For returns what a plan is judged by, seen from the nearest settings file,
// which counts whole: what it leaves out is not taken from one further up. The
// error is a *rules.InvalidError when the file cannot be used as it is.
func (s *Settings) For(plan string) (*Policy, error) {
	file, err := nearest(filepath.Dir(plan))
	if err != nil {
		return nil, err
	}
	if s.known[file] == nil {
		if s.known[file], err = read(file); err != nil {
			return nil, err
		}
	}
	if err := s.clash(file, s.known[file]); err != nil {
		return nil, err
	}
	return s.over(file, *s.known[file]), nil
}

// ClashError is for a bank that is named twice: by the reader, and by settings, which
// must not have their own in its place.
type ClashError struct{ Settings, Named, Given string }

// Error gives the two with where they are named.
func (e *ClashError) Error() string {
	return fmt.Sprintf("--bank names %q, and %s names %q; leave one of the two out", e.Given, e.Settings, e.Named)
}

// clash refuses settings that name another bank than the flag. An empty flag asks for
// none.
func (s *Settings) clash(file string, t *Typed) error {
	given, named := s.flags.Bank, bankSeenFrom(filepath.Dir(file), t.Bank)
	if !s.given("bank") || given == "" || named == "" || isSameFile(given, named) {
		return nil
	}
	return &ClashError{Settings: file, Named: named, Given: given}
}

// nearest looks beside a plan and above it up to the root of the
// repository that it is in. Outside a repository it looks no further than
// beside the plan: who wrote what lies above is not known. A file that is meant
// to be one and has another name stops the run, as it would else count for
// nothing without a word.
func nearest(folder string) (string, error) {
	folders, err := upToRoot(folder)
	if err != nil {
		return "", err
	}
	found := ""
	for _, at := range folders {
		for _, name := range nearNames {
			if path := filepath.Join(at, name); isFile(path) {
				return "", fmt.Errorf("%q is not read: settings are kept in a file with the name %s; rename it, or take it away", path, FileName)
			}
		}
		if path := filepath.Join(at, FileName); found == "" && exists(path) {
			found = path
		}
	}
	return found, nil
}

// nearNames are those that are easily given to settings in place of their own.
var nearNames = []string{".forewarn", ".forewarn.yml", ".forewarn.json", ".forewarn.toml"}

// upToRoot lists the folders in which settings count for the plans in a folder, as
// seen from here.
func upToRoot(folder string) ([]string, error) {
	root, err := revision.RootAround(folder)
	if err != nil || root == "" {
		return []string{folder}, err
	}
	at, err := filepath.Abs(folder)
	if err != nil {
		return nil, err
	}
	folders := []string{folder}
	for shown := folder; at != root; at = filepath.Dir(at) {
		shown = filepath.Join(shown, "..")
		folders = append(folders, shown)
	}
	return folders, nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// kind is what somebody can do who meets trouble with a settings file.
func kind() disk.Kind {
	const next = "rename it, as settings are kept in a file of this name"
	return disk.Kind{MaxBytes: yamldoc.MaxBytes, IfFolder: func(string) string { return next }, IfPipe: next}
}

// read reads a file strictly: a setting that nobody reads would make a gate
// weaker than it looks. No file says what is usual.
func read(path string) (*Typed, error) {
	t := Usual()
	if path == "" {
		return &t, nil
	}
	if err := revision.Contained(filepath.Dir(path), path); err != nil {
		return nil, fmt.Errorf("reading %q: %w", path, err)
	}
	src, err := kind().Read(path)
	if err != nil {
		return nil, err
	}
	if err := isSettings(src); err != nil {
		return nil, fmt.Errorf("reading %q: %w", path, err)
	}
	found := parse(src, &t)
	if len(found) == 0 {
		return &t, nil
	}
	return nil, &rules.InvalidError{Path: path, Findings: found}
}

// isSettings tells a file that has none of the settings, not even with a slip,
// from one with a mistake: what stands in the former is something else, and is
// not shown. In a file in which nothing stands, all is as usual.
func isSettings(src []byte) error {
	var keys []string
	for _, x := range (&Typed{}).terms() {
		keys = append(keys, x.key)
	}
	all := strings.Join(keys, ", ") + " and waivers"
	keys = append(keys, "waivers")
	if len(src) > yamldoc.MaxBytes || yamldoc.Names(src, keys...) {
		return nil
	}
	doc, _ := yamldoc.Parse(src)
	isOne := func(key string) bool { return yamldoc.Suggest(key, keys) != "" }
	if doc != nil && (doc.IsEmpty() || slices.ContainsFunc(doc.Keys(), isOne)) {
		return nil
	}
	return errors.New("these are no settings of forewarn; they are " + all)
}

// parse reads the text of a settings file over what t says, and returns what is
// wrong with it, sorted.
func parse(src []byte, t *Typed) []rules.Finding {
	doc, problems := yamldoc.Parse(src)
	if doc != nil {
		problems = append(problems, doc.Decode(t)...)
		_, wrong := t.read()
		for _, w := range wrong {
			problems = append(problems, yamldoc.Problem{Pos: doc.At(w.Key), ID: rules.WrongType, Key: w.Key, Message: w.Key + " " + w.Error(), Hint: w.Hint})
		}
	}
	found := rules.FromProblems(problems)
	rules.Sort(found)
	return found
}

// over lays the flags that were given over what a file says. Both have been
// read without a Misfit.
func (s *Settings) over(file string, t Typed) *Policy {
	unflagged := s.unflagged(t)
	sources := map[string]string{}
	flags := s.flags.terms()
	for i, x := range t.terms() {
		if s.given(x.key) {
			*x.value, sources[x.key] = *flags[i].value, " (flag)"
		}
	}
	if s.given("waivers") {
		t.Waivers, sources["waivers"] = s.flags.Waivers, " (flag)"
	}
	p, _ := t.read()
	p.Settings, p.unflagged = file, unflagged
	folder := filepath.Dir(file)
	if s.given("against") {
		folder = "."
	}
	p.Against, p.File = seenFrom(folder, t.Against)
	p.FileFrom = folder
	if s.given("against") {
		p.FileFrom = filepath.Dir(p.File)
	}
	t.Against = cmp.Or(p.Against, p.File)
	if !s.given("bank") && p.Bank != "" {
		p.BankFrom = filepath.Dir(file)
		p.Bank = bankSeenFrom(p.BankFrom, p.Bank)
	}
	t.Bank = p.Bank
	t.MinGrade = cmp.Or(t.MinGrade, usualGrade)
	for _, x := range t.terms() {
		if *x.value != "" {
			p.says = append(p.says, x.key+" "+*x.value+sources[x.key])
		}
	}
	p.says = append(p.says, "waivers "+strconv.FormatBool(t.Waivers)+sources["waivers"])
	return p
}

// bankSeenFrom is the path of a bank that settings in a folder name, as seen from here.
func bankSeenFrom(folder, name string) string {
	if name == "" || filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(folder, filepath.FromSlash(name))
}

func isSameFile(one, other string) bool {
	a, err := os.Stat(one)
	if err != nil {
		return false
	}
	b, err := os.Stat(other)
	return err == nil && os.SameFile(a, b)
}

// seenFrom tells what a name that is written in a folder may be: what git knows,
// or the file there, whose path it returns as seen from here, whatever has this
// name here. A path may look like an option, which a name may not.
func seenFrom(folder, name string) (known, file string) {
	path := name
	if folder != "." && !filepath.IsAbs(name) {
		path = filepath.Join(folder, name)
	}
	switch {
	case name == "":
		return "", ""
	case isPath(name):
		return "", path
	case isFile(path):
		return name, path
	}
	return name, ""
}
