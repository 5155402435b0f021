package policy

import (
	"fmt"

	"forewarn/audit/rules"
)

// Typed is a policy as it is typed: in flags, or under the same names in a
// settings file. What is empty asks for nothing, but for the grade: there, D counts
// until somebody says otherwise.
type Typed struct {
	MinGrade  string `yaml:"min-grade"`
	MinScore  string `yaml:"min-score"`
	FailOn    string `yaml:"fail-on"`
	Show      string `yaml:"show"`
	Against   string `yaml:"against"`
	Tolerance string `yaml:"tolerance"`
	MaxAge    string `yaml:"max-age"`
	Bank      string `yaml:"bank"`
	Waivers   bool   `yaml:"waivers"`
}

// usualGrade is the worst grade that does not read "stop".
const usualGrade = "D"

// Usual is what counts where nobody says otherwise.
func Usual() Typed {
	return Typed{FailOn: rules.Critical.String(), Show: rules.Minor.String(), Waivers: true}
}

// term is one of the terms that are typed as a text.
type term struct {
	key   string // of the flag and in the file
	value *string
	must  bool // whether it needs a value; else empty asks for nothing
	read  func(p *Policy, text string) *Misfit
}

// terms lists them in the order in which they are named to users.
func (t *Typed) terms() []term {
	return []term{
		{"min-grade", &t.MinGrade, false, readMinGrade},
		{"min-score", &t.MinScore, false, readMinScore},
		{"fail-on", &t.FailOn, true, readFailOn},
		{"show", &t.Show, true, readShow},
		{"against", &t.Against, false, readAgainst},
		{"tolerance", &t.Tolerance, false, readTolerance},
		{"max-age", &t.MaxAge, false, readMaxAge},
		{"bank", &t.Bank, false, readBank},
	}
}

// Misfit is a value that is none of those that its term takes.
type Misfit struct {
	Key, Value string
	Needed     string // what it should have been
	Hint       string // may be empty
}

// Error leaves out the key, which is written in more than one way.
func (m *Misfit) Error() string { return fmt.Sprintf("%q is not %s", m.Value, m.Needed) }

// Check returns the first value that its term does not take, or nil.
func (t *Typed) Check() *Misfit {
	if _, wrong := t.read(); len(wrong) > 0 {
		return wrong[0]
	}
	return nil
}

// read gives the values their meaning. The Policy is of use only without a
// Misfit.
func (t *Typed) read() (*Policy, []*Misfit) {
	p := &Policy{}
	p.Show = rules.Minor
	p.MinGrade, p.Usual = usualGrade, true
	p.NoWaivers = !t.Waivers
	var wrong []*Misfit
	for _, x := range t.terms() {
		if *x.value == "" && !x.must {
			continue
		}
		if m := x.read(p, *x.value); m != nil {
			m.Key, m.Value = x.key, *x.value
			wrong = append(wrong, m)
		}
	}
	return p, wrong
}
