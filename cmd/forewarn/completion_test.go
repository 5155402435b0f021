package main

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// A shell offers the words that a flag takes, and no other: what each is told
// that takes none of them.
func TestFlagValues(t *testing.T) {
	for _, c := range []struct{ flag, command string }{
		{"min-grade", "check plan.yaml"}, {"fail-on", "check plan.yaml"}, {"show", "check plan.yaml"}, {"color", "check plan.yaml"},
		{"of", "schema"}, {"to", "report plan.yaml"}, {"output", "explain"},
	} {
		values, _ := (&globalOptions{}).flagValues()[c.flag](&cobra.Command{}, nil, "")
		last := len(values) - 1
		words := strings.Join(values[:last], ", ") + " or " + values[last]
		root := newRootCmd()
		root.SetArgs(append(strings.Fields(c.command), "--"+c.flag, "nothing"))
		if err := root.Execute(); err == nil || !strings.HasSuffix(err.Error(), `"nothing" is not `+words) {
			t.Errorf("--%s offers %s, and refuses others with %v", c.flag, words, err)
		}
	}
}
