//go:build linux || darwin

package history

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"forewarn/audit"
	"forewarn/audit/planfile"
	"forewarn/audit/revision"
)

// imported builds a repository of n commits, each of which changes one answer of the
// example or its name.
func imported(tb testing.TB, n int) *revision.Repository {
	tb.Helper()
	plan := string(planfile.Example())
	var in bytes.Buffer
	const begun = 1790000000
	for i := range n {
		text := strings.Replace(plan, "level: 3", fmt.Sprintf("level: %d", i%4), 1) + fmt.Sprintf("# %d\n", i)
		subject := fmt.Sprintf("state %d", i)
		fmt.Fprintf(&in, "commit refs/heads/main\ncommitter Dana <dana@example.org> %d +0000\ndata %d\n%s\n", begun+i*3600, len(subject), subject)
		name := "plan.yaml"
		if i < n/2 {
			name = "first.yaml"
		} else if i == n/2 {
			in.WriteString("R first.yaml plan.yaml\n")
		}
		fmt.Fprintf(&in, "M 100644 inline %s\ndata %d\n%s\n", name, len(text), text)
	}
	return fastImported(tb, &in)
}

// fastImported is a repository of what git fast-import reads.
func fastImported(tb testing.TB, in *bytes.Buffer) *revision.Repository {
	tb.Helper()
	root := tb.TempDir()
	for _, args := range [][]string{{"init", "-q", "-b", "main"}, {"fast-import", "--quiet"}} {
		cmd := exec.Command("git", args...)
		cmd.Dir, cmd.Stdin = root, in
		if args[0] == "init" {
			cmd.Stdin = nil
		}
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
		if out, err := cmd.CombinedOutput(); err != nil {
			tb.Fatalf("%v: %s", err, out)
		}
	}
	repo, err := revision.Open(root)
	if err != nil {
		tb.Fatal(err)
	}
	return repo
}

// BenchmarkHistory judges a plan in a thousand commits.
func BenchmarkHistory(b *testing.B) {
	repo := imported(b, 1000)
	bank, err := audit.Bank()
	if err != nil {
		b.Fatal(err)
	}
	reader := &Reader{Bank: bank}
	b.ReportAllocs()
	for b.Loop() {
		h, err := reader.Read(repo, filepath.Join(repo.Root, "plan.yaml"))
		if err != nil || len(h.Rows) != 1000 {
			b.Fatal(len(h.Rows), err)
		}
		if h.Rows[999].Verdict == nil {
			b.Fatal(h.Rows[999].Broken)
		}
	}
}
