package main

import (
	"fmt"
	"path/filepath"

	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
)

// earlier is a plan as it was.
type earlier struct {
	src     []byte // nil when it was not there yet
	present func(shown string) bool
}

// baseline reads what a plan is held against, and scores it as the plan itself
// is scored. An earlier plan with errors is no reason to fail: it is nothing to
// fall behind, and the plan may be there to mend it.
func (c *checking) baseline(j *job) (*gate.Baseline, error) {
	name := j.by.against
	if name == "" {
		return nil, nil
	}
	was, err := earlierPlan(j.name, name)
	if err != nil {
		return nil, err
	}
	b := &gate.Baseline{Name: name}
	if was.src == nil {
		b.Why = fmt.Sprintf("the plan is not in %s, so there is nothing to compare it with", name)
		return b, nil
	}
	plan, findings := planfile.Parse(was.src, c.bank)
	if len(findings) > 0 {
		b.Why = notComparable(name, findings)
		return b, nil
	}
	folder := filepath.Dir(j.name)
	b.Plan = plan
	b.Result, err = score.Score(c.bank, plan, score.Circumstances{
		AsOf: c.today,
		// A document that is there now stood behind the earlier answer too,
		// even if it was never committed.
		Weakened: planfile.WeakenedWhere(plan, c.today, func(shown string) bool {
			return planfile.Present(folder, shown) || was.present(shown)
		}),
	})
	return b, err
}

func notComparable(name string, findings []rules.Finding) string {
	first := findings[0]
	says := fmt.Sprintf("the plan in %s cannot be compared: line %d: %s", name, first.Pos.Line, first.Message)
	switch more := len(findings) - 1; more {
	case 0:
		return says
	case 1:
		return says + ", and 1 more error"
	default:
		return says + fmt.Sprintf(", and %d more errors", more)
	}
}

// earlierPlan reads the plan called name as it stands in against: a file, or
// else a commit of the repository that the plan is in.
func earlierPlan(name, against string) (*earlier, error) {
	if !isFile(against) {
		return committedPlan(name, against)
	}
	src, err := planfile.Read(against)
	if err != nil {
		return nil, err
	}
	folder := filepath.Dir(against)
	return &earlier{src: src, present: func(shown string) bool { return planfile.Present(folder, shown) }}, nil
}
