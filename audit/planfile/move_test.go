package planfile

import (
	"strings"
	"testing"

	"forewarn/questions"
)

// A plan is moved to a bank that asks the same questions and more, with nothing else
// changed, unless some of its answers are too old to say what they would there.
func TestMoveTo(t *testing.T) {
	core := testBank()
	core.Questionnaires[0].Questions[0].Since = "1.0.0"
	house := testBank()
	house.ID, house.Version, house.Core = "acme", "3.1.0", core
	next := testBank()
	next.Version = "2.0.0"
	const plan = "# ours\nforewarn: 1\nbank: {id: core, version: 1.0.0} # of 2026\nanswers: {alignment: {business-goal: {level: 2}}}\n"
	for _, c := range []struct {
		name     string
		plan     string
		from, to *questions.Bank
		want     string // the plan, or what is wrong
	}{
		{"an edition", plan, core, next, plan},
		{"a house", plan, core, house, strings.Replace(plan, "id: core, version: 1.0.0", "id: acme, version: 3.1.0", 1)},
		{"back", plan, house, core, `the plan belongs to the bank "acme", which "core" does not extend`},
		{"too old", strings.Replace(plan, "1.0.0", "0.9.0", 1), core, house, "some of its answers are older than edition 1.0.0 of core; answer those first"},
	} {
		got, err := MoveTo([]byte(c.plan), c.from, c.to)
		says := string(got)
		if err != nil {
			says = err.Error()
		}
		if says != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, says, c.want)
		}
	}
}
