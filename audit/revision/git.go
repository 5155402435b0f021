package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"forewarn/audit/yamldoc"
)

// git asks the git program about the repository that a folder is in. It only
// ever reads.
type git struct{ folder string }

// committedPlan reads a plan as it stands in a commit. Its src is nil when the
// commit does not have it.
func committedPlan(plan, ref string) (*earlier, error) {
	beside := git{folder: filepath.Dir(plan)} // where the plan's documents are looked for
	// Of a link, a commit keeps only where it leads.
	if target, err := filepath.EvalSymlinks(plan); err == nil {
		plan = target
	}
	g := git{folder: filepath.Dir(plan)}
	commit, err := g.commit(ref)
	if err != nil {
		return nil, fmt.Errorf("comparing with %q: %w", ref, err)
	}
	name := filepath.Base(plan)
	// Not being there is told from not being readable, which must not pass for
	// a new plan.
	listed, err := g.run("--literal-pathspecs", "ls-tree", "-z", "--name-only", commit, "--", name)
	if err != nil {
		return nil, fmt.Errorf("looking for %q in %q: %w", plan, ref, err)
	}
	was := &earlier{present: func(shown string) bool {
		_, err := beside.run("cat-file", "-e", commit+":"+relative(shown))
		return err == nil
	}}
	if len(listed) > 0 {
		if was.src, err = g.run("cat-file", "blob", commit+":./"+name); err != nil {
			return nil, fmt.Errorf("reading %q in %q: %w", plan, ref, err)
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

// commit returns the full id of what ref names.
func (g git) commit(ref string) (string, error) {
	out, err := g.run("rev-parse", "--verify", "--quiet", ref+"^{commit}")
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 1 {
		return "", errors.New("there is no such file, and no such commit, branch or tag here; check the name, or fetch it first (in CI, check out with the whole history)")
	}
	if err != nil {
		return "", err
	}
	return strings.TrimSpace(string(out)), nil
}

// run returns what git prints, as much of it as a plan may hold. There is no
// shell between.
func (g git) run(args ...string) ([]byte, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = g.folder
	cmd.Env = readingEnv()
	var out, says bytes.Buffer
	cmd.Stdout, cmd.Stderr = &atMost{&out, yamldoc.MaxBytes + 1}, &says
	err := cmd.Run()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, errors.New("git is not on this machine; install it, or name a file")
	case err != nil && says.Len() > 0:
		first, _, _ := strings.Cut(says.String(), "\n")
		return nil, fmt.Errorf("git says: %s (%w)", strings.TrimPrefix(first, "fatal: "), err)
	}
	return out.Bytes(), err
}

// readingEnv is the environment without what ties git to another repository
// than the plan's, as it does inside a hook.
func readingEnv() []string {
	env := slices.DeleteFunc(os.Environ(), func(v string) bool {
		return strings.HasPrefix(v, "GIT_DIR=") || strings.HasPrefix(v, "GIT_WORK_TREE=") || strings.HasPrefix(v, "GIT_PREFIX=")
	})
	return append(env, "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0")
}

// atMost passes on the first bytes and swallows the rest.
type atMost struct {
	w    io.Writer
	left int
}

// Write never says that it wrote less: git is to end by itself.
func (a *atMost) Write(p []byte) (int, error) {
	kept := p[:min(len(p), a.left)]
	a.left -= len(kept)
	if _, err := a.w.Write(kept); err != nil {
		return 0, err
	}
	return len(p), nil
}
