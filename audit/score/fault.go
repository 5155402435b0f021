package score

import (
	"cmp"
	"strconv"
	"strings"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
)

// records is a plan's records with everything that is at fault in them, in the
// order of the file's kinds of record.
type records struct {
	plan   *planfile.Plan
	asOf   planfile.AsOf
	faults []fault
	dates  map[string]bool // the paths of days to come, without the key of the day
}

// fault is something that a record, or a list of them, lacks or shows.
type fault struct {
	rule       string // the id of its finding; empty when it only fails a check
	kind       string // the list, such as metrics
	index      int    // which record; whole for the list itself
	field      string // the key in the record
	says       string
	named      string // says with the record by its name
	do         string // what to do about it, as a sentence begins; only where a check names it
	about      string // whom a lack is of, such as measure "first-answer"; empty when the fault is no lack
	aboutNamed string // about, with the record by its name
	lacks      string // what it lacks, in a few words
	hint       string
	plain      string // the hint without keys; empty where it has none
	major      bool   // a record check of a question in scope fails by it
}

// whole is the index of a fault of a list rather than of one record.
const whole = -1

// wording is what a fault says.
func (f *fault) wording() rules.Wording {
	return rules.Wording{Working: f.says, Client: cmp.Or(f.named, f.says)}
}

// path returns the key path of what is at fault, in the parts that
// planfile.Plan.At takes.
func (f *fault) path() []string {
	path := []string{f.kind}
	if f.index != whole {
		path = append(path, strconv.Itoa(f.index))
	}
	if f.field != "" {
		path = append(path, strings.Split(f.field, ".")...)
	}
	return path
}

// lack is a fault that a record may have; it has it when absent is true. In says,
// %s stands for the name of the record. A record that is silent is told as silent:
// what it lacks may well be there in the world.
type lack struct {
	absent            bool
	rule, field, says string
	lacks             string // in a few words, where the record says nothing; empty where it says something wrong
	hint              string
	plain             string // the hint without keys; empty where it has none
}

// called is a record as findings call it: by what stands in the file, and by its name.
type called struct{ id, name string }

// kindCalled calls a record of a kind, such as measure "first-answer" and
// measure “Median time to a first answer”.
func kindCalled(kind, id, name string) called {
	return called{kind + " " + strconv.Quote(id), kind + " " + rules.Quoted(name)}
}

// record adds those of the lacks that one record has.
func (r *records) record(kind string, index int, record called, lacks ...lack) {
	for _, l := range lacks {
		if !l.absent {
			continue
		}
		f := fault{
			rule: l.rule, kind: kind, index: index, field: l.field, says: strings.Replace(l.says, "%s", record.id, 1), named: strings.Replace(rules.DaysOut(l.says), "%s", record.name, 1),
			lacks: l.lacks, hint: l.hint, plain: l.plain,
		}
		if l.lacks != "" {
			f.about, f.aboutNamed = record.id, record.name
		}
		r.faults = append(r.faults, f)
	}
}

// list adds those of the lacks that a list as a whole has.
func (r *records) list(kind string, lacks ...lack) {
	for _, l := range lacks {
		if l.absent {
			r.faults = append(r.faults, fault{rule: l.rule, kind: kind, index: whole, says: l.says, hint: l.hint})
		}
	}
}
