//go:build linux || darwin

package revision

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"forewarn/audit/yamldoc"
)

// fakeGit puts a shell script in the place of git, and returns a repository that
// it is asked about.
func fakeGit(t *testing.T, script string) *Repository {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "git"), []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	root := t.TempDir()
	if err := os.Mkdir(filepath.Join(root, ".git"), 0o755); err != nil {
		t.Fatal(err)
	}
	r, err := Open(root)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// planIn reads the earlier version of a plan of the repository.
func planIn(r *Repository, name, ref string) (*Plan, error) {
	b, err := r.Base(ref)
	if err != nil {
		return nil, err
	}
	return b.Plan(filepath.Join(r.Root, name))
}

func TestWithoutGit(t *testing.T) {
	r := fakeGit(t, "")
	t.Setenv("PATH", t.TempDir())
	if _, err := r.Base("main"); !errors.Is(err, errNoGit) {
		t.Errorf("it says %v", err)
	}
	if full, err := r.Known("before.yaml"); full != "" || err != nil {
		t.Errorf("without git, a file is known as %q, %v", full, err)
	}
}

func TestGitInTheCurrentFolder(t *testing.T) {
	r := fakeGit(t, "")
	t.Setenv("PATH", ".")
	t.Chdir(t.TempDir())
	if err := os.WriteFile("git", []byte("#!/bin/sh\necho abc\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Base("main"); err == nil || !strings.Contains(err.Error(), "nothing is run from there") {
		t.Errorf("it says %v", err)
	}
}

// An owner that git does not trust, in its own words.
const otherOwner = `printf "%s\n" "fatal: detected dubious ownership in repository at '/srv/plans'" "To add an exception for this directory, call:" "" "	git config --global --add safe.directory /srv/plans" >&2; exit 128`

// A fake git answers with a fault, with nonsense or without end.
func TestOddGit(t *testing.T) {
	const (
		asked  = `case "$*" in *rev-parse*) echo abc;; *ls-tree*) printf '100644 blob 1234\tplan.yaml\0';; `
		failed = `echo "fatal: the disk is gone" >&2; echo more >&2; exit 128`
	)
	for _, c := range []struct{ name, script, want string }{
		{"broken", failed, `git says: the disk is gone (exit status 128)`},
		{"silent", `exit 3`, `exit status 3`},
		{"without a fault", `echo "odd" >&2; exit 2`, `git says: odd (exit status 2)`},
		{"talking before the fault", `echo "warning: old" >&2; ` + failed, `git says: the disk is gone (exit status 128)`},
		{"choosing", `echo abc; echo "warning: refname 'main' is ambiguous." >&2`, `more than one thing has this name here, such as a branch and a tag; write refs/heads/NAME for the branch, refs/tags/NAME for the tag`},
		{"of another owner", otherOwner, `git says: detected dubious ownership in repository at '/srv/plans'; if you trust it, run: git config --global --add safe.directory /srv/plans (exit status 128)`},
		{"lost tree", `case "$*" in *rev-parse*) echo abc;; *) ` + failed + `;; esac`, `looking for "ROOT/plan.yaml" in "main": git says: the disk is gone (exit status 128)`},
		{"lost size", asked + `*-s*) ` + failed + `;; esac`, `reading "ROOT/plan.yaml" in "main": git says: the disk is gone (exit status 128)`},
		{"odd size", asked + `*-s*) echo much;; esac`, `reading "ROOT/plan.yaml" in "main": git does not say how large it is: "much\n"`},
		{"lost file", asked + `*-s*) echo 12;; *) ` + failed + `;; esac`, `reading "ROOT/plan.yaml" in "main": git says: the disk is gone (exit status 128)`},
		{"endless list", `case "$*" in *rev-parse*) echo abc;; *) head -c 40000000 /dev/zero;; esac`, `looking for "ROOT/plan.yaml" in "main": the commit has more files than can be looked at`},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := fakeGit(t, c.script)
			_, err := planIn(r, "plan.yaml", "main")
			if want := strings.ReplaceAll(c.want, "ROOT", r.Root); err == nil || err.Error() != want {
				t.Errorf("it says %v\nwant %s", err, want)
			}
		})
	}
}

// Git waits for what never comes, by itself or in a program that it has started.
func TestGitThatWaits(t *testing.T) {
	for _, script := range []string{"exec sleep 5", "sleep 5 & wait", "sleep 5"} {
		r := fakeGit(t, script)
		r.git.patience = 50 * time.Millisecond
		_, err := r.Base("main")
		if want := "git did not answer within 50ms; look at the settings of this repository, in .git/config and what that includes"; err == nil || err.Error() != want {
			t.Errorf("%s: it says %v", script, err)
		}
	}
}

// What is too large is not asked for, and what turns out larger than it said is cut.
func TestLargePlans(t *testing.T) {
	const asked = `case "$*" in *rev-parse*) echo abc;; *ls-tree*) printf '100644 blob 1234\tplan.yaml\0';; `
	for _, c := range []struct{ name, script string }{
		{"too large", asked + `*-s*) echo 1048577;; *) echo "fatal: it was asked for" >&2; exit 1;; esac`},
		{"larger than it said", asked + `*-s*) echo 12;; *) head -c 3000000 /dev/zero;; esac`},
	} {
		t.Run(c.name, func(t *testing.T) {
			was, err := planIn(fakeGit(t, c.script), "plan.yaml", "main")
			if err != nil {
				t.Fatal(err)
			}
			if len(was.Text) != yamldoc.MaxBytes+1 {
				t.Errorf("%d bytes were kept", len(was.Text))
			}
		})
	}
}

// Of all that git reads in its surroundings, only where its program and the
// settings of the user are is left.
func TestReadingEnv(t *testing.T) {
	for _, v := range os.Environ() {
		if name, _, _ := strings.Cut(v, "="); strings.HasPrefix(name, "GIT_") {
			t.Setenv(name, "") // given back at the end
			os.Unsetenv(name)
		}
	}
	t.Setenv("GIT_CONFIG_GLOBAL", "/mine")
	t.Setenv("GIT_SOMETHING_NEW", "1")
	t.Setenv("GIT_ALLOW_PROTOCOL", "ext")
	left := slices.DeleteFunc(readingEnv(), func(v string) bool { return !strings.HasPrefix(v, "GIT_") })
	want := "GIT_CONFIG_GLOBAL=/mine GIT_OPTIONAL_LOCKS=0 GIT_TERMINAL_PROMPT=0 GIT_NO_LAZY_FETCH=1 GIT_ALLOW_PROTOCOL= GIT_NO_REPLACE_OBJECTS=1"
	if got := strings.Join(left, " "); got != want {
		t.Errorf("git is run with %s", got)
	}
}

// Git ends by itself only when all that it says is taken.
func TestAtMost(t *testing.T) {
	var kept bytes.Buffer
	w := &atMost{&kept, 5}
	for _, part := range []string{"abc", "", "defg", "hi"} {
		if n, err := w.Write([]byte(part)); n != len(part) || err != nil {
			t.Fatalf("writing %q took %d, %v", part, n, err)
		}
	}
	if kept.String() != "abcde" {
		t.Errorf("kept %q", kept.String())
	}
}
