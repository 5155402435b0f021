package revision

import (
	"os"
	"path"
	"path/filepath"
	"strings"
)

// spelled returns a name in the repository as the disk spells it. Some systems
// find a file under other letters than its own; git knows it by those alone.
func (r *Repository) spelled(name string) string {
	folder := r.Root
	parts := strings.Split(name, "/")
	for i, part := range parts {
		parts[i] = spelledIn(folder, part)
		folder = filepath.Join(folder, parts[i])
	}
	return path.Join(parts...)
}

func spelledIn(folder, name string) string {
	meant, err := os.Lstat(filepath.Join(folder, name))
	if err != nil {
		return name
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return name
	}
	found := name
	for _, e := range entries {
		if e.Name() == name {
			return name
		}
		if info, err := e.Info(); err == nil && os.SameFile(info, meant) {
			found = e.Name()
		}
	}
	return found
}
