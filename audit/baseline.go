package audit

import (
	"fmt"

	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
)

// baseline scores what a plan is held against as the plan itself is scored. An
// earlier plan with errors is no reason to fail: it is nothing to fall behind,
// and the plan may be there to mend it.
func (a *Auditor) baseline(now Source, against *Earlier) (*gate.Baseline, error) {
	if against == nil {
		return nil, nil
	}
	was, err := against.Read()
	if err != nil {
		return nil, err
	}
	b := &gate.Baseline{Name: against.Name, Notes: was.Notes}
	if was.Text == nil {
		b.Why = fmt.Sprintf("the plan is not in %s, so there is nothing to compare it with", b.Name)
		return b, nil
	}
	if err := planfile.Kind(was.Text); err != nil {
		b.Why = fmt.Sprintf("the plan in %s cannot be compared: %s", b.Name, err)
		return b, nil
	}
	plan, found := planfile.Parse(was.Text, a.Bank)
	if len(found) > 0 {
		why := rules.InvalidError{Findings: found}
		b.Why = fmt.Sprintf("the plan in %s cannot be compared: %s", b.Name, why.Summary())
		return b, nil
	}
	// A document that is there now stood behind the earlier answer too, even if
	// it was never committed.
	then := Auditor{Bank: a.Bank, AsOf: a.AsOf} // nobody asks for the way from there
	result, err := then.Score(plan, func(shown string) bool { return now.Present(shown) || was.Present(shown) })
	b.Plan, b.Result = plan, result
	return b, err
}
