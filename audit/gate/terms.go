// Package gate holds a plan's result against what is asked of it: a least grade
// and score, findings of a severity, the age of answers, an earlier plan. It
// also knows the waivers by which somebody lives with what would not pass.
package gate

import (
	"math/big"

	"forewarn/audit/rules"
)

// Terms are what a plan has to meet. The zero Terms let every plan pass.
type Terms struct {
	MinGrade  string         // A to F; empty asks for none
	Usual     bool           // nobody has said which grade: MinGrade is what counts then
	MinScore  *big.Rat       // 0 to 100; nil asks for none
	FailOn    rules.Severity // warnings and findings from here up; rules.Error is for none, as a plan that was scored has no errors
	Show      rules.Severity // findings milder than this are quiet; rules.Error keeps none so. Notes are left out but for rules.Note
	MaxAge    int            // days that an answer or its evidence may be old; 0 asks for none
	NoWaivers bool           // judge as if the plan had no waivers
	Ungated   bool           // a report, of which nothing is asked: what is worse than before is told in Decision.Since
	Tolerance *big.Rat       // how many points less than the earlier plan it may score; nil is 0
}

// decimal writes a number that was typed as one.
func decimal(x *big.Rat) string {
	digits, _ := x.FloatPrec()
	return x.FloatString(digits)
}
