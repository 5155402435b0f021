// Package planfile is the plan file: read with positions, checked against a bank
// of questions, edited in place and saved safely. It does not know how a plan was
// asked, nor what it scores.
package planfile

import (
	"math/big"
	"slices"
	"time"

	"forewarn/audit/yamldoc"
	"forewarn/questions"
)

// Format is the version of the plan file that this package reads and writes.
const Format = 1

// Plan is what a plan file says. The tags are the file's keys; an absent key
// leaves the zero value, and a list that is present but empty is not nil.
// Dates are midnight UTC. A Plan is never changed: to change the file, use
// File, which reads it again.
type Plan struct {
	Forewarn       int                          `yaml:"forewarn,required"`
	Bank           BankRef                      `yaml:"bank,required"`
	Initiative     Initiative                   `yaml:"initiative"`
	Questionnaires []string                     `yaml:"questionnaires"`
	Answers        map[string]map[string]Answer `yaml:"answers"` // by questionnaire, then question
	Objectives     []Objective                  `yaml:"objectives"`
	Stakeholders   []Stakeholder                `yaml:"stakeholders"`
	Metrics        []Metric                     `yaml:"metrics"`
	Programmes     []Programme                  `yaml:"programmes"`
	Scenarios      []Scenario                   `yaml:"scenarios"`
	Waivers        []Waiver                     `yaml:"waivers"`
	Reviews        []Review                     `yaml:"reviews"`
	Dismissed      []Dismissal                  `yaml:"dismissed"`

	// Earlier are the answers to questions that have changed since, by the question's
	// id. They are not in Answers: they answered another question.
	Earlier map[string]Answer

	// Newer says that the answers belong to a later edition of the questions, in
	// which those of this one mean the same. Unknown are the ids of what only that
	// one asks; their answers are not in Answers.
	Newer   bool
	Unknown []string

	was     map[string]string // the id by which the file has a question, where that is an earlier one
	retired [][2]string       // answers to questions that are no longer asked, by questionnaire and id
	again   []string          // facts that are taken as open because their question has changed
	doc     *yamldoc.Doc      // nil for a plan that was never a file
}

// At returns where the value at this key path is written: At("metrics", "0",
// "stop"). When the path does not exist, it is the place of the nearest entry
// around it that does.
func (p *Plan) At(path ...string) yamldoc.Pos {
	if p.doc == nil {
		return yamldoc.Pos{}
	}
	return p.doc.At(p.written(path)...)
}

// written is a key path as the file has it: an answer may stand under an earlier id
// of its question.
func (p *Plan) written(path []string) []string {
	if len(path) < 3 || path[0] != "answers" || p.was[path[2]] == "" {
		return path
	}
	out := slices.Clone(path)
	out[2] = p.was[path[2]]
	return out
}

// Answer returns the answer to a question; an absent one is Blank.
func (p *Plan) Answer(questionnaire, question string) Answer {
	return p.Answers[questionnaire][question]
}

// InScope reports whether a questionnaire is asked and graded: those that the plan
// names, or those for everybody when it names none.
func (p *Plan) InScope(qn *questions.Questionnaire) bool {
	if p.Questionnaires == nil {
		return !qn.Deep
	}
	return slices.Contains(p.Questionnaires, qn.ID)
}

// BankRef says which questions the answers belong to.
type BankRef struct {
	ID      string `yaml:"id,required"`
	Version string `yaml:"version,required"`
}

// Initiative is what the plan is about.
type Initiative struct {
	Name          string    `yaml:"name"`
	Client        string    `yaml:"client"`
	Owner         string    `yaml:"owner"`
	Intent        string    `yaml:"intent"`
	Launch        time.Time `yaml:"launch"`
	ToolCommitted *bool     `yaml:"tool_committed"` // nil is unknown
	Live          *bool     `yaml:"live"`           // nil is unknown
	Edition       string    `yaml:"edition"`        // of the bank, under which the facts were given; empty for the plan's
}

// Answer is the answer to one question: exactly one of Level, Unknown and
// NotApplicable, or none of them when the question is blank. What was noted on a
// question may stand before its answer.
type Answer struct {
	Level         *int      `yaml:"level"`
	Unknown       string    `yaml:"unknown"`        // who would know
	NotApplicable string    `yaml:"not_applicable"` // why not
	On            time.Time `yaml:"on"`
	Evidence      *Evidence `yaml:"evidence"`
	Note          string    `yaml:"note"`
	Dissent       string    `yaml:"dissent"` // who sees it otherwise, and how; never scored
	Heard         *Heard    `yaml:"heard"`   // what a workshop made of the question; never scored
	Agreed        time.Time `yaml:"agreed"`  // when the room agreed on the level, having seen what was heard
	Edition       string    `yaml:"edition"` // of the bank, under which it was given; empty for the plan's
}

// State is what an answer says about its question.
type State int

// The states of an answer.
const (
	Blank State = iota
	AtLevel
	DontKnow
	NotApplicable
)

// State returns the state of a.
func (a Answer) State() State {
	switch {
	case a.Level != nil:
		return AtLevel
	case a.Unknown != "":
		return DontKnow
	case a.NotApplicable != "":
		return NotApplicable
	}
	return Blank
}

// Evidence is what stands behind a level: a person who vouches for it, or a
// document that shows it. Exactly one of Vouched and Shown is set.
type Evidence struct {
	Vouched string    `yaml:"vouched"` // a named person other than the one who answers
	Shown   string    `yaml:"shown"`   // a path relative to the plan's folder, or an address
	On      time.Time `yaml:"on,required"`
}

// Objective is what should be true, and by when.
type Objective struct {
	ID        string    `yaml:"id,required"`
	Statement string    `yaml:"statement,required"`
	Goal      string    `yaml:"goal"` // the goal of the organisation that it serves
	GoalOwner string    `yaml:"goal_owner"`
	Due       time.Time `yaml:"due"`
	Met       time.Time `yaml:"met"` // when it was reached already
}

// Stakeholder is a group of people whom the initiative touches.
type Stakeholder struct {
	Group     string    `yaml:"group,required"`
	Kind      string    `yaml:"kind,required" one:"employees customers members partners public other"`
	ForThem   *bool     `yaml:"for_them"`   // whether it is for this group; nil follows from the kind
	TheirWork *bool     `yaml:"their_work"` // whether its work changes; nil follows from the kind
	Owner     string    `yaml:"owner"`
	Told      time.Time `yaml:"told"`     // when they were told the purpose
	Restated  time.Time `yaml:"restated"` // when they said it in their own words, or showed it by trying
}

// IsForThem reports whether the initiative is for this group.
func (s *Stakeholder) IsForThem() bool {
	if s.ForThem != nil {
		return *s.ForThem
	}
	return s.Kind == "customers" || s.Kind == "members"
}

// IsTheirWork reports whether the work of this group changes.
func (s *Stakeholder) IsTheirWork() bool {
	if s.TheirWork != nil {
		return *s.TheirWork
	}
	return s.Kind == "employees"
}

// Metric is one measure with the lines drawn on it beforehand.
type Metric struct {
	ID         string    `yaml:"id,required"`
	Name       string    `yaml:"name,required"`
	Objective  string    `yaml:"objective"` // the id of an objective
	How        string    `yaml:"how" one:"quantitative qualitative"`
	Kind       string    `yaml:"kind" one:"leading lagging"`
	Better     string    `yaml:"better" one:"higher lower"`
	Unit       string    `yaml:"unit"`
	Baseline   *Baseline `yaml:"baseline"`
	Success    Amount    `yaml:"success"`
	Stop       Amount    `yaml:"stop"`
	By         time.Time `yaml:"by"`
	Owner      string    `yaml:"owner"`
	Source     string    `yaml:"source"`
	ReviewDays int       `yaml:"review_days"` // 0 is absent
	Readings   []Reading `yaml:"readings"`
}

// Baseline is where a metric stood before anything was done.
type Baseline struct {
	Value Amount    `yaml:"value,required"`
	On    time.Time `yaml:"on,required"`
}

// Reading is what a metric showed on a day. A metric kept in words carries a
// person's verdict in place of a value.
type Reading struct {
	On      time.Time `yaml:"on,required"`
	Value   Amount    `yaml:"value"`
	Verdict string    `yaml:"verdict" one:"success adjust stop"`
	Note    string    `yaml:"note"`
}

// Amount is a number, or words where a metric is kept in words.
type Amount struct {
	Text   string   // as written; empty when absent
	Number *big.Rat // nil for words
}

// Programme is other work aimed at the same people.
type Programme struct {
	Name      string `yaml:"name,required"`
	Lead      string `yaml:"lead"`
	Shares    string `yaml:"shares"`
	MeetsDays int    `yaml:"meets_days"` // 0 is absent
}

// Scenario is something that could go wrong, and the answer to it.
type Scenario struct {
	What      string    `yaml:"what,required"`
	Risk      string    `yaml:"risk" one:"loss operations reputation discomfort"`
	Response  string    `yaml:"response"`
	Owner     string    `yaml:"owner"`
	Rehearsed time.Time `yaml:"rehearsed"`
}

// Waiver is a warning or finding that somebody has decided to live with until
// a date. Exactly one of Warning and Finding is set.
type Waiver struct {
	Warning string    `yaml:"warning"`
	Finding string    `yaml:"finding"`
	Reason  string    `yaml:"reason,required"`
	Owner   string    `yaml:"owner,required"`
	Until   time.Time `yaml:"until,required"` // the last day counts
}

// Review is a decision taken on the way, and what was learned.
type Review struct {
	On       time.Time `yaml:"on,required"`
	Decision string    `yaml:"decision,required" one:"continue adjust stop"`
	Lesson   string    `yaml:"lesson"`
	Level    string    `yaml:"level" one:"strategic tactical"`
}

// Dismissal silences a prompt at one place of the plan, with a reason.
type Dismissal struct {
	Note   string `yaml:"note,required"` // the id of the prompt
	At     string `yaml:"at,required"`   // intent, or objectives.answers: the kind of a record and its id
	Reason string `yaml:"reason,required"`
}
