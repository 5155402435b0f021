package revision

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"

	"forewarn/audit/yamldoc"
)

// git asks the git program about the repository that a folder is in. It only
// ever reads.
type git struct{ folder string }

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
