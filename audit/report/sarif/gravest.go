package sarif

import (
	"cmp"
	"container/heap"
	"slices"

	"forewarn/audit/gate"
)

// gravest keeps as many findings as there is room for: those that are there
// before those that were mended, the gravest first, and else in the order in
// which they came.
type gravest struct {
	most int
	all  int // that were added
	kept findings
}

// finding is a finding with the file that it is about.
type finding struct {
	gate.Finding
	file  string
	count int // of those added before
}

// add takes a finding, for which a milder one may have to go.
func (g *gravest) add(file string, f gate.Finding) {
	x := finding{f, file, g.all}
	g.all++
	if len(g.kept) < g.most {
		heap.Push(&g.kept, x)
		return
	}
	if compare(x, g.kept[0]) < 0 {
		g.kept[0] = x
		heap.Fix(&g.kept, 0)
	}
}

// sorted lists what was kept, the gravest first.
func (g *gravest) sorted() []finding {
	slices.SortFunc(g.kept, compare)
	return g.kept
}

// compare puts the graver finding first.
func compare(a, b finding) int {
	return cmp.Or(cmp.Compare(mended(a), mended(b)), cmp.Compare(a.Severity, b.Severity), cmp.Compare(a.count, b.count))
}

func mended(f finding) int {
	if f.State == gate.Absent {
		return 1
	}
	return 0
}

// findings is a heap whose first one is the mildest.
type findings []finding

func (h findings) Len() int           { return len(h) }
func (h findings) Less(i, j int) bool { return compare(h[i], h[j]) > 0 }
func (h findings) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *findings) Push(x any)        { *h = append(*h, x.(finding)) }
func (h *findings) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}
