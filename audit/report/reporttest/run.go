package reporttest

import (
	"bytes"
	"io"

	"forewarn/audit"
	"forewarn/audit/report"
	"forewarn/audit/report/catalogue"
)

// Options are those that the program gives to every format.
func Options(t T) report.Options {
	t.Helper()
	return report.Options{Version: "v1.2.3", Rules: func() ([]report.Rule, error) { return Rules(t), nil }}
}

// Rules are those of the program.
func Rules(t T) []report.Rule {
	t.Helper()
	all, err := catalogue.New(Bank(t))
	if err != nil {
		t.Fatal(err)
	}
	return all.Rules()
}

// New makes the printer of a format.
type New func(io.Writer, report.Options) (report.Printer, error)

// Written is what a format makes of plans.
func Written(t T, format New, plans []*audit.Audit) []byte {
	t.Helper()
	return WrittenWith(t, format, plans, Options(t))
}

// WrittenWith is Written with other options.
func WrittenWith(t T, format New, plans []*audit.Audit, o report.Options) []byte {
	t.Helper()
	var out bytes.Buffer
	p, err := format(&out, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range plans {
		if err := p.Print(a); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Of is a run over these plans.
func Of(plans ...*audit.Audit) []*audit.Audit { return plans }
