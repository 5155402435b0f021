package revision

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// patience is how long git may take over one question. A question to a large
// repository takes seconds; one that waits for a pipe in its settings never ends.
const patience = 30 * time.Second

var errNoGit = errors.New("git is not on this machine; install it, or name a file")

// git asks the git program about the repository that a folder holds. It only
// ever reads, and nothing in that repository can make it run a program or ask
// another machine.
type git struct {
	folder   string // the one that holds .git
	patience time.Duration
}

// run returns what git prints, up to a number of bytes and one more. Paths are
// what they are, whatever git would make of them.
func (g git) run(most int, args ...string) ([]byte, error) {
	return g.magic(most, append([]string{"--literal-pathspecs"}, args...)...)
}

// magic is run for paths that are patterns. There is no shell between.
func (g git) magic(most int, args ...string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), g.patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, "git", append(obeyNothing(), args...)...)
	cmd.Dir, cmd.Env = g.folder, readingEnv()
	cmd.WaitDelay = time.Second // for what git started and left behind
	var out, says bytes.Buffer
	cmd.Stdout, cmd.Stderr = &atMost{&out, most + 1}, &atMost{&says, 4096}
	err := cmd.Run()
	switch {
	case ctx.Err() != nil:
		return nil, tooLate(g.patience)
	case errors.Is(err, exec.ErrNotFound), errors.Is(err, exec.ErrDot):
		return nil, unstarted(err)
	case err != nil && says.Len() > 0:
		return nil, fmt.Errorf("git says: %s (%w)", firstFault(says.String()), err)
	case err == nil && strings.Contains(says.String(), " is ambiguous"): // then git has chosen one
		return nil, &NameError{Says: "more than one thing has this name here, such as a branch and a tag; write refs/heads/NAME for the branch, refs/tags/NAME for the tag"}
	}
	return out.Bytes(), err
}

// tooLate is for a git that was waited for in vain.
func tooLate(patience time.Duration) error {
	return fmt.Errorf("git did not answer within %s; look at the settings of this repository, in .git/config and what that includes", patience)
}

// unstarted says why git could not be run.
func unstarted(err error) error {
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return errNoGit
	case errors.Is(err, exec.ErrDot):
		return errors.New("the git that would be run lies in the current folder, and nothing is run from there; put git on the PATH")
	}
	return err
}

// obeyNothing are the flags by which git takes a folder for a repository only
// when it holds a .git, and starts no program that a repository names.
func obeyNothing() []string {
	return []string{
		"--no-pager", "-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false",
		"-c", "core.warnAmbiguousRefs=true", "-c", "submodule.recurse=false",
	}
}

// readingEnv is the environment without what git itself reads there, such as the
// repository that a hook belongs to, but for where its program and the settings
// of this user and this machine are. What is missing is not fetched.
func readingEnv() []string {
	kept := []string{"GIT_EXEC_PATH", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM"}
	env := slices.DeleteFunc(os.Environ(), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		name = strings.ToUpper(name) // Windows knows no case
		return strings.HasPrefix(name, "GIT_") && !slices.Contains(kept, name)
	})
	return append(env, "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0",
		"GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=", "GIT_NO_REPLACE_OBJECTS=1")
}

// firstFault picks the line that says what went wrong, with the remedy that git
// gives for a repository of another owner.
func firstFault(says string) string {
	lines := strings.Split(says, "\n")
	at := max(0, slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, "fatal: ") }))
	fault := strings.TrimPrefix(lines[at], "fatal: ")
	for _, line := range lines {
		if remedy := strings.TrimSpace(line); strings.HasPrefix(remedy, "git config --global --add safe.directory ") {
			fault += "; if you trust it, run: " + remedy
		}
	}
	return fault
}

// failedWith reports whether git ended with this code.
func failedWith(err error, code int) bool {
	var exit *exec.ExitError
	return errors.As(err, &exit) && exit.ExitCode() == code
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
