package policy_test

import (
	"errors"
	"path/filepath"
	"testing"

	"forewarn/audit/policy"
)

// Which bank counts: that of a flag, or of the settings, seen from their folder and to be
// held by their repository. Two that are not the same file are refused.
func TestBank(t *testing.T) {
	const both = "refused"
	for _, c := range []struct {
		name, settings string // the bank that each names
		flag           string
		given          bool
		bank, from     string
	}{
		{name: "none"},
		{name: "by the settings", settings: "banks/acme.yaml", bank: "a/banks/acme.yaml", from: "a"},
		{name: "by the settings, from above", settings: "../acme.yaml", bank: "acme.yaml", from: "a"},
		{name: "by a flag", flag: "acme.yaml", given: true, bank: "acme.yaml"},
		{name: "the same by both", settings: "../acme.yaml", flag: "acme.yaml", given: true, bank: "acme.yaml"},
		{name: "two", settings: "banks/acme.yaml", flag: "acme.yaml", given: true, bank: both},
		{name: "one that is not there", settings: "banks/no.yaml", flag: "acme.yaml", given: true, bank: both},
		{name: "none by an empty flag", settings: "banks/acme.yaml", given: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := map[string]string{".git/": "", "acme.yaml": "x", "a/banks/acme.yaml": "x", "a/b/": ""}
			if c.settings != "" {
				files["a/.forewarn.yaml"] = "bank: " + c.settings + "\n"
			}
			tree(t, files)
			typed, given := policy.Usual(), []string(nil)
			if typed.Bank = c.flag; c.given {
				given = []string{"bank"}
			}
			p, err := over(typed, given...).For("a/b/plan.yaml")
			var clash *policy.ClashError
			switch {
			case c.bank == both:
				if !errors.As(err, &clash) {
					t.Errorf("both are taken: %v, %+v", err, p)
				}
			case err != nil:
				t.Fatal(err)
			case filepath.ToSlash(p.Bank) != c.bank || filepath.ToSlash(filepath.Clean(p.BankFrom)) != filepath.ToSlash(filepath.Clean(c.from)):
				t.Errorf("the bank is %q from %q, want %q from %q", p.Bank, p.BankFrom, c.bank, c.from)
			}
		})
	}
}
