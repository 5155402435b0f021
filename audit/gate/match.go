package gate

import "forewarn/audit/score"

// match gives each finding its state. What is the same in a later plan need
// not be said in the same place or in the same words: a list gains an entry at
// its head, or a warning is raised by a better answer than before. So whatever
// is alike by the surest sign is paired first, then by the next.
func match(now, before []Finding, warnings map[string]bool) {
	for _, sign := range []func(*Finding) string{
		func(f *Finding) string { return f.Fingerprint },
		func(f *Finding) string { return f.ID + "\x00" + f.Message },
		func(f *Finding) string { return f.ID + "\x00" + f.Key },
		func(f *Finding) string {
			if warnings[f.ID] { // a plan raises each only once
				return f.ID
			}
			return ""
		},
	} {
		pair(now, before, sign)
	}
	settle(now, New)
	settle(before, Absent)
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

// raised returns the ids of the warnings in either Result.
func raised(results ...*score.Result) map[string]bool {
	ids := map[string]bool{}
	for _, r := range results {
		for i := range r.Warnings {
			ids[r.Warnings[i].ID] = true
		}
	}
	return ids
}
