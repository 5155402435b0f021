package score

import (
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
	"forewarn/questions"
)

// The facts of a plan that a warning of the bank may rest on.
const (
	toolCommitted = "tool_committed"
	live          = "live"
)

// Facts lists the facts.
func Facts() []string { return []string{toolCommitted, live} }

// factsOf returns what the plan says of the facts of a condition, and whether one of
// them is open; ok is false when one of them is otherwise. What is open may turn out
// either way.
func factsOf(facts map[string]questions.Fact, plan *planfile.Plan) (says []Reason, open, ok bool) {
	for _, name := range Facts() {
		want, asked := facts[name]
		if !asked {
			continue
		}
		value := factOf(plan, name)
		if value != "" && value != want {
			return nil, false, false
		}
		open = open || value == ""
		says = append(says, Reason{Says: rules.Alike(factWords(name, value)), Key: yamldoc.KeyPath("initiative", name), Pos: plan.At("initiative", name), Open: value == ""})
	}
	return says, open, len(says) == len(facts)
}

// factOf returns what the plan says of one fact; nothing when it leaves it open.
func factOf(plan *planfile.Plan, name string) questions.Fact {
	value := plan.Initiative.ToolCommitted
	if name == live {
		value = plan.Initiative.Live
	}
	switch {
	case value == nil:
		return ""
	case *value:
		return questions.Yes
	}
	return questions.No
}

// factWords says a fact in plain words.
func factWords(name string, value questions.Fact) string {
	yes, no, unknown := "a tool has been bought, ordered or promised for more than a trial", "no tool has been bought, ordered or promised for more than a trial",
		"the plan does not say whether a tool has been bought, ordered or promised for more than a trial"
	if name == live {
		yes, no, unknown = "the initiative is live", "the initiative is not live yet", "the plan does not say whether the initiative is live"
	}
	switch value {
	case questions.Yes:
		return yes
	case questions.No:
		return no
	}
	return unknown
}
