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
	if m := commaForPoint.FindStringSubmatch(value); m != nil {
		return planfile.Amount{}, fmt.Errorf("write %s.%s, with a point", m[1], m[2])
	}
	if thousands.MatchString(value) {
		return planfile.Amount{}, fmt.Errorf("write %s, the digits alone", strings.NewReplacer(",", "", "'", "", " ", "").Replace(value))
	}
	if m := withUnit.FindStringSubmatch(value); m != nil {
		return planfile.Amount{}, fmt.Errorf("write the number alone, %s; the unit is asked for by itself", strings.Replace(m[1], ",", ".", 1))
	}
	if how == quantitative {
		return planfile.Amount{}, errors.New("this measure is kept in numbers: write a number, such as 30.5")
	}
	return amount, nil
}
