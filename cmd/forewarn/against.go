package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"forewarn/audit"
	"forewarn/audit/planfile"
	"forewarn/audit/policy"
	"forewarn/audit/revision"
)

// bases finds the commits that plans are held against, each once in a run.
type bases map[[2]string]foundBase // by the root of the repository and the name

// foundBase is a commit, or why it was not found.
type foundBase struct {
	base  *revision.Base
	err   error
	banks map[string]bankSince // by the path of the bank
}

// bankSince says that a bank is another than in a commit, or why that is not known.
type bankSince struct {
	says string
	err  error
}

// settle finds out what a plan is held against. The error is one of usage; a
// commit that is not there is told when the plan is judged.
func (b bases) settle(j *job) error {
	if j.by.Against == "" {
		return nil
	}
	repo, err := revision.Open(filepath.Dir(j.name))
	switch {
	case j.by.File == "" && err != nil:
		j.base.err = err
	case j.by.File == "":
		j.base = b.of(repo, j.by.Against)
	case err == nil:
		j.base.err = onlyFile(repo, j.by.Against)
	}
	var unclear *revision.NameError
	if errors.As(j.base.err, &unclear) {
		return usageError(fmt.Errorf("--against %q: %w", j.by.Against, unclear))
	}
	if j.by.Bank != "" && j.base.base != nil {
		j.bankSince = j.base.bankSince(j.by.Bank)
	}
	return nil
}

// onlyFile makes sure that git knows nothing by the name of a file: who may add
// a file must not be able to put it in the place of a branch.
func onlyFile(repo *revision.Repository, name string) error {
	full, err := repo.Known(name)
	if err == nil && full != "" {
		return &revision.NameError{Says: fmt.Sprintf("a file here has this name, and git knows a commit by it, too; write ./%s for the file, %s for the commit", name, full)}
	}
	if err != nil {
		return fmt.Errorf("%w; to mean the file, write ./%s", err, name)
	}
	return nil
}

func (b bases) of(repo *revision.Repository, name string) foundBase {
	key := [2]string{repo.Root, name}
	found, asked := b[key]
	if !asked {
		found.base, found.err = repo.Base(name)
		found.banks = map[string]bankSince{}
		b[key] = found
	}
	return found
}

// againstFile is the one file that the plan is held against, on the disk or in a
// commit; empty for none.
func (j *job) againstFile() string {
	if j.base.base != nil && j.base.base.IsFile() {
		return j.by.Against
	}
	return j.by.File
}

// says tells by what the plan is judged, and where that is set.
func (j *job) says() string {
	says := fmt.Sprintf("%s: %s", j.name, j.by)
	switch base := j.base.base; {
	case j.base.err != nil, base == nil && j.by.File == "":
		return says
	case base == nil:
		return says + "; held against the file " + j.by.File
	case base.Parted:
		return says + fmt.Sprintf("; held against commit %s, where the two parted", base.Commit)
	default:
		return says + fmt.Sprintf("; held against commit %s", base.Commit)
	}
}

// earlier is what the plan is held against, or nil.
func (j *job) earlier() *audit.Earlier {
	switch {
	case j.base.err != nil:
		return &audit.Earlier{Name: j.by.Against, Read: func() (*audit.Source, error) {
			return &audit.Source{}, fmt.Errorf("comparing with %q: %w", j.by.Against, j.base.err)
		}}
	case j.base.base != nil:
		return j.earlierCommit()
	case j.by.File != "":
		return earlierFile(j.by)
	}
	return nil
}

// earlierFile is the file that a plan is held against. One that settings name
// has to be in the same repository.
func earlierFile(by *policy.Policy) *audit.Earlier {
	return &audit.Earlier{Name: by.File, Read: func() (*audit.Source, error) {
		if err := revision.Contained(by.FileFrom, by.File); err != nil {
			return &audit.Source{}, fmt.Errorf("reading %q: %w", by.File, err)
		}
		src, err := readSource(by.File, by.File)
		if err == nil {
			err = isPlan(by.File, src.Text)
		}
		return &src, err
	}}
}

// isPlan makes sure that a file that was named by hand is one to compare with.
func isPlan(name string, text []byte) error {
	if err := planfile.Kind(text); err != nil {
		return fmt.Errorf("comparing with %q: %w", name, err)
	}
	return nil
}

// earlierCommit is the plan as it stands in a commit.
func (j *job) earlierCommit() *audit.Earlier {
	base := j.base.base
	return &audit.Earlier{Name: base.String(), Read: func() (*audit.Source, error) {
		was, err := base.Plan(j.name)
		if err != nil {
			return &audit.Source{}, err
		}
		if base.IsFile() {
			if err := isPlan(j.by.Against, was.Text); err != nil {
				return &audit.Source{}, err
			}
		}
		src := &audit.Source{Name: j.name, Text: was.Text, Present: was.Present}
		if was.Was != "" {
			src.Notes = append(src.Notes, fmt.Sprintf("in %s the plan was called %q", base, was.Was))
		}
		terms, err := base.Nearest(j.name, policy.FileName)
		if err != nil {
			return &audit.Source{}, err
		}
		for _, changed := range j.by.Since(terms) {
			src.Notes = append(src.Notes, fmt.Sprintf("the settings are others than in %s: %s", base, changed))
		}
		if j.bankSince.says != "" {
			src.Notes = append(src.Notes, j.bankSince.says)
		}
		if j.bankSince.err != nil {
			return &audit.Source{}, j.bankSince.err
		}
		return src, nil
	}}
}

// bankSince says that a bank lies in the repository and is another than in the commit:
// who may change a plan may change what it is judged by. Each bank is looked up once.
func (f foundBase) bankSince(bank string) bankSince {
	found, known := f.banks[bank]
	if !known {
		found.says, found.err = changedBank(f.base, bank)
		f.banks[bank] = found
	}
	return found
}

func changedBank(base *revision.Base, bank string) (string, error) {
	if !base.Holds(bank) {
		return "", nil
	}
	was, err := base.File(bank)
	if err != nil {
		return "", err
	}
	now, err := readBank(bank)
	switch {
	case err != nil:
		return "", err
	case was == nil:
		return fmt.Sprintf("the bank %s is not in %s", bank, base), nil
	case !bytes.Equal(was, now):
		return fmt.Sprintf("the bank %s is another than in %s", bank, base), nil
	}
	return "", nil
}

// gone says which plans, in the folders and patterns that were searched, only the
// commits have that plans are held against. A deletion is no reason to fail, and
// none to be silent.
func (b bases) gone(searched []string) ([]string, error) {
	var says []string
	for _, found := range b {
		if found.base == nil || found.base.IsFile() || len(searched) == 0 {
			continue
		}
		paths, err := found.base.Gone(isWanted(searched), planfile.IsPlan)
		if err != nil {
			return nil, fmt.Errorf("looking for plans that are gone since %s: %w", found.base, err)
		}
		for _, path := range paths {
			says = append(says, fmt.Sprintf("%s: note: %s has this plan, and here it is gone", fromHere(path), found.base))
		}
	}
	slices.Sort(says)
	return says, nil
}

// isWanted reports whether a file that is not there any more would have been
// found where it was searched.
func isWanted(searched []string) func(path string) bool {
	return func(path string) bool {
		shown := fromHere(path)
		return slices.ContainsFunc(searched, func(arg string) bool {
			if filepath.IsAbs(arg) {
				arg = fromHere(arg)
			}
			below, err := filepath.Rel(arg, shown)
			if err == nil && filepath.IsLocal(below) {
				return isYAML(path) && !slices.ContainsFunc(strings.Split(filepath.ToSlash(below), "/"), hidden)
			}
			matched, err := doublestar.PathMatch(filepath.Clean(arg), shown)
			return err == nil && matched && (!hidden(shown) || hidden(arg))
		})
	}
}

// fromHere writes a path as seen from the current folder, where that is shorter.
func fromHere(path string) string {
	here, err := os.Getwd()
	if err != nil {
		return path
	}
	if target, err := filepath.EvalSymlinks(here); err == nil {
		here = target
	}
	shown, err := filepath.Rel(here, path)
	if err != nil {
		return path
	}
	return shown
}
