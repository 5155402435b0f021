package workshop_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"forewarn/audit/workshop"
)

// crowd is so many sheets of each role, all at level 2.
func crowd(from int, sizes map[string]int) []*workshop.Sheet {
	var out []*workshop.Sheet
	for _, role := range slices.Sorted(maps.Keys(sizes)) {
		for range sizes[role] {
			from++
			out = append(out, sheet(from, role, said(2)))
		}
	}
	return out
}

// TestRolesShown says which roles of a first merge are shown (SCORING 8).
func TestRolesShown(t *testing.T) {
	for _, c := range []struct {
		name    string
		minimum int
		sizes   map[string]int
		want    []string // the roles; nil where nothing is published at all
	}{
		{"one role too small takes the next with it", 5, map[string]int{"exec": 2, "staff": 9, "customers": 7}, []string{"staff"}},
		{"two together are too few", 5, map[string]int{"exec": 1, "staff": 5, "customers": 6}, []string{"customers"}},
		{"all are large enough", 5, map[string]int{"exec": 5, "staff": 6, "customers": 8}, []string{"customers", "exec", "staff"}},
		{"a role of four", 5, map[string]int{"exec": 4, "staff": 9}, []string{}},
		{"two small ones hide each other", 5, map[string]int{"exec": 2, "staff": 9, "customers": 3}, []string{"staff"}},
		{"everybody in one role", 5, map[string]int{"staff": 9}, []string{"staff"}},
		{"four in all", 5, map[string]int{"staff": 4}, nil},
		{"three where three are enough", 3, map[string]int{"staff": 3}, []string{"staff"}},
		{"three and three", 5, map[string]int{"staff": 3, "exec": 3}, []string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := room(c.minimum, "exec", "staff", "customers")
			m := workshop.Merge(w, bank(t), crowd(0, c.sizes), none(), day(1))
			h, ok := m.Heard["business-goal"]
			if ok != (c.want != nil) {
				t.Fatalf("published is %t: %+v", ok, m)
			}
			if !ok {
				return
			}
			if got := slices.Sorted(maps.Keys(h.Roles)); !slices.Equal(got, c.want) {
				t.Errorf("the roles shown are %q, want %q", got, c.want)
			}
			for role, tally := range h.Roles {
				if tally.Counts[2] != c.sizes[role] {
					t.Errorf("%s is shown with %v", role, tally)
				}
			}
		})
	}
}

// TestOneByOne is a facilitator who merges after each sheet: something is published with
// every fifth.
func TestOneByOne(t *testing.T) {
	w, before := room(5, "staff"), none()
	sheets := crowd(0, map[string]int{"staff": 12})
	for n := 1; n <= len(sheets); n++ {
		m := workshop.Merge(w, bank(t), sheets[:n], before, day(n))
		want := n / 5 * 5
		if got := m.Heard["business-goal"]; want > 0 && got.Counts[2] != want || m.Sheets != want {
			t.Errorf("after %d sheets, %v is published of %d", n, got.Counts, m.Sheets)
		}
		if missing := 5 - n%5; n%5 != 0 && (m.Missing != missing || m.Waiting != n%5 || m.After != before) {
			t.Errorf("after %d sheets, %d wait and %d are missing", n, m.Waiting, m.Missing)
		}
		before = m.After
	}
}

// TestSkipped tells nothing of a question that nobody answered, or that nobody has
// answered since it was told.
func TestSkipped(t *testing.T) {
	w := room(5, "staff")
	first := crowd(0, map[string]int{"staff": 6})
	m := workshop.Merge(w, bank(t), first, none(), day(1))
	if _, ok := m.Heard["real-problem"]; ok || len(m.Heard) != 1 {
		t.Errorf("heard is %+v", m.Heard)
	}
	var later []*workshop.Sheet
	for n := range 5 {
		later = append(later, sheet(100+n, "staff", map[string]workshop.Said{"real-problem": 3}))
	}
	m = workshop.Merge(w, bank(t), slices.Concat(first, later), m.After, day(2))
	if m.Heard["business-goal"].Counts[2] != 6 || m.Heard["real-problem"].Counts[3] != 5 {
		t.Errorf("heard is %+v", m.Heard)
	}
	if _, ok := m.After.Publications[1].Rows["business-goal"]; ok {
		t.Error("a row was renewed without a new sheet")
	}
	m = workshop.Merge(w, bank(t), []*workshop.Sheet{sheet(1, "staff", nil), sheet(2, "staff", nil), sheet(3, "staff", nil), sheet(4, "staff", nil), sheet(5, "staff", nil)}, none(), day(1))
	if len(m.Heard) > 0 || m.Missing == 0 {
		t.Errorf("five empty sheets tell %+v", m)
	}
}

// TestTwoReportsSubtracted holds back a role that has grown by too few, while the row of all
// goes on.
func TestTwoReportsSubtracted(t *testing.T) {
	w := room(5, "exec", "staff", "customers")
	first := crowd(0, map[string]int{"staff": 9, "exec": 6})
	before := workshop.Merge(w, bank(t), first, none(), day(1)).After
	second := slices.Concat(first, crowd(100, map[string]int{"staff": 1, "customers": 6}))
	h := workshop.Merge(w, bank(t), second, before, day(2)).Heard["business-goal"]
	if h.Counts[2] != 22 || h.Roles["staff"].Counts[2] != 9 || h.Roles["exec"].Counts[2] != 6 {
		t.Errorf("published is %+v", h)
	}
	if _, ok := h.Roles["customers"]; ok {
		t.Errorf("the customers are shown, so that what is left of all is the one of staff: %+v", h)
	}
}

// step is one merge of a sequence: which sheets came.
type step struct{ role, said int }

// sequences draws some merges of a few roles each, with answers that are left out.
func sequences() *rapid.Generator[[][]step] {
	one := rapid.Custom(func(t *rapid.T) step {
		return step{role: rapid.IntRange(0, 3).Draw(t, "role"), said: rapid.IntRange(-3, 4).Draw(t, "said")}
	})
	return rapid.SliceOfN(rapid.SliceOfN(one, 0, 14), 1, 4)
}

var fourRoles = []string{"exec", "staff", "customers", "partners"}

// history merges a sequence, and calls each with what was published after each merge.
func history(t *rapid.T, merges [][]step, each func(sheets []*workshop.Sheet, m *workshop.Merged)) {
	w, before := room(5, fourRoles...), none()
	var sheets []*workshop.Sheet
	for i, merge := range merges {
		for _, s := range merge {
			answers := map[string]workshop.Said{}
			if s.said > -3 {
				answers = said(workshop.Said(s.said))
			}
			sheets = append(sheets, sheet(len(sheets)+1, fourRoles[s.role], answers))
		}
		m := workshop.Merge(w, bank(t), sheets, before, day(i+1))
		before = m.After
		each(slices.Clone(sheets), m)
	}
}

// Nothing can be worked out about fewer than five from all rows that were ever published,
// whatever is added or subtracted: no vector of their span is other than zero for fewer than
// five sheets alone. That is so exactly when the rows keep their rank without any four.
func TestNothingAboutFewerThanTheMinimum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rows [][]int // for each row ever published, whether it holds the nth sheet
		var last []*workshop.Sheet
		history(t, sequences().Draw(t, "merges"), func(sheets []*workshop.Sheet, m *workshop.Merged) {
			last = sheets
			rows = append(rows, published(sheets, m)...)
		})
		if len(rows) == 0 {
			return
		}
		cells := together(rows, len(last))
		for _, few := range unions(cells, 4) {
			if rank(without(rows, few, len(last))) < rank(pad(rows, len(last))) {
				t.Fatalf("something is told about the sheets %v alone", few)
			}
		}
	})
}

// published are the rows after a merge, as the sheets that they hold.
func published(sheets []*workshop.Sheet, m *workshop.Merged) [][]int {
	h, ok := m.Heard["business-goal"]
	if !ok {
		return nil
	}
	came := map[string]int{}
	for i, p := range m.After.Publications {
		for _, hash := range p.Sheets {
			came[hash] = i
		}
	}
	upTo := func(role string) int {
		to := -1
		for i, p := range m.After.Publications {
			if roles, ok := p.Rows["business-goal"]; ok && (role == "" || slices.Contains(roles, role)) {
				to = i
			}
		}
		return to
	}
	var rows [][]int
	add := func(role string, says int) {
		row, n := make([]int, len(sheets)), 0
		for i, s := range sheets {
			at, ok := came[s.Hash()]
			if _, answers := s.Answers["business-goal"]; ok && answers && at <= upTo(role) && (role == "" || s.Role == role) {
				row[i], n = 1, n+1
			}
		}
		if n != says {
			panic(fmt.Sprintf("the row of %q says %d and holds %d", role, says, n))
		}
		rows = append(rows, row)
	}
	add("", h.All().Sheets())
	for role, tally := range h.Roles {
		add(role, tally.Sheets())
	}
	return rows
}

// together are the sheets that the same rows hold.
func together(rows [][]int, sheets int) [][]int {
	cells := map[string][]int{}
	for i := range sheets {
		key := ""
		for _, row := range rows {
			key += fmt.Sprint(at(row, i))
		}
		if slices.ContainsFunc(rows, func(row []int) bool { return at(row, i) == 1 }) {
			cells[key] = append(cells[key], i)
		}
	}
	return slices.Collect(maps.Values(cells))
}

// at is an entry of a row that was published before the later sheets came.
func at(row []int, i int) int {
	if i < len(row) {
		return row[i]
	}
	return 0
}

// unions are all unions of cells with so many sheets at the most.
func unions(cells [][]int, most int) [][]int {
	out := [][]int{{}}
	for _, cell := range cells {
		for _, u := range slices.Clone(out) {
			if len(u)+len(cell) <= most {
				out = append(out, slices.Concat(u, cell))
			}
		}
	}
	return out[1:]
}

func pad(rows [][]int, sheets int) [][]int { return without(rows, nil, sheets) }

func without(rows [][]int, few []int, sheets int) [][]int {
	out := make([][]int, len(rows))
	for i, row := range rows {
		out[i] = make([]int, sheets)
		for j := range sheets {
			if !slices.Contains(few, j) {
				out[i][j] = at(row, j)
			}
		}
	}
	return out
}

// rank is that of a matrix over a prime field, large enough for entries of 0 and 1.
func rank(m [][]int) int {
	const p = 1_000_003
	rank := 0
	for col := 0; rank < len(m) && col < len(m[0]); col++ {
		pivot := slices.IndexFunc(m[rank:], func(row []int) bool { return row[col] != 0 })
		if pivot < 0 {
			continue
		}
		m[rank], m[rank+pivot] = m[rank+pivot], m[rank]
		inverse := power(m[rank][col], p-2, p)
		for i := range m {
			if i != rank && m[i][col] != 0 {
				by := m[i][col] * inverse % p
				for j := range m[i] {
					m[i][j] = ((m[i][j]-by*m[rank][j])%p + p) % p
				}
			}
		}
		rank++
	}
	return rank
}

func power(x, n, p int) int {
	out := 1
	for ; n > 0; n /= 2 {
		if n%2 == 1 {
			out = out * x % p
		}
		x = x * x % p
	}
	return out
}

// What is published of a question only grows.
func TestRowsOnlyGrow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shown := map[string]int{}
		history(t, sequences().Draw(t, "merges"), func(_ []*workshop.Sheet, m *workshop.Merged) {
			h, ok := m.Heard["business-goal"]
			now := map[string]int{}
			if ok {
				now[""] = h.All().Sheets()
			}
			for role, tally := range h.Roles {
				now[role] = tally.Sheets()
			}
			for row, n := range shown {
				if now[row] < n || now[row] > n && now[row] < n+5 {
					t.Fatalf("the row of %q went from %d to %d", row, n, now[row])
				}
			}
			shown = now
		})
	})
}

// The order in which sheets are named changes nothing, as long as they are merged together.
func TestOrderChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var sheets []*workshop.Sheet
		for i := range rapid.IntRange(0, 20).Draw(t, "sheets") {
			sheets = append(sheets, sheet(i, rapid.SampledFrom(fourRoles).Draw(t, "role"), said(workshop.Said(rapid.IntRange(-2, 4).Draw(t, "said")))))
		}
		w := room(5, fourRoles...)
		want := workshop.Merge(w, bank(t), sheets, none(), day(1))
		got := workshop.Merge(w, bank(t), rapid.Permutation(sheets).Draw(t, "order"), none(), day(1))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}
