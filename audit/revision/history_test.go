//go:build linux || darwin

package revision

import (
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"forewarn/audit/yamldoc"
)

// told is a history in short: a line a commit, with its subject and its texts.
func told(t *testing.T, r *Repository, at string) []string {
	t.Helper()
	all, err := r.History(filepath.Join(r.Root, at))
	if err != nil {
		t.Fatal(err)
	}
	past := r.Past()
	defer past.Close()
	var out []string
	for i := range all {
		c := &all[i]
		says := c.Subject + " " + c.Name
		if c.Was != "" {
			says += " was " + c.Was
		}
		switch p, err := past.Plan(c); {
		case c.Gone:
			says += " gone"
		case err != nil:
			says += ": " + err.Error()
		case len(p.Text) > yamldoc.MaxBytes:
			says += ": too large"
		default:
			says += fmt.Sprintf(": %q", last(string(p.Text)))
		}
		out = append(out, says)
	}
	return out
}

// last is the last line of a text.
func last(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return lines[len(lines)-1]
}

func same(t *testing.T, got []string, want ...string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("it is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// A plan that two branches have changed, that was renamed, deleted and written again.
const eventful = `
	seq 1 30 >plan.yaml; echo x >notes.md; commit one
	echo two >>plan.yaml; commit two
	git checkout -q -b topic
	echo three >>plan.yaml; commit three; echo four >>plan.yaml; commit four
	git checkout -q main
	echo y >notes.md; commit beside
	git merge -q --no-ff -m merged topic
	mkdir plans; git mv plan.yaml plans/desk.yaml; commit moved
	git rm -q plans/desk.yaml; commit deleted
	mkdir plans; echo again >plans/desk.yaml; commit again`

func TestHistory(t *testing.T) {
	r := repository(t, eventful)
	same(t, told(t, r, "plans/desk.yaml"),
		`again plans/desk.yaml: "again"`,
		`deleted plans/desk.yaml gone`,
		`moved plans/desk.yaml was plan.yaml: "four"`,
		`merged plan.yaml: "four"`,
		`two plan.yaml: "two"`,
		`one plan.yaml: "30"`)
}

// Nothing that a repository or a user sets makes it another one, or runs a program.
func TestHistoryObeysNothing(t *testing.T) {
	r := repository(t, eventful+`
		printf '#!/bin/sh\ntouch %s/ran\n' "$PWD" >ran.sh; chmod 755 ran.sh
		git config gpg.program "$PWD/ran.sh"; git config log.showSignature true; git config diff.external "$PWD/ran.sh"
		git config diff.x.textconv "$PWD/ran.sh"; echo '*.yaml diff=x' >.gitattributes; git config core.fsmonitor "$PWD/ran.sh"
		git config log.diffMerges off; git config diff.renames false; git config format.pretty oneline; git config color.ui always
		git config diff.relative true; git config log.decorate full; git config diff.noprefix true; git config core.abbrev 5
		tree=$(git rev-parse HEAD^{tree}); parent=$(git rev-parse HEAD)
		{ printf 'tree %s\nparent %s\nauthor D <d@example.org> 1 +0000\ncommitter D <d@example.org> 1 +0000\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n -----END PGP SIGNATURE-----\n\nsigned\n' $(git rev-parse HEAD~1^{tree}) $parent; } >signed
		git update-ref refs/heads/main $(git hash-object -t commit -w signed)`)
	got := told(t, r, "plans/desk.yaml")
	if len(got) != 7 || got[0] != "signed plans/desk.yaml gone" || got[3] != `moved plans/desk.yaml was plan.yaml: "four"` {
		t.Errorf("it is\n%s", strings.Join(got, "\n"))
	}
	if found, _ := filepath.Glob(filepath.Join(r.Root, "ran")); found != nil {
		t.Error("a program of the repository ran")
	}
}

// An older git cannot be asked in one conversation.
func TestHistoryOfOldGit(t *testing.T) {
	r := repository(t, eventful)
	want := told(t, r, "plans/desk.yaml")
	t.Setenv("REAL", realGit(t))
	fake := fakeGit(t, `case "$*" in *--batch-command*) echo "error: unknown option" >&2; exit 129;; esac; exec "$REAL" "$@"`)
	fake.Root, fake.git.folder = r.Root, r.Root
	same(t, told(t, fake, "plans/desk.yaml"), want...)
}

func realGit(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("git")
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// What stands there is not always a plan that can be read.
func TestHistoryOfOddities(t *testing.T) {
	r := repository(t, `
		echo one >plan.yaml; commit one
		rm plan.yaml; ln -s other.yaml plan.yaml; commit link
		rm plan.yaml; head -c 1100000 /dev/zero >plan.yaml; commit large
		: >plan.yaml; commit empty
		echo lost >plan.yaml; commit lost
		lost=$(git rev-parse HEAD:plan.yaml)
		echo new >plan.yaml; commit new
		rm -f .git/objects/$(echo $lost | sed 's|^..|&/|')`)
	same(t, told(t, r, "plan.yaml"),
		`new plan.yaml: "new"`,
		`lost plan.yaml: git does not have it here; fetch the whole history and all files of it`,
		`empty plan.yaml: ""`,
		`large plan.yaml: too large`,
		`link plan.yaml: in this commit it is a link or a folder and no file`,
		`one plan.yaml: "one"`)
}

func TestNoHistory(t *testing.T) {
	for name, script := range map[string]string{
		"without a commit": "echo x >plan.yaml",
		"not told to git":  "echo x >other.yaml; commit one; echo x >plan.yaml",
	} {
		t.Run(name, func(t *testing.T) {
			r := repository(t, script)
			if _, err := r.History(filepath.Join(r.Root, "plan.yaml")); !errors.Is(err, ErrNoCommit) {
				t.Errorf("it says %v", err)
			}
		})
	}
	r := repository(t, "echo x >plan.yaml; commit one")
	for _, outside := range []string{filepath.Join(t.TempDir(), "plan.yaml"), filepath.Join(r.Root, ".git", "config")} {
		if _, err := r.History(outside); err == nil {
			t.Errorf("%s has a history", outside)
		}
	}
}

// In a clone of the latest commits, the first that is there may not be the first.
func TestHistoryOfShallow(t *testing.T) {
	from := repository(t, `echo one >plan.yaml; commit one; echo two >plan.yaml; commit two; echo three >plan.yaml; commit three`)
	r := repository(t, fmt.Sprintf("git fetch -q --depth 2 file://%s main; git checkout -q FETCH_HEAD", from.Root))
	same(t, told(t, r, "plan.yaml"), `three plan.yaml: "three"`, `two plan.yaml: "two"`)
	if !r.IsShallow() || from.IsShallow() {
		t.Errorf("shallow are the clone: %t, and the whole: %t", r.IsShallow(), from.IsShallow())
	}
}

// Documents are looked for in the commit's own tree, and a name is never a question
// of its own.
func TestHistoryPresent(t *testing.T) {
	r := repository(t, `
		mkdir plans; echo x >plans/notes.md; echo x >"plans/a blob 3"; echo one >plans/plan.yaml; commit one
		git rm -q plans/notes.md; echo two >plans/plan.yaml; commit two`)
	all, err := r.History(filepath.Join(r.Root, "plans", "plan.yaml"))
	if err != nil || len(all) != 2 {
		t.Fatalf("it is %v, %v", all, err)
	}
	past := r.Past()
	defer past.Close()
	for shown, want := range map[string][2]bool{
		"notes.md": {false, true}, "../plans": {true, true}, "a blob 3": {true, true}, "b blob 3": {false, false}, "../../x": {false, false},
		"notes.md\ncontents HEAD": {false, false}, strings.Repeat("long/", 20000): {false, false}, "gone.md": {false, false},
	} {
		for i, there := range want {
			p, err := past.Plan(&all[i])
			if err != nil {
				t.Fatal(err)
			}
			if got := p.Present(shown); got != there {
				t.Errorf("in %s, %.20q is there: %t", all[i].Subject, shown, got)
			}
		}
	}
}

// The day of a commit is any number that somebody wrote.
func TestCommitted(t *testing.T) {
	for seconds, want := range map[string]string{
		"1795775814": "2026-11-27", "0": "1970-01-01", "-5": "0001-01-01", "9223372036854775807": "0001-01-01", "x": "0001-01-01", "250000000000": "9892-03-08",
	} {
		if got := committed(seconds).Format("2006-01-02"); got != want {
			t.Errorf("%s is %s, want %s", seconds, got, want)
		}
	}
}
