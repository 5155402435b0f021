package gate

import (
	"slices"

	"forewarn/audit/rules"
)

// match gives each finding its state. What is about the same is the same, and
// else what is of one rule in one place: there, a record has got another name.
func match(now, before []Finding) {
	pairAll(now, before)
	for i := range now {
		// It came with another edition of the questions, whoever changed the plan.
		if f := &now[i]; f.ID == rules.QuestionChanged && f.State == "" {
			f.State = Unchanged
		}
	}
	settle(now, New)
	settle(before, Absent)
}

func pairAll(now, before []Finding) {
	pair(now, before, func(f *Finding) string { return f.Fingerprint })
	pair(now, before, func(f *Finding) string {
		if f.Key == "" {
			return ""
		}
		return f.ID + " " + f.Key
	})
}

// Compare returns what only one of two plans has of its findings, matched as for a
// gate. Whose plan is called the later one makes no difference.
func Compare(now, before []Finding) (fresh, mended []Finding) {
	sides := [2][]Finding{slices.Clone(now), slices.Clone(before)}
	for _, side := range sides {
		for i := range side {
			side[i].State = ""
		}
	}
	pairAll(sides[0], sides[1])
	settle(sides[0], New)
	settle(sides[1], Absent)
	paired := func(f Finding) bool { return f.State == Unchanged }
	return slices.DeleteFunc(sides[0], paired), slices.DeleteFunc(sides[1], paired)
}

// pair marks those without a state that show the same sign as unchanged, one
// with one.
func pair(now, before []Finding, sign func(*Finding) string) {
	waiting := map[string][]*Finding{}
	for i := range before {
		if s := sign(&before[i]); s != "" && before[i].State == "" {
			waiting[s] = append(waiting[s], &before[i])
		}
	}
	for i := range now {
		s := sign(&now[i])
		if s == "" || now[i].State != "" || len(waiting[s]) == 0 {
			continue
		}
		now[i].State, waiting[s][0].State = Unchanged, Unchanged
		waiting[s] = waiting[s][1:]
	}
}

// settle gives those that have no state this one.
func settle(findings []Finding, state State) {
	for i := range findings {
		if findings[i].State == "" {
			findings[i].State = state
		}
	}
}
