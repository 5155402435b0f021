package yamldoc

import (
	"cmp"
	"fmt"
	"slices"
)

// MaxProblems is how many problems are listed, so that a hostile file costs no
// memory to hold them. The others are counted.
const MaxProblems = 500

// maxSuggestions is how many of them say which word may have been meant.
const maxSuggestions = 50

// report collects problems.
type report struct {
	problems []Problem
	more     int
}

// mayPoint reports whether it is still worth looking for the word that was meant.
func (r *report) mayPoint() bool { return len(r.problems) < maxSuggestions }

func (r *report) add(pos Pos, id, key, message, hint string) {
	if len(r.problems) < MaxProblems {
		r.problems = append(r.problems, Problem{Pos: pos, ID: id, Key: key, Message: message, Hint: hint})
	} else {
		r.more++
	}
}

// listed returns the problems by their place in the file, and how many there are
// beside.
func (r *report) listed() []Problem {
	inOrder(r.problems)
	if r.more == 0 {
		return r.problems
	}
	return append(r.problems, More(r.more, r.problems[len(r.problems)-1].Pos))
}

// More says that there are n problems more than are listed up to a place.
func More(n int, last Pos) Problem {
	says := fmt.Sprintf("%d more errors are not listed", n)
	if n == 1 {
		says = "1 more error is not listed"
	}
	return Problem{Pos: last, ID: MoreProblems, Message: says, Hint: "mend those that are, then look again", More: n}
}

// inOrder sorts problems by their place in the file.
func inOrder(problems []Problem) {
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.More, b.More), cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Col, b.Pos.Col))
	})
}
