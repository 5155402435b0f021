package main

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the golden parts of the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"forewarn": main})
}

// The scripts in testdata/script read as the specification of the commands.
// Each runs beside copies of the plans in testdata/plans, of the banks in
// testdata/houses, and of the plans in testdata/first-edition, which are as the first
// edition wrote them.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "../../testdata/script",
		UpdateScripts: *update,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exitcode": exitCode, "edit": edit, "append": appendLine, "resize": resize,
		},
		Setup: func(e *testscript.Env) error {
			e.Setenv("NO_COLOR", "")
			for _, folder := range []string{"plans", "first-edition", "houses"} {
				if err := os.CopyFS(filepath.Join(e.WorkDir, folder), os.DirFS(filepath.Join("../../testdata", folder))); err != nil {
					return err
				}
			}
			return nil
		},
	})
}

// exitCode runs a command that must end with a code: exitcode 3 forewarn …
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exitcode CODE COMMAND…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}
