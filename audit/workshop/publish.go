package workshop

import (
	"cmp"
	"slices"
	"time"

	"forewarn/audit/planfile"
	"forewarn/questions"
)

// Merged is what the sheets say that may be published.
type Merged struct {
	Heard   map[string]planfile.Heard // by question; without those of which nothing may be published yet
	Sheets  int                       // behind what is published
	Waiting int                       // sheets of which nothing is published yet
	Missing int                       // how many more are needed before anything is published again; 0 when something was
	After   *Published                // what is published now; the earlier one when nothing was
}

// Merge publishes what the sheets allow, beside what was published before. Every row, be
// it of all or of a role, is about the minimum of sheets at least, and so is whatever can
// be worked out from all rows that were ever published (SCORING 8). Which sheets came
// first among those that are published together changes nothing.
func Merge(w *Workshop, bank *questions.Bank, sheets []*Sheet, before *Published, on time.Time) *Merged {
	known := before.hashes()
	var fresh []string
	for _, s := range sheets {
		if hash := s.Hash(); !known[hash] {
			fresh = append(fresh, hash)
		}
	}
	slices.Sort(fresh)
	after := *before
	after.Publications = append(slices.Clone(before.Publications), Publication{On: on, Sheets: fresh, Rows: map[string][]string{}})
	index := after.publicationOf()
	m := &Merged{Heard: map[string]planfile.Heard{}, After: &after}
	now := &after.Publications[len(after.Publications)-1]
	for _, q := range w.Questions(bank) {
		row := newRow(q.ID, sheets, &after, index)
		if len(fresh) >= w.Minimum {
			if roles, ok := row.renew(w); ok {
				now.Rows[q.ID] = roles
			}
		}
		if h, ok := row.heard(w); ok {
			m.Heard[q.ID] = h
		}
	}
	m.Sheets = len(sheets)
	if len(now.Rows) == 0 {
		m.After, m.Waiting = before, len(fresh)
		m.Sheets -= len(fresh)
		m.Missing = max(w.Minimum-len(fresh), 1)
	}
	return m
}

// publicationOf says with which publication each sheet came.
func (p *Published) publicationOf() map[string]int {
	out := map[string]int{}
	for i, pub := range p.Publications {
		for _, hash := range pub.Sheets {
			out[hash] = i
		}
	}
	return out
}

// row is one question as it was published: of all, and of each role.
type row struct {
	members []member
	renewed []renewal // the earliest first
	last    int       // the publication that is being made
}

// member is a sheet that says something to the question.
type member struct {
	said        Said
	role        string
	publication int
}

// renewal is a publication that renewed the row of all, and of some roles.
type renewal struct {
	publication int
	roles       []string
}

func newRow(id string, sheets []*Sheet, p *Published, index map[string]int) *row {
	r := &row{last: len(p.Publications) - 1}
	for _, s := range sheets {
		if said, ok := s.Answers[id]; ok {
			r.members = append(r.members, member{said, s.Role, index[s.Hash()]})
		}
	}
	for i, pub := range p.Publications {
		if roles, ok := pub.Rows[id]; ok {
			r.renewed = append(r.renewed, renewal{i, roles})
		}
	}
	return r
}

// renew publishes the row with all roles that can be shown: while something would be told
// about too few, the smallest of them stays as it was. It returns the roles whose rows are
// renewed; ok is false where not even the row of all can be.
func (r *row) renew(w *Workshop) (roles []string, ok bool) {
	before := r.renewed
	if r.fresh() == 0 {
		return nil, false // there is nothing to tell that was not told
	}
	grown := func(role string) int { return r.count(role, r.since(role)+1, r.last) }
	roles = slices.DeleteFunc(slices.Clone(w.Roles), func(role string) bool { return grown(role) == 0 })
	slices.SortStableFunc(roles, func(a, b string) int { return cmp.Compare(grown(b), grown(a)) })
	for {
		r.renewed = append(slices.Clone(before), renewal{r.last, slices.Clone(roles)})
		if r.isSafe(w.Minimum) {
			slices.Sort(roles)
			return roles, true
		}
		if len(roles) == 0 {
			r.renewed = before
			return nil, false
		}
		roles = roles[:len(roles)-1]
	}
}

// fresh is how many sheets the row of all does not hold yet.
func (r *row) fresh() int {
	n := 0
	for _, m := range r.members {
		if len(r.renewed) == 0 || m.publication > r.renewed[len(r.renewed)-1].publication {
			n++
		}
	}
	return n
}

// since is the publication that renewed the row of a role last; -1 when none has.
func (r *row) since(role string) int {
	for _, n := range slices.Backward(r.renewed) {
		if slices.Contains(n.roles, role) {
			return n.publication
		}
	}
	return -1
}

// count is how many sheets of a role came with these publications.
func (r *row) count(role string, from, to int) int {
	n := 0
	for _, m := range r.members {
		if m.role == role && from <= m.publication && m.publication <= to {
			n++
		}
	}
	return n
}

// heard is what is published of the question; ok is false when nothing is.
func (r *row) heard(w *Workshop) (h planfile.Heard, ok bool) {
	if len(r.renewed) == 0 {
		return h, false
	}
	all := r.tally("", r.renewed[len(r.renewed)-1].publication)
	h = planfile.Heard{Counts: all.Counts, Unknown: all.Unknown, NotApplicable: all.NotApplicable}
	for _, role := range w.Roles {
		if to := r.since(role); to >= 0 {
			if h.Roles == nil {
				h.Roles = map[string]planfile.Tally{}
			}
			h.Roles[role] = r.tally(role, to)
		}
	}
	return h, true
}

// tally counts the sheets of a role, or of all, that came up to a publication.
func (r *row) tally(role string, to int) planfile.Tally {
	t := planfile.Tally{Counts: make([]int, questions.MaxLevel+1)}
	for _, m := range r.members {
		if m.publication > to || role != "" && m.role != role {
			continue
		}
		switch m.said {
		case Unknown:
			t.Unknown++
		case NotApplicable:
			t.NotApplicable++
		default:
			t.Counts[m.said]++
		}
	}
	return t
}
