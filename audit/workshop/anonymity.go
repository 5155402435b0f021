package workshop

import "slices"

// isSafe reports whether nothing can be worked out about fewer sheets than the minimum
// from all that was published of the question, by adding and subtracting rows.
//
// Each sheet is in one step of the row of all, from one renewal to the next, and in one
// step of the row of its role, or in none while that is not shown. Take the steps for the
// points of a graph, what is not shown for one more, and each sheet for a line between its
// two. A sum of rows, each taken so many times, holds a sheet as often as the numbers of its
// two points say together; with the numbers of one side turned to their negatives, the sheets
// that are left are those whose points have different numbers, and these are a cut of the
// graph. So nothing is told about fewer than the minimum exactly when no cut of the graph is
// smaller, but for the empty ones between parts that nothing joins.
//
// Where one role alone is not shown, what is left of all is that role, however large: two
// at the least have something hidden.
func (r *row) isSafe(minimum int) bool {
	g := r.graph()
	if len(g.hidden) == 1 {
		return false
	}
	for _, part := range g.parts() {
		if len(part) > 1 && g.smallestCut(part) < minimum {
			return false
		}
	}
	return true
}

// point is a step of a row: the role, and the renewal that ended it.
type point struct {
	role    string // "" for the row of all
	renewal int    // -1 for all that is not shown
}

// graph has a number of sheets between each two points.
type graph struct {
	points []point
	lines  [][]int         // by the indices of two points, in both orders
	hidden map[string]bool // the roles of which something is not shown
}

func (r *row) graph() *graph {
	g := &graph{hidden: map[string]bool{}}
	for _, m := range r.members {
		all, ok := r.step(m.publication, "")
		if !ok {
			continue // not published in any way
		}
		role, ok := r.step(m.publication, m.role)
		if !ok {
			role = point{"", -1}
			g.hidden[m.role] = true
		}
		a, b := g.index(all), g.index(role)
		g.lines[a][b]++
		g.lines[b][a]++
	}
	return g
}

// step is the one that first held a sheet of this publication.
func (r *row) step(publication int, role string) (p point, ok bool) {
	for i, n := range r.renewed {
		if n.publication >= publication && (role == "" || slices.Contains(n.roles, role)) {
			return point{role, i}, true
		}
	}
	return point{}, false
}

func (g *graph) index(p point) int {
	if i := slices.Index(g.points, p); i >= 0 {
		return i
	}
	g.points = append(g.points, p)
	for i := range g.lines {
		g.lines[i] = append(g.lines[i], 0)
	}
	g.lines = append(g.lines, make([]int, len(g.points)))
	return len(g.points) - 1
}

// parts are the points that lines join, directly or by way of others.
func (g *graph) parts() [][]int {
	seen := make([]bool, len(g.points))
	var out [][]int
	for start := range g.points {
		if seen[start] {
			continue
		}
		part := []int{start}
		seen[start] = true
		for i := 0; i < len(part); i++ {
			for next, n := range g.lines[part[i]] {
				if n > 0 && !seen[next] {
					seen[next] = true
					part = append(part, next)
				}
			}
		}
		out = append(out, part)
	}
	return out
}

// smallestCut is how many lines must go, at the least, before a part of several points
// falls apart (Stoer and Wagner, A simple min-cut algorithm, Journal of the ACM 44, 1997).
func (g *graph) smallestCut(part []int) int {
	lines := make([][]int, len(part))
	for i, a := range part {
		lines[i] = make([]int, len(part))
		for j, b := range part {
			lines[i][j] = g.lines[a][b]
		}
	}
	left := make([]int, len(part))
	for i := range left {
		left[i] = i
	}
	smallest := -1
	for len(left) > 1 {
		before, last, cut := farthest(lines, left)
		if smallest < 0 || cut < smallest {
			smallest = cut
		}
		for _, i := range left { // the last two become one
			lines[before][i] += lines[last][i]
			lines[i][before] += lines[i][last]
		}
		left = slices.DeleteFunc(left, func(i int) bool { return i == last })
	}
	return smallest
}

// farthest takes up the points one by one, always the one with the most lines to those that
// are taken, and returns the last two and how many lines the last one has.
func farthest(lines [][]int, left []int) (before, last, cut int) {
	weight := map[int]int{}
	rest := slices.Clone(left)
	for len(rest) > 0 {
		next := slices.MaxFunc(rest, func(a, b int) int { return weight[a] - weight[b] })
		before, last, cut = last, next, weight[next]
		rest = slices.DeleteFunc(rest, func(i int) bool { return i == next })
		for _, i := range rest {
			weight[i] += lines[next][i]
		}
	}
	return before, last, cut
}
