//go:build linux || darwin

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"
)

// action is one run of the script behind the GitHub action.
type action struct {
	code    int
	log     string            // what the run shows
	outputs map[string]string // what it hands on
}

// runAction runs the script in dir as a runner would, with these inputs.
func runAction(t *testing.T, dir string, inputs map[string]string) action {
	t.Helper()
	for _, program := range []string{"bash", "jq"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed", program)
		}
	}
	script, err := filepath.Abs("../../.github/actions/check/run.sh")
	if err != nil {
		t.Fatal(err)
	}
	runner := t.TempDir()
	outputs := filepath.Join(runner, "outputs")
	cmd := exec.Command("bash", script)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "RUNNER_TEMP="+runner, "GITHUB_OUTPUT="+outputs, "GITHUB_STEP_SUMMARY="+filepath.Join(runner, "summary"))
	for name, value := range inputs {
		cmd.Env = append(cmd.Env, name+"="+value)
	}
	log, err := cmd.CombinedOutput()
	if _, ended := err.(*exec.ExitError); err != nil && !ended {
		t.Fatal(err)
	}
	got := action{code: cmd.ProcessState.ExitCode(), log: string(log), outputs: map[string]string{}}
	written, _ := os.ReadFile(outputs) // absent when nothing was handed on
	for line := range strings.Lines(string(written)) {
		name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "=")
		got.outputs[name] = value
	}
	if left, _ := filepath.Glob(filepath.Join(runner, "forewarn.*")); len(left) > 0 {
		t.Errorf("the script left %q", left)
	}
	return got
}

func TestAction(t *testing.T) {
	dir := actionPlans(t)
	for _, tc := range []struct {
		name, why string
		inputs    map[string]string
		code      int
		outputs   map[string]string // nil for none
		shows     string
	}{
		{
			name: "passes", why: "the grade is handed on",
			inputs: map[string]string{"FOREWARN_PLAN": "plan.yaml", "FOREWARN_FAIL_ON": "none", "FOREWARN_MIN_GRADE": "none"},
			code:   exitDone, outputs: map[string]string{"grade": "F", "score": "13.3", "new-findings": ""},
			shows: "plan.yaml: Grade F",
		},
		{
			name: "fails", why: "the outputs are there when the gate says no",
			inputs: map[string]string{"FOREWARN_FAIL_ON": "none", "FOREWARN_MIN_GRADE": "C"},
			code:   exitGate, outputs: map[string]string{"grade": "F", "score": "13.3", "new-findings": ""},
			shows: "::warning file=plan.yaml,line=",
		},
		{
			name: "against", why: "what is new is counted",
			inputs: map[string]string{"FOREWARN_FAIL_ON": "none", "FOREWARN_MIN_GRADE": "none", "FOREWARN_AGAINST": "plan.yaml"},
			code:   exitDone, outputs: map[string]string{"grade": "F", "score": "13.3", "new-findings": "0"},
		},
		{
			name: "several plans", why: "the lowest counts, by number and not by its first digit",
			inputs: map[string]string{"FOREWARN_PLAN": "*plan.yaml", "FOREWARN_FAIL_ON": "none", "FOREWARN_MIN_GRADE": "none"},
			code:   exitDone, outputs: map[string]string{"grade": "F", "score": "3.4", "new-findings": ""},
		},
		{
			name: "several lines", why: "each is a plan, and blanks around a value are none of it",
			inputs: map[string]string{"FOREWARN_PLAN": "\n  plan.yaml \n\tworse-plan.yaml\r\n\n a plan.yaml", "FOREWARN_FAIL_ON": " none\n", "FOREWARN_MIN_GRADE": " F "},
			code:   exitUsage,
		},
		{
			name: "several lines with blanks", why: "each is a plan, and blanks around a value are none of it",
			inputs: map[string]string{"FOREWARN_PLAN": "\n  plan.yaml \n\tworse-plan.yaml\r\n\n a plan.yaml", "FOREWARN_FAIL_ON": " none\n", "FOREWARN_AGAINST": "  "},
			code:   exitInput, outputs: map[string]string{"grade": "-", "score": "", "new-findings": ""},
			shows: `a plan.yaml: reading "a plan.yaml": there is no such file`,
		},
		{
			name: "broken plan", why: "it has no grade",
			inputs: map[string]string{"FOREWARN_PLAN": "broken.yaml"},
			code:   exitInput, outputs: map[string]string{"grade": "-", "score": "", "new-findings": ""},
			shows: "::error file=broken.yaml,line=3",
		},
		{
			name: "inputs are no code", why: "whoever names a plan must not run a command",
			inputs: map[string]string{"FOREWARN_PLAN": `$(touch hacked) "; touch hacked; #`, "FOREWARN_MIN_GRADE": "`touch hacked`"},
			code:   exitUsage,
		},
		{
			name: "an input is no flag", why: "only its own setting may change",
			inputs: map[string]string{"FOREWARN_PLAN": "--output=json=hacked"},
			code:   exitInput, outputs: map[string]string{"grade": "-", "score": "", "new-findings": ""},
		},
		{
			name: "version from nowhere", why: "used as a folder, the action has no repository to clone",
			inputs: map[string]string{"FOREWARN_VERSION": "v9"},
			code:   1, shows: "uses: OWNER/REPOSITORY/.github/actions/check@REF",
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := runAction(t, dir, tc.inputs)
			if got.code != tc.code {
				t.Errorf("%s: exit code %d, want %d\n%s", tc.why, got.code, tc.code, got.log)
			}
			if want := tc.outputs; want != nil || len(got.outputs) > 0 {
				if diff := cmp.Diff(want, got.outputs); diff != "" {
					t.Errorf("%s: outputs (-want +got):\n%s", tc.why, diff)
				}
			}
			if !strings.Contains(got.log, tc.shows) {
				t.Errorf("%s: %q is not in\n%s", tc.why, tc.shows, got.log)
			}
			if _, err := os.Stat(filepath.Join(dir, "hacked")); err == nil {
				t.Errorf("%s: an input was run", tc.why)
			}
		})
	}
}

// actionPlans is a folder with a plan whose score does not hang on the date, a
// worse one, and a broken one.
func actionPlans(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	plan := readFile(t, "../../testdata/plans/tools-first.yaml")
	for name, content := range map[string]string{
		"plan.yaml":       plan,
		"worse-plan.yaml": strings.ReplaceAll(plan, "level: 1", "level: 0"),
		"broken.yaml":     "forewarn: 1\nbank: {id: core, version: 2.0.0}\ninitiative: {nmae: x}\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestActionSARIF(t *testing.T) {
	dir := actionPlans(t)
	got := runAction(t, dir, map[string]string{"FOREWARN_SARIF": "found.sarif"})
	if sarif := readFile(t, filepath.Join(dir, "found.sarif")); got.code != exitGate || !strings.Contains(sarif, `"no-business-goal"`) {
		t.Errorf("exit code %d, and the SARIF file is\n%s", got.code, sarif)
	}
}

// What a plan holds and how it is called is no command to the runner: beyond what
// forewarn itself asks for, nothing is obeyed.
func TestActionIsNotLed(t *testing.T) {
	dir := actionPlans(t)
	name := "::error::x ##[add-mask]y.yaml"
	plan := strings.Replace(readFile(t, "../../testdata/plans/tools-first.yaml"), "Crumb Club", "\"##[error]x ::set-output name=a::b\"", 1)
	if err := os.WriteFile(filepath.Join(dir, name), []byte(plan), 0o644); err != nil {
		t.Fatal(err)
	}
	got := runAction(t, dir, map[string]string{"FOREWARN_PLAN": name, "GITHUB_ACTIONS": "true"})
	obeys, word := true, ""
	for line := range strings.Lines(got.log) {
		line = strings.TrimSpace(line)
		switch stop, is := strings.CutPrefix(line, "::stop-commands::"); {
		case is && obeys:
			obeys, word = false, stop
		case !obeys && line == "::"+word+"::":
			obeys = true
		case obeys && strings.Contains(line, "##["):
			t.Errorf("the runner would obey %q", line)
		case obeys && strings.HasPrefix(line, "::") && !regexp.MustCompile(`^::(error|warning|notice) (file=%3A%3Aerror|title=forewarn)`).MatchString(line):
			t.Errorf("the runner would obey %q", line)
		}
	}
	if len(word) != 32 || !obeys {
		t.Errorf("the word is %q, and commands are obeyed at the end: %t", word, obeys)
	}
}

// Another version is cloned from the action's repository and built.
func TestActionVersion(t *testing.T) {
	server := t.TempDir()
	repository := filepath.Join(server, "owner", "repository")
	for name, content := range map[string]string{
		"go.mod":               "module forewarn\n",
		"cmd/forewarn/main.go": "package main\n\nfunc main() { println(\"this is v9\") }\n",
	} {
		path := filepath.Join(repository, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{
		{"init", "-q"}, {"add", "."},
		{"-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "nine"},
		{"-c", "tag.gpgSign=false", "tag", "v9"},
	} {
		cmd := exec.Command("git", args...)
		cmd.Dir = repository
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %q: %v\n%s", args, err, out)
		}
	}
	got := runAction(t, actionPlans(t), map[string]string{
		"FOREWARN_VERSION": "v9", "FOREWARN_REPOSITORY": "owner/repository", "GITHUB_SERVER_URL": "file://" + server,
	})
	if got.code != exitDone || !strings.Contains(got.log, "this is v9") {
		t.Errorf("exit code %d, want the version that was named:\n%s", got.code, got.log)
	}
}

// Every input reaches the script, by way of the environment alone: an
// expression inside a script would be code that somebody else writes.
func TestActionInputs(t *testing.T) {
	var file struct {
		Inputs map[string]any
		Runs   struct {
			Steps []struct {
				Uses, Run string
				Env       map[string]string
			}
		}
	}
	definition := readFile(t, "../../.github/actions/check/action.yml")
	if err := yaml.Unmarshal([]byte(definition), &file); err != nil {
		t.Fatal(err)
	}
	script := readFile(t, "../../.github/actions/check/run.sh")
	passed := map[string]bool{}
	for _, step := range file.Runs.Steps {
		if strings.Contains(step.Run, "${{") {
			t.Errorf("an expression is in a script: %s", step.Run)
		}
		for variable, value := range step.Env {
			if m := regexp.MustCompile(`^\$\{\{ inputs\.([a-z-]+) \}\}$`).FindStringSubmatch(value); m != nil {
				passed[m[1]] = strings.Contains(script, "$"+variable) || strings.Contains(script, "${"+variable)
			}
		}
	}
	for input := range file.Inputs {
		if !passed[input] {
			t.Errorf("the input %s does not reach the script", input)
		}
	}
	if len(file.Inputs) != 6 {
		t.Errorf("%d inputs, want 6", len(file.Inputs))
	}
}
