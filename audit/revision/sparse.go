package revision

import (
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
)

// LeftOut looks for documents, at paths seen from a folder, that are part of what
// is checked out and not on the disk, because only some of the repository was
// asked for. In any other repository it finds nothing and does not ask git.
func LeftOut(folder string) func(shown string) bool {
	sparse := sync.OnceValue(func() *Repository {
		if r, err := Open(folder); err == nil && r.isSparse() {
			return r
		}
		return nil
	})
	return func(shown string) bool {
		r := sparse()
		if r == nil {
			return false
		}
		beside, inside := r.within(folder)
		name := path.Join(beside, filepath.ToSlash(shown))
		if !inside || !filepath.IsLocal(filepath.FromSlash(name)) {
			return false
		}
		listed, err := r.git.run(bytesOfName, "ls-files", "-t", "-z", "--", name)
		return err == nil && strings.HasPrefix(string(listed), "S ")
	}
}

// isSparse reports whether git was told what to leave out.
func (r *Repository) isSparse() bool {
	_, err := os.Stat(filepath.Join(r.gitFolder(), "info", "sparse-checkout"))
	return err == nil
}

// gitFolder is where git keeps what belongs to this checkout: .git, or what that
// names where it is a file.
func (r *Repository) gitFolder() string {
	at := filepath.Join(r.Root, ".git")
	info, err := os.Stat(at)
	if err != nil || !info.Mode().IsRegular() || info.Size() > bytesOfName {
		return at
	}
	text, err := os.ReadFile(at)
	if err != nil {
		return at
	}
	named := strings.TrimSpace(strings.TrimPrefix(string(text), "gitdir:"))
	if filepath.IsAbs(named) {
		return named
	}
	return filepath.Join(r.Root, named)
}
