// Package score turns a bank and a plan into a Result: the points that each
// answer brings, the grade and the reason for it, the warnings and the findings.
// It is pure and exact: no clock, no files, no floating point. The method is
// set out for users in README.md beside this file.
package score

import (
	"math/big"
	"time"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
)

// Circumstances is what scoring needs to know beside the bank and the plan.
type Circumstances struct {
	AsOf planfile.AsOf
	To   Goal // of the way that is to be worked out; it takes longer than all the rest
	// Weakened holds the answers, by question id, whose shown evidence counts
	// only as vouched, each with the finding that says why (planfile.Weakened).
	Weakened map[string]rules.Finding
}

// Result is everything that a report shows. It holds every string a report
// needs. Scores run from 0 to 100.
type Result struct {
	Initiative planfile.Initiative
	AsOf       planfile.AsOf
	Bank       BankInfo

	Low, High End      // every open answer counted as 0, and as 4
	Claimed   *big.Rat // the low score without the ceilings of evidence and records
	Gradable  bool
	Missing   []rules.Wording // why it is not gradable, a phrase each
	Coverage  *big.Rat        // share of the worth whose answers are known, 0 to 1
	Open      Open
	Shown     *big.Rat // share of the answers at a level whose evidence is shown, 0 to 1
	Evidenced *big.Rat // share of the answers at a level with evidence of either kind, 0 to 1

	Questionnaires []Section
	Records        Records
	Warnings       []Warning       // active at the low end: critical first, then bank order
	Findings       []rules.Finding // from records, sorted by place, then id
	Unknowns       []Unknown
	Next           []Step // what to do next: the first steps of the way, then most points for the effort first
	Weights        Weights
	Way            *Way // nil unless it was asked for
}

// Records are the plan's own records, as they are written.
type Records struct {
	Objectives   []planfile.Objective
	Stakeholders []planfile.Stakeholder
	Metrics      []planfile.Metric
	Programmes   []planfile.Programme
	Scenarios    []planfile.Scenario
	Waivers      []planfile.Waiver
	Reviews      []planfile.Review
}

// BankInfo identifies the questions behind a Result.
type BankInfo struct {
	ID, Version, Hash string
	PlanVersion       string        // the version that the plan was answered with
	BuiltIn           bool          // whether they are those that are built in
	Reweighed         rules.Wording // what weighs or caps otherwise than there; empty where nothing does
}

// Grade returns the headline grade: the low end's, or "-" when the plan is not
// gradable.
func (r *Result) Grade() string {
	if !r.Gradable {
		return "-"
	}
	return r.Low.Grade
}

// End is one end of the range.
type End struct {
	Score *big.Rat
	Band  string // the grade that the score alone would have
	Grade string // Band, held down by the Caps
	Caps  []Cap  // those below Band, in the order of Result.Warnings, then questionnaires
}

// Cap is a reason why a grade is lower than its score.
type Cap struct {
	Grade         string
	Warning       string // the id of the warning, or empty
	Questionnaire string // the id of the questionnaire that is under 25, or empty
}

// Section is the outcome of one questionnaire in the plan's scope.
type Section struct {
	ID, Title          string
	Scale              string // how its points read, where the title does not say; may be empty
	Weight             int
	Low, High, Claimed *big.Rat // 0 to 100; nil when every question is not applicable
	Items              []Item
}

// Name is the title, and how the points read where that does not say so.
func (s *Section) Name() string {
	if s.Scale == "" {
		return s.Title
	}
	return s.Title + " (" + s.Scale + ")"
}

// Item is the outcome of one question.
type Item struct {
	ID, Ask  string
	Core     bool
	State    planfile.State
	Level    int      // as claimed; 0 unless State is audit.AtLevel
	Low      int      // the supported level with open answers as 0
	High     int      // with open answers as 4
	Borne    int      // the rung that the plan's records bear out by themselves; 0 for none
	HeldBy   string   // why Low is under Level: "no evidence", "vouched only", "evidence out of date", "evidence missing", "the plan's own records"; or empty
	Rung     string   // the rung claimed, by its number and its text; empty unless at a level
	NextRung string   // the text of the rung above Low; empty at the top
	Climb    string   // how to climb there
	Proof    string   // what would show it
	Effort   int      // what one rung costs
	Worth    *big.Rat // points at level 4; 0 when not applicable
	Brought  *big.Rat // points at Low
	Answer   planfile.Answer
	Pos      yamldoc.Pos
}

// Warning is a warning of the bank that is active on this plan.
type Warning struct {
	ID, Title string
	Cap       string // empty for a caution
	Severity  rules.Severity
	Confirmed bool // also active at the high end; else possible
	CRM, Here string
	Do        string
	Strength  string
	Sources   []Source
	Because   []Reason
	Cases     []Case // one that went wrong, then one that did it differently
}

// Case is what is told of a published case beside a warning.
type Case struct {
	ID      string
	Wrong   bool   // whether it went wrong there, or was done differently
	Says    string // a sentence, which names the judge
	Sources []Source
}

// Source is what bears out a warning or a case.
type Source struct {
	Cite string
	Weak string // why it bears less than a study: undated or second-hand; empty where it does not
}

// Reason is an answer or a fact that raised a warning.
type Reason struct {
	Question string        // the id; empty for a fact
	Ask      string        // the question in words; empty for a fact
	Says     rules.Wording // what the plan says, in the words of the rung or the fact, and where an answer counts for less, why
	Key      string        // the key path of the answer or the fact
	Pos      yamldoc.Pos
	Open     bool // a fact that the plan leaves open
}

// Open is what is not known yet of what the grade rests on.
type Open struct {
	Answers int           // blank, or don't know
	Ask     string        // whom to ask first: who would know what is worth the most; may be empty
	Begin   rules.Wording // the question to begin with where there is nobody to ask, by its id and in words; may be empty
	Before  int           // how many more answers have to be known, at the least, before there can be a grade
	Facts   []string      // facts that decide a warning and are open, a phrase each
}

// Unknown is a question to which somebody else has the answer.
type Unknown struct {
	Question, Ask string
	Who           string // empty where it has to be found out who knows
	Worth         *big.Rat
	Pos           yamldoc.Pos
}

// Step is one thing to do next: climb, or support a rung already claimed.
type Step struct {
	Question string
	Ask      string        // the question's words
	To       int           // the level that it brings to; of an open answer, the least that it may turn out to be
	Do       rules.Wording // the climb, or what would support the claim
	Who      string        // the person whom the answer or the record that it touches names; empty for nobody
	By       time.Time     // the launch while it is to come, for a step that completes records; zero for none
	Gain     *big.Rat      // points
	Effort   int           // of all pieces together, in the unit of a question's effort
	Pieces   []int         // the effort of each single thing to do, from 1 to 5; Duration says how long they take
	Lifts    []string      // ids of the warnings that it would take away; of a way, after the steps before it
	Always   bool          // whether it stands in every cheapest way; false for what is in none
	Pos      yamldoc.Pos
}
