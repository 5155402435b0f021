package report

import (
	"bytes"
	"io"

	"forewarn/audit"
	"forewarn/audit/report/reporttest"
)

// runOf is a run over audits, with the rules of the program.
func runOf(t reporttest.T, plans ...*audit.Audit) *Run {
	t.Helper()
	run := &Run{Version: "v1.2.3", Plans: plans}
	for _, r := range reporttest.Bank(t).Rules() {
		run.Rules = append(run.Rules, Rule(r))
	}
	return run
}

// everyRun is what each format must cope with.
func everyRun(t reporttest.T) map[string]*Run {
	t.Helper()
	out := map[string]*Run{}
	for name, plans := range reporttest.PlansOfRuns(t) {
		out[name] = runOf(t, plans...)
	}
	return out
}

// written is what a format makes of a run.
func written(t reporttest.T, write func(io.Writer, *Run, Options) error, run *Run) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out, run, Options{}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
