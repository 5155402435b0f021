package revision

import (
	"fmt"
	"path"
	"path/filepath"
)

// Nearest returns the text of the file of this name that lies beside a plan, or
// else above it next, as the commit has it; nil when it has none.
func (b *Base) Nearest(plan, file string) ([]byte, error) {
	folder, inside := b.repo.within(filepath.Dir(plan))
	if !inside {
		return nil, nil
	}
	for ; ; folder = path.Dir(folder) {
		e, err := b.find(path.Join(folder, file))
		if err == nil && e != nil {
			text, err := b.repo.read(e)
			return text, err
		}
		if err != nil {
			return nil, fmt.Errorf("looking for %q in %q: %w", file, b.name, err)
		}
		if folder == "." {
			return nil, nil
		}
	}
}

// File returns the text of the file at a path, as the commit has it; nil when it has
// none, or the path leads out of the repository.
func (b *Base) File(at string) ([]byte, error) {
	name, inside := b.repo.within(at)
	if !inside {
		return nil, nil
	}
	e, err := b.find(name)
	if err == nil && e != nil {
		var text []byte
		if text, err = b.repo.read(e); err == nil {
			return text, nil
		}
	}
	if err != nil {
		return nil, fmt.Errorf("looking for %q in %q: %w", at, b.name, err)
	}
	return nil, nil
}

// Holds reports whether a path lies in the repository of the commit.
func (b *Base) Holds(at string) bool {
	_, inside := b.repo.within(at)
	return inside
}
