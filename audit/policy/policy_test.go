package policy_test

import (
	"slices"
	"testing"

	"forewarn/audit/policy"
)

// A policy says all that counts, in one order, and which of it is a flag's.
func TestPolicyInWords(t *testing.T) {
	all := policy.Typed{MinGrade: "B", MinScore: "62.50", FailOn: "none", Show: "major", Against: "main", Tolerance: "0", MaxAge: "12w", Waivers: true}
	for _, c := range []struct {
		name  string
		file  string // empty for none
		typed policy.Typed
		given []string
		want  string
	}{
		{name: "nothing is said", typed: policy.Usual(), want: "no settings file; min-grade D, fail-on critical, show minor, waivers true"},
		{
			name: "all by flags", typed: all,
			given: []string{"min-grade", "min-score", "fail-on", "show", "against", "tolerance", "max-age", "waivers"},
			want:  "no settings file; min-grade B (flag), min-score 62.50 (flag), fail-on none (flag), show major (flag), against main (flag), tolerance 0 (flag), max-age 12w (flag), waivers true (flag)",
		},
		{
			name: "all in a file", typed: policy.Usual(),
			file: "max-age: 90d\ntolerance: 2\nagainst: v1\nshow: critical\nfail-on: minor\nmin-score: 7\nmin-grade: D\nwaivers: false\n",
			want: "settings from .forewarn.yaml; min-grade D, min-score 7, fail-on minor, show critical, against v1, tolerance 2, max-age 90d, waivers false",
		},
		{
			name: "some of each", typed: all, given: []string{"min-score", "waivers"}, file: "min-grade: D\nmin-score: 7\nwaivers: false\n",
			want: "settings from .forewarn.yaml; min-grade D, min-score 62.50 (flag), fail-on critical, show minor, waivers true (flag)",
		},
		{
			name: "a flag that turns a setting off", typed: policy.Usual(), given: []string{"min-grade"}, file: "min-grade: D\n",
			want: "settings from .forewarn.yaml; min-grade D (flag), fail-on critical, show minor, waivers true",
		},
		{name: "a file that says nothing", typed: policy.Usual(), file: "# later\n", want: "settings from .forewarn.yaml; min-grade D, fail-on critical, show minor, waivers true"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			if c.file != "" {
				write(t, ".forewarn.yaml", c.file)
			}
			p, err := policy.NewSettings(&c.typed, func(key string) bool { return slices.Contains(c.given, key) }).For("plan.yaml")
			if err != nil {
				t.Fatal(err)
			}
			if got := p.String(); got != c.want {
				t.Errorf("it says\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
