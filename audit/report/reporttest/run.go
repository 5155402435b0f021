package reporttest

import (
	"bytes"
	"io"

	"forewarn/audit"
	"forewarn/audit/report"
)

// Run is a run over audits, with the rules of the program.
func Run(t T, plans ...*audit.Audit) *report.Run {
	t.Helper()
	run := &report.Run{Version: "v1.2.3", Plans: plans}
	for _, r := range Bank(t).Rules() {
		run.Rules = append(run.Rules, report.Rule(r))
	}
	return run
}

// EveryRun is what each format must cope with.
func EveryRun(t T) map[string]*report.Run {
	t.Helper()
	out := map[string]*report.Run{}
	for name, plans := range PlansOfRuns(t) {
		out[name] = Run(t, plans...)
	}
	return out
}

// Written is what a format makes of a run.
func Written(t T, write func(io.Writer, *report.Run, report.Options) error, run *report.Run) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out, run, report.Options{}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
