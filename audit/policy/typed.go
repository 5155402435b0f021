package main

import (
	"fmt"

	"github.com/spf13/pflag"

	"forewarn/audit/rules"
)

// terms are what check judges by, as they are typed: in flags, or under the
// same names in a settings file.
type terms struct {
	MinGrade  string `yaml:"min-grade"`
	MinScore  string `yaml:"min-score"`
	FailOn    string `yaml:"fail-on"`
	Show      string `yaml:"show"`
	Against   string `yaml:"against"`
	Tolerance string `yaml:"tolerance"`
	MaxAge    string `yaml:"max-age"`
	Waivers   bool   `yaml:"waivers"`

	noWaivers bool // the flag, which says it the other way round
}

func usualTerms() terms {
	return terms{FailOn: rules.Critical.String(), Show: rules.Minor.String(), Waivers: true}
}

func (t *terms) addTo(f *pflag.FlagSet) {
	*t = usualTerms()
	f.StringVar(&t.MinGrade, "min-grade", t.MinGrade, "the lowest grade that passes: A, B, C or D")
	f.StringVar(&t.MinScore, "min-score", t.MinScore, "the lowest score that passes, from 0 to 100")
	f.StringVar(&t.FailOn, "fail-on", t.FailOn, "fail on findings this severe or worse: critical, major, minor or none")
	f.StringVar(&t.Show, "show", t.Show, "show findings this severe or worse: critical, major or minor")
	f.StringVar(&t.Against, "against", t.Against, "fail on what is worse than in this commit, branch or file")
	f.StringVar(&t.Tolerance, "tolerance", t.Tolerance, "how many points the score may be lower with --against (default 0)")
	f.StringVar(&t.MaxAge, "max-age", t.MaxAge, "fail on answers and evidence older than this, such as 90d or 12w")
	f.BoolVar(&t.noWaivers, "no-waivers", false, "judge as if no plan had waivers, for auditors")
}

// clause is one of the terms.
type clause struct {
	key   string // of the flag and in the file
	value *string
	must  bool // whether it needs a value; else empty asks for nothing
	read  func(c *criteria, text string) *misfit
}

// list gives the terms in the order in which they are named to users.
func (t *terms) list() []clause {
	return []clause{
		{"min-grade", &t.MinGrade, false, readMinGrade},
		{"min-score", &t.MinScore, false, readMinScore},
		{"fail-on", &t.FailOn, true, readFailOn},
		{"show", &t.Show, true, readShow},
		{"against", &t.Against, false, readAgainst},
		{"tolerance", &t.Tolerance, false, readTolerance},
		{"max-age", &t.MaxAge, false, readMaxAge},
	}
}

// misfit says what a value should have been.
type misfit struct {
	key, value string
	needed     string
	hint       string // may be empty
}

// Error leaves out the key, which is written in more than one way.
func (m *misfit) Error() string { return fmt.Sprintf("%q is not %s", m.value, m.needed) }

// read reads the terms. The criteria are of use only without a misfit.
func (t *terms) read() (*criteria, []*misfit) {
	c := &criteria{show: rules.Minor}
	c.terms.NoWaivers = !t.Waivers
	var wrong []*misfit
	for _, x := range t.list() {
		if *x.value == "" && !x.must {
			continue
		}
		if m := x.read(c, *x.value); m != nil {
			m.key, m.value = x.key, *x.value
			wrong = append(wrong, m)
		}
	}
	return c, wrong
}

// check is for terms that were typed as flags.
func (t *terms) check() error {
	_, wrong := t.read()
	if len(wrong) == 0 {
		return nil
	}
	if hint := wrong[0].hint; hint != "" {
		return usageError(fmt.Errorf("--%s %w (%s)", wrong[0].key, wrong[0], hint))
	}
	return usageError(fmt.Errorf("--%s %w", wrong[0].key, wrong[0]))
}
