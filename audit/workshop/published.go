package workshop

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
)

// Published is the file beside workshop.yaml that remembers what was published. It is
// committed, and holds no answers: the hash of a sheet covers its random number.
type Published struct {
	Format       int           `yaml:"published,required"`
	Workshop     string        `yaml:"workshop,required"`
	Publications []Publication `yaml:"publications"` // the earliest first
}

// Publication is one merge that published something.
type Publication struct {
	On     time.Time           `yaml:"on,required"`
	Sheets []string            `yaml:"sheets,required"` // the hashes of those that it added
	Rows   map[string][]string `yaml:"rows"`            // the questions whose rows it renewed, with the roles whose rows it renewed there
}

// IsPublished reports whether a text is meant to be such a file.
func IsPublished(text []byte) bool { return yamldoc.Names(text, "published") }

// ParsePublished reads what was published of a workshop. The Published is nil when there
// are findings; each of them is an error, and they are sorted by place.
func ParsePublished(src []byte, w *Workshop) (*Published, []rules.Finding) {
	p := &Published{}
	r := read(src, p)
	if r.doc == nil {
		return nil, r.listed()
	}
	if len(r.found) == 0 {
		r.format(p.Format, "published")
		if p.Workshop != w.ID {
			r.add([]string{"workshop"}, "take the file that belongs to this workshop", "what was published belongs to another workshop, %q", p.Workshop)
		}
		for i, pub := range p.Publications {
			for j, hash := range pub.Sheets {
				if len(hash) != 64 || !hexadecimal.MatchString(hash) {
					r.add([]string{"publications", fmt.Sprint(i), "sheets", fmt.Sprint(j)}, "leave it as forewarn wrote it", "this is not the hash of a sheet")
				}
			}
		}
	}
	if len(r.found) > 0 {
		return nil, r.listed()
	}
	return p, nil
}

// Entries lists what the file says, in the order in which it is written.
func (p *Published) Entries() yamldoc.Map {
	var all []yamldoc.Map
	for _, pub := range p.Publications {
		var rows yamldoc.Map
		for _, id := range slices.Sorted(maps.Keys(pub.Rows)) {
			rows = append(rows, yamldoc.Entry{Key: id, Value: pub.Rows[id]})
		}
		all = append(all, yamldoc.Map{{Key: "on", Value: pub.On}, {Key: "sheets", Value: pub.Sheets}, {Key: "rows", Value: rows}})
	}
	return yamldoc.Map{{Key: "published", Value: p.Format}, {Key: "workshop", Value: p.Workshop}, {Key: "publications", Value: all}}
}

// Has reports whether a sheet was published.
func (p *Published) Has(s *Sheet) bool { return p.hashes()[s.Hash()] }

// hashes are those of all sheets that were published.
func (p *Published) hashes() map[string]bool {
	out := map[string]bool{}
	for _, pub := range p.Publications {
		for _, hash := range pub.Sheets {
			out[hash] = true
		}
	}
	return out
}
