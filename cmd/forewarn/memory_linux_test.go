package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Formats are written plan by plan, and finding by finding, as far as their form
// allows: neither many plans nor one with tens of thousands of findings takes
// the memory of the machine. The sizes were those of runs that took 5.4 GB and
// 431 MB.
func TestMemory(t *testing.T) {
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	formats := []string{"-o", "json=out.json", "-o", "sarif=out.sarif", "-o", "junit=out.xml", "-o", "github", "-o", "markdown=out.md", "-o", "html=out.html"}
	for _, c := range []struct {
		name string
		fill func(t *testing.T, dir string)
		args []string
		most int64 // MB
	}{
		{"ten thousand plans", manyPlans, []string{"-o", "json=out.json"}, 100},
		{"one dense plan", densePlan, formats, 120}, // 94 to 105, as the collector comes by
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.Mkdir(filepath.Join(dir, "plans"), 0o755); err != nil {
				t.Fatal(err)
			}
			c.fill(t, filepath.Join(dir, "plans"))
			cmd := exec.Command(path, append([]string{"check", "--min-grade", "none", "--fail-on", "none", "plans"}, c.args...)...)
			cmd.Dir = dir
			var out strings.Builder
			cmd.Stdout, cmd.Stderr = &out, &out
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			took := mostMemory(t, cmd.Process.Pid)
			if err := cmd.Wait(); err != nil {
				t.Fatalf("%v\n%.500s", err, out.String())
			}
			if took > c.most {
				t.Errorf("it took %d MB, want at most %d", took, c.most)
			}
			t.Logf("it took %d MB", took)
		})
	}
}

// mostMemory follows a process to its end, and returns the most memory that it had, in
// MB. What the system counts for a process that has ended begins with the memory of the
// one that started it.
func mostMemory(t *testing.T, pid int) int64 {
	t.Helper()
	var most int64
	for {
		status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
		_, line, found := strings.Cut(string(status), "VmHWM:")
		if err != nil || !found { // it has ended, and is waited for
			return most >> 10
		}
		if _, err := fmt.Sscan(line, &most); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Millisecond)
	}
}

func manyPlans(t *testing.T, dir string) {
	t.Helper()
	plan := readFile(t, "../../testdata/plans/midway.yaml")
	for i := range 10_000 {
		writeFile(t, filepath.Join(dir, fmt.Sprintf("%05d.yaml", i)), plan)
	}
}

// densePlan is as large as a plan may nearly be, and lacks all that it can.
func densePlan(t *testing.T, dir string) {
	t.Helper()
	var plan strings.Builder
	plan.WriteString(factsKnown)
	for _, kind := range []struct{ key, item string }{
		{"metrics", "{id: m%d, name: Name}"}, {"objectives", "{id: o%d, statement: Aim}"}, {"stakeholders", "{group: g%d, kind: other}"},
		{"programmes", "{name: p%d}"}, {"scenarios", "{what: s%d, risk: loss}"},
	} {
		fmt.Fprintf(&plan, "%s:\n", kind.key)
		for i := range 4990 {
			fmt.Fprintf(&plan, "  - "+kind.item+"\n", i)
		}
	}
	writeFile(t, filepath.Join(dir, "plan.yaml"), plan.String())
}
