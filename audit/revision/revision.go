// Package revision reads a plan, and what lies beside it, as they stand in a
// commit of the git repository that the plan is in.
package revision

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"
)

// Plan is a plan as it stands in a commit.
type Plan struct {
	Text    []byte                  // nil when the commit does not have it
	Present func(shown string) bool // whether the commit has something at a relative path, seen from the plan's folder
}

// Read reads the plan at path as it stands in what ref names.
func Read(path, ref string) (*Plan, error) {
	beside := git{folder: filepath.Dir(path)} // where the plan's documents are looked for
	// Of a link, a commit keeps only where it leads.
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	g := git{folder: filepath.Dir(path)}
	commit, err := g.commit(ref)
	if err != nil {
		return nil, fmt.Errorf("comparing with %q: %w", ref, err)
	}
	name := filepath.Base(path)
	// Not being there is told from not being readable, which must not pass for
	// a new plan.
	listed, err := g.run("--literal-pathspecs", "ls-tree", "-z", "--name-only", commit, "--", name)
	if err != nil {
		return nil, fmt.Errorf("looking for %q in %q: %w", path, ref, err)
	}
	was := &Plan{Present: func(shown string) bool {
		_, err := beside.run("cat-file", "-e", commit+":"+relative(shown))
		return err == nil
	}}
	if len(listed) > 0 {
		if was.Text, err = g.run("cat-file", "blob", commit+":./"+name); err != nil {
			return nil, fmt.Errorf("reading %q in %q: %w", path, ref, err)
		}
	}
	return was, nil
}

// relative writes a path as git wants one that starts from the folder.
func relative(shown string) string {
	clean := path.Clean(shown)
	if clean == ".." || strings.HasPrefix(clean, "../") {
		return clean
	}
	return "./" + clean
}
