package revision

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"
)

// Plan is a plan as it stands in a commit.
type Plan struct {
	Text    []byte                  // nil when the commit does not have it; of one that is too large, a byte more than a plan may have
	Present func(shown string) bool // whether the commit has something at a relative path, seen from the plan's folder
	Was     string                  // its name there, seen from the root of the repository, when it has another one now; else empty
}

// Plan reads what the plan at a path is to be held against.
func (b *Base) Plan(at string) (*Plan, error) {
	if b.IsFile() {
		return b.ownFile()
	}
	beside, _ := b.repo.within(filepath.Dir(at)) // where the plan's documents are looked for
	was := &Plan{Present: presentIn(b.Commit, beside, b.has)}
	name, inside := b.repo.within(at)
	if !inside {
		return was, nil
	}
	e, err := b.find(name)
	if err == nil && e == nil {
		e, err = b.formerly(name)
	}
	if err != nil {
		return nil, fmt.Errorf("looking for %q in %q: %w", at, b.name, err)
	}
	if e == nil {
		return was, nil
	}
	if e.renamed {
		was.Was = e.name
	}
	if was.Text, err = b.repo.read(e); err != nil {
		return nil, fmt.Errorf("reading %q in %q: %w", at, b.name, err)
	}
	return was, nil
}

// ownFile reads the one file that REF:path names.
func (b *Base) ownFile() (*Plan, error) {
	name := path.Clean(b.file)
	e, err := b.find(name)
	if err != nil {
		return nil, fmt.Errorf("looking for %q: %w", b.name, err)
	}
	if e == nil {
		return nil, fmt.Errorf("there is no file %q in that commit; write its path as seen from the root of the repository", b.file)
	}
	was := &Plan{Present: presentIn(b.Commit, path.Dir(name), b.has)}
	if was.Text, err = b.repo.read(e); err != nil {
		return nil, fmt.Errorf("reading %q: %w", b.name, err)
	}
	return was, nil
}

// presentIn looks for documents from a folder of the repository, as has finds them
// in a commit.
func presentIn(commit, folder string, has func(commit, name string) bool) func(shown string) bool {
	return func(shown string) bool {
		name := path.Join(folder, shown)
		return filepath.IsLocal(filepath.FromSlash(name)) && has(commit, name)
	}
}

func (b *Base) has(commit, name string) bool {
	_, err := b.repo.git.run(0, "cat-file", "-e", commit+":"+name)
	return err == nil
}

// formerly finds a plan that the commit does not have under its name: under the
// one that it has on the disk, which may be typed in other letters, or under the
// one from which git knows it to have been renamed.
func (b *Base) formerly(name string) (*entry, error) {
	if onDisk := b.repo.spelled(name); onDisk != name {
		name = onDisk
		if e, err := b.find(name); e != nil || err != nil {
			return e, err
		}
	}
	renamed, err := b.renames(name)
	if err != nil || renamed[name] == "" {
		return nil, err
	}
	e, err := b.find(renamed[name])
	if e != nil {
		e.renamed = true
	}
	return e, err
}

// renames returns, by their new names, the old ones of the files that were
// renamed between the commit and what is next to be committed. It looks at the
// YAML files and at one more name: among all files of a large change it would
// give up.
func (b *Base) renames(also ...string) (map[string]string, error) {
	args := []string{
		"-c", "diff.relative=false", "diff-index", "--cached", "-M", "-l32767", "--diff-filter=R", "--name-status", "-z",
		"--ignore-submodules=all", b.Commit, "--", ":(top,icase,glob)**/*.yaml", ":(top,icase,glob)**/*.yml",
	}
	for _, name := range also {
		args = append(args, ":(top,literal)"+name)
	}
	out, err := b.repo.git.magic(bytesOfList, args...)
	if err != nil {
		return nil, err
	}
	old := map[string]string{}
	fields := strings.Split(string(out), "\x00")
	for i := 0; i+2 < len(fields); i += 3 {
		old[fields[i+2]] = fields[i+1]
	}
	return old, nil
}
