package sarif

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"forewarn/audit/gate"
	"forewarn/audit/rules"
)

// What is kept are the first of all findings, sorted by how much they matter:
// what was mended last, and of findings that matter alike, the one that came
// first. No room decides which they are, only how many.
func TestGravestKeepsTheFirstOfAll(t *testing.T) {
	states := []gate.State{"", gate.New, gate.Unchanged, gate.Absent}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 60).Draw(t, "findings")
		g := gravest{most: rapid.IntRange(1, 20).Draw(t, "most")}
		var all []gate.Finding
		for i := range n {
			severity := rules.Severity(rapid.IntRange(int(rules.Error), int(rules.Minor)).Draw(t, "severity"))
			f := gate.Errors([]rules.Finding{{Severity: severity, Message: fmt.Sprintf("number %d", i)}})[0]
			f.State = rapid.SampledFrom(states).Draw(t, "state")
			all = append(all, f)
			g.add("plan of "+f.Message, f)
			if len(g.kept) > g.most {
				t.Fatalf("%d are kept, and there is room for %d", len(g.kept), g.most)
			}
		}
		slices.SortStableFunc(all, func(a, b gate.Finding) int {
			last := map[gate.State]int{gate.Absent: 1}
			return cmp.Or(cmp.Compare(last[a.State], last[b.State]), cmp.Compare(a.Severity, b.Severity))
		})
		got := g.sorted()
		if g.all != n || len(got) != min(n, g.most) {
			t.Fatalf("of %d findings, %d are counted and %d kept, with room for %d", n, g.all, len(got), g.most)
		}
		for i, f := range got {
			if want := all[i]; f.Message != want.Message || f.file != "plan of "+want.Message || f.State != want.State || f.Severity != want.Severity {
				t.Fatalf("in place %d is %s of %q (%s %s), want %s (%s %s)", i, f.Message, f.file, f.State, f.Severity, want.Message, want.State, want.Severity)
			}
		}
	})
}

// An order that rarely comes up by chance: the room is full of one kind before
// the other begins.
func TestGravestWhenTheGravestComeLast(t *testing.T) {
	for _, c := range []struct {
		name   string
		add    []rules.Severity
		mended int // so many of the first
		most   int
		want   []int // by number
		why    string
	}{
		{"milder ones make room", []rules.Severity{rules.Minor, rules.Minor, rules.Minor, rules.Critical, rules.Major}, 0, 3, []int{3, 4, 0}, "the earliest of the mild stays"},
		{"as grave as those that are kept", []rules.Severity{rules.Major, rules.Major, rules.Major}, 0, 2, []int{0, 1}, "those that came first stay"},
		{"mended ones make room", []rules.Severity{rules.Critical, rules.Critical, rules.Minor, rules.Minor}, 2, 3, []int{2, 3, 0}, "what is there matters more than what was"},
		{"all that there are", []rules.Severity{rules.Minor, rules.Error}, 0, 3, []int{1, 0}, "they are sorted too"},
		{"none", nil, 0, 3, nil, "there is nothing to sort"},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := gravest{most: c.most}
			for i, s := range c.add {
				f := gate.Finding{Finding: &rules.Finding{Severity: s}, State: gate.New}
				if i < c.mended {
					f.State = gate.Absent
				}
				g.add("plan.yaml", f)
			}
			var got []int
			for _, f := range g.sorted() {
				got = append(got, f.count)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("kept %v, want %v: %s", got, c.want, c.why)
			}
		})
	}
}
