package workshop

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
	"forewarn/questions"
)

// Sheet is what one person answered. It has no name; its number is random.
type Sheet struct {
	Format   int               `yaml:"sheet,required"`
	Workshop string            `yaml:"workshop,required"`
	Number   string            `yaml:"number,required"` // 128 random bits in hexadecimal
	From     string            `yaml:"from"`            // which response of a survey it was, in hexadecimal; empty for one that was filled in here
	Bank     planfile.BankRef  `yaml:"bank,required"`
	Role     string            `yaml:"role,required"`
	Answers  map[string]Said   `yaml:"answers"` // by question
	Notes    map[string]string `yaml:"notes"`   // by question; only those that their writer lets be shown
}

// Said is an answer on a sheet: a level, Unknown or NotApplicable.
type Said int

// What is said in place of a level, and how a sheet writes it.
const (
	Unknown       Said = -1
	NotApplicable Said = -2

	unknownWord       = "unknown"
	notApplicableWord = "n/a"
)

// ParseSaid reads an answer as a sheet writes it.
func ParseSaid(text string) (said Said, ok bool) {
	switch text {
	case unknownWord:
		return Unknown, true
	case notApplicableWord:
		return NotApplicable, true
	}
	level, err := strconv.Atoi(text)
	if err != nil || level < 0 || level > questions.MaxLevel || len(text) != 1 {
		return 0, false
	}
	return Said(level), true
}

// DecodeScalar reads an answer, in quotes or without.
func (s *Said) DecodeScalar(text string, _ bool) string {
	said, ok := ParseSaid(text)
	if !ok {
		return fmt.Sprintf("a level from 0 to %d, %s or %s", questions.MaxLevel, unknownWord, notApplicableWord)
	}
	*s = said
	return ""
}

// String is the answer as a sheet writes it.
func (s Said) String() string {
	switch s {
	case Unknown:
		return unknownWord
	case NotApplicable:
		return notApplicableWord
	}
	return strconv.Itoa(int(s))
}

// IsSheet reports whether a text is meant to be a sheet.
func IsSheet(text []byte) bool { return yamldoc.Names(text, "sheet") }

// ParseSheet reads a sheet of a workshop. The Sheet is nil when there are findings; each
// of them is an error, and they are sorted by place.
func ParseSheet(src []byte, w *Workshop, bank *questions.Bank) (*Sheet, []rules.Finding) {
	s := &Sheet{}
	r := read(src, s)
	if r.doc == nil {
		return nil, r.listed()
	}
	if len(r.found) == 0 {
		r.sheet(s, w, bank)
	}
	if len(r.found) > 0 {
		return nil, r.listed()
	}
	return s, nil
}

func (r *reading) sheet(s *Sheet, w *Workshop, bank *questions.Bank) {
	r.format(s.Format, "sheet")
	if s.Workshop != w.ID {
		r.add([]string{"workshop"}, "merge it there", "this sheet belongs to another workshop, %q", s.Workshop)
		return
	}
	r.hex(s.Number, 32, "number")
	if s.From != "" {
		r.hex(s.From, 32, "from")
	}
	if s.Bank != w.Bank {
		r.add([]string{"bank", "version"}, "let it be filled in again with the form of this workshop",
			"this sheet answers the questions %s %s, and the workshop asks %s %s", s.Bank.ID, s.Bank.Version, w.Bank.ID, w.Bank.Version)
	}
	if !slices.Contains(w.Roles, s.Role) {
		r.add([]string{"role"}, yamldoc.DidYouMean(s.Role, w.Roles), "the workshop has no role %q", s.Role)
	}
	asked := map[string]*questions.Question{}
	var ids []string
	for _, q := range w.Questions(bank) {
		asked[q.ID] = q.Question
		ids = append(ids, q.ID)
	}
	for _, id := range slices.Sorted(maps.Keys(s.Answers)) {
		switch q := asked[id]; {
		case q == nil:
			r.add([]string{"answers", id}, yamldoc.DidYouMean(id, ids), "the workshop has no question %q", id)
		case s.Answers[id] == NotApplicable && !q.NotApplicable:
			r.add([]string{"answers", id}, "choose a level, or unknown", "the question %q always applies", id)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(s.Notes)) {
		switch note := s.Notes[id]; {
		case asked[id] == nil:
			r.add([]string{"notes", id}, yamldoc.DidYouMean(id, ids), "the workshop has no question %q", id)
		case len([]rune(note)) > MaxNote:
			r.add([]string{"notes", id}, fmt.Sprintf("write at most %d characters", MaxNote), "the note on %q is too long", id)
		}
	}
}

// Entries lists what the file says, in the order in which it is written: answers in that
// of the bank's questions.
func (s *Sheet) Entries(w *Workshop, bank *questions.Bank) yamldoc.Map {
	m := yamldoc.Map{
		{Key: "sheet", Value: s.Format},
		{Key: "workshop", Value: s.Workshop},
		{Key: "number", Value: s.Number},
	}
	if s.From != "" {
		m = append(m, yamldoc.Entry{Key: "from", Value: s.From})
	}
	m = append(m, yamldoc.Entry{Key: "bank", Value: bankEntries(s.Bank)}, yamldoc.Entry{Key: "role", Value: s.Role})
	var answers, notes yamldoc.Map
	for _, q := range w.Questions(bank) {
		if said, ok := s.Answers[q.ID]; ok {
			var value any = said.String()
			if said >= 0 {
				value = int(said)
			}
			answers = append(answers, yamldoc.Entry{Key: q.ID, Value: value})
		}
		if note := s.Notes[q.ID]; note != "" {
			notes = append(notes, yamldoc.Entry{Key: q.ID, Value: note})
		}
	}
	if len(answers) > 0 {
		m = append(m, yamldoc.Entry{Key: "answers", Value: answers})
	}
	if len(notes) > 0 {
		m = append(m, yamldoc.Entry{Key: "notes", Value: notes})
	}
	return m
}

// Hash tells a sheet from all others, whatever file it stands in and however that is
// written. The sheet's random number makes that nobody can guess the answers from it.
func (s *Sheet) Hash() string {
	var text strings.Builder
	fmt.Fprintf(&text, "%s\n%s\n%q\n", s.Workshop, s.Number, s.Role)
	for _, id := range slices.Sorted(maps.Keys(s.Answers)) {
		fmt.Fprintf(&text, "%s %s\n", id, s.Answers[id])
	}
	for _, id := range slices.Sorted(maps.Keys(s.Notes)) {
		fmt.Fprintf(&text, "%s %q\n", id, s.Notes[id])
	}
	sum := sha256.Sum256([]byte(text.String()))
	return hex.EncodeToString(sum[:])
}
