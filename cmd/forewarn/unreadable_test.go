//go:build linux || darwin

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// planHead is how every plan starts.
const planHead = "forewarn: 1\nbank: {id: core, version: 2.0.0}\n"

// mostBytes is what a plan may have.
const mostBytes = 1 << 20

// What cannot be read is no plan that passes. Check and report say why in the
// same words, whether it comes from a file or from standard input.
func TestUnreadablePlan(t *testing.T) {
	for _, c := range []struct{ name, content, says string }{
		{"nothing but a name", "initiative: {}\n", `1:1: error missing-key: the key "bank" is missing` + "\n" + `1:1: error missing-key: the key "forewarn" is missing`},
		{"too large by a byte", planHead + strings.Repeat("#", mostBytes+1-len(planHead)), "1:1: error not-readable: the file is larger than 1 MiB, which is the most that is read"},
		{"not UTF-8", planHead + "initiative: {name: \"caf\xe9\"}\n", "3:24: error not-readable: byte 0xE9 is not UTF-8 text (save the file as UTF-8)"},
		{"UTF-16", "\xff\xfe" + strings.ReplaceAll(planHead, "", "\x00")[1:], "1:1: error not-readable: the file is in UTF-16 (save it as UTF-8)"},
		{"broken YAML", planHead + "initiative: {name: \"never closed\n", "3:20: error yaml-syntax: this quote is not closed (add the closing quote)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := writePlan(t, c.content)
			lines := strings.Split(c.says, "\n")
			because := "not read, because of the error above\n"
			if len(lines) > 1 {
				because = fmt.Sprintf("not read, because of the %d errors above\n", len(lines))
			}
			checked := func(name string) ran {
				return ran{name + ":" + strings.Join(lines, "\n"+name+":") + "\n" + name + ": " + because, "", exitInput}
			}
			reported := func(name string) ran {
				return ran{"", name + ":" + strings.Join(lines, "\n"+name+":") + "\nforewarn: " + name + ": " + because + "forewarn explain ID says more about each of them.\n", exitInput}
			}
			for _, run := range []struct{ got, want ran }{
				{runProgram(t, dir, nil, "check", defaultPlan), checked(defaultPlan)},
				{runProgram(t, dir, strings.NewReader(c.content), "check", "-"), checked("stdin")},
				{runProgram(t, dir, strings.NewReader(c.content), "check", "-", "--stdin-name", "a/b.yaml"), checked("a/b.yaml")},
				{runProgram(t, dir, nil, "report"), reported(defaultPlan)},
				{runProgram(t, dir, strings.NewReader(c.content), "report", "-"), reported("-")},
			} {
				if run.got != run.want {
					t.Errorf("it ends with %+v\nwant %+v", run.got, run.want)
				}
			}
		})
	}
}

// What is no plan at all gets one sentence, wherever it comes from.
func TestNoPlan(t *testing.T) {
	for content, says := range map[string]string{
		"": "the file is empty; to start a plan, run forewarn ask with its name", "- forewarn: 1\n": "this is no plan of forewarn: it has none of the keys forewarn, initiative and answers; forewarn new writes a plan to start from",
	} {
		dir := writePlan(t, content)
		for _, run := range []struct{ got, want ran }{
			{runProgram(t, dir, nil, "check"), ran{`plan.yaml: reading "plan.yaml": ` + says + "\n", "", exitInput}},
			{runProgram(t, dir, strings.NewReader(content), "check", "-"), ran{`stdin: reading "stdin": ` + says + "\n", "", exitInput}},
			{runProgram(t, dir, nil, "report"), ran{"", `forewarn: reading "plan.yaml": ` + says + "\n", exitInput}},
		} {
			if run.got != run.want {
				t.Errorf("it ends with %+v\nwant %+v", run.got, run.want)
			}
		}
	}
}

// A plan may be as large as is said, and no more is read of what has no end.
func TestLargeStandardInput(t *testing.T) {
	largest := planHead + strings.Repeat("#", mostBytes-len(planHead))
	if got := runProgram(t, t.TempDir(), strings.NewReader(largest), "check", "-", "--min-grade", "none", "--fail-on", "none"); got.code != exitDone {
		t.Errorf("of %d bytes it makes %+v", mostBytes, got)
	}
	got := runProgram(t, t.TempDir(), endless{}, "check", "-")
	if got.code != exitInput || !strings.Contains(got.stdout, "stdin:1:1: error not-readable: the file is larger than 1 MiB") {
		t.Errorf("of input without end it makes %+v", got)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '#'
	}
	return len(p), nil
}

// Standard input that is a folder or closed is an error like any other, also
// beside plans that can be read.
func TestOddStandardInput(t *testing.T) {
	dir := writePlan(t, fresh)
	open := func() io.Reader {
		folder, err := os.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { folder.Close() })
		return folder
	}
	const why = "reading standard input: read /dev/stdin: is a directory\n"
	if got, want := runProgram(t, dir, open(), "check", "-"), (ran{"stdin: " + why, "", exitInput}); got != want {
		t.Errorf("of a folder, check makes %+v\nwant %+v", got, want)
	}
	if got, want := runProgram(t, dir, open(), "report", "-"), (ran{"", "forewarn: " + why, exitInput}); got != want {
		t.Errorf("of a folder, report makes %+v\nwant %+v", got, want)
	}
	got := runProgram(t, dir, open(), "check", "-", "--show", "critical", "--min-grade", "none", "--fail-on", "none", defaultPlan)
	if got.code != exitInput || !strings.HasPrefix(got.stdout, "stdin: "+why+"plan.yaml:") || !strings.HasSuffix(got.stdout, "\nchecked 2, passed 1, failed 0, broken 1\n") {
		t.Errorf("of a folder beside a plan, check makes %+v", got)
	}
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"check", "report"} {
		cmd := exec.Command("sh", "-c", `exec "$0" "$1" - <&-`, path, command)
		cmd.Dir = dir
		out, _ := cmd.CombinedOutput()
		if code := cmd.ProcessState.ExitCode(); code != exitInput || !strings.Contains(string(out), "the file is empty") {
			t.Errorf("when standard input is closed, %s ends with %d and says\n%s", command, code, out)
		}
	}
}

// A path that leads to no plan is told with the next step, by every command
// that reads one.
func TestUnreadablePath(t *testing.T) {
	dir := writePlan(t, fresh)
	if err := os.Symlink("gone.yaml", filepath.Join(dir, "link.yaml")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ path, says string }{
		{"my plan.yaml", `reading "my plan.yaml": there is no such file; to start one, run: forewarn new 'my plan.yaml'`},
		{"plan.yaml/plan.yaml", `reading "plan.yaml/plan.yaml": not a directory; check the path`},
		{"link.yaml", `reading "link.yaml": it is a link to a file that is not there; mend the link, or name the file itself`},
		{os.DevNull, `reading "/dev/null": it is a pipe or a device; write the plan to a file, and name that, or give it to forewarn check -`},
	} {
		t.Run(c.path, func(t *testing.T) {
			for _, run := range []struct{ got, want ran }{
				{runProgram(t, dir, nil, "check", c.path), ran{c.path + ": " + c.says + "\n", "", exitInput}},
				{runProgram(t, dir, nil, "report", c.path), ran{"", "forewarn: " + c.says + "\n", exitInput}},
			} {
				if run.got != run.want {
					t.Errorf("it ends with %+v\nwant %+v", run.got, run.want)
				}
			}
		})
	}
	const folder = `reading ".": it is a folder; name the file in it, such as "plan.yaml"`
	if got, want := runProgram(t, dir, nil, "report", "."), (ran{"", "forewarn: " + folder + "\n", exitInput}); got != want {
		t.Errorf("of a folder, report makes %+v\nwant %+v", got, want)
	}
	if got, want := runProgram(t, dir, strings.NewReader("1\n"), "ask", "--accessible", "."), (ran{"", "forewarn: " + folder + "\n", exitInput}); got != want {
		t.Errorf("of a folder, ask makes %+v\nwant %+v", got, want)
	}
}

func TestWithoutPermission(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may do everything")
	}
	dir := t.TempDir()
	secret, shut := filepath.Join(dir, "secret.yaml"), filepath.Join(dir, "shut")
	if err := errors.Join(os.WriteFile(secret, []byte(fresh), 0), os.Mkdir(shut, 0o555)); err != nil {
		t.Fatal(err)
	}
	_, reading := readSource(secret, secret)
	for _, c := range []struct {
		err  error
		want string
	}{
		{reading, fmt.Sprintf("reading %q: you may not read it; ask its owner for permission to read it", secret)},
		{writeManPages(shut, newRootCmd()), fmt.Sprintf("writing %q: nothing may be written in the folder %q; make that folder writable, or name another folder", filepath.Join(shut, "forewarn-ask.1"), shut)},
		{writeManPages(filepath.Join(shut, "man1"), newRootCmd()), fmt.Sprintf("making %q: nothing may be written in the folder %q; make that folder writable, or name another folder", filepath.Join(shut, "man1"), shut)},
	} {
		if c.err == nil || c.err.Error() != c.want {
			t.Errorf("got  %v\nwant %s", c.err, c.want)
		}
	}
}
