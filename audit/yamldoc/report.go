package yamldoc

import (
	"cmp"
	"slices"
)

// maxProblems bounds how many problems one step reports, so that a hostile
// file costs neither the time to place them nor the memory to hold them.
const maxProblems = 500

// report collects problems.
type report struct {
	problems []Problem
}

// full reports whether looking for further problems is in vain.
func (r *report) full() bool { return len(r.problems) >= maxProblems }

func (r *report) add(pos Pos, id, key, message, hint string) {
	if !r.full() {
		r.problems = append(r.problems, Problem{pos, id, key, message, hint})
	}
}

// inOrder sorts problems by their place in the file.
func inOrder(problems []Problem) {
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Col, b.Pos.Col))
	})
}
