package score

import (
	"fmt"

	"forewarn/audit/rules"
	"forewarn/questions"
)

// mostReweighed is how many weights and caps are named one by one.
const mostReweighed = 8

// Reweighed says what weighs or holds the grade otherwise than in the questions that are
// built in, a sentence without a full stop; nothing where nothing does.
func Reweighed(list []questions.Reweighed) rules.Wording {
	if len(list) == 0 {
		return rules.Wording{}
	}
	var each []rules.Wording
	for _, r := range list[:min(len(list), mostReweighed)] {
		name := rules.Wording{Working: r.Kind + " " + r.ID, Client: rules.Quoted(r.Name)}
		each = append(each, rules.Worded("%s %s", name, rules.Alike(otherwise(&r))))
	}
	if more := len(list) - len(each); more > 0 {
		each = append(each, rules.Alike(fmt.Sprintf("and %d more", more)))
	}
	return rules.Worded("not all weighs as in the questions that are built in: %s", rules.Joined(each, "; "))
}

func otherwise(r *questions.Reweighed) string {
	switch {
	case r.Kind != "warning":
		return fmt.Sprintf("weighs %s, not %s", r.Is, r.Was)
	case r.Is == "":
		return "no longer holds the grade at " + r.Was
	case r.Was == "":
		return fmt.Sprintf("holds the grade at %s, and did not", r.Is)
	}
	return fmt.Sprintf("holds the grade at %s, not at %s", r.Is, r.Was)
}
