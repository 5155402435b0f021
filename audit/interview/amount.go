package interview

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"forewarn/audit/planfile"
)

// qualitative is how a measure is kept whose lines are words.
const (
	qualitative  = "qualitative"
	quantitative = "quantitative"
)

var (
	commaForPoint = regexp.MustCompile(`^(-?\d+),(\d{1,2}|\d{4,})$`)
	thousands     = regexp.MustCompile(`^-?\d{1,3}([,' ]\d{3})+$`)
	grouped       = regexp.MustCompile(`^(-?\d{1,3}(?:,\d{3})+)\.(\d+)$|^(-?\d{1,3}(?:\.\d{3})+),(\d+)$`)
	withExponent  = regexp.MustCompile(`^-?\d+(?:[.,]\d+)?[eE][+-]?\d+$`)
	digitsAlone   = regexp.MustCompile(`^-?\d+(?:\.\d+)?$`)
	withUnit      = regexp.MustCompile(`^(-?\d+(?:[.,]\d+)?)\s*(\D.*)$`)
)

// parseAmount reads a value of a measure that is kept in this way. In words it is
// taken as it is; else a number is a number alone, as the unit has its own field.
func parseAmount(value, how string) (planfile.Amount, error) {
	var amount planfile.Amount
	if needed := amount.DecodeScalar(value, how == qualitative); needed != "" {
		return planfile.Amount{}, fmt.Errorf("write %s", needed)
	}
	if how == qualitative || amount.Number != nil {
		return amount, nil
	}
	if err := notPlain(value); err != nil {
		return planfile.Amount{}, err
	}
	if how == quantitative {
		return planfile.Amount{}, errors.New("this measure is kept in numbers: write a number, such as 30.5")
	}
	return amount, nil
}

// notPlain says how to write what is meant as a number and is not written as one; nil for
// words.
func notPlain(value string) error {
	if m := commaForPoint.FindStringSubmatch(value); m != nil {
		return fmt.Errorf("write %s.%s, with a point", m[1], m[2])
	}
	if thousands.MatchString(value) {
		return fmt.Errorf("write %s, the digits alone", strings.NewReplacer(",", "", "'", "", " ", "").Replace(value))
	}
	if m := grouped.FindStringSubmatch(value); m != nil {
		return fmt.Errorf("write %s.%s, with no more than a point", strings.NewReplacer(",", "", ".", "").Replace(m[1]+m[3]), m[2]+m[4])
	}
	if withExponent.MatchString(value) {
		return errors.New("write the number out, in digits alone, such as 30.5")
	}
	if digitsAlone.MatchString(value) {
		return errors.New("the number is too long: choose a larger unit")
	}
	if m := withUnit.FindStringSubmatch(value); m != nil {
		return fmt.Errorf("write the number alone, %s; the unit is asked for by itself", strings.Replace(m[1], ",", ".", 1))
	}
	return nil
}

// isNumber reports whether a text is a number and nothing else, however it is written.
func isNumber(text string) bool {
	for _, form := range []*regexp.Regexp{digitsAlone, commaForPoint, thousands, grouped, withExponent} {
		if form.MatchString(text) {
			return true
		}
	}
	return false
}
