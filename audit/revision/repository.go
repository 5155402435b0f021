// Package revision reads plans, and what lies beside them, as they stand in a
// commit of the git repository that they are in. The repository is one that
// somebody else may have written: nothing in it is run or fetched.
package revision

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// ErrOutside is for a plan that is in no git repository.
var ErrOutside = errors.New("the plan is in no git repository; name a file, or check out the repository with git")

// Repository is the git repository that a plan is in.
type Repository struct {
	Root string // the folder that holds .git, absolute, without links
	git  git
}

// Open finds the repository around a folder, which need not be there. It asks
// only where the nearest .git is: git itself would also take a folder for a
// repository that holds the files of one.
func Open(folder string) (*Repository, error) {
	root, err := RootAround(real(folder))
	if err != nil {
		return nil, err
	}
	if root == "" {
		return nil, ErrOutside
	}
	return &Repository{Root: root, git: git{folder: root, patience: patience}}, nil
}

// RootAround returns the nearest folder, from this one upwards, that holds a
// .git; empty when none does.
func RootAround(folder string) (string, error) {
	at, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Lstat(filepath.Join(at, ".git")); err == nil {
			return at, nil
		}
		above := filepath.Dir(at)
		if above == at {
			return "", nil
		}
		at = above
	}
}

// real follows the links of a path, also those that lead to nothing.
func real(path string) string { return follow(path, maxHops) }

func follow(path string, hops int) string {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		return target
	}
	above := filepath.Dir(path)
	if above == path {
		return path
	}
	at := filepath.Join(follow(above, hops), filepath.Base(path))
	target, err := os.Readlink(at)
	switch {
	case err != nil || hops == 0:
		return at
	case filepath.IsAbs(target):
		return follow(target, hops-1)
	}
	return follow(filepath.Join(filepath.Dir(at), target), hops-1)
}

// within returns the name of a path in the repository, with slashes; of a link,
// the name of what it leads to. It reports whether it is in there at all.
func (r *Repository) within(path string) (string, bool) {
	at, err := filepath.Abs(real(path))
	if err != nil {
		return "", false
	}
	name, err := filepath.Rel(r.Root, at)
	return filepath.ToSlash(name), err == nil && filepath.IsLocal(name)
}

// isGits reports whether a name in a repository is git's own, as the file with
// its settings is, which may hold secrets.
func isGits(name string) bool {
	first, _, _ := strings.Cut(name, "/")
	return strings.EqualFold(first, ".git")
}
