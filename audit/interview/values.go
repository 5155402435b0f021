package interview

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"forewarn/audit/planfile"
)

// fieldPath is the path of a field below a path; its key may name an entry inside
// another, as baseline.value does.
func fieldPath(path []string, key string) []string {
	return append(slices.Clone(path), strings.Split(key, ".")...)
}

// recordPath is the path of record i of a list.
func recordPath(list []string, i int) []string {
	return append(slices.Clone(list), strconv.Itoa(i))
}

// text is a value of a plan as a person would type it.
func text(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case bool:
		return yesNo(v)
	case time.Time:
		return v.Format(dateLayout)
	case planfile.Amount:
		return v.Text
	}
	return ""
}

func yesNo(b bool) string {
	if b {
		return yes
	}
	return no
}
