package revision

import (
	"os"
	"path/filepath"
	"slices"
)

// Gone returns the paths of the plans that the commit has among the wanted files,
// and of which nothing is left in what is checked out, under this name or, as far
// as git knows, another. One that cannot be read is taken for a plan.
func (b *Base) Gone(wanted func(path string) bool, isPlan func(text []byte) bool) ([]string, error) {
	files, err := b.list()
	if err != nil {
		return nil, err
	}
	files = slices.DeleteFunc(files, func(e entry) bool {
		path := b.repo.path(e.name)
		_, err := os.Lstat(path)
		return err == nil || !wanted(path)
	})
	if len(files) == 0 {
		return nil, nil
	}
	renamed, err := b.renames()
	if err != nil {
		return nil, err
	}
	there := map[string]bool{}
	for _, old := range renamed {
		there[old] = true
	}
	leftOut := LeftOut(b.repo.Root)
	var gone []string
	for i := range files {
		e := &files[i]
		if there[e.name] || leftOut(e.name) {
			continue
		}
		if text, err := b.repo.read(e); err != nil || isPlan(text) {
			gone = append(gone, b.repo.path(e.name))
		}
	}
	return gone, nil
}

// path is where a name of the repository is on the disk.
func (r *Repository) path(name string) string {
	return filepath.Join(r.Root, filepath.FromSlash(name))
}
