//go:build linux || darwin

package revision

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"forewarn/audit/yamldoc"
)

func TestWithoutGit(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := Read("plan.yaml", "main")
	if err == nil || !strings.Contains(err.Error(), `comparing with "main": git is not on this machine; install it, or name a file`) {
		t.Errorf("it says %v", err)
	}
}

// A fake git answers without end, fails, or cannot be read.
func TestOddGit(t *testing.T) {
	for _, c := range []struct{ name, script, want string }{
		{"endless", `case "$1" in rev-parse) echo abc;; *) head -c 3000000 /dev/zero;; esac`, ""},
		{"broken", `echo "fatal: the disk is gone" >&2; echo more >&2; exit 128`, `comparing with "main": git says: the disk is gone (exit status 128)`},
		{"silent", `exit 3`, `comparing with "main": exit status 3`},
		{"lost tree", `case "$1" in rev-parse) echo abc;; *) echo "fatal: bad tree" >&2; exit 128;; esac`, `looking for "plan.yaml" in "main": git says: bad tree (exit status 128)`},
		{"lost file", `case "$1" in rev-parse) echo abc;; cat-file) echo "fatal: bad object" >&2; exit 128;; *) echo plan.yaml;; esac`, `reading "plan.yaml" in "main": git says: bad object (exit status 128)`},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "git"), []byte("#!/bin/sh\n"+c.script+"\n"), 0o755); err != nil {
				t.Fatal(err)
			}
			t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
			was, err := Read("plan.yaml", "main")
			switch {
			case c.want != "":
				if err == nil || err.Error() != c.want {
					t.Errorf("it says %v, want %s", err, c.want)
				}
			case err != nil:
				t.Error(err)
			case len(was.Text) != yamldoc.MaxBytes+1:
				t.Errorf("%d bytes were kept", len(was.Text))
			}
		})
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

func TestRelative(t *testing.T) {
	for shown, want := range map[string]string{
		"notes.md": "./notes.md", "docs/": "./docs", "./a//b": "./a/b", "../minutes.txt": "../minutes.txt",
		"a/../../b": "../b", "..": "..", "..a": "./..a",
	} {
		if got := relative(shown); got != want {
			t.Errorf("%q became %q, want %q", shown, got, want)
		}
	}
}
