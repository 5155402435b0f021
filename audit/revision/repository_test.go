package revision

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// repository runs a shell script in a new repository, and opens it. In the
// script, commit NAME commits all that is there, with a tag of that name.
func repository(t *testing.T, script string) *Repository {
	t.Helper()
	for name, value := range map[string]string{
		"GIT_AUTHOR_NAME": "Dana", "GIT_AUTHOR_EMAIL": "dana@example.org", "GIT_COMMITTER_NAME": "Dana", "GIT_COMMITTER_EMAIL": "dana@example.org",
		"GIT_CONFIG_GLOBAL": os.DevNull, "GIT_CONFIG_NOSYSTEM": "1",
	} {
		t.Setenv(name, value)
	}
	root := t.TempDir()
	cmd := exec.Command("sh", "-e", "-c", "git init -q -b main\ncommit() { git add -A; git commit -q --allow-empty -m \"$1\"; git tag \"$1\"; }\n"+script)
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	r, err := Open(root)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// tag is the full id of a commit that has a tag.
func tag(t *testing.T, r *Repository, name string) string {
	t.Helper()
	id, err := r.exactly("refs/tags/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// Of main, one has gone on after the topic that is checked out left it.
const parted = `
	echo 1 >plan.yaml; commit one
	echo 2 >plan.yaml; commit two
	git checkout -q -b topic
	echo 3 >plan.yaml; commit three
	echo 4 >plan.yaml; commit four
	git checkout -q main
	echo 5 >plan.yaml; commit five
	git update-ref refs/remotes/origin/main main
	git symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/main
	git branch alone $(git commit-tree -m alone $(git mktree </dev/null))
	git checkout -q topic
	git branch -q --set-upstream-to=main`

func TestBase(t *testing.T) {
	r := repository(t, parted)
	for _, c := range []struct {
		name, commit string
		parted       bool
	}{
		{"main", "two", true},
		{"origin/main", "two", true},
		{"origin", "two", true},
		{"refs/heads/main", "two", true},
		{"heads/main", "two", true},
		{"@{upstream}", "two", true},
		{"topic", "four", false},
		{"HEAD", "four", false},
		{"@", "four", false},
		{"HEAD~1", "three", false},
		{"main~0", "five", false},
		{"five", "five", false},
		{"refs/tags/five", "five", false},
		{tag(t, r, "five"), "five", false},
		{tag(t, r, "five")[:8], "five", false},
		{"main...topic", "two", true},
		{"main...", "two", true},
		{"...main", "two", true},
		{"five...three", "two", true},
		{"one...four", "one", true},
		{"main:plan.yaml", "five", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, err := r.Base(c.name)
			if err != nil {
				t.Fatal(err)
			}
			if b.Commit != tag(t, r, c.commit) || b.Parted != c.parted {
				t.Errorf("it is %s (parted: %t), want %s", b, b.Parted, c.commit)
			}
			if got := b.IsFile(); got != (c.name == "main:plan.yaml") {
				t.Errorf("it is one file: %t", got)
			}
			if !strings.Contains(b.String(), b.Commit[:8]) {
				t.Errorf("it is called %s", b)
			}
		})
	}
}

func TestNoBase(t *testing.T) {
	r := repository(t, parted)
	for _, c := range []struct {
		name, want string
		unclear    bool
	}{
		{"nosuch", "there is no such file, and no such commit, branch or tag here", false},
		{"main...nosuch", "there is no such file, and no such commit", false},
		{"nosuch:plan.yaml", "there is no such file, and no such commit", false},
		{"alone", "does not reach back to where the two parted; fetch the history", false},
		{"alone...main", "does not reach back to where the two parted; fetch the history", false},
		{"main..topic", "all that lies between two commits", true},
		{":plan.yaml", "no commit is named in front of the colon", true},
		{":/two", "no commit is named in front of the colon", true},
		{"main:", "as seen from the root of the repository", true},
		{"main:./plan.yaml", "as seen from the root of the repository", true},
		{"main:../plan.yaml", "as seen from the root of the repository", true},
		{"main:/plan.yaml", "as seen from the root of the repository", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := r.Base(c.name)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("it says %v, want %s", err, c.want)
			}
			if errors.As(err, new(*NameError)) != c.unclear {
				t.Errorf("the name is unclear: %t", !c.unclear)
			}
		})
	}
	t.Run("without a commit", func(t *testing.T) {
		if _, err := repository(t, "").Base("HEAD"); err == nil {
			t.Error("there is one")
		}
	})
}

// What git knows by a name is said in full, so that it can be written instead.
func TestKnown(t *testing.T) {
	r := repository(t, parted)
	for name, want := range map[string]string{
		"main": "refs/heads/main", "origin/main": "refs/remotes/origin/main", "five": "refs/tags/five", "HEAD~1": "HEAD~1^{commit}",
		"plan.yaml": "", "a/plan.yaml": "", "a..b": "", "main:plan.yaml": "",
	} {
		if got, err := r.Known(name); got != want || err != nil {
			t.Errorf("%s is %q, %v; want %q", name, got, err, want)
		}
	}
}

// A shallow clone has the tip of the branch and not where the two parted.
func TestShallow(t *testing.T) {
	from := repository(t, parted)
	r := repository(t, "git fetch -q --depth 1 file://"+from.Root+" topic main:refs/remotes/origin/main; git checkout -q FETCH_HEAD")
	if _, err := r.Base("origin/main"); err == nil || !strings.Contains(err.Error(), "fetch the history") {
		t.Errorf("it says %v", err)
	}
}

// What stands in the commit in the plan's place, and what does not.
func TestPlan(t *testing.T) {
	r := repository(t, `
		mkdir -p a/b docs
		echo plan >a/plan.yaml; echo named >':(glob)*.yaml'; echo notes >docs/notes.md; : >empty.yaml
		ln -s a linked; ln -s ../plan.yaml a/b/link.yaml; ln -s link.yaml a/b/again.yaml
		ln -s loop.yaml loop.yaml; ln -s ../../out.yaml out.yaml
		commit base
		mkdir new; git mv a/plan.yaml new/moved.yaml
		rm linked; mkdir linked; cp new/moved.yaml linked/plan.yaml
		rm a/b/again.yaml a/b/link.yaml loop.yaml; echo x >a/b/again.yaml
		echo plan >unknown.yaml`)
	b, err := r.Base("base")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, text, was, why string }{
		{name: "a/plan.yaml", text: "plan\n", why: "git knows it under that name, whatever is on the disk"},
		{name: "new/moved.yaml", text: "plan\n", was: "a/plan.yaml", why: "git knows it as renamed"},
		{name: "linked/plan.yaml", text: "plan\n", why: "the folder was a link"},
		{name: "a/b/again.yaml", text: "plan\n", why: "it was a link to a link"},
		{name: ":(glob)*.yaml", text: "named\n", why: "a name is no pattern"},
		{name: "empty.yaml", text: "", why: "it was there and empty"},
		{name: "unknown.yaml", text: "none", why: "git was not told of it"},
		{name: "out.yaml", text: "none", why: "it led out of the repository"},
		{name: "docs", text: "none", why: "it is a folder"},
		{name: "../elsewhere.yaml", text: "none", why: "it is in no repository"},
	} {
		t.Run(c.name, func(t *testing.T) {
			was, err := b.Plan(filepath.Join(r.Root, c.name))
			if err != nil {
				t.Fatal(err)
			}
			got := string(was.Text)
			if was.Text == nil {
				got = "none"
			}
			if got != c.text || was.Was != c.was {
				t.Errorf("it was %q, called %q; want %q, %q: %s", got, was.Was, c.text, c.was, c.why)
			}
		})
	}
	if _, err := b.Plan(filepath.Join(r.Root, "loop.yaml")); err == nil || !strings.Contains(err.Error(), "a link that leads to another one") {
		t.Errorf("of a link that leads to itself it says %v", err)
	}
}

func TestPresent(t *testing.T) {
	r := repository(t, "mkdir docs; echo x >docs/notes.md; echo x >docs/plan.yaml; commit base")
	b, err := r.Base("base")
	if err != nil {
		t.Fatal(err)
	}
	was, err := b.Plan(filepath.Join(r.Root, "docs", "plan.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for shown, want := range map[string]bool{
		"notes.md": true, "./notes.md": true, "../docs": true, "a/../notes.md": true, "gone.md": false, "../notes.md": false, "../../x": false, "notes.md\n": false,
	} {
		if got := was.Present(shown); got != want {
			t.Errorf("%q is there: %t", shown, got)
		}
	}
}

func TestFileOfACommit(t *testing.T) {
	r := repository(t, "mkdir a docs; echo plan >a/plan.yaml; echo x >a/notes.md; commit base; git rm -q -r a; commit gone")
	b, err := r.Base("base:a/plan.yaml")
	if err != nil {
		t.Fatal(err)
	}
	was, err := b.Plan(filepath.Join(r.Root, "docs", "other.yaml"))
	if err != nil || string(was.Text) != "plan\n" || !was.Present("notes.md") {
		t.Errorf("it is %v, %v", was, err)
	}
	if b, err = r.Base("base:a/gone.yaml"); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Plan("plan.yaml"); err == nil || !strings.Contains(err.Error(), `there is no file "a/gone.yaml" in that commit`) {
		t.Errorf("it says %v", err)
	}
}

// Some systems find a file under other letters than its own.
func TestSpelled(t *testing.T) {
	r := repository(t, "mkdir Plans; echo x >Plans/Own.yaml; commit base")
	b, err := r.Base("base")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Plans/Own.yaml", "plans/OWN.yaml", "Plans/gone.yaml"} {
		want := name
		if _, err := os.Stat(filepath.Join(r.Root, name)); err == nil {
			want = "Plans/Own.yaml" // always on systems that know no case
		}
		if got := r.spelled(name); got != want {
			t.Errorf("%s is spelled %s", name, got)
		}
		if was, err := b.Plan(filepath.Join(r.Root, name)); err != nil || (was.Text != nil) != (want == "Plans/Own.yaml") {
			t.Errorf("%s was %v, %v", name, was, err)
		}
	}
}

func TestNearest(t *testing.T) {
	r := repository(t, `
		mkdir -p a/b c; echo root >.forewarn.yaml; echo a >a/.forewarn.yaml; ln -s ../.forewarn.yaml c/.forewarn.yaml
		commit base; rm .forewarn.yaml a/.forewarn.yaml`)
	b, err := r.Base("base")
	if err != nil {
		t.Fatal(err)
	}
	for plan, want := range map[string]string{"plan.yaml": "root\n", "a/plan.yaml": "a\n", "a/b/plan.yaml": "a\n", "a/b/gone/plan.yaml": "a\n", "c/plan.yaml": "root\n"} {
		if got, err := b.Nearest(filepath.Join(r.Root, filepath.FromSlash(plan)), ".forewarn.yaml"); err != nil || string(got) != want {
			t.Errorf("for %s it is %q, %v; want %q", plan, got, err, want)
		}
	}
	if got, err := b.Nearest(filepath.Join(r.Root, "plan.yaml"), "nothing"); got != nil || err != nil {
		t.Errorf("nothing is %q, %v", got, err)
	}
}

// In a sparse checkout, what is left out is still there; what was deleted is not.
func TestLeftOut(t *testing.T) {
	const files = "mkdir plans docs; echo x >plans/plan.yaml; echo x >docs/notes.md; echo x >plans/x.md; commit base; rm plans/x.md\n"
	for _, c := range []struct {
		name, script, folder string
		want                 bool
	}{
		{"whole", files + "rm -r docs", "plans", false},
		{"sparse", files + "git sparse-checkout set plans", "plans", true},
		{"sparse, in a worktree", files + "git worktree add -q wt HEAD; cd wt; git sparse-checkout set plans; rm plans/x.md", "wt/plans", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			leftOut := LeftOut(filepath.Join(repository(t, c.script).Root, filepath.FromSlash(c.folder)))
			if got := leftOut("../docs/notes.md"); got != c.want {
				t.Errorf("a document that is left out is there: %t", got)
			}
			for _, shown := range []string{"x.md", "../docs/other.md", "../../../docs/notes.md"} {
				if leftOut(shown) {
					t.Errorf("%s is there", shown)
				}
			}
		})
	}
	if LeftOut(t.TempDir())("x.md") {
		t.Error("outside a repository, something is left out")
	}
}

// A path that is named in a repository leads to what is in it.
func TestContained(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "outside")
	if err := os.Mkdir(outside, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("OUTSIDE", outside)
	root := repository(t, `
		mkdir -p a/b; echo x >a/plan.yaml; echo x >$OUTSIDE/plan.yaml
		ln -s plan.yaml a/within.yaml; ln -s $OUTSIDE/plan.yaml a/out.yaml; ln -s $OUTSIDE folder; ln -s ../.git/config a/config.yaml
		ln -s gone.yaml a/dangling.yaml; ln -s $OUTSIDE/gone.yaml a/out-dangling.yaml; ln -s out.yaml a/twice.yaml
		ln -s "$PWD/a/plan.yaml" a/absolute.yaml`).Root
	if err := os.Symlink(root, filepath.Join(outside, "into")); err != nil {
		t.Fatal(err)
	}
	for name, inside := range map[string]bool{
		"a/plan.yaml": true, "a/within.yaml": true, "a/absolute.yaml": true, "a/gone.yaml": true, "a/dangling.yaml": true, "a/b/../plan.yaml": true, "gone/x/plan.yaml": true,
		"a/out.yaml": false, "a/twice.yaml": false, "folder/plan.yaml": false, "a/config.yaml": false, ".git/config": false, "a/out-dangling.yaml": false,
	} {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := Contained(filepath.Dir(path), path); (err == nil) != inside {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := Contained(root, filepath.Join(outside, "plan.yaml")); err == nil {
		t.Error("settings may name what is elsewhere")
	}
	if err := Contained(outside, filepath.Join(outside, "plan.yaml")); err != nil {
		t.Errorf("outside a repository: %v", err)
	}
	if err := Contained(filepath.Join(outside, "into"), filepath.Join(outside, "into", "a", "plan.yaml")); err != nil {
		t.Errorf("a repository behind a link: %v", err)
	}
}

// A file of a commit is read by its place, also behind a link that stays in the
// repository, and nothing is read from beyond.
func TestFileByItsPlace(t *testing.T) {
	r := repository(t, `
		mkdir a; echo one >a/bank.yaml; ln -s a/bank.yaml here.yaml; ln -s ../../out.yaml out.yaml
		commit base; echo two >a/bank.yaml`)
	b, err := r.Base("base")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"a/bank.yaml": "one\n", "here.yaml": "one\n", "out.yaml": "", "gone.yaml": "", "../out.yaml": ""} {
		at := filepath.Join(r.Root, filepath.FromSlash(name))
		if got, err := b.File(at); err != nil || string(got) != want || (got == nil) != (want == "") {
			t.Errorf("%s is %q, %v; want %q", name, got, err, want)
		}
		if holds := b.Holds(at); holds != (name != "../out.yaml" && name != "out.yaml") {
			t.Errorf("that the repository holds %s is %v", name, holds)
		}
	}
}
