package revision

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
)

// Base is the commit that plans are held against.
type Base struct {
	Commit string // its full id
	Parted bool   // whether it is where the branch of that name and this one parted, and not what the name stands for

	repo *Repository
	name string // what the user calls it
	file string // the one that is meant, by its name in the repository; empty when each plan is held against itself
}

// NameError is for a name that does not say which commit is meant.
type NameError struct{ Says string }

// Error says what to write instead.
func (e *NameError) Error() string { return e.Says }

// Base finds the commit that is meant. Of a branch, it is the one where that
// branch and what is checked out parted, so that what others have done on it
// since is not held against anybody; a...b is where those two parted. Any other
// name is a commit exactly, and REF:path a file in one, seen from the root of
// the repository. The error is a *NameError when a name can mean two things.
func (r *Repository) Base(name string) (*Base, error) {
	ref, file, isFile := strings.Cut(name, ":")
	one, other, isParting := strings.Cut(name, "...")
	switch {
	case isFile:
		return r.fileIn(ref, file, name)
	case isParting:
		commit, err := r.parting(cmp.Or(one, "HEAD"), cmp.Or(other, "HEAD"))
		return &Base{repo: r, name: name, Commit: commit, Parted: true}, err
	case strings.Contains(name, ".."):
		return nil, &NameError{Says: "that is all that lies between two commits; name one of them, or write three dots for the commit where two branches parted"}
	}
	return r.named(name)
}

// named finds the commit of a name that is one word.
func (r *Repository) named(name string) (*Base, error) {
	tip, err := r.exactly(name)
	if err != nil {
		return nil, err
	}
	b := &Base{repo: r, name: name, Commit: tip}
	full, err := r.fullName(name)
	if err != nil || name == "HEAD" || name == "@" || !isBranch(full) {
		return b, err
	}
	b.Commit, err = r.parting(tip, "HEAD")
	b.Parted = b.Commit != tip
	return b, err
}

func isBranch(full string) bool {
	return strings.HasPrefix(full, "refs/heads/") || strings.HasPrefix(full, "refs/remotes/")
}

// fileIn finds the commit of REF:path. What git takes for a path that starts from
// the current folder is refused, as it would be another one elsewhere.
func (r *Repository) fileIn(ref, file, name string) (*Base, error) {
	switch first, _, _ := strings.Cut(file, "/"); {
	case ref == "":
		return nil, &NameError{Says: "no commit is named in front of the colon"}
	case first == "" || first == "." || first == "..":
		return nil, &NameError{Says: "behind the colon, write the path of a file as seen from the root of the repository"}
	}
	commit, err := r.exactly(ref)
	return &Base{repo: r, name: name, file: file, Commit: commit}, err
}

// String is what the user calls it, with the commit that this is.
func (b *Base) String() string {
	short := b.Commit[:min(10, len(b.Commit))]
	if strings.HasPrefix(b.name, short) {
		return b.name
	}
	return fmt.Sprintf("%s (%s)", b.name, short)
}

// IsFile reports whether it is one file of a commit.
func (b *Base) IsFile() bool { return b.file != "" }

// Known returns in full what git knows by a name: a branch, a tag, or else some
// commit. It is empty when git knows nothing of that name, or is not there.
func (r *Repository) Known(name string) (string, error) {
	_, err := r.exactly(name)
	switch {
	case errors.Is(err, errUnknown), errors.Is(err, errNoGit):
		return "", nil
	case err != nil:
		return "", err
	}
	full, err := r.fullName(name)
	return cmp.Or(full, name+"^{commit}"), err
}

// errUnknown is for a name that git does not know.
var errUnknown = errors.New("there is no such file, and no such commit, branch or tag here; check the name, or fetch it first (in CI, check out with the whole history)")

// exactly returns the full id of the commit that a name stands for.
func (r *Repository) exactly(ref string) (string, error) {
	out, err := r.git.run(bytesOfName, "rev-parse", "--verify", "--quiet", ref+"^{commit}")
	if failedWith(err, 1) {
		return "", errUnknown
	}
	return strings.TrimSpace(string(out)), err
}

// fullName returns the name of a branch or tag in full; empty for other commits.
func (r *Repository) fullName(ref string) (string, error) {
	out, err := r.git.run(bytesOfName, "rev-parse", "--symbolic-full-name", ref)
	if err != nil {
		return "", err
	}
	return strings.TrimSpace(string(out)), nil
}

// parting returns the commit where two histories parted, the first if there are
// several. Without one there is nothing to compare with, and the tip of a branch
// is no stand-in: it holds what others have done since.
func (r *Repository) parting(one, other string) (string, error) {
	ids := make([]string, 0, 2)
	for _, ref := range []string{one, other} {
		id, err := r.exactly(ref)
		if err != nil {
			return "", err
		}
		ids = append(ids, id)
	}
	out, err := r.git.run(bytesOfName, "merge-base", ids[0], ids[1])
	if failedWith(err, 1) {
		return "", errors.New("the history that is here does not reach back to where the two parted; fetch the history (git fetch --unshallow; in CI, check out with the whole history)")
	}
	first, _, _ := strings.Cut(string(out), "\n")
	return first, err
}

// bytesOfName is more than git says when it is asked for one name.
const bytesOfName = 64 << 10
