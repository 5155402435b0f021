package planfile

import (
	"fmt"

	"forewarn/audit/yamldoc"
	"forewarn/questions"
)

// MoveTo returns a plan that was answered by one bank as if it had been answered by
// another: an edition of the same, which leaves the text as it is, or a bank that
// extends it and so asks the same questions.
func MoveTo(src []byte, from, to *questions.Bank) ([]byte, error) {
	switch {
	case from.ID == to.ID:
		return src, nil
	case to.Core == nil || to.Core.ID != from.ID:
		return nil, fmt.Errorf("the plan belongs to the bank %q, which %q does not extend", from.ID, to.ID)
	}
	plan, found := Parse(src, from)
	if len(found) > 0 || plan.restsOnOlder() {
		return nil, fmt.Errorf("some of its answers are older than edition %s of %s; answer those first", from.Version, from.ID)
	}
	src, err := yamldoc.Set(src, []string{"bank", "id"}, to.ID)
	if err != nil {
		return nil, err
	}
	return yamldoc.Set(src, []string{"bank", "version"}, to.Version)
}
