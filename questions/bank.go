// Package questions is the bank: what forewarn asks, the rungs that answer it,
// the warnings that low answers raise, and the texts and sources for all of
// them. It knows nothing of answers, grades or terminals.
package questions

//go:generate go test ../audit/report/catalogue -run ^Test(Readme|Seeds)IsCurrent$ -update

import (
	"fmt"
	"slices"
	"strings"
)

// MaxLevel is the level of the highest rung of every question.
const MaxLevel = 4

// Bank is a complete, consistent set of questions and texts. Lists are in the
// order in which they are asked and shown.
type Bank struct {
	ID      string
	Version string // major.minor.patch
	Hash    string // SHA-256 of the bank's files, in hex

	Questionnaires []Questionnaire
	Warnings       []Warning
	Prompts        []Prompt
	Cases          []Case
	Sources        []Source

	// Retired are the ids of questions that are no longer asked, each with that of
	// the one that took its place.
	Retired map[string]string
	// Narrowed are the facts whose "yes" means less than it did, each with the
	// edition since when.
	Narrowed map[string]string

	// Core is the bank that this one extends; nil for one that stands alone.
	Core *Bank
}

// Questionnaire is a group of questions with a weight of its own.
type Questionnaire struct {
	ID, Title string
	About     string // one sentence
	Scale     string // how its points read, where the title does not say; may be empty
	Weight    int
	Deep      bool     // asked only when the plan's scope names it
	Records   []string // kinds of record asked for after the questions
	Questions []Question

	file string // where it was read
}

// Question is asked by showing five rungs, of which the highest one that is
// true in every word is chosen.
type Question struct {
	ID            string
	Was           string // its id in an earlier edition; empty when that was the same
	Since         string // the edition since which its answers mean what they mean; empty for the first
	Ask, Why      string
	Weight        int // 3, 2 or 1
	Core          bool
	NotApplicable bool                 // whether "not applicable" may be answered
	Rungs         [MaxLevel + 1]string // by level, from nothing yet to understood
	Proof         string               // what would show the answer to somebody else
	Next          [MaxLevel]string     // Next[l] climbs from level l to l+1
	Effort        int                  // what one rung costs, 1 (an afternoon) to 5 (a quarter)
	Checks        []string             // on the plan's own records, which must bear the answer out
	Bears         int                  // the rung that records which pass all Checks bear out by themselves; 0 for none
	Sources       []string
}

// Numbered is a rung with the number by which it is known everywhere: on the screen,
// in the file, and in every report.
func (q *Question) Numbered(level int) string { return fmt.Sprintf("%d – %s", level, q.Rungs[level]) }

// Warning says how CRM projects failed and where a plan looks like them.
type Warning struct {
	ID       string      `yaml:"id,required"`
	Title    string      `yaml:"title,required"`
	Cap      string      `yaml:"cap" one:"D C B"` // the best grade while it is active: D, C or B; empty for a caution
	When     []Condition `yaml:"when,required"`
	CRM      string      `yaml:"crm,required"`                  // how CRM projects failed this way
	Here     string      `yaml:"here,required"`                 // what it looks like in this initiative
	Do       string      `yaml:"do,required"`                   // the first thing to do
	Strength string      `yaml:"strength,required" one:"A B C"` // A more than one independent source beyond the seeds, B one, C the seeds alone
	Sources  []string    `yaml:"sources,required"`
}

// Condition holds when all of its tests hold. A warning is active when any of
// its conditions holds. There are no other tests, so that a better answer can
// never raise a warning.
type Condition struct {
	AtMost map[string]int  `yaml:"at_most"` // question id to level: the supported level is at most this
	Facts  map[string]Fact `yaml:"facts"`   // of the plan
}

// Fact is the value of one of the plan's facts.
type Fact string

// The values of a fact. A plan that does not name the fact leaves it open.
const (
	Yes Fact = "yes"
	No  Fact = "no"
)

// Source is something that may be cited.
type Source struct {
	ID   string `yaml:"id,required"`
	Cite string `yaml:"cite,required"`                  // author, title, where, date
	Weak string `yaml:"weak" one:"undated second-hand"` // why it bears less than a study; empty where it does not
}

// IsID reports whether s has the form of an id, in a bank or in a plan:
// lower-case letters and digits, in words that are joined by single hyphens.
func IsID(s string) bool {
	for _, word := range strings.Split(s, "-") {
		if word == "" || strings.Trim(word, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			return false
		}
	}
	return true
}

// Question returns the question with this id and the questionnaire that it is
// in, or nil and nil.
func (b *Bank) Question(id string) (*Questionnaire, *Question) {
	for i := range b.Questionnaires {
		qn := &b.Questionnaires[i]
		for j := range qn.Questions {
			if qn.Questions[j].ID == id {
				return qn, &qn.Questions[j]
			}
		}
	}
	return nil, nil
}

// Questionnaire returns the questionnaire with this id, or nil.
func (b *Bank) Questionnaire(id string) *Questionnaire {
	return find(b.Questionnaires, func(q Questionnaire) bool { return q.ID == id })
}

// Warning returns the warning with this id, or nil.
func (b *Bank) Warning(id string) *Warning {
	return find(b.Warnings, func(w Warning) bool { return w.ID == id })
}

// Prompt returns the prompt with this id, or nil.
func (b *Bank) Prompt(id string) *Prompt {
	return find(b.Prompts, func(p Prompt) bool { return p.ID == id })
}

// Case returns the published case with this id, or nil.
func (b *Bank) Case(id string) *Case {
	return find(b.Cases, func(c Case) bool { return c.ID == id })
}

// Source returns the source with this id, or nil.
func (b *Bank) Source(id string) *Source {
	return find(b.Sources, func(s Source) bool { return s.ID == id })
}

// QuestionnaireIDs lists the ids of the questionnaires.
func (b *Bank) QuestionnaireIDs() []string {
	return ids(b.Questionnaires, func(q Questionnaire) string { return q.ID })
}

// QuestionIDs lists the ids of every question.
func (b *Bank) QuestionIDs() []string {
	var all []string
	for i := range b.Questionnaires {
		all = append(all, b.Questionnaires[i].QuestionIDs()...)
	}
	return all
}

// QuestionIDs lists the ids of the questions.
func (q *Questionnaire) QuestionIDs() []string {
	return ids(q.Questions, func(q Question) string { return q.ID })
}

// WarningIDs lists the ids of the warnings.
func (b *Bank) WarningIDs() []string {
	return ids(b.Warnings, func(w Warning) string { return w.ID })
}

// PromptIDs lists the ids of the prompts.
func (b *Bank) PromptIDs() []string {
	return ids(b.Prompts, func(p Prompt) string { return p.ID })
}

func ids[T any](list []T, id func(T) string) []string {
	out := make([]string, 0, len(list))
	for _, x := range list {
		out = append(out, id(x))
	}
	return out
}

func find[T any](list []T, is func(T) bool) *T {
	if i := slices.IndexFunc(list, is); i >= 0 {
		return &list[i]
	}
	return nil
}
