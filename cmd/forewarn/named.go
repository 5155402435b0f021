package main

import (
	"os"
	"path/filepath"

	"forewarn/audit/revision"
)

// fromRoot names a plan as programs know it that show it beside the code: seen from
// the root of the repository, wherever in it the run began. A runner may say where
// that is. What is in no repository, or outside of it, keeps its name.
func fromRoot(name string) string {
	at, err := filepath.Abs(filepath.FromSlash(name))
	if err != nil {
		return name
	}
	roots := []string{os.Getenv("GITHUB_WORKSPACE")}
	if root, err := revision.RootAround(filepath.Dir(at)); err == nil {
		roots = append(roots, root)
	}
	for _, root := range roots {
		if root == "" {
			continue
		}
		if below, err := filepath.Rel(root, at); err == nil && filepath.IsLocal(below) {
			return filepath.ToSlash(below)
		}
	}
	return name
}
