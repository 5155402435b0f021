// Package workshop is many people on one plan: each answers apart on a sheet without a
// name, and the sheets are counted into the plan. Nothing is published about a group that
// is too small to hide in. It knows no screen and no clock.
package workshop

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
	"forewarn/questions"
)

// Format is the version of the files of a workshop: workshop.yaml, the sheets, and what
// was published.
const Format = 1

// Limits of a workshop.
const (
	UsualMinimum = 5 // sheets behind anything that is published (SCORING 8)
	LeastMinimum = 3
	MostRoles    = 12
	maxRole      = 60   // characters in the name of a role
	MaxNote      = 1000 // characters in a note on a sheet
)

// Workshop is what workshop.yaml says: what is asked, of whom, and below how many sheets
// nothing is published.
type Workshop struct {
	Format         int              `yaml:"workshop,required"`
	ID             string           `yaml:"id,required"`   // 64 random bits in hexadecimal
	Plan           string           `yaml:"plan,required"` // a file name, beside workshop.yaml
	Bank           planfile.BankRef `yaml:"bank,required"`
	Roles          []string         `yaml:"roles,required"` // as people read them
	Minimum        int              `yaml:"minimum,required"`
	Questionnaires []string         `yaml:"questionnaires,required"`
	Core           bool             `yaml:"core"` // whether only the core questions are asked
}

// IsWorkshop reports whether a text is meant to be workshop.yaml.
func IsWorkshop(text []byte) bool { return yamldoc.Names(text, "workshop") && !IsSheet(text) }

// Parse reads workshop.yaml and checks it against a bank. The Workshop is nil when there
// are findings; each of them is an error, and they are sorted by place.
func Parse(src []byte, bank *questions.Bank) (*Workshop, []rules.Finding) {
	w := &Workshop{}
	r := read(src, w)
	if r.doc == nil {
		return nil, r.listed()
	}
	if len(r.found) == 0 {
		r.format(w.Format, "workshop")
		r.hex(w.ID, 16, "id")
		r.bank(w.Bank, bank)
		r.plan(w.Plan)
		r.roles(w.Roles)
		if w.Minimum < LeastMinimum {
			r.add([]string{"minimum"}, fmt.Sprintf("write %d, or %d at the least", UsualMinimum, LeastMinimum), "nothing may be published about a group of %d", w.Minimum)
		}
		for i, id := range w.Questionnaires {
			if bank.Questionnaire(id) == nil {
				r.add([]string{"questionnaires", fmt.Sprint(i)}, yamldoc.DidYouMean(id, bank.QuestionnaireIDs()), "there is no questionnaire %q", id)
			}
		}
	}
	if len(r.found) > 0 {
		return nil, r.listed()
	}
	return w, nil
}

// Question is a question of a workshop with the questionnaire that it belongs to.
type Question struct {
	*questions.Question
	Questionnaire *questions.Questionnaire
}

// Questions lists what a workshop asks, in the order of the bank.
func (w *Workshop) Questions(bank *questions.Bank) []Question {
	var out []Question
	for i := range bank.Questionnaires {
		qn := &bank.Questionnaires[i]
		if !slices.Contains(w.Questionnaires, qn.ID) {
			continue
		}
		for j := range qn.Questions {
			if q := &qn.Questions[j]; q.Core || !w.Core {
				out = append(out, Question{q, qn})
			}
		}
	}
	return out
}

// Entries lists what the file says, in the order in which it is written.
func (w *Workshop) Entries() yamldoc.Map {
	m := yamldoc.Map{
		{Key: "workshop", Value: w.Format},
		{Key: "id", Value: w.ID},
		{Key: "plan", Value: w.Plan},
		{Key: "bank", Value: bankEntries(w.Bank)},
		{Key: "roles", Value: w.Roles},
		{Key: "minimum", Value: w.Minimum},
		{Key: "questionnaires", Value: w.Questionnaires},
	}
	if w.Core {
		m = append(m, yamldoc.Entry{Key: "core", Value: true})
	}
	return m
}

func bankEntries(b planfile.BankRef) yamldoc.Map {
	return yamldoc.Map{{Key: "id", Value: b.ID}, {Key: "version", Value: b.Version}}
}

// Written is a file with these entries.
func Written(entries yamldoc.Map) ([]byte, error) {
	var src []byte
	for _, e := range entries {
		var err error
		if src, err = yamldoc.Set(src, []string{e.Key}, e.Value); err != nil {
			return nil, err
		}
	}
	return src, nil
}

// reading is a file of a workshop as it is read: every fault is found in one run.
type reading struct {
	doc   *yamldoc.Doc
	found []rules.Finding
	more  int
}

func read(src []byte, v any) *reading {
	doc, problems := yamldoc.Parse(src)
	r := &reading{doc: doc}
	if doc != nil {
		problems = append(problems, doc.Decode(v)...)
	}
	for _, p := range problems {
		if r.more += p.More; p.More == 0 {
			r.found = append(r.found, rules.FromProblems([]yamldoc.Problem{p})...)
		}
	}
	return r
}

// listed is what was found, by place.
func (r *reading) listed() []rules.Finding {
	rules.Sort(r.found)
	return rules.AtMost(r.found, r.more)
}

func (r *reading) add(path []string, hint, format string, args ...any) {
	key := yamldoc.KeyPath(path...)
	r.found = append(r.found, rules.Finding{
		Severity: rules.Error, ID: rules.WrongAnswer, Message: fmt.Sprintf(format, args...), Hint: hint,
		Pos: r.doc.At(path...), Key: key, About: rules.About{Record: key},
	})
}

func (r *reading) format(format int, key string) {
	if format != Format {
		r.add([]string{key}, "use the forewarn that wrote it", "this program reads format %d, not %d", Format, format)
	}
}

var hexadecimal = regexp.MustCompile(`^[0-9a-f]*$`)

func (r *reading) hex(text string, digits int, key string) {
	if len(text) != digits || !hexadecimal.MatchString(text) {
		r.add([]string{key}, "leave it as forewarn wrote it", "%q is no number of %d hexadecimal digits", text, digits)
	}
}

// bank asks for the questions that this program has: sheets of other ones cannot be counted.
func (r *reading) bank(is planfile.BankRef, has *questions.Bank) {
	if is.ID != has.ID || is.Version != has.Version {
		r.add([]string{"bank", "version"}, "use the forewarn with which the workshop was begun, or begin a new one",
			"the workshop asks the questions %s %s, and this program has %s %s", is.ID, is.Version, has.ID, has.Version)
	}
}

// plan refuses what is not the name of a file beside.
func (r *reading) plan(name string) {
	if strings.ContainsAny(name, `/\`) || name == "." || name == ".." {
		r.add([]string{"plan"}, "write the name of a file in the same folder, such as plan.yaml", "%q is not beside this file", name)
	}
}

func (r *reading) roles(roles []string) {
	switch {
	case len(roles) == 0:
		r.add([]string{"roles"}, "write at least one, such as staff", "no role is listed")
	case len(roles) > MostRoles:
		r.add([]string{"roles"}, "join those that see it alike", "there are %d roles, and %d are the most", len(roles), MostRoles)
	}
	for i, role := range roles {
		at := []string{"roles", fmt.Sprint(i)}
		switch {
		case yamldoc.IsBlank(role):
			r.add(at, "write its name, or take it out", "a role has no name")
		case len([]rune(role)) > maxRole:
			r.add(at, fmt.Sprintf("write at most %d characters", maxRole), "the name of a role is too long")
		case slices.Contains(roles[:i], role):
			r.add(at, "take it out", "the role %q is listed twice", role)
		}
	}
}
