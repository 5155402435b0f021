package policy

import (
	"cmp"
	"fmt"
	"strconv"
)

// setting is a term as a settings file, or its absence, sets it.
type setting struct{ key, value string }

// unflagged lists what counts of a file: all on which no flag lies.
func (s *Settings) unflagged(t Typed) []setting {
	var out []setting
	for _, x := range append(t.terms(), term{key: "waivers", value: new(strconv.FormatBool(t.Waivers))}) {
		if !s.given(x.key) {
			out = append(out, setting{x.key, *x.value})
		}
	}
	return out
}

// Since says which of the settings of a plan were others in an earlier text of
// them, nil for none: a sentence each without a full stop. What a flag says is no
// setting, and cannot be changed by a file.
func (p *Policy) Since(earlier []byte) []string {
	was := Usual()
	if earlier != nil && len(parse(earlier, &was)) > 0 {
		return []string{"those there cannot be read"}
	}
	before := map[string]string{}
	for _, x := range (&Settings{given: func(string) bool { return false }}).unflagged(was) {
		before[x.key] = x.value
	}
	var says []string
	for _, x := range p.unflagged {
		if had := before[x.key]; had != x.value {
			says = append(says, fmt.Sprintf("%s was %s and is %s", x.key, cmp.Or(had, "not set"), cmp.Or(x.value, "not set")))
		}
	}
	return says
}
