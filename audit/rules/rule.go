package rules

import (
	_ "embed" // for the texts of the rules
	"errors"
	"fmt"
	"slices"

	"forewarn/audit/yamldoc"
)

//go:embed rules.yaml
var texts []byte

// Rule is what the id of a finding stands for.
type Rule struct {
	ID       string   `yaml:"id,required"`
	Severity Severity `yaml:"severity,required"` // the gravest that its findings can have
	Title    string   `yaml:"title,required"`
	Why      string   `yaml:"why,required"` // it matters
	Do       string   `yaml:"do,required"`  // what to do about it
}

// Load reads the rules, in the order in which they are listed. The texts are
// built into the program, so that an error is one of the program.
func Load() ([]Rule, error) {
	var file struct {
		Rules []Rule `yaml:"rules,required"`
	}
	doc, problems := yamldoc.Parse(texts)
	if doc != nil {
		problems = append(problems, doc.Decode(&file)...)
	}
	var errs []error
	for _, p := range problems {
		errs = append(errs, fmt.Errorf("rules.yaml:%s: %s: %s", p.Pos, p.Key, p.Message))
	}
	return file.Rules, errors.Join(errs...)
}

// IDs lists the ids of all rules, in the order of Load.
func IDs() []string {
	return slices.Concat(unusable(), records(), answers())
}

// DecodeScalar reads the word of a severity.
func (s *Severity) DecodeScalar(text string, _ bool) string {
	known := words()
	i := slices.Index(known[:], text)
	if i < 0 {
		return "error, critical, major, minor or note"
	}
	*s = Severity(i)
	return ""
}
