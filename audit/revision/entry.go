package revision

import (
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"forewarn/audit/yamldoc"
)

// entry is a file of a commit, or a link in one.
type entry struct {
	id, name string
	link     bool
	renamed  bool // whether it has another name now
}

// bytesOfList is room for the names of some hundred thousand files.
const bytesOfList = 32 << 20

// maxHops is how many links may lead on from one another.
const maxHops = 8

// find returns the file that the commit has under a name, also behind links that
// stay in the repository; nil when it has none. Not being there is told from not
// being readable, which must not pass for a new plan.
func (b *Base) find(name string) (*entry, error) {
	for range maxHops {
		if !filepath.IsLocal(filepath.FromSlash(name)) {
			return nil, nil
		}
		e, rest, err := b.first(name)
		if err != nil || e == nil || !e.link {
			return e, err
		}
		target, err := b.repo.read(e)
		if err != nil {
			return nil, err
		}
		name = path.Join(path.Dir(e.name), string(target), rest)
	}
	return nil, errors.New("there, it is a link that leads to another one, and so on")
}

// first returns the file that has a name, or the first link on the way to it with
// the rest of the way.
func (b *Base) first(name string) (e *entry, rest string, err error) {
	if e, err = b.one(name); e != nil || err != nil {
		return e, "", err
	}
	for i, c := range name {
		if c != '/' {
			continue
		}
		if e, err = b.one(name[:i]); err != nil || e != nil && e.link {
			return e, name[i+1:], err
		}
	}
	return nil, "", nil
}

// one returns what has exactly this name, unless it is a folder.
func (b *Base) one(name string) (*entry, error) {
	found, err := b.list(name)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return &found[0], nil
}

// list returns the files and links that the commit has under these names; without
// a name, all of them.
func (b *Base) list(names ...string) ([]entry, error) {
	args := []string{"ls-tree", "-z", "--full-tree"}
	if len(names) == 0 {
		args = append(args, "-r")
	}
	out, err := b.repo.git.run(bytesOfList, append(append(args, b.Commit, "--"), names...)...)
	if err != nil {
		return nil, err
	}
	if len(out) > bytesOfList {
		return nil, errors.New("the commit has more files than can be looked at")
	}
	var found []entry
	for line := range strings.SplitSeq(strings.TrimSuffix(string(out), "\x00"), "\x00") {
		about, name, _ := strings.Cut(line, "\t")
		if f := strings.Fields(about); len(f) == 3 && f[1] == "blob" {
			found = append(found, entry{id: f[2], name: name, link: f[0] == "120000"})
		}
	}
	return found, nil
}

// read returns the text of a file. Its size is asked first, as git makes room for
// the whole of it.
func (r *Repository) read(e *entry) ([]byte, error) {
	says, err := r.git.run(bytesOfName, "cat-file", "-s", e.id)
	if err != nil {
		return nil, err
	}
	size, err := strconv.ParseInt(strings.TrimSpace(string(says)), 10, 64)
	if err != nil {
		return nil, fmt.Errorf("git does not say how large it is: %q", says)
	}
	if size > yamldoc.MaxBytes {
		return make([]byte, yamldoc.MaxBytes+1), nil
	}
	text, err := r.git.run(yamldoc.MaxBytes, "cat-file", "blob", e.id)
	if err != nil {
		return nil, err
	}
	return append([]byte{}, text...), nil
}
