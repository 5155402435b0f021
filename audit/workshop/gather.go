package workshop

import (
	"cmp"
	"fmt"
	"slices"
)

// Handed is a sheet as it was handed in.
type Handed struct {
	Name string // of the file, or of the row of a table
	*Sheet
}

// Gathered are the sheets that count.
type Gathered struct {
	Sheets []*Sheet // each once, in an order that says nothing about who came when
	Twice  []string // the names of those that were handed in again
	Refused
}

// Refused are sheets that do not count, with the reason.
type Refused []Refusal

// Refusal says why a sheet does not count, as a sentence goes on after its name.
type Refusal struct{ Name, Why string }

// Gather finds which sheets count. A sheet that was handed in twice counts once. Where two
// with one number say different things, somebody has changed one of them: the one that was
// published counts, or else neither. The error is that a sheet is missing which was
// published: it can be taken back no more.
func Gather(handed []Handed, before *Published) (*Gathered, error) {
	published := before.hashes()
	handed = slices.Clone(handed)
	slices.SortStableFunc(handed, func(a, b Handed) int { // what was published comes first, as it must stay
		switch p, q := published[a.Hash()], published[b.Hash()]; {
		case p && !q:
			return -1
		case q && !p:
			return 1
		}
		return 0
	})
	byNumber := map[string][]Handed{}
	numberOf := map[string]string{} // by the response of a survey
	g := &Gathered{}
	for _, h := range handed {
		number := h.Number
		if h.From != "" { // a response that was imported twice is one person's
			if _, ok := numberOf[h.From]; !ok {
				numberOf[h.From] = h.Number
			}
			number = numberOf[h.From]
		}
		same := byNumber[number]
		if slices.ContainsFunc(same, func(o Handed) bool { return o.Says(h.Sheet) }) {
			g.Twice = append(g.Twice, h.Name)
			continue
		}
		byNumber[number] = append(same, h)
	}
	for _, same := range byNumber {
		counted := slices.IndexFunc(same, func(h Handed) bool { return published[h.Hash()] })
		if len(same) == 1 {
			counted = 0
		}
		for i, h := range same {
			switch {
			case i == counted:
				g.Sheets = append(g.Sheets, h.Sheet)
				delete(published, h.Hash())
			case counted >= 0:
				g.Refused = append(g.Refused, Refusal{h.Name, fmt.Sprintf("it was changed after it was merged; %s is what was merged", same[counted].Name)})
			default:
				g.Refused = append(g.Refused, Refusal{h.Name, fmt.Sprintf("%s is the same sheet and says something else; keep the one that was handed in", same[(i+1)%len(same)].Name)})
			}
		}
	}
	slices.SortFunc(g.Sheets, func(a, b *Sheet) int { return cmp.Compare(a.Hash(), b.Hash()) })
	slices.SortFunc(g.Refused, func(a, b Refusal) int { return cmp.Compare(a.Name, b.Name) })
	slices.Sort(g.Twice)
	if n := len(published); n > 0 {
		return g, &MissingError{Sheets: n}
	}
	return g, nil
}

// Says reports whether two sheets say the same, whatever their numbers are.
func (s *Sheet) Says(other *Sheet) bool {
	a, b := *s, *other
	a.Number, b.Number = "", ""
	return a.Hash() == b.Hash()
}

// MissingError is that sheets are not there which were published.
type MissingError struct{ Sheets int }

func (e *MissingError) Error() string {
	if e.Sheets == 1 {
		return "a sheet that was merged before is missing or was changed; name all sheets again, with the one that was merged"
	}
	return fmt.Sprintf("%d sheets that were merged before are missing or were changed; name all sheets again, with those that were merged", e.Sheets)
}
